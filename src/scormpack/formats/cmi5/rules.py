"""Rules on anybody's course structure that the schema cannot tell (cmi5 specification; sections at the rules)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from urllib.parse import parse_qsl

from lxml import etree

from scormpack.formats.cmi5.names import LAUNCH_PARAMETERS, MANIFEST
from scormpack.formats.cmi5.tree import child, every, words
from scormpack.formats.fault import Fault, at, in_file
from scormpack.formats.references import Spellings, is_there, leads_out, resolve, web_host
from scormpack.formats.rules import Package, Rules
from scormpack.formats.xapi.credentials import find_secrets
from scormpack.formats.xml_rules import XML_RULES
from scormpack.late_regex import compile_late
from scormpack.model.course import ABSOLUTE_IRI

_IDENTIFIED = ("course", "block", "au")
_DECIMALS = compile_late(r"[+-]?\d*\.\d{5,}")


def _identified(package: Package) -> Iterator[etree._Element]:
    """Course, blocks, AUs and the course's objectives, which have an id; a block's objectives have an idref."""
    yield from every(package.root, *_IDENTIFIED)
    objectives = child(package.root, "objectives")
    if objectives is not None:
        yield from every(objectives, "objective")


def _name(element: etree._Element) -> str:
    return etree.QName(element).localname


def _check_iris(package: Package) -> Iterator[Fault]:
    """13.1.1 to 13.1.4: every id is an IRI, which statements name; xAPI takes none that is relative."""
    for element in _identified(package):
        if not ABSOLUTE_IRI.fullmatch(element.get("id", "")):
            yield at(
                element,
                f"{_name(element)}/@id is `{element.get('id')}`: write an absolute IRI, as `https://example.org/…`",
            )
    for au in every(package.root, "au"):
        kind = au.get("activityType")
        if kind is not None and not ABSOLUTE_IRI.fullmatch(kind):
            yield at(au, f"activityType is `{kind}`: write an absolute IRI, or leave it out")


def _check_unique(package: Package) -> Iterator[Fault]:
    """13.1.4: an id is unique in the course structure."""
    seen: Counter[str] = Counter()
    for element in _identified(package):
        identifier = element.get("id", "")
        seen[identifier] += 1
        if seen[identifier] == 2:
            yield at(element, f"the id `{identifier}` stands here a second time: give each part its own")


def _check_objectives(package: Package) -> Iterator[Fault]:
    """13.1.3: objectives are defined once, at the top, and referred to."""
    objectives = child(package.root, "objectives")
    defined = set() if objectives is None else {element.get("id") for element in every(objectives, "objective")}
    for holder in every(package.root, "block", "au"):
        for objective in holder.iterfind(f"{holder.tag[: holder.tag.index('}') + 1]}objectives/*"):
            reference = objective.get("idref")
            if reference not in defined:
                yield at(objective, f"an objective refers to `{reference}`, which the course does not define")


def _check_launch(package: Package) -> Iterator[Fault]:
    """14.1: a relative url leads into the zip; a course structure that comes alone has absolute ones only."""
    spellings = Spellings(package.files)
    for url in every(package.root, "url"):
        address = words(url)
        if leads_out(address):
            if web_host(address) is None:
                yield at(url, f"the url `{address}` is no web address: begin it with `https://`")
        elif package.name != MANIFEST:
            yield at(url, f"the url `{address}` is relative, and no zip is around this file: write an absolute one")
        elif not is_there(path := resolve(url, address), package.files):
            advice = spellings.advice(path) or ": put it in, or name the page to open"
            yield at(url, f"the page `{address}` is not in the package{advice}")


def _check_launch_query(package: Package) -> Iterator[Fault]:
    """8.1: the LMS adds these names itself."""
    for url in every(package.root, "url"):
        query = words(url).partition("?")[2].partition("#")[0]
        for name in dict.fromkeys(name for name, _ in parse_qsl(query, keep_blank_values=True, max_num_fields=1000)):
            if name in LAUNCH_PARAMETERS:
                yield at(url, f"the url has a `{name}` of its own, which the LMS adds at launch: leave it out")


def _check_mastery_score(package: Package) -> Iterator[Fault]:
    """13.1.4: at most four decimals."""
    for au in every(package.root, "au"):
        score = au.get("masteryScore", "")
        if _DECIMALS.fullmatch(score.strip()):
            yield at(au, f"masteryScore is `{score}`: write at most four decimals")


def _check_texts(package: Package) -> Iterator[Fault]:
    """13.1.1: each text once in a language, and with words."""
    for holder in every(package.root, "title", "description"):
        languages: Counter[str] = Counter()
        for text in every(holder, "langstring"):
            language = text.get("lang", "")
            languages[language.lower()] += 1
            if languages[language.lower()] == 2:
                yield at(text, f"a {_name(holder)} has two texts in the language `{language}`: keep one")
            if not words(text):
                yield at(text, f"a {_name(holder)} is empty: write it")


def _check_credentials(package: Package) -> Iterator[Fault]:
    """8.2: the LMS hands a token over at launch, for one session."""
    said = "\n".join(words(element) for element in every(package.root, "url", "launchParameters"))
    for what in dict.fromkeys((*find_secrets("json", said.encode()), *find_secrets("xml", package.data))):
        yield in_file(package.name, f"the course holds {what}: take it out, the LMS hands credentials over")


ANY_RULES: Rules = {
    "iri": _check_iris,
    "unique": _check_unique,
    "objective": _check_objectives,
    "launch": _check_launch,
    "launch-query": _check_launch_query,
    "mastery-score": _check_mastery_score,
    "text": _check_texts,
    "credentials": _check_credentials,
    **XML_RULES,
}
"""What holds for anybody's course structure, beside the schema."""
