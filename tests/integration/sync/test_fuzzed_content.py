"""Spoilt content, signed or not: no terminal falls over, the last good content stays, and the reason is kept."""

from __future__ import annotations

import gzip
import io
import random
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kiosk.content.reader import read_pack
from kiosk.domain.errors import EnvironmentFault
from sync.protocol import Caps, Packed, write_archive
from tests.integration.sync.publisher import ContentTerminal, Publisher
from tests.unit.content.pictures import chunk, header, picture
from tests.unit.content.rich_pack import RICH_MEDIA, RICH_PACK

SEED = 20261128
ORDINARY, ALL = 60, 2000
PACK, NAME = "urzad", "terminal"
FILES: dict[str, bytes] = {
    **{name: text.encode() for name, text in RICH_PACK.items()},
    **{name: content for name, content in RICH_MEDIA.items() if name != "media/logo.svg"},
    "media/logo.png": picture(chunk(b"tEXt", b"Comment\0a"), head=header(5, 3)),
}
FILES["urzad.yaml"] = FILES["urzad.yaml"].replace(b"media/logo.svg", b"media/logo.png")


def packed(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    write_archive((Packed(name, len(content), (content,)) for name, content in files.items()), archive)
    return archive.getvalue()


def spoil(dice: random.Random, data: bytes) -> bytes:
    """Bits flipped, cut, repeated, exchanged, filled up."""
    if not data:
        return dice.randbytes(dice.randint(1, 50))
    spoilt = bytearray(data)
    for _ in range(dice.randint(1, 6)):
        place = dice.randrange(len(spoilt) or 1)
        match dice.randrange(6):
            case 0 if spoilt:
                spoilt[place] ^= 1 << dice.randrange(8)
            case 1:
                del spoilt[place:]
            case 2:
                spoilt[place:place] = dice.randbytes(dice.randint(1, 600))
            case 3:
                del spoilt[place : place + dice.randint(1, 600)]
            case 4:
                spoilt[place:place] = spoilt[place : place + dice.randint(1, 600)] * dice.randint(1, 5)
            case _:
                spoilt[place:place] = dice.choice(WORDS)
    return bytes(spoilt)


WORDS = (
    b"\0" * 512, b"../", b"/etc/passwd", b"&a [*a,*a]", b"!!python/object/apply:os.system ['true']",
    b"\n---\n", b"\xff\xfe",
    b"[" * 5000, b"{" * 50_000, b'"version":-1', b"NaN", b"1e999", b"null", b"\n\t- x: y", b"IHDR", b"<script>",
    b"0" * 40,
)  # fmt: skip


def nothing_but_a_remark(dice: random.Random) -> bytes:
    """A good pack: without it nobody would notice a terminal that refuses everything."""
    name = dice.choice([name for name in FILES if name.endswith(".yaml")])
    return packed(FILES | {name: FILES[name] + b"# %d\n" % dice.getrandbits(40)})


def a_file(dice: random.Random) -> bytes:
    """One file of the pack is another; half of the time one of its lines is gone."""
    name = dice.choice(list(FILES))
    content = FILES[name]
    if dice.random() < 0.5 and name.endswith(".yaml"):
        lines = content.splitlines(keepends=True)
        del lines[dice.randrange(len(lines))]
        return packed(FILES | {name: b"".join(lines)})
    return packed(FILES | {name: spoil(dice, content)})


def the_tar(dice: random.Random) -> bytes:
    return gzip.compress(spoil(dice, gzip.decompress(packed(FILES))))


def the_headers(dice: random.Random) -> bytes:
    """Names, sizes and kinds of files, with checksums that are right again."""
    tar = bytearray(gzip.decompress(packed(FILES)))
    start = dice.choice([at for at in range(0, len(tar), 512) if tar[at + 257 : at + 262] == b"ustar"])
    names = [b"../../evil.yaml\0", b"/etc/cron.d/x\0", b"karty/run.sh\0", b"urzad.yaml\0", b"media/a.wav\0"]
    field, value = dice.choice([
        (0, dice.choice(names)), (100, b"0000755\0"), (124, b"%011o\0" % dice.randrange(8**11)),
        (156, dice.choice([b"1", b"2", b"5", b"x", b"L"])), (157, b"/etc/passwd"), (329, b"0000001\0"),
        (345, b"../../"),
    ])  # fmt: skip
    tar[start + field : start + field + len(value)] = value
    tar[start + 148 : start + 156] = b" " * 8
    tar[start + 148 : start + 156] = b"%06o\0 " % sum(tar[start : start + 512])
    return gzip.compress(bytes(tar))


def files_missing_or_too_many(dice: random.Random) -> bytes:
    files = dict(FILES)
    for name in dice.sample(list(files), dice.randint(0, 2)):
        del files[name]
    for number in range(dice.randint(0, 30)):
        name = dice.choice([f"karty/X-{number}.yaml", f"media/x{number}.png", f"ankiety/x-{number}.yaml"])
        files[name] = spoil(dice, b"x: y")
    return packed(files)


def the_picture(dice: random.Random) -> bytes:
    content = dice.choice([
        picture(head=header(dice.randrange(6000), dice.randrange(6000))),
        picture(samples=dice.randrange(200)),
        picture(chunk(dice.randbytes(4), dice.randbytes(20))),
        picture(behind=dice.randbytes(99)),
        spoil(dice, picture()),
    ])  # fmt: skip
    return packed(FILES | {"media/logo.png": content})


ARCHIVES: tuple[Callable[[random.Random], bytes], ...] = (
    nothing_but_a_remark, a_file, a_file, a_file, the_tar, the_headers, files_missing_or_too_many, the_picture,
    lambda dice: spoil(dice, packed(FILES)),
)  # fmt: skip


ON_THE_WAY = (
    r"metadata/\d+\.root\.json",
    "metadata/.*",
    "metadata/timestamp.*",
    ".*snapshot.*",
    ".*targets.*",
    "targets/.*",
)


@pytest.fixture
def publisher(tmp_path: Path) -> Publisher:
    publisher = Publisher(tmp_path)
    publisher.repository.publish(PACK, 3, io.BytesIO(packed(FILES)))
    return publisher


@pytest.fixture
def terminal(publisher: Publisher) -> ContentTerminal:
    terminal = publisher.terminal(NAME)
    terminal.office = PACK
    terminal.look()
    assert terminal.shown == (1, 3)
    return terminal


def looked_at(terminal: ContentTerminal, what: object) -> bool:
    """Whether something new was taken; then it is a faultless pack, else nothing has changed and the reason is kept."""
    before, shown = terminal.files(), terminal.shown
    try:
        taken = terminal.look() is not None
    except EnvironmentFault as fault:
        told = str(fault)
        assert terminal.shown == shown, what
        assert terminal.files() == before, what
        look = terminal.delivered.last_look
        assert look is not None, what
        assert look.problem, what
        assert told.startswith(look.problem), what
        assert look.problem.isprintable(), what
        return False
    folder = terminal.delivered.folder
    assert folder is not None, what
    assert read_pack(folder).office.id == PACK, what
    assert taken or terminal.files() == before, what
    return taken


def fuzz(publisher: Publisher, terminal: ContentTerminal, number: int, seed: int) -> Iterator[str]:
    """As many spoilt releases as asked, each properly signed, and as many times the network spoils what it carries."""
    for case in range(number):
        dice = random.Random(f"{seed} {case}")
        if case % 4:
            kind = dice.choice(ARCHIVES)
            publisher.repository.publish(PACK, 3, io.BytesIO(kind(dice)))
            taken = looked_at(terminal, (seed, case))
            assert taken or kind is not nothing_but_a_remark, (seed, case)
        else:
            publisher.repository.publish(PACK, 3, io.BytesIO(nothing_but_a_remark(dice)))
            what = dice.choice(ON_THE_WAY)
            publisher.spoilt[what] = lambda body, dice=dice: spoil(dice, body)  # type: ignore[misc]
            taken = looked_at(terminal, (seed, case, what))
            publisher.spoilt.clear()
        yield "taken" if taken else "refused"


def told(outcomes: Iterator[str], seed: int) -> None:
    found = list(outcomes)
    print(f"seed {seed}: {len(found)} spoilt packs, {found.count('refused')} refused, {found.count('taken')} harmless")
    assert found.count("refused") > len(found) / 2
    assert "taken" in found


def test_pictures_are_written_anew_and_have_their_size(publisher: Publisher, terminal: ContentTerminal) -> None:
    assert FILES["media/logo.png"] != picture()
    assert terminal.files()["media/logo.png"] == picture()
    large = picture(behind=bytes(1024 * 1024))
    publisher.repository.publish(PACK, 3, io.BytesIO(packed(FILES | {"media/logo.png": large})))
    assert not looked_at(terminal, "a large picture")
    look = terminal.delivered.last_look
    assert look is not None
    assert "the picture is too large" in look.problem


def test_spoilt_content(publisher: Publisher, terminal: ContentTerminal) -> None:
    terminal.caps = Caps(decoded=10**7, file=10**6)
    told(fuzz(publisher, terminal, ORDINARY, SEED), SEED)


@pytest.mark.nightly
def test_two_thousand_times_spoilt_content(publisher: Publisher, terminal: ContentTerminal) -> None:
    seed = random.SystemRandom().randrange(2**32)
    print(f"seed {seed}")
    told(fuzz(publisher, terminal, ALL, seed), seed)
