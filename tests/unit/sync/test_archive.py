"""The archive of a pack: a strict subset of tar and gzip, read as a stream, whatever it claims."""

from __future__ import annotations

import gzip
import io
import tarfile

import pytest

from sync.protocol import Bomb, Caps, Malformed, Packed, read_archive, write_archive

FILES = {
    "urzad.yaml": b"id: x\n",
    "karty/REG-01.yaml": b"y" * 70_000,
    "media/logo.png": b"",
    "ankiety/a-1.yaml": b"z" * 512,
}


def squeezed(data: bytes) -> bytes:
    """Without a time in it: every process that runs these tests must have the same ones."""
    return gzip.compress(data, mtime=0)


def packed(files: dict[str, bytes]) -> bytes:
    archive = io.BytesIO()
    write_archive((Packed(name, len(content), (content,)) for name, content in files.items()), archive)
    return archive.getvalue()


def unpacked(archive: bytes, caps: Caps | None = None) -> dict[str, bytes]:
    files = read_archive(io.BytesIO(archive), caps or Caps())
    return {file.name: b"".join(file.pieces) for file in files}


def test_what_is_packed_is_unpacked_and_equal_files_are_equal_bytes() -> None:
    assert unpacked(packed(FILES)) == FILES
    assert packed(FILES) == packed(FILES)


def test_any_program_can_look_into_it() -> None:
    with tarfile.open(fileobj=io.BytesIO(packed(FILES))) as tar:
        assert {one.name: (one.size, one.mode, one.mtime) for one in tar} == {
            name: (len(content), 0o644, 0) for name, content in FILES.items()
        }


def foreign(**changed: object) -> bytes:
    """An archive by another program."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w", format=tarfile.PAX_FORMAT) as tar:
        entry = tarfile.TarInfo("urzad.yaml")
        entry.size = 3
        entry.mode, entry.uid, entry.gid, entry.mtime = 0o644, 0, 0, 0
        for key, value in changed.items():
            setattr(entry, key, value)
        tar.addfile(entry, io.BytesIO(b"abc"))
    return squeezed(buffer.getvalue())


@pytest.mark.parametrize(
    "archive",
    [
        foreign(name="/etc/passwd"),
        foreign(name="../urzad.yaml"),
        foreign(name="karty/../../x.yaml"),
        foreign(name="karty/.hidden.yaml"),
        foreign(name="run.sh"),
        foreign(name="media/x.exe"),
        foreign(name="karty/" + "a" * 200 + ".yaml"),
        foreign(type=tarfile.SYMTYPE, linkname="/etc/passwd"),
        foreign(type=tarfile.LNKTYPE, linkname="katalog.yaml"),
        foreign(type=tarfile.DIRTYPE),
        foreign(type=tarfile.FIFOTYPE),
        foreign(type=tarfile.CHRTYPE),
        foreign(mode=0o755),
        foreign(mode=0o4755),
        foreign(uid=1000),
        foreign(pax_headers={"path": "../../x"}),
        foreign(pax_headers={"comment": "x" * 10**6}),
        b"",
        b"PK\x03\x04",
        squeezed(b""),
        squeezed(b"\0" * 512),
        packed(FILES)[:-20],
        packed(FILES)[:100],
        packed(FILES) + b"\x1f\x8b more",
        squeezed(gzip.decompress(packed(FILES)) + b"hidden"),
        squeezed(gzip.decompress(packed(FILES))[:-1024]),
        squeezed(gzip.decompress(packed({"urzad.yaml": b"a"}))[:1024] * 2 + b"\0" * 1024),
        squeezed(gzip.decompress(packed({"urzad.yaml": b"a"})).replace(b"a\0", b"ab", 1).replace(b"\0ab", b"a\0b")),
    ],
)
def test_anything_else_is_refused(archive: bytes) -> None:
    with pytest.raises(Malformed):
        unpacked(archive)


def test_caps() -> None:
    for caps in (Caps(files=3), Caps(file=69_999), Caps(decoded=70_000)):
        with pytest.raises(Bomb):
            unpacked(packed(FILES), caps)
    assert unpacked(packed(FILES), Caps(files=4, file=70_000, decoded=70_518)) == FILES


def test_a_bomb_is_never_in_memory() -> None:
    """A header that claims little, and gigabytes behind the last file."""
    bomb = squeezed(gzip.decompress(packed(FILES)) + bytes(50_000_000))
    with pytest.raises(Malformed, match="behind the last file"):
        unpacked(bomb)


def test_a_name_that_no_pack_may_have_is_not_packed() -> None:
    for name in ("../x.yaml", "run.sh", "media/x.html", "/urzad.yaml", "karty/ż.yaml"):
        with pytest.raises(Malformed, match="name"):
            packed({name: b""})
