"""Only mappings, lists and texts are read from YAML; everything else in it is told with its line."""

from __future__ import annotations

import pytest

from kiosk.content.tree import DEEPEST, MOST_NODES, child, parse, plain


def told(content: bytes | str) -> list[str]:
    _, faults = parse("a.yaml", content.encode() if isinstance(content, str) else content)
    return [str(fault) for fault in faults]


def test_values_that_yaml_would_change_stay_as_they_are_written() -> None:
    tree, faults = parse("a.yaml", b"a: 7:00\nb: no\nc: 0123\nd: 2026-01-02\ne: ~\nf: '  x '\ng: 1_0\n")

    assert not faults
    assert tree is not None
    assert plain(tree) == {"a": "7:00", "b": "no", "c": "0123", "d": "2026-01-02", "e": "~", "f": "x", "g": "1_0"}


def test_text_is_composed_so_that_search_finds_it() -> None:
    tree, _ = parse("a.yaml", "a: Poznan\u0301".encode())

    assert tree is not None
    assert plain(tree) == {"a": "Poznań"}


def test_windows_files_are_read_with_their_own_lines() -> None:
    tree, faults = parse("a.yaml", b"\xef\xbb\xbfa: 1\r\nb:\r\n  - c\r\n")

    assert not faults
    assert (node := child(tree, "b", 0)) is not None
    assert node.line == 3


@pytest.mark.parametrize(
    ("content", "fault"),
    [
        ("", "1: the file is empty; allowed: keys with their values"),
        ("# tylko uwaga\n", "1: the file is empty; allowed: keys with their values"),
        ("\n- a\n", "2: the file is not a mapping; allowed: keys with their values"),
        ("a: b\na: c\n", "2: the key 'a' is here again after line 1; allowed: each key once"),
        ("a:\n  b: 1\n  b: 2\n", "3: the key 'b' is here again after line 2; allowed: each key once"),
        ("a: b\n? [c]\n: d\n", "2: a key is not a text; allowed: a word and a colon"),
        ("a: &x b\n", "1: an anchor (&) is used; allowed: the text itself, in quotes if it starts with &"),
        ("a: b\nc: *x\n", "2: a reference (*) is used; allowed: the text itself, written out"),
        ("a: b\n---\nc: d\n", "2: a second document begins; allowed: one document in a file, no further ---"),
        (
            "a: !!python/object/apply:os.system [ls]\n",
            (
                "1: the tag 'tag:yaml.org,2002:python/object/apply:os.system' is used; "
                "allowed: plain texts, in quotes if they start with !"
            ),
        ),
        ("a: b\n\tc: d\n", "2: there is a tab; allowed: letters, digits, signs and spaces"),
        (
            "a: b\nc: d\x00\n",
            "2: there is the unprintable character U+0000; allowed: letters, digits, signs and spaces",
        ),
        (
            "a: b\u2028c: d\n",
            "1: there is the unprintable character U+2028; allowed: letters, digits, signs and spaces",
        ),
        ("a: \u202etxt\n", "1: there is the unprintable character U+202E; allowed: letters, digits, signs and spaces"),
        ('a: "\\a"\n', "1: there is the unprintable character U+0007; allowed: letters, digits, signs and spaces"),
        (b"a: b\nc: \xb1\n", "2: the text is not in UTF-8; allowed: a file saved with the encoding UTF-8"),
        ("a: ą".encode("utf-16"), "1: the text is not in UTF-8; allowed: a file saved with the encoding UTF-8"),
        (
            "a: b\nc: Uwaga: d\n",
            (
                "2: the notation cannot be read: mapping values are not allowed in this context; "
                "allowed: a text with ': ' or ' #' in it, or with a sign at its start, in quotes or after >-"
            ),
        ),
        (
            "a: 'b\nc: d\n",
            (
                "3: the notation cannot be read: found unexpected end of stream; "
                "allowed: a closing quote for each opening one"
            ),
        ),
    ],
)
def test_notation_fault_is_told_once_where_it_stands(content: bytes | str, fault: str) -> None:
    assert told(content) == [f"a.yaml:{fault}"]


def test_a_bomb_of_references_stops_at_the_first() -> None:
    bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n"

    assert told(bomb) == [
        "a.yaml:1: an anchor (&) is used; allowed: the text itself, in quotes if it starts with &",
        "a.yaml:2: an anchor (&) is used; allowed: the text itself, in quotes if it starts with &",
        "a.yaml:2: a reference (*) is used; allowed: the text itself, written out",
    ]


def test_endless_nesting_and_endless_lists_stop_at_their_limits() -> None:
    assert told("a: " + "[" * 500_000) == [f"a.yaml:1: the nesting is too deep; allowed: {DEEPEST} levels"]
    assert told("a:\n" + "- b\n" * 200_000) == [
        f"a.yaml:{MOST_NODES - 1}: the file holds too much; allowed: {MOST_NODES} texts, lists and mappings"
    ]
