"""What stands behind the administrator's area of a terminal: its ports over the store, the gate and the disk."""
