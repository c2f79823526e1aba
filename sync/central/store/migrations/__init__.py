"""Migrations of the central database, run by `sync.central.store.upgrade`."""
