"""Facts about the activities that tincan.xml is written from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from tincan import Activity, ActivityDefinition, InteractionComponent, LanguageMap

from scormpack.formats.xapi.activities import list_activities, spoken_text
from scormpack.formats.xapi.names import COMPONENTS, COURSE, INTERACTION, LESSON
from scormpack.load import load_course
from scormpack.model import MOST_INTERACTIONS, QUESTION_TYPES, Course, Quiz, Unit, plan_units
from scormpack.model.questions import Option
from scormpack.model.questions.choice import Choice


def quiz_of(*questions: Choice) -> Quiz:
    """A quiz of these questions."""
    return Quiz(questions=questions)


def choice(prompt: str = "Which?", options: int = 3, name: str = "q1") -> Choice:
    """A question with so many options, the second right."""
    texts = tuple(Option(text=f"Option *{n}*", correct=n == 2) for n in range(1, options + 1))
    return Choice(id=name, type="choice", prompt=prompt, options=texts)


def test_the_unit_comes_first(course: Course, lesson_unit: Unit, course_unit: Unit) -> None:
    """A lesson, or a course followed by its lessons in order, each followed by its questions."""
    lesson = list(list_activities(course, lesson_unit))
    assert (lesson[0].id, lesson[0].definition.type) == (lesson_unit.iri, LESSON)
    assert {activity.definition.type for activity in lesson[1:]} == {INTERACTION}
    whole = list(list_activities(course, course_unit))
    assert (whole[0].id, whole[0].definition.type) == (course.file.id, COURSE)
    lessons = [activity.id for activity in whole if activity.definition.type == LESSON]
    assert lessons == [course.iri(name) for name in course.order]


def test_every_question_has_its_activity(course: Course, lesson_unit: Unit) -> None:
    """With the id that the runtime's statements use, its type and its prompt."""
    quiz = course.lessons[lesson_unit.name].quiz
    assert quiz is not None
    found = list(list_activities(course, lesson_unit))[1:]
    assert [activity.id for activity in found] == [course.iri(lesson_unit.name, item.id) for item in quiz.questions]
    assert [activity.definition.interaction_type for activity in found] == [item.type for item in quiz.questions]
    assert [activity.definition.description["en"] for activity in found] == [
        spoken_text(question.prompt) for question in quiz.questions
    ]


def test_no_activity_gives_the_answer_away(course: Course, course_unit: Unit) -> None:
    """Correct responses are for the LRS, after the answer: tincan.xml lies readable beside the page."""  # complaint 35
    assert all(
        activity.definition.correct_responses_pattern is None for activity in list_activities(course, course_unit)
    )


def test_options_have_keys_and_plain_texts(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """By the author's order, Markdown turned into words."""
    _, question = list_activities(*with_lesson(quiz=quiz_of(choice(options=3))))
    assert [(entry.id, entry.description["en"]) for entry in question.definition.choices] == [
        *(("a", "Option 1"), ("b", "Option 2"), ("c", "Option 3"))
    ]


def test_forty_options_have_forty_keys(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """Beyond the single characters come numbers."""  # complaint 15
    _, question = list_activities(*with_lesson(quiz=quiz_of(choice(options=40))))
    keys = [entry.id for entry in question.definition.choices]
    assert (keys[25], keys[26], keys[35], keys[36], keys[39]) == ("z", "0", "9", "37", "40")


def test_a_long_prompt_has_a_short_name(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """The name is cut to 255 characters with an ellipsis, the description is whole."""
    _, question = list_activities(*with_lesson(quiz=quiz_of(choice(prompt="word " * 100))))
    assert question.definition.name["en"].endswith("word…")
    assert len(question.definition.name["en"]) <= 255
    assert question.definition.description["en"] == ("word " * 100).strip()


def test_a_picture_is_told_by_its_alternative() -> None:
    """An option that is but a picture has words in a report."""
    assert spoken_text("![A fork](assets/fork.svg)") == "A fork"
    assert spoken_text("Use `a < b` & *care*") == "Use a < b & care"


def test_a_lessons_language_is_its_texts_language(with_lesson: Callable[..., tuple[Course, Unit]]) -> None:
    """Every text of a Japanese lesson says ``ja``."""
    for activity in list_activities(*with_lesson(language="ja")):
        assert list(activity.definition.name) == list(activity.definition.description) == ["ja"]


def test_a_unit_that_reports_no_answers_lists_no_questions(course: Course) -> None:
    """Beyond 250 questions there are no interactions, so there is nothing to describe."""
    questions = tuple(choice(name=f"q{n}") for n in range(MOST_INTERACTIONS // 2 + 1))
    lessons = {name: lesson.model_copy(update={"quiz": quiz_of(*questions)}) for name, lesson in course.lessons.items()}
    large = replace(course, lessons=lessons)
    (unit,) = plan_units(large, "course")
    assert {activity.definition.type for activity in list_activities(large, unit)} == {COURSE, LESSON}


def test_definitions_go_through_the_library_and_back(checkout: Path) -> None:
    """``tincan`` reads each activity's JSON back as the same activity, and its constructors take all that is in it."""
    course = load_course(checkout / "tests" / "courses" / "every-type")
    kinds = set()
    for unit in plan_units(course, "lesson"):
        for activity in list_activities(course, unit):
            said = activity.to_json()
            read = Activity.from_json(said)
            assert read == made_by_tincan(activity)
            assert read.to_json() == said
            kinds.add(activity.definition.interaction_type)
    assert kinds == {None, *QUESTION_TYPES}


def made_by_tincan(activity: Activity) -> Activity:
    """The same activity, each value taken by the constructors and setters of the library itself."""
    told = {name: value for name, value in public(activity.definition).items() if value is not None}
    for name in COMPONENTS:
        if name in told:
            told[name] = [InteractionComponent(**public(component)) for component in told[name]]
    return Activity(id=activity.id, definition=ActivityDefinition(**told))


def public(thing: object) -> dict[str, Any]:
    """What an object of the library holds, by the names of its properties; texts as plain mappings."""
    held = {name.removeprefix("_"): value for name, value in vars(thing).items()}
    return {name: dict(value) if isinstance(value, LanguageMap) else value for name, value in held.items()}
