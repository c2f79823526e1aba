"""Qt's `Property` as type checkers should see it: reading one on an object gives the value, not the descriptor.

WORKAROUND: PySide6 types the decorator as returning `Property`, so `view.page == "home"` would be an error
under strict checking (PYSIDE-2273 asks for better stubs).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any, Generic, TypeVar

    Value = TypeVar("Value")

    class _Read(Generic[Value]):
        def __get__(self, instance: object, owner: type | None = None) -> Value: ...
        def setter(self, function: Callable[[Any, Value], None]) -> _Write[Value]: ...

    class _Write(_Read[Value]):
        def __set__(self, instance: object, value: Value) -> None: ...

    def Property(  # the name that pyside6-metaobjectdump looks for
        kind: object, *, notify: object = ..., constant: bool = ...
    ) -> Callable[[Callable[[Any], Value]], _Read[Value]]: ...

else:
    from PySide6.QtCore import Property

__all__ = ["Property"]
