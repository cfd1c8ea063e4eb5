"""Kinds of arguments, and what a shell may complete them to."""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import click
from click.shell_completion import CompletionItem

from scormpack.errors import OptionError
from scormpack.shell_word import quote_word

_COURSE_FILE = "course.yaml"
WITH_PACKAGES = "`scormpack inspect {0}` says what is in it, `scormpack preview {0}` plays it"


class CourseFolder(click.Path):
    """A folder with a ``course.yaml``."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)  # whoever reads it says why it cannot

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 (Click's own signature)
        """Return the path.

        Raises:
            OptionError: where it is a finished package.
        """
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.suffix == ".zip" and path.is_file():
            raise OptionError(f"{path} is a finished package, not a course: {WITH_PACKAGES.format(quote_word(path))}")
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the folders that are courses or hold some; where there are none, any folder."""
        del ctx, param
        folder, begun = os.path.split(incomplete)
        try:
            places = sorted(place for place in Path(folder or ".").iterdir() if place.name.startswith(begun))
            found = [place for place in places if not place.name.startswith(".") and _leads_to_course(place)]
        except OSError:
            found = []
        items = [CompletionItem(os.path.join(folder, place.name)) for place in found]  # noqa: PTH118 (`./x` stays `./x`)
        return items or [CompletionItem(incomplete, type="dir")]


class CourseOrZip(CourseFolder):
    """A folder with a ``course.yaml``, or a finished package."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 (Click's own signature)
        """Return the path.

        Raises:
            OptionError: where it would be a package, and is not there.
        """
        path = Path(os.fsdecode(click.Path.convert(self, value, param, ctx)))
        if path.suffix == ".zip" and not path.exists():
            raise _no_file(path)
        return path

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the courses, then the packages."""
        folder, begun = os.path.split(incomplete)
        zips = sorted(place.name for place in Path(folder or ".").glob("*.zip") if place.name.startswith(begun))
        found = [item for item in super().shell_complete(ctx, param, incomplete) if item.type != "dir" or not zips]
        return found + [CompletionItem(os.path.join(folder, name)) for name in zips]  # noqa: PTH118 (`./x` stays `./x`)


class PackageFile(click.Path):
    """A finished package."""

    def __init__(self) -> None:
        super().__init__(path_type=Path, readable=False)  # whoever reads it says why it cannot

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:  # noqa: ANN401 (Click's own signature)
        """Return the path.

        Raises:
            OptionError: where there is no file.
        """
        path = Path(os.fsdecode(super().convert(value, param, ctx)))
        if path.is_dir():
            kind = "a course, not a package" if (path / _COURSE_FILE).is_file() else "a folder"
            hint = f"`scormpack check {quote_word(path)}` reads it" if kind != "a folder" else "name the zips in it"
            raise OptionError(f"{path} is {kind}: {hint}")
        if not path.exists():
            raise _no_file(path)
        return path


def _no_file(path: Path) -> OptionError:
    zips = [place.name for place in path.parent.glob("*.zip")]
    near = get_close_matches(path.name, zips, n=1)
    hint = f"did you mean {path.parent / near[0]}?" if near else "name a zip, as `scormpack build` writes it"
    return OptionError(f"there is no file {path}: {hint}")


def one_of(words: Sequence[str]) -> str:
    """Return the words as a sentence lists them: ``bash, zsh or fish``."""
    *most, last = words
    return f"{', '.join(most)} or {last}"


class Choice(click.Choice[str]):
    """One of a few words."""

    def get_invalid_choice_message(self, value: Any, ctx: click.Context | None) -> str:  # noqa: ANN401 (Click's own signature)
        """Return what is wrong, and what to write instead."""
        del ctx
        near = get_close_matches(str(value).lower(), self.choices, n=1)
        hint = f"did you mean `{near[0]}`?" if near else f"write {one_of(self.choices)}"
        return f"there is no `{value}`: {hint}"


class OneOf(click.ParamType[str]):
    """A name out of several that some part of scormpack knows; the command says what is no such name."""

    name = "name"

    def __init__(self, kind: str) -> None:
        self._kind = kind

    def shell_complete(self, ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
        """Return the names that begin so, with what each is."""
        del ctx, param
        before, comma, begun = incomplete.rpartition(",")  # codes may stand with commas between
        names = [(name, text) for name, text in _names(self._kind) if name.startswith(begun)]
        return [CompletionItem(f"{before}{comma}{name}", help=text) for name, text in names]


FORMAT, TARGET, RULE, CODE, QUESTION_TYPE, LESSON = (
    OneOf(kind) for kind in ("format", "target", "rule", "code", "question", "lesson")
)


def _names(kind: str) -> Iterable[tuple[str, str]]:
    if kind == "format":
        from scormpack.formats import FORMATS  # noqa: PLC0415 (only what is asked for is loaded)

        return [(name, "") for name in FORMATS]
    if kind == "target":
        from scormpack.build.targets import TARGETS  # noqa: PLC0415

        return [(target.name, target.title) for target in TARGETS.values()]
    if kind in {"rule", "code"}:
        from scormpack.check.rule_page import list_package_pages, list_rule_pages  # noqa: PLC0415

        pages = list_rule_pages() if kind == "rule" else (*list_rule_pages(), *list_package_pages())
        return [(page.code, page.summary) for page in pages]
    if kind == "question":
        from scormpack.model import QUESTION_TYPES  # noqa: PLC0415

        return [(name, (model.__doc__ or "").partition("\n")[0]) for name, model in QUESTION_TYPES.items()]
    from scormpack.course_folder import find_course  # noqa: PLC0415

    return [(path.stem, "") for path in sorted((find_course(None) / "lessons").glob("*.yaml"))]


def _leads_to_course(place: Path) -> bool:
    if (place / _COURSE_FILE).is_file():
        return True
    return place.is_dir() and any((inner / _COURSE_FILE).is_file() for inner in place.iterdir())
