"""Printers, packs and disks that fail give a sentence, and the screen goes on."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from kiosk.domain.errors import BadInput, EnvironmentFault
from kiosk.terminal.scenes import wait_until
from kiosk.terminal.staff.pages import FINEST, print_pages
from tests.qml.staff.conftest import CONTROL, Desk, pdf_printer, two_pages


def print_card(desk: Desk) -> None:
    desk.press(Qt.Key.Key_P, CONTROL)
    wait_until(lambda: not desk.screen.printing.isBusy)
    desk.rest()


def test_a_card_that_cannot_be_made_is_told_and_no_dialog_opens(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    desk.outside.fault = EnvironmentFault("this installation cannot put cards on paper")
    print_card(desk)
    assert desk.message() == "Tej karty nie można teraz wydrukować."
    assert desk.screen.desk.isFault
    assert desk.outside.jobs == []
    assert "cannot put cards on paper" in caplog.text
    desk.outside.fault = None
    print_card(desk)
    assert desk.outside.jobs


def test_a_cancelled_dialog_prints_nothing_and_says_nothing(desk: Desk) -> None:
    print_card(desk)
    assert desk.outside.jobs
    assert desk.message() == ""


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_does_not_take_the_job_is_named(desk: Desk, tmp_path: Path) -> None:
    desk.outside.printer = pdf_printer(tmp_path / "gone" / "card.pdf")
    print_card(desk)
    assert desk.message().startswith("Drukarka ")
    assert desk.message().endswith("nie przyjęła karty. Czy jest włączona i ma papier?")
    desk.outside.printer = pdf_printer(tmp_path / "card.pdf")
    print_card(desk)
    assert desk.message() == "Wysłano do drukarki 2 strony."


def test_while_a_card_is_printed_no_second_one_is(desk: Desk, tmp_path: Path) -> None:
    desk.outside.printer = pdf_printer(tmp_path / "card.pdf")
    desk.press(Qt.Key.Key_P, CONTROL, times=3)
    wait_until(lambda: not desk.screen.printing.isBusy)
    assert len(desk.outside.jobs) == 1


def test_only_the_pages_that_were_asked_for_are_printed_in_their_size(tmp_path: Path) -> None:
    printer = pdf_printer(tmp_path / "second.pdf")
    printer.setFromTo(2, 2)
    assert print_pages(two_pages(), printer) == 1
    assert printer.resolution() == FINEST
    document = QPdfDocument()
    document.load(str(tmp_path / "second.pdf"))
    assert document.pageCount() == 1
    image: QImage = document.render(0, document.pagePointSize(0).toSize())
    colours = [image.pixelColor(300, row) for row in range(image.height())]
    dark = [row for row, colour in enumerate(colours) if colour.alpha() > 200 and colour.lightness() < 100]
    document.close()
    assert dark[0] <= 1
    assert abs(len(dark) - 84) <= 2, "a tenth of the page is black at its top, in the stripes too"


def test_what_is_no_pdf_is_not_printed(tmp_path: Path) -> None:
    for wrong in (b"", b"%PDF-1.7 nonsense", b"\x00" * 1000):
        with pytest.raises(EnvironmentFault, match="cannot be read"):
            print_pages(wrong, pdf_printer(tmp_path / "x.pdf"))
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_an_invalid_printer_is_a_fault_and_no_crash() -> None:
    printer = QPrinter()
    printer.setOutputFileName("/nowhere/at/all.pdf")
    with pytest.raises(EnvironmentFault, match="does not take the job"):
        print_pages(two_pages(), printer)


def test_cards_that_cannot_be_read_again_stay_as_they_were(desk: Desk) -> None:
    before = desk.found()
    for fault in (BadInput(["karty/REG-01.yaml:3: wrong"]), EnvironmentFault("the disk is gone")):
        desk.outside.fault = fault
        desk.press(Qt.Key.Key_F5)
        desk.settle_errands()
        assert desk.message() == "Kart z dysku nie można wczytać; wyświetlane są poprzednie."
        assert desk.found() == before
    desk.outside.fault = None
    desk.press(Qt.Key.Key_F5)
    desk.settle_errands()
    assert desk.message() == "Karty są aktualne."
    assert not desk.screen.desk.isFault


def test_a_card_that_is_gone_after_reading_is_no_longer_shown(desk: Desk) -> None:
    desk.write("wodociagach")
    pack = desk.outside.pack
    cards = tuple(card for card in pack.catalogue.cards if card.code != "DAN-01")
    groups = tuple(group for group in pack.catalogue.groups if group.id != "dane")
    desk.click("filter-group-dane")
    desk.outside.pack = replace(pack, catalogue=replace(pack.catalogue, cards=cards, groups=groups))
    desk.press(Qt.Key.Key_F5)
    desk.settle_errands()
    assert desk.found() == []
    assert desk.card() == ""
    assert not desk.screen.filters.isSet
    desk.press(Qt.Key.Key_Escape, times=2)  # to the list, then without words
    assert len(desk.found()) == 10


def test_the_last_good_cards_are_told_to_be_that(desk: Desk) -> None:
    desk.outside.is_last_good = True
    desk.press(Qt.Key.Key_F5)
    desk.settle_errands()
    assert desk.message() == "Karty na dysku mają błędy; wyświetlana jest ostatnia poprawna wersja."


def test_a_bug_in_an_errand_is_told_like_a_fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> bytes:
        raise ZeroDivisionError

    monkeypatch.setattr(desk.screen.printing, "_paper", broken)
    print_card(desk)
    assert desk.message() == "Tej karty nie można teraz wydrukować."
