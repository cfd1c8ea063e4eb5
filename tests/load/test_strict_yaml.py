"""Facts about what YAML means to us, and that nothing in a file can break its reading."""

from __future__ import annotations

import math
import re
import time

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scormpack.load import strict_yaml
from scormpack.load.source import Source
from scormpack.load.strict_yaml import Value, parse_yaml, scalar_value


def read(text: str) -> Value:
    """Return the value of a text without faults."""
    value, findings = parse_yaml(Source("a.yaml", text))
    assert findings == []
    return value


def codes(text: str) -> list[str]:
    """Return the codes of what is wrong with a text."""
    return [finding.code for finding in parse_yaml(Source("a.yaml", text))[1]]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRue", "tRue"),
        ("yes", "yes"),
        ("No", "No"),
        ("on", "on"),
        ("off", "off"),
        ("y", "y"),
        ("null", None),
        ("~", None),
        ("Null", None),
        ("nUll", "nUll"),
        ("0", 0),
        ("-7", -7),
        ("+7", 7),
        ("007", 7),
        ("0o17", 15),
        ("0x1F", 31),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("1:30", "1:30"),
        ("190:20:30", "190:20:30"),
        ("1.5", 1.5),
        ("-.5", -0.5),
        ("3.", 3.0),
        ("1e3", 1000.0),
        ("1E-2", 0.01),
        ("1e", "1e"),
        (".", "."),
        ("-", "-"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
        ("12 %", "12 %"),
        ("=", "="),
        ("<<", "<<"),
        (".inf", ".inf"),
        (".NaN", ".NaN"),
        ("1e999", "1e999"),
        ("999999999999999999", 999999999999999999),
        ("1000000000000000001", "1000000000000000001"),
        ("12345678901234567890123456789012345", "12345678901234567890123456789012345"),
    ],
)
def test_plain_scalars_are_those_of_yaml_1_2(written: str, value: Value) -> None:
    """Each plain scalar is what the core schema of YAML 1.2 says, less what is not finite."""
    assert scalar_value(written) == value
    assert type(scalar_value(written)) is type(value)


# YAML 1.2.2 §10.3.2, as it stands there, for the property below.
CORE = (
    (re.compile(r"null|Null|NULL|~|"), lambda text: None),  # noqa: ARG005
    (re.compile(r"true|True|TRUE|false|False|FALSE"), lambda text: text.lower() == "true"),
    (re.compile(r"[-+]?[0-9]+"), int),
    (re.compile(r"0o[0-7]+"), lambda text: int(text, 0)),
    (re.compile(r"0x[0-9a-fA-F]+"), lambda text: int(text, 0)),
    (re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?"), float),
)


@given(st.one_of(st.text("+-.0123456789eExoaFtrunl~", max_size=14), st.integers().map(str), st.floats().map(str)))
@example("")
@example("0o8")
@settings(max_examples=300, deadline=None)
def test_scalars_agree_with_the_specification(text: str) -> None:
    """Any scalar is what the table of YAML 1.2.2 §10.3.2 makes of it; what is too long or not finite stays text."""
    expected = next((meaning(text) for pattern, meaning in CORE if pattern.fullmatch(text)), text)
    value = scalar_value(text)
    if isinstance(expected, int | float) and isinstance(value, str):
        assert len(text) > 15 or math.isinf(expected)
    else:
        assert value == expected


@pytest.mark.parametrize("written", ['"1"', "'true'", "|\n  1", ">-\n  null"])
def test_what_is_quoted_or_in_a_block_is_text(written: str) -> None:
    """Only plain scalars mean anything but text."""
    value = read(f"a: {written}\n")
    assert isinstance(value, dict)
    assert isinstance(value["a"], str)


def test_keys_are_text_or_whole_numbers() -> None:
    """A key that reads like something else stays as it was written."""
    assert read("{1: a, true: b, ~: c, 1.50: d, '2': e}") == {1: "a", "true": "b", "~": "c", "1.50": "d", "2": "e"}


def test_collections_are_dicts_and_tuples() -> None:
    """Lists come as tuples: values are frozen."""
    assert read("a: [1, {b: []}]") == {"a": (1, {"b": ()})}


def test_an_alias_stands_for_its_anchor() -> None:
    """An anchor may be used again, also after it was given anew."""
    assert read("[&x 1, *x, &x 2, *x]") == (1, 1, 2, 2)


def test_a_merge_key_merges_nothing() -> None:
    """YAML 1.2 has no merge keys: `<<` is a key like any other."""
    assert read("a: &a {b: 1}\nc: {<<: *a}") == {"a": {"b": 1}, "c": {"<<": {"b": 1}}}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", ["empty-file"], id="nothing"),
        pytest.param("# only\n", ["empty-file"], id="a comment"),
        pytest.param("null", ["empty-file"], id="null"),
        pytest.param("---\n...\n", ["empty-file"], id="an empty document"),
        pytest.param("a: 1\na: 2\na: 3", ["duplicate-key"] * 2, id="a key three times"),
        pytest.param("{1: a, 0x1: b}", ["duplicate-key"], id="one number written in two ways"),
        pytest.param("a: !!int 1", ["yaml-tag"], id="a tag of YAML's own"),
        pytest.param("a: !ruby/object 1", ["yaml-tag"], id="a tag of another's"),
        pytest.param("!x {a: !y [1]}", ["yaml-tag"] * 2, id="tags of collections"),
        pytest.param("a: 1\n---\nb: 2", ["yaml-syntax"], id="two documents"),
        pytest.param("a: *b", ["yaml-syntax"], id="an alias of nothing"),
        pytest.param("a: &a [*a]", ["yaml-syntax"], id="an alias in its own anchor"),
        pytest.param("{[1]: 2}", ["bad-key"], id="a list as key"),
        pytest.param("{&a b: 1, *a : 2}", ["bad-key"], id="an alias as key"),
        pytest.param("[" * 42 + "]" * 42, ["too-deep"], id="42 lists in each other"),
        pytest.param("a: ! 1", ["yaml-tag"], id="a tag of no name"),
        pytest.param('"\\x07"', ["control-character"], id="a bell by escape"),
        pytest.param("\x07", ["control-character"], id="a bell"),
        pytest.param("a:\n\t- b", ["yaml-tab"], id="a tab"),
    ],
)
def test_what_is_not_strict_is_a_finding(text: str, expected: list[str]) -> None:
    """Each way out of strict YAML has its code."""
    assert codes(text) == expected


