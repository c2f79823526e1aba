"""A picture keeps what draws it, and nothing else; what would not draw as it says is refused."""

from __future__ import annotations

import random
import zlib

import pytest

from kiosk.content.picture import plain_picture
from kiosk.domain.errors import BadInput
from tests.unit.content.pictures import SIGNATURE, chunk, header, picture

PALETTE = chunk(b"PLTE", bytes(6))


def test_what_no_picture_needs_is_left_out() -> None:
    hidden = chunk(b"tEXt", b"Comment\0a secret"), chunk(b"eXIf", b"GPS"), chunk(b"acTL", bytes(8))
    assert plain_picture(picture(*hidden, behind=b"PK\x03\x04 an archive behind")) == picture()
    assert plain_picture(picture()) == picture()


@pytest.mark.parametrize(
    "whole",
    [
        picture(PALETTE, chunk(b"tRNS", b"\0"), head=header(depth=1, kind=3), samples=3 * 2),
        picture(head=header(kind=0, depth=1), samples=3 * 2),
        picture(head=header(kind=2, depth=16), samples=3 * (1 + 5 * 6)),
        picture(head=header(interlace=1), samples=3 * (1 + 4) + (1 + 12) + 2 * (1 + 8) + (1 + 20)),
    ],
)
def test_every_kind_of_picture_stays_as_it_is(whole: bytes) -> None:
    assert plain_picture(whole) == whole


@pytest.mark.parametrize(
    "broken",
    [
        b"",
        b"GIF89a",
        SIGNATURE,
        picture()[:-1],
        picture()[:40],
        picture().replace(b"IDAT", b"IDAX"),
        picture()[:-5] + b"\0" + picture()[-4:],
        picture()[:-1] + b"\0",
        SIGNATURE + header() + chunk(b"IEND", b""),
        picture(header()),
        picture(PALETTE, PALETTE),
        picture(chunk(b"QUUX", b"")),
        picture(head=header(kind=3)),
        picture(PALETTE, head=header(kind=0), samples=18),
        picture(chunk(b"tRNS", b"\0\0")),
        picture(chunk(b"PLTE", bytes(7))),
        picture(head=header(width=0)),
        picture(head=header(width=5000)),
        picture(head=header(depth=3)),
        picture(head=header(kind=5)),
        picture(head=header(interlace=2)),
        picture(samples=62),
        picture(samples=64),
        picture(samples=50_000_000),
        SIGNATURE + header() + chunk(b"IDAT", b"not zlib") + chunk(b"IEND", b""),
        SIGNATURE + header() + chunk(b"IDAT", zlib.compress(bytes(63)) + b"more") + chunk(b"IEND", b""),
        SIGNATURE + header() + chunk(b"IDAT", zlib.compress(bytes(63))[:-2]) + chunk(b"IEND", b""),
    ],
)
def test_a_picture_that_is_not_what_it_says_is_refused(broken: bytes) -> None:
    with pytest.raises(BadInput, match="not a PNG picture"):
        plain_picture(broken)


def test_whatever_is_in_it_the_answer_is_a_plain_picture_or_a_refusal() -> None:
    seed = 20261128
    dice = random.Random(seed)
    whole = picture(PALETTE, chunk(b"tEXt", b"a"))
    for number in range(2000):
        spoilt = bytearray(whole)
        for _ in range(dice.randint(1, 4)):
            spoilt[dice.randrange(len(spoilt))] = dice.randrange(256)
        try:
            plain = plain_picture(bytes(spoilt))
        except BadInput:
            continue
        assert plain_picture(plain) == plain, (seed, number)
