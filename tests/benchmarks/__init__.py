"""Commands that print figures, beside a floor in the same run; none asserts a time."""
