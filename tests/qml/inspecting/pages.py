"""Whether a page makes sense alone: answers never without their question, keys never without their field."""

from __future__ import annotations

from tests.qml.inspecting.sight import Sight


def faults_of_pages(sight: Sight, scene: str) -> list[str]:
    """What stands on another page than what belongs to it, in a scene of that name."""
    if scene.startswith("survey-"):
        names = {item.objectName() for item in sight.items}
        return [] if "question" in names else ["answers without their question"]
    if scene in ("search", "search-typing", "search-nothing-typing", "search-other-keys"):
        turned = [item for item in sight.items if item.objectName() == "nextPage"]
        return ["what is typed and the keys for it are on two pages"] if turned else []
    return []
