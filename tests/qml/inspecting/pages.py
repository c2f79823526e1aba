"""Whether a page makes sense alone: answers never without their question, keys never without their field, and whose
terminal it is said once."""

from __future__ import annotations

from tests.qml.inspecting.sight import Sight


def faults_of_head(sight: Sight) -> list[str]:
    """The office's name said twice on one screen, where once is enough."""
    name = sight.window.property("officeName")
    said = [label for label in sight.labels if label.property("text") == name]
    return [f"'{name}' stands there {len(said)} times"] if len(said) > 1 else []


def faults_of_pages(sight: Sight, scene: str) -> list[str]:
    """What stands on another page than what belongs to it, in a scene of that name."""
    if scene.startswith("survey-"):
        names = {item.objectName() for item in sight.items}
        return [] if "question" in names else ["answers without their question"]
    if scene in ("search", "search-typing", "search-nothing-typing", "search-other-keys"):
        turned = [item for item in sight.items if item.objectName() == "nextPage"]
        return ["what is typed and the keys for it are on two pages"] if turned else []
    return []
