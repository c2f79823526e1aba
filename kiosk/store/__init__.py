"""The terminal's SQLite file: what people said until the office has it, and for local reading afterwards.

Table rows never leave this room: it takes and gives values of `kiosk.domain`, and small records of its own. Begin at
`kiosk.store.store`. This file imports nothing, so that a terminal can look at its folder before it pays for SQL.
"""
