"""The files that scormpack brings along: templates, the built runtime, the schemas, the rules' pages."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Literal

from scormpack.errors import InstallationError

_PACKAGE = Path(__file__).parent
_CHECKOUT = _PACKAGE.parents[1]


@cache
def templates_folder() -> Path:
    """Return the folder of the pages' templates: in the wheel beside this file, in a checkout at its top.

    Raises:
        InstallationError: where neither is there.
    """
    for folder in (_PACKAGE / "templates", _CHECKOUT / "templates"):
        if folder.is_dir():
            return folder
    raise InstallationError("the page templates are missing: install scormpack again (`pip install scormpack`)")


@cache
def rule_pages() -> Mapping[str, str]:
    """Return the page of every code that a finding can have, in Markdown, sorted by code.

    Raises:
        InstallationError: where they are missing.
    """
    return _pages("rules")


def _pages(name: Literal["rules", "package-rules"]) -> dict[str, str]:
    for folder in (_PACKAGE / name, _CHECKOUT / "docs" / name):
        if folder.is_dir():
            return {path.stem: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.md"))}
    raise InstallationError("the rules' pages are missing: install scormpack again (`pip install scormpack`)")


@cache
def package_rule_pages() -> Mapping[str, str]:
    """Return the page of every code that an inspection can find in a package, in Markdown, sorted by code.

    Raises:
        InstallationError: where they are missing.
    """
    return _pages("package-rules")


@cache
def docs_page(name: Literal["formats"]) -> str:
    """Return the page that explains what a package of each format must keep, in Markdown.

    Raises:
        InstallationError: where it is missing.
    """
    for folder in (_PACKAGE, _CHECKOUT / "docs"):
        file = folder / f"{name}.md"
        if file.is_file():
            return file.read_text(encoding="utf-8")
    raise InstallationError(f"the page {name}.md is missing: install scormpack again (`pip install scormpack`)")


@cache
def runtimes() -> Mapping[str, bytes]:
    """Return the browser side, by format name: one script each.

    Raises:
        InstallationError: where the build hook has not run.
    """
    scripts = {path.stem: path.read_bytes() for path in sorted((_PACKAGE / "runtime").glob("*.js"))}
    if not scripts:
        raise InstallationError("the browser runtime is not built: run `pip install -e .` in the checkout once more")
    return scripts


@cache
def runtime_name() -> str:
    """Return the runtime's path in a package: the same for every format, another whenever any of them changes.

    So a page is the same bytes in every format, and no cache shows an old runtime beside a new page.
    """
    digest = hashlib.sha256(b"".join(runtimes().values())).hexdigest()
    return f"assets/runtime-{digest[:10]}.js"


@cache
def libraries() -> tuple[Mapping[str, str], ...]:
    """Return whose code stands in the runtime beside ours: ``name``, ``version`` and ``license`` of npm packages.

    Raises:
        InstallationError: where the build hook has not run.
    """
    runtimes()
    return tuple(json.loads((_PACKAGE / "runtime" / "libraries.json").read_bytes()))


@cache
def site_worker() -> bytes:
    """Return the service worker of web packages, without the list of files that it keeps.

    Raises:
        InstallationError: where the build hook has not run.
    """
    runtimes()
    return (_PACKAGE / "runtime" / "worker" / "worker.js").read_bytes()


@cache
def addons() -> Mapping[str, bytes]:
    """Return the scripts that a page loads when they are first needed, by name: the same for every format."""
    return {path.stem: path.read_bytes() for path in sorted((_PACKAGE / "runtime" / "addons").glob("*.js"))}


@cache
def addon_path(name: str) -> str:
    """Return an add-on's path in a package: another whenever its bytes change."""
    return f"assets/{name}-{hashlib.sha256(addons()[name]).hexdigest()[:10]}.js"


@cache
def preview_files() -> Mapping[str, bytes]:
    """Return the pages and scripts of the preview, by file name; no package ever holds one of them.

    Raises:
        InstallationError: where the build hook has not run.
    """
    folder = _PACKAGE / "preview" / "assets"
    files = {path.name: path.read_bytes() for path in sorted(folder.glob("*"))} if folder.is_dir() else {}
    if not files:
        raise InstallationError("the preview's pages are not built: run `pip install -e .` in the checkout once more")
    return files


@cache
def schemas(folder: str) -> Mapping[str, bytes]:
    """Return the schema files of a standard (``scorm12``, or our own in ``own``), by file name.

    Raises:
        InstallationError: where they are missing.
    """
    files = (
        {path.name: path.read_bytes() for path in sorted((_PACKAGE / "schemas" / folder).iterdir())}
        if (_PACKAGE / "schemas" / folder).is_dir()
        else {}
    )
    if not files:
        raise InstallationError(
            f"the schemas of {folder} are missing: run `pip install -e .` in the checkout once more"
        )
    return files
