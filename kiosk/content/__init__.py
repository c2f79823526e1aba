"""An office's content pack on disk: read it, check it and name all its faults with file and line.

Kept empty on purpose: a terminal that starts from its compiled copy (`current.py`) must not pay for the reader.
"""
