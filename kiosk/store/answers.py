"""Between a response and its row: one canonical form, so that equal answers are equal bytes."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import RowMapping

from kiosk.domain.period import Period
from kiosk.domain.response import Channel, Response
from kiosk.encryption import is_encrypted


def to_row(response: Response) -> dict[str, Any]:
    """The columns shared by open interviews and closed responses."""
    return {
        "id": response.id,
        "questionnaire": response.questionnaire,
        "version": response.version,
        "language": response.language,
        "period": str(response.period),
        "channel": response.channel.value,
        "answers": response.encrypted
        or json.dumps(
            {key: list(codes) for key, codes in response.answers.items()}, sort_keys=True, separators=(",", ":")
        ),
        "flags": " ".join(response.flags),
    }


def from_row(row: RowMapping | Mapping[str, Any], *, complete: bool) -> Response:
    """The response that a row holds."""
    is_closed = is_encrypted(row["answers"])
    answers: dict[str, list[str]] = {} if is_closed else json.loads(row["answers"])
    return Response(
        id=row["id"],
        questionnaire=row["questionnaire"],
        version=row["version"],
        language=row["language"],
        period=Period.parse(row["period"]),
        channel=Channel(row["channel"]),
        complete=complete,
        answers={key: tuple(codes) for key, codes in answers.items()},
        flags=tuple(row["flags"].split()),
        encrypted=row["answers"] if is_closed else "",
    )
