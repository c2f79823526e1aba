"""The agent: a process of its own on the terminal that carries closed responses to the central office.

It meets the terminal only in the database. The walk of a response: `sealing` (shuffled into an immutable batch) →
`uploading` (in order, until the centre's head proves that it is there) over `courier`, in the rhythm of `running`. The
administrator's list goes with it: `auditing`.
"""
