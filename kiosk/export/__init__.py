"""Files for analysts. Rows hold what the anonymity rules allow: a period, never a time."""
