"""Identifiers of a manifest, grown from ids alone: a new title or a new order never moves a learner's results."""

from __future__ import annotations

from hashlib import sha256

from scormpack.model import Unit


def key(unit: Unit) -> str:
    """Return ``lesson-<id>``, ``module-<id>`` or ``course``: at most 71 characters of an NCName, for ids have 64."""
    if unit.is_one_lesson:
        return f"lesson-{unit.name}"
    return "course" if unit.kind == "course" else f"module-{unit.modules[0].id}"


def manifest_identifier(unit: Unit) -> str:
    """Return the package's own name: another for each course, though two courses may have lessons of one id."""
    return f"manifest-{key(unit)}-{sha256(unit.iri.encode()).hexdigest()[:12]}"


def organization_identifier(unit: Unit) -> str:
    """Return the name of the one organization."""
    return f"organization-{key(unit)}"


def item_identifier(unit: Unit) -> str:
    """Return the SCO's name: Moodle finds a learner's tracks by it when a package is replaced (complaint 23)."""
    return f"item-{key(unit)}"


def resource_identifier(unit: Unit) -> str:
    """Return the name of the SCO's resource."""
    return f"resource-{key(unit)}"
