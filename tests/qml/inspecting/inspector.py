"""All that the inspector has to say of one screen."""

from __future__ import annotations

from tests.qml.inspecting.contrast import faults_of_contrast
from tests.qml.inspecting.focus import Place, faults_of_focus, places_of_targets
from tests.qml.inspecting.language import faults_of_language
from tests.qml.inspecting.sight import Sight
from tests.qml.inspecting.spoken import faults_of_speech
from tests.qml.inspecting.targets import faults_of_targets
from tests.qml.inspecting.words import faults_of_words


class Inspector:
    """Looks at the screens of one panel in one mode. `low_zone` is in pixels, None where the screen is not lowered."""

    def __init__(self, pixels_per_millimetre: float, low_zone: float | None = None, *, is_high: bool = False) -> None:
        self._pixels_per_millimetre = pixels_per_millimetre
        self._low_zone = low_zone
        self._is_high = is_high
        self._walked: set[frozenset[Place]] = set()

    def faults(self, sight: Sight, language: str) -> list[str]:
        """As sentences. Presses Tab, but not where any key takes away what is shown: the warning, the attract loop."""
        found = [
            *faults_of_targets(sight, self._pixels_per_millimetre, self._low_zone),
            *faults_of_words(sight),
            *faults_of_language(sight, language),
            *faults_of_speech(sight),
            *faults_of_contrast(sight, is_high=self._is_high),
        ]
        # Pages of a card have mostly the same targets in the same places: the focus takes the same way.
        is_covered = sight.is_veiled or sight.is_asleep
        if not is_covered and (places := places_of_targets(sight)) not in self._walked:
            self._walked.add(places)
            found += faults_of_focus(sight, self._pixels_per_millimetre)
        return found
