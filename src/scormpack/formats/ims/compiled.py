"""Official schemas, compiled without any network."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from lxml import etree

from scormpack.assets import schemas
from scormpack.errors import InstallationError
from scormpack.formats.ims.binding import Binding

Mend = Callable[[str, bytes], bytes]
"""(file name, official bytes) to what libxml2 can compile; in memory only, the package carries the official bytes."""


class _Carried(etree.Resolver):
    """Answers every import with a file that scormpack carries; nothing else is ever fetched.

    The signature is lxml's own; its stubs lack the context.
    """

    def __init__(self, files: Mapping[str, bytes], mend: Mend) -> None:
        super().__init__()
        self._files = files
        self._mend = mend

    def resolve(self, system_url: str, public_id: str, context: Any) -> Any:  # type: ignore[override] # noqa: ANN401
        del public_id
        name = system_url.rpartition("/")[2]
        return self.resolve_string(self._mend(name, self._files[name]), context, base_url=f"scormpack:/{name}")


def compile_schema(binding: Binding, driver: str, needed: frozenset[str], mend: Mend) -> etree.XMLSchema:
    """Return the schema of a whole manifest: content packaging and all that a standard adds to it, together.

    Args:
        binding: the standard.
        driver: name of our own schema that imports them all.
        needed: names of the files that these import, beside those of the binding.
        mend: what libxml2 needs.

    Raises:
        InstallationError: where a schema is missing.
    """
    files = schemas(binding.schemas)
    missing = {*binding.schema_files.values(), *needed} - files.keys()
    if missing:
        raise InstallationError(
            f"{binding.title} schemas are missing ({', '.join(sorted(missing))}): install scormpack again"
        )
    parser = etree.XMLParser(no_network=True, load_dtd=False, resolve_entities=False)
    parser.resolvers.add(_Carried(files, mend))
    return etree.XMLSchema(etree.fromstring(schemas("own")[driver], parser, base_url=f"scormpack:/{driver}"))
