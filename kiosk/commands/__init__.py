"""The command line and the composition root: builds every object once and hands it what it needs."""
