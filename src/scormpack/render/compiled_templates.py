"""Our own templates as code, kept where Python keeps that of our modules: in ``__pycache__``.

A file there has its name from all that goes into it: the text of the template, what makes code of it, for which Python.
So none is ever stale; and one that is missing, damaged, or may not be written costs the time to compile, and no more.
"""

from __future__ import annotations

import marshal
import os
import sys
from contextlib import suppress
from hashlib import sha256
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from scormpack.render import plain_jinja

MOST = 100
"""Those written longest ago go: a course with messages of its own has templates of its own, and each change of them."""
_ENDING = ".template"
_SEAL = 32
"""Bytes before the code: its hash."""


class CompiledTemplates(BytecodeCache):
    """Jinja asks it before it compiles a template, and brings it what it has compiled."""

    def __init__(self, settings: object) -> None:
        """Know what makes code of a template: ``settings`` are the environment's."""
        makers = (Path(plain_jinja.__file__).read_bytes(), jinja2.__version__, MAGIC_NUMBER, settings)
        self._makers = repr(makers)

    def get_source_checksum(self, source: str) -> str:
        """Return a hash of what the code is made of."""
        return sha256(f"{self._makers}\0{source}".encode()).hexdigest()

    def load_bytecode(self, bucket: Bucket) -> None:
        """Take the code of a template, if it is there and whole."""
        try:
            data = _place_of(bucket).read_bytes()
        except OSError:
            return
        seal, code = data[:_SEAL], data[_SEAL:]
        if sha256(code).digest() == seal:
            bucket.code = marshal.loads(code)  # noqa: S302 - as Python reads what lies beside it

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the code of a template, if Python may keep that of modules."""
        if sys.dont_write_bytecode:
            return
        code = marshal.dumps(bucket.code)
        place = _place_of(bucket)
        with suppress(OSError):
            place.parent.mkdir(parents=True, exist_ok=True)
            made = place.with_suffix(f".{os.getpid()}.tmp")
            made.write_bytes(sha256(code).digest() + code)
            made.replace(place)
            _let_go(place.parent)


def _place_of(bucket: Bucket) -> Path:
    return Path(cache_from_source(__file__)).parent / f"{bucket.key[:16]}-{bucket.checksum[:32]}{_ENDING}"


def _let_go(folder: Path) -> None:
    written = sorted((file.stat().st_mtime_ns, file) for file in folder.glob(f"*{_ENDING}"))
    for _, file in written[:-MOST]:
        file.unlink(missing_ok=True)
