"""The central office: takes batches in, turns them into responses later, gives them out as a file.

The walk of a batch: `receiving` (who is it, is it small enough) → `store.inbox` (rules of the head, one transaction,
acknowledged) → `projector` → `store.responses` → `export`. Administrators' lists: `auditing` →
`store.audits` → `telling`.
"""