def test_forty_levels_are_allowed() -> None:
    """The limit of depth itself is allowed: a list that forty lists stand around."""
    assert codes("[" * 41 + "]" * 41) == []


@pytest.mark.parametrize("escape", ["\\t", "\\n", "\\u0085", "\\U0001F642", "\\x80"])
def test_characters_that_xml_can_hold_may_be_escaped(escape: str) -> None:
    """A manifest can hold them, so a text can."""
    assert codes(f'a: "{escape}"') == []


def test_an_alias_bomb_goes_off_in_nobodys_face() -> None:
    """Nine times nine levels of aliases are refused at once, and so is one long text many times."""
    lists = "".join(
        f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]\n"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )
    texts = f"a: &a {'x' * 1_000_000}\nb: [{', '.join(['*a'] * 10_000)}]"
    started = time.process_time()
    assert codes("a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + lists) == ["too-many-values"]
    assert codes(texts) == ["too-many-values"]
    assert time.process_time() - started < 2


def test_many_faults_do_not_take_long() -> None:
    """A file of 60,000 faults is read in seconds: places are not counted from the top each time."""
    started = time.process_time()
    assert len(codes("a: 1\n" * 60_000)) == 59_999
    assert time.process_time() - started < 10


@given(
    st.one_of(
        st.text(max_size=80),
        st.text(" \t\n-:[]{}&*!|>'\"#%@`,?.ab1~\\", max_size=60),
        st.binary(max_size=60).map(lambda data: data.decode("utf-8", "replace")),
    )
)
@settings(max_examples=300, deadline=1000)
def test_no_text_breaks_the_reading(text: str) -> None:
    """Any text gives a value, or findings that stand in it; never an exception."""
    source = Source("a.yaml", text.replace("\r\n", "\n").replace("\r", "\n"))
    value, findings = parse_yaml(source)
    assert value is not None or findings
    for finding in findings:
        assert finding.message
        assert finding.hint
        assert 0 <= finding.line <= len(source.lines)
        if finding.line:
            assert finding.source == source.lines[finding.line - 1]
            assert 1 <= finding.column <= len(finding.source) + 1


_LINES = """a: b|b: 1|c:|t: true|? d|- e|e: ||f: 'g'|1: h|~: i|true: j|[k]: l|{m: n}: o|g: "\\t"|h: "\\x07"|i: &x j
k: *x|l: !!str 1|m: ! n|n: [a, {b: c}]|--- {o: p}|...|a: again|- - nested|# note|text|o: ]|p: 0x1F|q: .5|r: null|s: ~"""


_STARTS = ["", "", "  ", "    ", "- ", "  - "]


@given(st.lists(st.tuples(st.sampled_from(_STARTS), st.sampled_from(re.split("[|\n]", _LINES))), max_size=9))
@example([("", "a: b"), ("", "a: again")])
@example([("", "c:"), ("  ", 'h: "\\x07"')])
@settings(max_examples=600, deadline=1000)
def test_a_closer_look_finds_the_same_values(lines: list[tuple[str, str]]) -> None:
    """What is read without a closer look is what that gives, and it finds nothing there."""
    text = "\n".join(start + line for start, line in lines)
    try:
        plain = strict_yaml._read_plain(text)
    except (strict_yaml._LookCloserError, yaml.YAMLError):
        return
    reader = strict_yaml._Reader(Source("a.yaml", text))
    closely = reader.read_stream(strict_yaml.Parser(text))
    assert reader.findings == []
    assert repr(plain) == repr(closely)  # 1 is not True


def test_a_usual_file_needs_no_closer_look() -> None:
    """Neither numbers as keys nor escapes nor flow style send a file back to be read closely."""
    text = 'a: "x\\"y"\nblanks:\n  1: [b, "c"]\n  2: {d: e}\n'
    assert strict_yaml._read_plain(text) == {"a": 'x"y', "blanks": {1: ("b", "c"), 2: {"d": "e"}}}


@pytest.mark.parametrize("text", ["a: [1, 'x', {b: yes}]\nc: |\n  d\n", "a: 1\na: 2", "a: &x !y 1\nb: *x", "a: *y"])
def test_the_slow_parser_means_the_same(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where PyYAML comes without libyaml, values and findings are the same."""
    fast = parse_yaml(Source("a.yaml", text))
    monkeypatch.setattr(strict_yaml, "Parser", yaml.SafeLoader)
    assert parse_yaml(Source("a.yaml", text)) == fast
