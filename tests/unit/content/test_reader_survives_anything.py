"""Whatever bytes the files hold, the answer is a pack or `BadInput` with faults in the one form."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.content.files import PackFiles
from kiosk.content.reader import checked_pack
from kiosk.domain.errors import BadInput
from tests.unit.content.rich_pack import RICH_MEDIA, RICH_PACK, media_of

FILES = {name: text.encode() for name, text in RICH_PACK.items()}
MEDIA = media_of(RICH_MEDIA)
FORM = re.compile(r"(?:[A-Za-z0-9_./-]+):[1-9][0-9]*: [^\n]+; allowed: [^\n]+")
PIECES = [b"\n", b" ", b"  ", b": ", b"- ", b"[", b"]", b"{", b"}", b"'", b'"', b"&a ", b"*a", b"!!int ", b"|\n", b"\t"]
PIECES += [
    b"%YAML 9\n",
    b"---\n",
    b"? ",
    b"<<: ",
    b"\xff",
    b"\x00",
    b"\xe2\x80\xae",
    "ą".encode(),
    b"98",
    b"${",
    b"or ",
]

Mutation = Callable[[bytes], bytes]


@st.composite
def mutations(draw: st.DrawFn) -> Mutation:
    """Cut a piece out, put one in, double a stretch, or drop one line."""
    start = draw(st.floats(0, 1))
    length = draw(st.integers(0, 40))
    piece = draw(st.one_of(st.sampled_from(PIECES), st.binary(max_size=6)))
    kind = draw(st.sampled_from(["cut", "insert", "double", "line"]))

    def mutate(content: bytes) -> bytes:
        at = int(start * len(content))
        if kind == "cut":
            return content[:at] + content[at + length :]
        if kind == "insert":
            return content[:at] + piece + content[at:]
        if kind == "double":
            return content[: at + length] + content[at:]
        lines = content.splitlines(keepends=True)
        return b"".join(lines[: int(start * len(lines))] + lines[int(start * len(lines)) + 1 :])

    return mutate


def faults_told(contents: dict[str, bytes]) -> tuple[str, ...]:
    try:
        checked_pack(PackFiles(contents, media=MEDIA))
    except BadInput as problem:
        return problem.faults or ("no fault",)
    return ()


def assert_pack_or_faults(contents: dict[str, bytes]) -> None:
    assert [fault for fault in faults_told(contents) if not FORM.fullmatch(fault)] == []


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(st.sampled_from(sorted(FILES)), st.lists(mutations(), min_size=1, max_size=5))
def test_mutated_files_give_a_pack_or_faults(name: str, changes: list[Mutation]) -> None:
    content = FILES[name]
    for change in changes:
        content = change(content)
    assert_pack_or_faults({**FILES, name: content})


@settings(max_examples=150, deadline=None, print_blob=True)
@given(st.sampled_from(sorted(FILES)), st.binary(max_size=200))
def test_random_bytes_give_faults(name: str, content: bytes) -> None:
    assert_pack_or_faults({**FILES, name: content})


@pytest.mark.parametrize("name", sorted(FILES))
def test_text_that_slipped_to_the_margin_is_a_fault(name: str) -> None:
    """A line `pl: …` without its indentation looks as if the whole file were one text."""
    (fault,) = faults_told({**FILES, name: b"pl: Nazwa\n" + FILES[name]})
    assert fault.startswith(f"{name}:1: ")


VALUES = st.sampled_from(["x", "''", "[]", "{}", "[a, [b]]", "{pl: a}", "{a: {b: c}}", "- 1", "98", "9" * 5000, "'${'"])


@settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow], print_blob=True)
@given(st.sampled_from(sorted(FILES)), st.floats(0, 1), VALUES)
def test_any_value_under_any_key_gives_a_pack_or_faults(name: str, where: float, value: str) -> None:
    lines = FILES[name].decode().splitlines()
    at = min(int(where * len(lines)), len(lines) - 1)
    lines[at] = lines[at].partition(":")[0] + ": " + value
    assert_pack_or_faults({**FILES, name: "\n".join(lines).encode()})
