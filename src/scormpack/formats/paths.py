"""Paths that every LMS, zip tool and file system takes as they are."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

LAUNCH = "index.html"
"""The page that an LMS opens. No query string: some LMSs lose it, and Canvas shows nothing at all (complaint 34)."""

LONGEST = 255
"""Characters: Moodle's import fails beyond it."""

NOTICE = "NOTICE.txt"
"""What is inside a package, and whose it is: in capitals, as everybody looks for it."""

_SAFE = re.compile(r"[A-Za-z0-9._/-]*")

# What no test below has anything against, as hardly any has against a path of ours.
_FINE = re.compile(r"(?!www\.)(?:[a-z0-9_-][a-z0-9._-]*/)*[a-z0-9_-][a-z0-9._-]*")


class PathTest(NamedTuple):
    """What is asked of one path.

    Attributes:
        code: the test's name.
        holds: whether the path is fine.
        wrong: what is wrong with one that is not, and what to write.
    """

    code: str
    holds: Callable[[str], bool]
    wrong: str


PATH_TESTS = (
    PathTest("empty", lambda path: path != "", "is empty: name the file"),
    PathTest("long", lambda path: len(path) <= LONGEST, f"has more than {LONGEST} characters: shorten it"),
    PathTest("backslash", lambda path: "\\" not in path, "has a backslash: write `/`"),
    PathTest("absolute", lambda path: not path.startswith("/"), "begins with `/`: write it from the package's root"),
    PathTest("folder", lambda path: not path.endswith("/"), "is a folder: list files only, folders come with them"),
    PathTest(
        "parent",
        lambda path: not {"..", ".", ""} & set(path.strip("/").split("/")),
        "has `.`, `..` or nothing between slashes",
    ),
    PathTest(
        "characters",
        lambda path: _SAFE.fullmatch(path.replace("\\", "/")) is not None,
        "has characters that an LMS may strip or rewrite: use a to z, 0 to 9, `.`, `_`, `-` and `/`",
    ),
    PathTest(
        "www",
        lambda path: not path.startswith("www."),
        "begins with `www.`: Moodle takes that for another site and does not play it",
    ),
)


def find_path_faults(
    paths: Iterable[str], official: Collection[str] = (), launch: Iterable[str] = (LAUNCH,)
) -> Iterator[str]:
    """Yield a sentence for each path that some LMS would lose or mangle, and where the launch page is missing.

    Args:
        paths: of all files in the package.
        official: names that a standard sets, which may have capitals.
        launch: the pages that an LMS opens.
    """
    present = dict.fromkeys(paths)
    for path in present:
        yield from _faults_of(path, path in official)
    for page in launch:
        if page not in present:
            yield f"the package has no `{page}`: that is the page an LMS opens"


@lru_cache(maxsize=256)  # the paths of one package are those of the next
def _faults_of(path: str, is_official: bool) -> tuple[str, ...]:  # noqa: FBT001 - a key
    if len(path) <= LONGEST and _FINE.fullmatch(path):
        return ()
    faults = [f"the path `{path}` {test.wrong}" for test in PATH_TESTS if not test.holds(path)]
    if path != path.lower() and not is_official and path != NOTICE:
        faults.append(
            f"the path `{path}` has capitals: write it in lower case, some servers tell them apart (complaint 29)"
        )
    return tuple(faults)
