"""Finds service cards as a visitor types: `CardIndex` in `index.py` answers, the other modules read words."""
