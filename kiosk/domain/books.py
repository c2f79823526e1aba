"""A terminal's books: what has become of every response that it ever took in."""

from __future__ import annotations

from dataclasses import dataclass

DO_NOT_BALANCE = "the books do NOT balance"
MENDED_DAILY = "the agent of a terminal that is enrolled lets them wait again at its next daily look"
WHAT_TO_DO = "keep this terminal's data as it is, and reckon at the central office with: kiosk-central ledger"


@dataclass(frozen=True, slots=True)
class Books:
    """Numbers of responses; each is in exactly one of the second to the seventh.

    `created`: in the file, damaged ones too; the sum of the next five. `waiting`: in no batch yet. `sent`: in a batch
    that the centre has not proved to hold. `acknowledged`: in one that it has, also where its body has been forgotten
    since. `set_aside`: damaged, or with a damaged entry in the outbox: kept, told, sent by nobody. `unplaced`: neither
    waiting nor in any batch. `gone`: named by the outbox or a batch and no longer in the file, so not in `created`.
    `damaged_batches` is a number of batches whose responses do not wait again yet. `named_nowhere`: of those unplaced
    or set aside, the whole ones that only lack an entry in the outbox: a new epoch lets them wait again.
    """

    created: int
    waiting: int
    sent: int
    acknowledged: int
    set_aside: int
    unplaced: int
    gone: int
    damaged_batches: int
    named_nowhere: int = 0

    @property
    def balances(self) -> bool:
        """Whether created = acknowledged + sent + waiting + set aside, and nothing but that was ever here."""
        return not (self.unplaced or self.gone or self.damaged_batches)

    @property
    def what_to_do(self) -> str:
        """For an operator; nothing where they balance."""
        if self.balances:
            return ""
        mends_itself = self.named_nowhere >= self.unplaced and not (self.gone or self.damaged_batches)
        return MENDED_DAILY if mends_itself else WHAT_TO_DO

    @property
    def faults(self) -> tuple[str, ...]:
        """What is not as it must be, for an operator and without a number: of single responses none is told here."""
        found = (
            (self.unplaced, "responses that neither wait for the central office nor are in a batch"),
            (self.gone, "responses that waited or were put into a batch are no longer in the file"),
            (self.damaged_batches, "a damaged batch, whose responses wait again at the agent's next contact"),
        )
        return tuple(told for number, told in found if number)
