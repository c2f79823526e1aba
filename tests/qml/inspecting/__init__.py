"""What a strict inspector looks for on a screen; every check gives the faults it found as sentences."""
