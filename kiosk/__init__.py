"""Okienko: the feedback terminal and service catalogue of public offices."""

__version__ = "0.1.0"
