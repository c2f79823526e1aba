"""Room on the disk that is kept for the last responses: given up when there is no other, made again when there is."""

from __future__ import annotations

import errno
import logging
import os
import shutil
from pathlib import Path

RESERVE = 8 * 2**20
"""Bytes: some thousands of responses, or one rewriting of a common file."""
_NEARLY_FULL = 2**20
_NAME = "reserve"
_PART = "reserve.part"
_log = logging.getLogger(__name__)


class Reserve:
    """The reserve in the folder `data`. Raises nothing: without one a terminal is as good as without a reserve."""

    def __init__(self, data: Path, size: int = RESERVE) -> None:
        self._file = data / _NAME
        self._part = data / _PART
        self._size = size

    @property
    def is_there(self) -> bool:
        """Whether the last responses have room."""
        return self._file.exists()

    @property
    def has_room(self) -> bool:
        """Whether the last responses have room: kept for them, or on a disk on which there is much."""
        try:
            return self.is_there or shutil.disk_usage(self._file.parent).free >= 3 * self._size
        except OSError:
            return False

    @property
    def is_needed(self) -> bool:
        """Whether the disk is full, or so nearly that a write may fail."""
        try:
            return shutil.disk_usage(self._file.parent).free < _NEARLY_FULL
        except OSError:
            return False

    def make(self) -> None:
        """Make it where it is missing and the disk has room for three of them; cheap where it is there."""
        try:
            if self._file.exists() or shutil.disk_usage(self._file.parent).free < 3 * self._size:
                return
            descriptor = os.open(self._part, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600)
            try:
                os.posix_fallocate(descriptor, 0, self._size)  # a file that is only said to be long would keep no room
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            self._part.rename(self._file)
        except OSError as fault:
            if fault.errno != errno.EROFS:
                _log.warning("no room can be kept on the disk: %s", fault.strerror)

    def give_up(self) -> bool:
        """Let the last responses have the room; False where there was none."""
        try:
            self._file.unlink()
        except OSError:
            return False
        _log.error("the disk is full: the room kept for the last responses is given up")
        return True
