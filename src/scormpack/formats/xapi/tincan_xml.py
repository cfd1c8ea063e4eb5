"""tincan.xml, written from the activities that ``tincan`` built."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache

from tincan import Activity

from scormpack.formats.element import HOLE, Element, Filled, Form, Vocabulary
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
    described = (_question(one) if one.definition.interaction_type else _activity(one) for one in others)
    return _TC.element("tincan", _TC.element("activities", _activity(first, [launch], said), *described))


# Importers read an activity's elements in this order: texts, launch, then what an interaction has, then extensions.


def _activity(activity: Activity, launch: Iterable[Element] = (), last: Iterable[Element] = ()) -> Element:
    definition = activity.definition
    parts = [*_texts("name", definition.name), *_texts("description", definition.description), *launch, *last]
    return _TC.element("activity", *parts, attributes={"id": activity.id, "type": definition.type})


def _question(activity: Activity) -> Filled:
    said = activity.definition
    lists = [(name, components) for name in COMPONENTS if (components := getattr(said, name))]
    spoken = tuple([(name, tuple([tuple(component.description) for component in held])) for name, held in lists])
    words = [activity.id, said.type, *said.name.values(), *said.description.values(), said.interaction_type]
    for _, held in lists:
        for component in held:
            words += (component.id, *component.description.values())
    return _question_form(tuple(said.name), tuple(said.description), spoken).fill(*words)


_Languages = tuple[str, ...]


@lru_cache(maxsize=256)  # most questions of a course have as many options, in one language
def _question_form(
    name: _Languages, description: _Languages, lists: tuple[tuple[str, tuple[_Languages, ...]], ...]
) -> Form:
    """Return the form of an interaction with texts in these languages, and those of each component in its lists."""
    texts = [*_hollow("name", name), *_hollow("description", description), _TC.element("interactionType", HOLE)]
    components = [_TC.element(of, *(_component(languages) for languages in held)) for of, held in lists]
    return Form(_TC.element("activity", *texts, *components, attributes={"id": HOLE, "type": HOLE}))


def _component(languages: _Languages) -> Element:
    return _TC.element("component", _TC.element("id", HOLE), *_hollow("description", languages))


def _hollow(name: str, languages: _Languages) -> list[Element]:
    return _texts(name, dict.fromkeys(languages, HOLE))


def _extension(key: str, text: str) -> Element:
    return _TC.element("extension", one_line(text), attributes={"key": key})


def _texts(name: str, texts: Mapping[str, str]) -> list[Element]:
    """Return one element a language; the attribute is plain ``lang``, not ``xml:lang``."""
    return [_TC.element(name, text, attributes={"lang": language}) for language, text in texts.items()]
