"""The voice of speech-dispatcher keeps order and interrupts; with nobody behind it, it says why."""

from __future__ import annotations

import os
import subprocess
import sys

from kiosk.terminal.speech.description import SOUND_ENVIRONMENT

# Qt's own stand-in for an engine. In a process of its own: the library must never be loaded in the tests' process.
SCRIPT = """
import sys
from PySide6.QtCore import QCoreApplication, QTimer
from kiosk.settings import SpeechKind
from kiosk.terminal.speech.options import SpeechOptions
from kiosk.terminal.speech.speechd import SpeechdVoice
from kiosk.terminal.speech.utterance import Utterance

class Hearing:
    def __init__(self, name, then): self.name, self.then = name, then
    def started(self, utterance): print(self.name, utterance.text, flush=True)
    def finished(self): print(self.name, "finished", flush=True); self.then()
    def failed(self, trouble): print(self.name, "failed", trouble.reason, trouble.is_deaf, flush=True); self.then()

application = QCoreApplication([])
voice = SpeechdVoice(SpeechOptions(SpeechKind.SPEECHD, "", 450), sys.argv[1])
say = lambda name, *texts: voice.say([Utterance(text, "en") for text in texts], Hearing(name, application.quit))
say("old", "one two " * 30, "three")
QTimer.singleShot(150, lambda: say("new", "Aa. Bb.", "", "Cc"))
QTimer.singleShot(9000, application.quit)
application.exec()
voice.close()
"""


def heard(engine: str) -> list[str]:
    environment = {**os.environ, **SOUND_ENVIRONMENT, "SPEECHD_ADDRESS": "unix_socket:/nonexistent"}
    ran = subprocess.run([sys.executable, "-c", SCRIPT, engine], env=environment, capture_output=True, check=True)
    return ran.stdout.decode().splitlines()


def test_newer_list_takes_the_place_of_the_older_and_is_said_in_order() -> None:
    assert heard("mock") == ["old " + "one two " * 30, "new Aa. Bb.", "new Cc", "new finished"]


def test_without_a_daemon_it_says_why() -> None:
    (told,) = heard("speechd")
    assert told.startswith("old failed speech-dispatcher: ")
    assert told.endswith(" True")
