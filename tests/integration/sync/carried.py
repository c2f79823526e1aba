"""An office without a network: its terminal, and the stick that is carried to the centre and back."""

from __future__ import annotations

from pathlib import Path

from sync.agent.carrying import Carrying
from sync.agent.uploading import Uploading
from sync.central.accepting import Accepted, Accepting
from tests.integration.sync.office import Office
from tests.integration.sync.terminal import AgentTerminal


def carrying(terminal: AgentTerminal) -> Carrying:
    sealing = terminal.sealing()
    return Carrying(terminal.store, sealing, Uploading(terminal.store, sealing, terminal.clock), terminal.chance)


def receipt_of(parcel: Path) -> Path:
    return parcel.with_name("receipt")


def accept(office: Office, parcel: Path) -> Accepted:
    return Accepting(office.store, office.clock).accept(parcel, receipt_of(parcel))


def carry(office: Office, terminal: AgentTerminal, stick: Path) -> None:
    """A parcel there and its receipt back."""
    carrying(terminal).take(stick)
    accept(office, stick)
    carrying(terminal).receive(receipt_of(stick))


def join(office: Office, terminal: AgentTerminal, stick: Path) -> str:
    """Enrolled by stick; the code."""
    code = office.code("gniezno")
    carrying(terminal).ask(stick, code)
    accept(office, stick)
    carrying(terminal).receive(receipt_of(stick), code)
    return code
