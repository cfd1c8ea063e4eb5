"""Facts about new courses: they work as they stand, and touch nothing that is there."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from scormpack.build import BuildOptions, build_course
from scormpack.check import check_course
from scormpack.errors import OptionError
from scormpack.load import load_course
from scormpack.scaffold import NewCourse, course_id, write_course
from scormpack.scaffold.starter import as_scalar

LANGUAGES = ("ar", "de", "en", "es", "fr", "hi", "ja", "pt", "zh")


def new(folder: Path, **values: object) -> NewCourse:
    """Return a course to make."""
    return NewCourse(folder, **{"title": "Fire safety", "id": course_id("fire safety"), **values})  # type: ignore[arg-type]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_new_course_has_no_findings(tmp_path: Path, language: str) -> None:
    """In each language of the interface every rule is silent; an English lesson in another course says that it is."""
    write_course(new(tmp_path / "course", language=language))
    course = load_course(tmp_path / "course")
    assert check_course(course) == ()
    assert course.file.language == language
    (lesson,) = course.lessons.values()
    assert course.language(lesson) == "en"
    assert (lesson.language == "en") == (language != "en")
    assert (course.file.modules[0].title == "First steps") == (language == "en")


def test_a_new_course_builds_at_once(tmp_path: Path) -> None:
    """Its packages are written under ``--strict``, with a pass mark, a picture and four types of questions."""
    write_course(new(tmp_path / "course", title='Fire: "safety" #1', pass_mark=80))
    report = build_course(tmp_path / "course", BuildOptions(output=tmp_path / "dist", strict=True))
    assert report.course == 'Fire: "safety" #1'
    assert [(package.format, package.pass_mark) for package in report.packages] == [("scorm12", 80), ("xapi", 80)]
    (lesson,) = load_course(tmp_path / "course").lessons.values()
    assert lesson.quiz is not None
    assert len({question.type for question in lesson.quiz.questions}) == 4


def test_its_editor_lines_lead_to_schemas_that_fit(tmp_path: Path) -> None:
    """Each file begins with the path, from itself, of a schema by which it is valid."""
    write_course(new(tmp_path))
    for name in ("course.yaml", "lessons/remember-more.yaml"):
        text = (tmp_path / name).read_text(encoding="utf-8")
        line = text.partition("\n")[0]
        schema = (tmp_path / name).parent / line.removeprefix("# yaml-language-server: $schema=")
        told = json.loads(schema.read_text(encoding="utf-8"))
        jsonschema.validate(yaml.safe_load(text), told)
        assert not jsonschema.validators.validator_for(told)(told).is_valid({}), "it asks for something"


@pytest.mark.parametrize("name", ["course.yaml", "lessons", "assets", ".schemas"])
def test_nothing_is_written_over(tmp_path: Path, name: str) -> None:
    """Where something is in the way, even a link to nowhere, nothing is written, and what to do is said."""
    (tmp_path / name).symlink_to("nowhere")
    with pytest.raises(OptionError, match="another"):
        write_course(new(tmp_path))
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_folder_with_other_things_keeps_them(tmp_path: Path) -> None:
    """Beside a README and a .gitignore the course is made, and both stay as they are."""
    for name in ("README.md", ".gitignore"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    write_course(new(tmp_path))
    assert check_course(load_course(tmp_path)) == ()
    assert {(tmp_path / name).read_text(encoding="utf-8") for name in ("README.md", ".gitignore")} == {"mine"}


@pytest.mark.parametrize("place", ["some/where/new", "there"])
def test_it_is_written_whole_or_not_at_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str) -> None:
    """Interrupted while it moves into its place, it leaves no file and no folder."""
    (tmp_path / "there").mkdir()
    calls = []
    rename = Path.rename

    def interrupted(self: Path, target: Path) -> Path:
        calls.append(target)
        if len(calls) == 3 or place != "there":
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", interrupted)
    with pytest.raises(KeyboardInterrupt):
        write_course(new(tmp_path / place))
    assert [path.name for path in tmp_path.rglob("*")] == ["there"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({"title": "two\nlines"}, "write one line"),
        ({"title": "x" * 201}, "at most 200"),
        ({"id": "fire"}, "https://example.org/courses/kitchen-safety"),
        ({"language": "english, please"}, "a code such as en"),
        ({"language": "Deutsch"}, "cannot be the language: write `de`"),
        ({"language": "español"}, "cannot be the language: write `es`"),
        ({"language": "va"}, "cannot be the language: write `ca-valencia`"),
        ({"language": "qq"}, "a code such as en"),
        ({"language": "nonsense"}, "a code such as en"),
        ({"pass_mark": 101}, "from 0 to 100"),
        ({"formats": ("scorm3",)}, "write one of: scorm12"),
    ],
)
def test_a_value_that_cannot_be_is_refused(tmp_path: Path, values: dict[str, object], said: str) -> None:
    """Each is refused before anything is written, with what to write instead."""
    with pytest.raises(OptionError, match=said):
        write_course(new(tmp_path / "course", **values))
    assert not (tmp_path / "course").exists()


@given(st.text(st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp"), exclude_characters="\ufeff"), min_size=1))
def test_any_text_reads_back_as_it_was_written(text: str) -> None:
    """A title of any characters is the same title once YAML has read it."""
    assert yaml.safe_load(f"a: {as_scalar(text)} # comment\nb: [{as_scalar(text)}]") == {"a": text, "b": [text]}
