"""A fault in a file that a course puts into its ``templates/``, as a finding."""

from __future__ import annotations

from pathlib import Path

from scormpack.errors import CourseError, Finding

CODE = "template-error"


def template_error(path: Path, root: Path, message: str, line: int = 0) -> CourseError:
    """Return the error for a file of templates, messages or styles; ``line`` is 1-based, 0 for the file as a whole."""
    file = path.relative_to(root).as_posix() if path.is_relative_to(root) else path.name
    source = _line_of(path, line)
    indent = len(source) - len(source.lstrip())
    length = max(1, len(source.strip()))
    hint = "`docs/templates.md` lists what a template may use."
    return CourseError([Finding(CODE, message, hint, file, line, indent + 1 if line else 0, length, source)])


def _line_of(path: Path, line: int) -> str:
    if line < 1:
        return ""
    try:
        lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    return lines[line - 1] if line <= len(lines) else ""
