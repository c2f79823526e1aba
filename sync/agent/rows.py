"""From a response to the row that travels."""

from __future__ import annotations

from kiosk.domain.response import Response
from sync.protocol import Row


def row_of(response: Response) -> Row:
    """The row of a closed response."""
    return Row(
        id=response.id,
        questionnaire=response.questionnaire,
        version=response.version,
        language=response.language,
        period=str(response.period),
        channel=response.channel.value,
        complete=response.complete,
        answers=response.answers,
        flags=response.flags,
        encrypted=response.encrypted,
    )
