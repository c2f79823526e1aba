"""The administrator's area at the terminal. Nothing of it is imported before somebody asks to be let in.

It cannot count, and knows no response: what it shows and takes out comes through `ports`. Begin at `area`.
"""
