"""Rows for QML's repeaters. Rows that stay keep their delegates, so that showing the next question is cheap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QByteArray, QModelIndex, QObject, QPersistentModelIndex, Qt

Row = Mapping[str, object]
_TOP = QModelIndex()


class RowModel(QAbstractListModel):
    """A list of rows with the given roles; every row has a value for every role."""

    def __init__(self, *roles: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._roles = {Qt.ItemDataRole.UserRole + number: role for number, role in enumerate(roles)}
        self._rows: list[Row] = []

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows` instead of the present ones; only what differs is told to the view."""
        old = len(self._rows)
        kept = min(old, len(rows))
        self._rows[:kept] = rows[:kept]
        if kept:
            self.dataChanged.emit(self.index(0), self.index(kept - 1))
        if len(rows) < old:
            self.beginRemoveRows(_TOP, len(rows), old - 1)
            del self._rows[len(rows) :]
            self.endRemoveRows()
        elif len(rows) > old:
            self.beginInsertRows(_TOP, old, len(rows) - 1)
            self._rows.extend(rows[old:])
            self.endInsertRows()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = _TOP) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        return self._rows[index.row()].get(self._roles.get(role, ""))

    def roleNames(self) -> dict[int, QByteArray]:
        return {role: QByteArray(name.encode()) for role, name in self._roles.items()}
