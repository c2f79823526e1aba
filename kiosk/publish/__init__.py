"""The service catalogue for the world outside the terminal: the office's web site."""
