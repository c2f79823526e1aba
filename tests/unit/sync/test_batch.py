"""The wire format keeps what it is given, and reads nothing that it is not."""

from __future__ import annotations

import json
import random
import uuid
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sync.protocol import (
    GENESIS,
    Bomb,
    Header,
    Limits,
    Malformed,
    Row,
    batch_path,
    compress,
    decompress,
    encode_batch,
    encode_row,
    read_batch,
    read_header,
    read_row,
    sha_of,
    split_lines,
)
from sync.protocol import row as row_format
from sync.protocol.malformed import canonical, json_object

names = st.from_regex(r"[A-Za-z0-9_][A-Za-z0-9_.-]{0,20}", fullmatch=True)
rows = st.builds(
    Row,
    id=st.uuids(version=4).map(str),
    questionnaire=names,
    version=st.integers(1, 2**31 - 1),
    language=st.sampled_from(["pl", "en", "uk", "de", "pl-PL"]),
    period=st.sampled_from(["2026-W48", "2026-11-23", "2020-W53", "2024-02-29"]),
    channel=st.sampled_from(["terminal", "paper"]),
    complete=st.booleans(),
    answers=st.dictionaries(names, st.lists(names, max_size=4).map(tuple), max_size=6),
    flags=st.sets(st.sampled_from(["burst-1", "burst-2", "line-11"])).map(sorted).map(tuple),
)
HEADER = Header(
    terminal="3f8e1c5a-7b2d-4e9f-8a6c-1d5b3e7f9a02",
    epoch="0123456789abcdef",
    n=1,
    prev=GENESIS,
    rows=0,
    app="0.1.0",
    clock={"local": "2026-11-23"},
)


@given(rows)
def test_row_comes_back_as_it_went(row: Row) -> None:
    line = encode_row(row)

    assert read_row(line) == row
    assert b"\n" not in line
    assert line == json.dumps(json.loads(line), sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


@settings(max_examples=40)
@given(st.lists(rows, max_size=8), st.integers())
def test_batch_comes_back_as_it_went_in_another_order(given_rows: list[Row], seed: int) -> None:
    lines = [encode_row(row) for row in given_rows]

    batch = encode_batch(HEADER, lines, random.Random(seed).shuffle)

    assert sorted(split_lines(batch.body)) == sorted(lines)
    assert read_batch(batch.body) == replace(batch, header=replace(HEADER, rows=len(lines)))
    assert batch.sha == sha_of(batch.body)
    assert decompress(compress(batch.body), Limits(ratio=1000)) == batch.body


def test_shuffling_is_left_to_whoever_is_handed_in() -> None:
    lines = [encode_row(Row(str(uuid.uuid4()), "p", 1, "pl", "2026-W48", "terminal", True, {})) for _ in range(50)]
    handed = list(lines)

    body = encode_batch(HEADER, handed, random.Random(7).shuffle).body

    assert handed == lines
    assert split_lines(body) != lines


@given(st.binary(max_size=300))
def test_any_bytes_as_a_row_are_read_or_malformed(line: bytes) -> None:
    with pytest.raises(Malformed):
        read_row(line)


@given(
    st.recursive(
        st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
        lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    )
)
def test_any_json_as_an_answer_is_read_or_malformed(value: object) -> None:
    row = Row(str(uuid.uuid4()), "pilot", 1, "pl", "2026-W48", "terminal", True, {})
    line = json.dumps({**json.loads(encode_row(row)), "answers": value}).encode()
    with suppress(Malformed):
        assert all(isinstance(codes, tuple) for codes in read_row(line).answers.values())


def test_row_without_flags_is_the_row_of_format_1() -> None:
    plain = Row(str(uuid.uuid4()), "pilot", 1, "pl", "2026-W48", "terminal", True, {})
    flagged = replace(plain, flags=("burst-1",))

    assert b"flags" not in encode_row(plain)
    assert read_row(encode_row(plain), fmt=1) == read_row(encode_row(plain), fmt=2) == plain
    assert read_row(encode_row(flagged), fmt=2) == flagged
    with pytest.raises(Malformed, match="unknown field"):
        read_row(encode_row(flagged), fmt=1)


@pytest.mark.parametrize(
    "flags",
    [None, "burst-1", {"burst-1": 1}, [1], [None], ["burst"], ["BURST-1"], ["burst-1 "], ["burst-1\n"],
     ["a-" + "1" * 40], ["b-1", "a-1"], ["a-1", "a-1"], [f"a-{number}" for number in range(10, 30)]],
)  # fmt: skip
def test_what_are_no_flags_is_malformed(flags: object) -> None:
    row = Row(str(uuid.uuid4()), "pilot", 1, "pl", "2026-W48", "terminal", True, {})
    line = json.dumps({**json.loads(encode_row(row)), "flags": flags}).encode()
    with pytest.raises(Malformed, match=r"^flags: "):
        read_row(line)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("fmt", 0),
        ("fmt", "1"),
        ("fmt", True),
        ("terminal", "x"),
        ("terminal", "3F8E1C5A-7B2D-4E9F-8A6C-1D5B3E7F9A02"),
        ("epoch", "0123456789abcdeg"),
        ("epoch", 5),
        ("n", 0),
        ("n", 2**31),
        ("n", 1.5),
        ("prev", "0" * 63),
        ("prev", None),
        ("rows", -1),
    ],
)
def test_header_with_a_wrong_field_is_malformed(field: str, value: object) -> None:
    good = json.loads(encode_batch(HEADER, [], list.sort).body)

    assert read_header(json.dumps(good).encode() + b"\n") == HEADER
    with pytest.raises(Malformed):
        read_header(json.dumps({**good, field: value}).encode() + b"\n")
    with pytest.raises(Malformed):
        read_header(json.dumps({key: one for key, one in good.items() if key != field}).encode() + b"\n")


