"""The centre's log: a line for people, or a JSON object a line for machines; never an id, an address or an answer."""

from __future__ import annotations

import json
import logging
import sys
from datetime import UTC, datetime


class Lines(logging.Formatter):
    """Level, place and message; of an exception its kind and place alone, for its words may hold what somebody sent."""

    def __init__(self, *, as_json: bool) -> None:
        super().__init__()
        self._as_json = as_json

    def format(self, record: logging.LogRecord) -> str:
        fault = _fault(record)
        if not self._as_json:
            told = f"{record.levelname} {record.name}: {record.getMessage()}"
            return f"{told} ({fault})" if fault else told
        line = {
            "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "where": record.name,
            "message": record.getMessage(),
        }
        return json.dumps(line | ({"fault": fault} if fault else {}), ensure_ascii=False)


def log_to_stderr(*, as_json: bool) -> None:
    """Warnings and worse, of every part, to standard error."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(Lines(as_json=as_json))
    logging.basicConfig(level=logging.WARNING, handlers=[handler])


def _fault(record: logging.LogRecord) -> str:
    """Such as `KeyError at sync.central.projector:104`; empty where there is none."""
    kind, _, trace = record.exc_info or (None, None, None)
    if kind is None:
        return ""
    while trace is not None and trace.tb_next is not None:
        trace = trace.tb_next
    place = "" if trace is None else f" at {trace.tb_frame.f_globals.get('__name__', '')}:{trace.tb_lineno}"
    return f"{kind.__name__}{place}"
