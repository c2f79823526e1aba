"""The rules of the house as plain values: no files, no SQL, no Qt, no network, no wall clock."""
