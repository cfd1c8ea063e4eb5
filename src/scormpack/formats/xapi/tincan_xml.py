"""tincan.xml, written from the activities that ``tincan`` built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from tincan import Activity, InteractionComponent

from scormpack.formats.element import Element, Vocabulary
from scormpack.formats.paths import LAUNCH
from scormpack.formats.xapi.names import COMPONENTS, NAMESPACE
from scormpack.formats.xml_file import one_line

_TC = Vocabulary(NAMESPACE, {None: NAMESPACE})


def build_tincan_xml(activities: Iterable[Activity], language: str, about: Mapping[str, str] | None = None) -> Element:
    """Return the document: a flat list, its first activity the one that is launched.

    Moodle's launch plugin takes the first activity, others the one with ``launch``: here they are the same.

    Args:
        activities: in order, each with a definition.
        language: of the page to launch, BCP 47.
        about: extensions of the first activity: IRI to text (xAPI 1.0.3 part 2, 4.1.11: their keys are IRIs).
    """
    first, *others = activities
    launch = _TC.element("launch", LAUNCH, attributes={"lang": language})
    said = [_TC.element("extensions", *(_extension(key, text) for key, text in about.items()))] if about else []
    elements = [_activity(first, [launch], said), *(_activity(activity) for activity in others)]
    return _TC.element("tincan", _TC.element("activities", *elements))


def _activity(activity: Activity, launch: Iterable[Element] = (), last: Iterable[Element] = ()) -> Element:
    """Importers read the elements in this order: texts, launch, then what an interaction has, then extensions."""
    definition = activity.definition
    parts = [*_texts("name", definition.name), *_texts("description", definition.description), *launch]
    if definition.interaction_type:
        parts.append(_TC.element("interactionType", definition.interaction_type))
    for name in COMPONENTS:
        components = getattr(definition, name)
        if components:
            parts.append(_TC.element(name, *map(_component, components)))
    return _TC.element("activity", *parts, *last, attributes={"id": activity.id, "type": definition.type})


def _extension(key: str, text: str) -> Element:
    return _TC.element("extension", one_line(text), attributes={"key": key})


def _component(component: InteractionComponent) -> Element:
    return _TC.element("component", _TC.element("id", component.id), *_texts("description", component.description))


def _texts(name: str, texts: Mapping[str, str]) -> list[Element]:
    """Return one element a language; the attribute is plain ``lang``, not ``xml:lang``."""
    return [_TC.element(name, text, attributes={"lang": language}) for language, text in texts.items()]
