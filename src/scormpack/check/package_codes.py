"""What the codes mean for which a build refuses a package: the rows of the tables in docs/formats.md."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from scormpack.assets import docs_page
from scormpack.late_regex import compile_late

_CODE = compile_late(r"`([a-z0-9-]+)`")
_COLUMN = compile_late(r"(?<!\\)\|")
_WHOSE = "Of a package, not of your files."


@cache
def package_codes() -> Mapping[str, str]:
    """Return the explanation of each code, Markdown: a line for each table that has it."""
    lines: dict[str, list[str]] = defaultdict(list)
    for heading, codes, wanted in _rows(docs_page("formats")):
        for code in _CODE.findall(codes):
            lines[code].append(f"- What `build` makes must keep this ({heading}): {wanted.rstrip('.')}.")
    return {code: "\n".join([f"# `{code}`\n\n{_WHOSE}\n", *said, ""]) for code, said in lines.items()}


def _rows(page: str) -> Iterator[tuple[str, str, str]]:
    """Yield the heading above and both cells of each row, for the tables whose first column holds codes."""
    heading, of_codes = "", False
    for line in page.splitlines():
        if line.startswith("#"):
            heading, of_codes = line.lstrip("# "), False
        elif not line.startswith("|"):
            of_codes = False
        else:
            cells = [cell.strip() for cell in _COLUMN.split(line)[1:-1]]
            of_codes = of_codes or cells[0] == "code"
            if of_codes and cells[0].startswith("`"):
                yield heading, cells[0], cells[-1]
