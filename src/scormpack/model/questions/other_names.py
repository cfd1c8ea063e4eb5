"""What other tools call our types of questions."""

from __future__ import annotations

OTHER_NAMES = {
    **dict.fromkeys(("multiple-choice", "single-choice", "mcq", "mc", "multiple-response", "checkbox"), "choice"),
    **dict.fromkeys(("true-or-false", "boolean", "yes-no"), "true-false"),
    **dict.fromkeys(("cloze", "gap", "gap-fill", "blank", "fill-in-the-blank", "short-answer", "text"), "fill-in"),
    **dict.fromkeys(("number", "calculated", "numerical"), "numeric"),
    **dict.fromkeys(("match", "pairs", "drag-and-drop"), "matching"),
    **dict.fromkeys(("order", "ordering", "sequence", "sorting", "sort"), "sequencing"),
    **dict.fromkeys(("scale", "survey", "rating", "opinion"), "likert"),
    **dict.fromkeys(("essay", "long-text", "open", "free-text"), "long-fill-in"),
    **dict.fromkeys(("task", "tasks", "checklist"), "performance"),
}
"""In small letters, with dashes, to the name of our type."""
