"""Reads the command line; each command is imported only when it is the one to run."""

from __future__ import annotations

import argparse
import errno
import importlib
import io
import logging
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from kiosk import __version__, interrupts
from kiosk.commands.reading_keys import add_keys
from kiosk.domain.errors import Fault
from kiosk.encryption import KEY_FILE
from kiosk.export.arguments import add_arguments

Shape = Callable[[argparse.ArgumentParser], None]


def run_line(arguments: Sequence[str]) -> int:
    """Parse `arguments` and run the command named there; gives the exit status."""
    parser = _parser()
    options = parser.parse_args(arguments)
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(name)s: %(message)s", stream=sys.stderr)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="backslashreplace")  # a terminal without Polish letters is no reason to fall
    try:
        with interrupts.remembered():
            status: int = importlib.import_module(f"kiosk.commands.{options.module}").run(options)
            sys.stdout.flush()
    except Fault as fault:
        print(f"kiosk {options.command}: {fault}", file=sys.stderr)
        return 1
    except BrokenPipeError:
        _give_up_output()
        return 1  # whoever read our output, `head` for one, has seen enough
    except OSError as fault:
        if fault.errno != errno.ENOSPC:
            raise
        _give_up_output()
        print(f"kiosk {options.command}: cannot write the output: {fault.strerror}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return status


def _give_up_output() -> None:
    """Let what is still in the buffer go nowhere: Python would fail over it again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kiosk", description="Okienko: the feedback terminal and service catalogue of a public office."
    )
    parser.add_argument("--version", action="version", version=f"okienko {__version__}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module, summary, example, shape in _COMMANDS:
        one = commands.add_parser(
            name,
            help=summary,
            description=summary[0].upper() + summary[1:] + ".",
            epilog=f"example: kiosk {example}",
        )
        one.set_defaults(module=module)
        one.add_argument(
            "--data", type=Path, metavar="DIR", help="where this terminal keeps its data (default: the user's data)"
        )
        shape(one)
    return parser


def _pack(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--pack", type=Path, metavar="DIR", help="the office's content pack (default: Poznań)")


def _run(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    parser.add_argument("--kiosk", action="store_true", help="full screen, no pointer")
    parser.add_argument(
        "--staff", dest="module", action="store_const", const="staffing", help="the staff's screen, for a desk"
    )
    parser.add_argument("--size", type=screen_size, metavar="WxH", help="size of the window, such as 1080x1920")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help="folder of the content pack")
    parser.add_argument(
        "--publish", action="store_true", help="also tell what keeps its cards from being published outside the office"
    )


def _publish(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("pack", type=Path, metavar="PACK", help="folder of the content pack")
    parser.add_argument("--to", type=Path, required=True, metavar="DIR", help="folder of the site; replaced as a whole")
    parser.add_argument("--base-url", metavar="URL", help="the site's address, such as https://urzad.pl/katalog/")
    parser.add_argument(
        "--new-address", action="store_true", help="the site moves: it may stand elsewhere than it was published before"
    )


def _schema(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write the JSON Schemas into")


def _screenshots(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    parser.add_argument("out", type=Path, metavar="OUT", help="folder to write the pictures into")
    parser.add_argument("--size", type=screen_size, metavar="WxH", action="append", help="may be given several times")
    parser.add_argument("--language", metavar="CODE", action="append", help="may be given several times (default: all)")
    parser.add_argument("--mode", metavar="MODE", action="append", help="such as contrast or text200 (default: all)")
    parser.add_argument("--sheets", type=Path, metavar="DIR", help="also write one contact sheet a mode into DIR")


def _import(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    parser.add_argument("file", type=Path, metavar="FILE.csv", help="header row of question keys, a row per response")
    parser.add_argument("--questionnaire", required=True, metavar="ID", help="which questionnaire was asked")
    parser.add_argument("--channel", default="paper", metavar="CHANNEL", help="how it was collected (default: paper)")


def _export(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    add_keys(parser)
    add_arguments(parser, has_comments=True)


def _print(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("card", nargs="?", metavar="CARD", help="code of one card, such as REG-01")
    what.add_argument("--all", action="store_true", help="the whole catalogue, with cover and contents")
    parser.add_argument("--to", type=Path, required=True, metavar="FILE.pdf", help="where to write")
    parser.add_argument("--language", default="pl", metavar="CODE", help="language of the reader (default: pl)")
    parser.add_argument("--internal", action="store_true", help="for staff: internal notes, and cards of employees")


def _counts(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    add_keys(parser)
    parser.add_argument(
        "--by", nargs="+", default=[], metavar="COL", help="language, channel, version, complete, flagged or a question"
    )
    parser.add_argument(
        "--period",
        metavar="PERIOD",
        help="week, month or year that is over, such as 2026-10 (default: the last one with responses)",
    )
    parser.add_argument("--without-flagged", action="store_true", help="leave out what a rule has flagged as a burst")
    parser.add_argument("--json", action="store_true", help="for programs")


def _status(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    parser.add_argument("--json", action="store_true", help="for programs")


def _clock(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--is-right", action="store_true", help="believe from now on what this machine's clock shows")


def _admin(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "action", choices=("set-pin", "clear-pin"), help="set-pin asks for the PIN, or reads one line that is piped in"
    )


def _comments(parser: argparse.ArgumentParser) -> None:
    _pack(parser)
    add_keys(parser)
    parser.add_argument(
        "action",
        choices=("list", "release", "reject"),
        help="list new ones; let some be exported; delete some for good",
    )
    parser.add_argument("ids", nargs="*", metavar="ID", help="ids of comments, as list shows them")
    parser.add_argument("--json", action="store_true", help="for programs")


def _make_key(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=f"where to write it, such as {KEY_FILE}")


def screen_size(text: str) -> tuple[int, int]:
    """Read `1080x1920`; raises `argparse.ArgumentTypeError`."""
    width, cross, height = text.lower().partition("x")
    if not (cross and width.isdecimal() and height.isdecimal() and 200 <= int(width) <= 16384 >= int(height) >= 200):
        raise argparse.ArgumentTypeError(f"'{text}' is not a size; allowed: such as 1080x1920, each 200 to 16384")
    return int(width), int(height)


_COMMANDS: tuple[tuple[str, str, str, str, Shape], ...] = (
    ("run", "run", "open the terminal", "run --kiosk", _run),
    ("check", "check", "name every fault of a content pack", "check resources/offices/poznan", _check),
    (
        "publish",
        "publish",
        "write the catalogue as a web site",
        "publish resources/offices/poznan --to build/site --base-url https://urzad.pl/katalog/",
        _publish,
    ),
    ("schema", "schema", "write the JSON Schemas of a content pack, for an editor", "schema build/schema", _schema),
    (
        "screenshots",
        "screenshots",
        "draw every page and state into PNG files",
        "screenshots build/pictures --size 1080x1920 --language pl --mode plain",
        _screenshots,
    ),
    (
        "import",
        "importing",
        "add responses that were collected on paper, all of a file or none",
        "import ankiety.csv --questionnaire pilot",
        _import,
    ),
    ("export", "export", "write one row per response", "export ankiety.sav --from 2026-09 --to 2026-10", _export),
    (
        "comments",
        "comments",
        "read the comments of weeks that are over, and release or reject each",
        "comments list",
        _comments,
    ),
    (
        "counts",
        "counts",
        "count a period's responses by question and choice, small cells hidden",
        "counts --period 2026-10 --by klient",
        _counts,
    ),
    (
        "print",
        "printing",
        "write a card, or the whole catalogue, as an accessible PDF for paper",
        "print REG-01 --to REG-01.pdf --language de",
        _print,
    ),
    ("status", "status", "tell what is here, what waits, and whether all is well", "status --json", _status),
    ("make-key", "make_key", "make a private key to read encrypted answers", "make-key okienko.key", _make_key),
    ("clock", "clock", "tell what day is believed to be, and why", "clock --is-right", _clock),
    ("admin", "admin", "set or clear the PIN of the administrator's area at the terminal", "admin set-pin", _admin),
)
