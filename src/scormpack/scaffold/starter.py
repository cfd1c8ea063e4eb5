"""The texts that new files begin with."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "starter"


def starter_text(name: str, values: Mapping[str, str]) -> str:
    """Return the starter file ``name`` with each ``<<key>>`` replaced by its value, which must be YAML already."""
    text = (_FOLDER / name).read_text(encoding="utf-8")
    return re.sub(r"<<(\w+)>>", lambda match: values[match[1]], text)


def as_scalar(text: str) -> str:
    """Return ``text`` as a YAML scalar of one line: bare where it reads back as it is, else in quotes."""
    quoted = json.dumps(text, ensure_ascii=False)
    try:
        plain = yaml.safe_load(f"key: {text} # end\nkeys: [{text}]") == {"key": text, "keys": [text]}
    except yaml.YAMLError:
        plain = False
    return text if plain else quoted
