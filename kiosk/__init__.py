"""Okienko: the feedback terminal and service catalogue of public offices."""

__version__ = "0.1.0"
__released__ = "2026-11-28"
"""The day of this version: no clock that shows an earlier one is right. Set with `__version__`."""
