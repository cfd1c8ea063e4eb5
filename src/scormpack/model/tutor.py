"""What a course says of the tutors in its lessons."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from scormpack.model.base import Model

_LOCAL = frozenset(["localhost", "127.0.0.1", "::1"])


def require_endpoint(text: str) -> str:
    """Return ``text`` if a page may send questions there: over https, or http to this machine; with nothing secret."""
    try:
        address = urlsplit(text)
        host, _ = address.hostname, address.port
    except ValueError as fault:
        raise PydanticCustomError("tutor_endpoint", "this is no address of a service") from fault
    if not host or any(character.isspace() for character in text):
        raise PydanticCustomError("tutor_endpoint", "this is no address of a service")
    if address.scheme != "https" and not (address.scheme == "http" and host in _LOCAL):
        raise PydanticCustomError("tutor_endpoint", "this must begin with `https://`")
    # All that a package holds, every learner can read.
    if address.username is not None or address.query or address.fragment:
        raise PydanticCustomError("tutor_endpoint", "this holds more than an address")
    return text


class Tutor(Model):
    """How the tutors of a course answer; a lesson says by its own ``tutor`` whether it has one."""

    endpoint: Annotated[str, AfterValidator(require_endpoint)] | None = None
    """Address of a service that writes answers; left out: the page quotes the lesson by itself."""
    timeout: Annotated[int, Field(ge=1, le=120)] = 20
    """Seconds without a word from the service, after which the page quotes the lesson instead."""
    record: bool = False
    """Whether an LRS is told what learners ask."""

    @property
    def host(self) -> str | None:
        """The service's host, with its port where it names one."""
        return urlsplit(self.endpoint).netloc if self.endpoint else None
