"""Identifiers of a manifest, grown from ids alone: a new title or a new order never moves a learner's results."""

from __future__ import annotations

from hashlib import sha256

from scormpack.model import Unit


def key(unit: Unit) -> str:
    """Return ``lesson-<id>`` or ``course``: at most 71 characters of an NCName, since ids have at most 64 of them."""
    return f"lesson-{unit.name}" if unit.is_one_lesson else "course"


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
    """Return the name of the one resource."""
    return f"resource-{key(unit)}"
