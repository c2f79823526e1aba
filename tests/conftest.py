"""What holds for every test."""

from __future__ import annotations

import gc

# Garbage that is a circle is looked for among all that a process has, and a test run's has much: by default so often
# that it takes a fifteenth of the time. Tests of memory collect for themselves.
gc.set_threshold(100_000, 50, 50)