def test_header_of_a_newer_format_may_say_more() -> None:
    good = json.loads(encode_batch(HEADER, [], list.sort).body)

    header = read_header(json.dumps({**good, "fmt": 99, "audit": [], "content": 17}).encode() + b"\nanything")

    assert header == replace(HEADER, fmt=99)


@pytest.mark.parametrize("body", [b"", b"\n", b"{}", b"x" * 10_000, b"[" * 8_000 + b"\n", b'{"a":1,"a":2}\n'])
def test_what_has_no_header_is_malformed(body: bytes) -> None:
    with pytest.raises(Malformed):
        read_header(body)


def test_unpacking_stops_at_the_limit() -> None:
    limits = Limits(decoded=100_000, ratio=10_000)

    assert len(decompress(compress(bytes(100_000)), limits)) == 100_000
    with pytest.raises(Bomb):
        decompress(compress(bytes(100_001)), limits)
    with pytest.raises(Bomb):
        decompress(compress(bytes(50_000)), Limits(ratio=100))


@given(st.binary(max_size=2000), st.data())
def test_cut_or_lengthened_gzip_is_malformed(data: bytes, choose: st.DataObject) -> None:
    packed = compress(data)
    cut = choose.draw(st.integers(0, len(packed) - 1))

    for wrong in (packed[:cut], packed + b"\0", packed + packed):
        with pytest.raises(Malformed):
            decompress(wrong, Limits(ratio=10_000))


def test_equal_data_pack_to_equal_bytes() -> None:
    assert compress(b"abc") == compress(b"abc")


def test_paths_are_those_of_the_protocol() -> None:
    assert batch_path("t", "e", 7) == "/v1/terminals/t/epochs/e/batches/7"


def test_nothing_long_is_remembered_of_rows() -> None:
    """A sender of rubbish could otherwise have megabytes of it kept."""
    row = Row("3f8e1c5a-7b2d-4e9f-8a6c-1d5b3e7f9a02", "q", 1, "pl", "2026-W48", "terminal", complete=True, answers={})
    known = (row_format._reads_as_name, row_format._reads_as_language, row_format._reads_as_period)
    read_row(encode_row(row))
    before = [one.cache_info().currsize for one in known]
    for changed in (
        {"language": "x" * 999},
        {"period": "1" * 999},
        {"channel": "x" * 999},
        {"answers": {"x" * 999: ()}},
    ):
        with pytest.raises(Malformed):
            read_row(encode_row(replace(row, **changed)))
    assert [one.cache_info().currsize for one in known] == before


_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=6,
)


@given(
    st.dictionaries(st.text(max_size=3), _VALUES, max_size=4).map(canonical),
    st.integers(0, 200),
    st.sampled_from(
        [b"", b" ", b'"a":1,', b"0", b"e9", b"1e400", b"NaN", b"-0", b"\xff", b"\\ud800", b"[" * 3000, b"{}"]
    ),
)
@example(b'{"a":1}', 1, b'"a":1,')
@example(b'{"a":1}', 5, b"NaN")
@example(b'{"a":18446744073709551615}', 0, b"")
@example(b'{"a":18446744073709551616}', 0, b"")
def test_object_read_soon_is_the_one_read_with_care(data: bytes, at: int, piece: bytes) -> None:
    place = at % (len(data) + 1)
    data = data[:place] + piece + data[place:]

    soon = objects(data)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sync.protocol.malformed._canonical_object", lambda _data: None)
        assert objects(data) == soon


def objects(data: bytes) -> str:
    """What is read, types and signs and all, or why nothing is."""
    try:
        return repr(sorted(json_object(data).items()))
    except Malformed as fault:
        return f"{fault}"
