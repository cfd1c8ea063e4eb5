"""What an LRS holds of a registration."""

from typing import Any

from lrs import Lrs

Statement = dict[str, Any]


def verb(statement: Statement) -> str:
    """Return the last word of the verb's IRI."""
    return str(statement["verb"]["id"]).rpartition("/")[2]


def verbs(lrs: Lrs, registration: str) -> list[str]:
    """Return the verbs of a registration, in the order of writing."""
    return [verb(statement) for statement in lrs.statements(registration=registration)]


def one(lrs: Lrs, registration: str, wanted: str) -> Statement:
    """Return the only statement with a verb."""
    found = [statement for statement in lrs.statements(registration=registration) if verb(statement) == wanted]
    assert len(found) == 1, f"{wanted}: {len(found)}"
    return found[0]
