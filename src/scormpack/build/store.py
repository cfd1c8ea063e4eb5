"""What was made of lessons before, by a hash of all that went into it: one SQLite file in the cache folder.

SQLite keeps two builds at once apart, and a build that is killed leaves no half of an entry. Nothing in it is trusted:
each entry is sealed by a check sum, and one that is damaged, or a whole file that is, counts as never kept. What is
kept is text, JSON and compressed pages, no pickle: whoever could write into the folder could put wrong pages there, and
still run no code.
"""

from __future__ import annotations

import os
import time
import zlib
from collections.abc import Callable, Mapping, Sequence
from contextlib import closing, suppress
from hashlib import sha256
from pathlib import Path

try:
    import sqlite3
except ImportError:  # a Python that was built without it
    HAS_SQLITE = False
else:
    HAS_SQLITE = True

NAME = "lessons-1.sqlite3"
"""Another number for another form of the tables."""
MOST_BYTES = 500_000_000
"""Of all entries; those used longest ago go first."""
MOST_NEAR = 200_000_000
"""Of those that are held in memory."""
_AT_ONCE = 500
_WAIT = 10  # seconds for another build that writes
_HOUR = 3600  # an entry's last use is noted no more often: a warm build writes next to nothing
_TABLES = (
    "CREATE TABLE IF NOT EXISTS entries (key BLOB PRIMARY KEY, seal BLOB NOT NULL, value BLOB NOT NULL)",
    "CREATE TABLE IF NOT EXISTS uses (key BLOB PRIMARY KEY, last INTEGER NOT NULL) WITHOUT ROWID",
)
_LOOK = "SELECT key, seal, value, last FROM entries LEFT JOIN uses USING (key)"
# What a hostile file could make SQLite do while it is read; a crash of the machine may cost the cache, not time; and an
# entry takes several KB.
_MANNERS = ("trusted_schema = OFF", "cell_size_check = ON", "synchronous = OFF", "page_size = 32768")


class Store:
    """Entries by key; without a folder it holds nothing and keeps nothing."""

    def __init__(self, folder: Path | None) -> None:
        """Keep entries in ``folder``, which is made when there is one to keep."""
        self._file = folder / NAME if folder and HAS_SQLITE else None

    def __bool__(self) -> bool:
        return self._file is not None

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the entries of these keys, as far as there are whole ones."""
        found: dict[bytes, bytes] = {}
        used: list[tuple[int, bytes]] = []
        now = int(time.time())

        def look(database: sqlite3.Connection) -> None:
            for start in range(0, len(keys), _AT_ONCE):
                some = keys[start : start + _AT_ONCE]
                marks = ",".join("?" * len(some))
                rows = database.execute(f"{_LOOK} WHERE key IN ({marks})", some)
                for key, seal, value, last in rows:
                    if isinstance(value, bytes) and seal == _seal(key, value):
                        found[key] = value
                        if last is not None and last < now - _HOUR:
                            used.append((now, key))
            database.executemany("UPDATE uses SET last = ? WHERE key = ?", used)

        if keys and self._file is not None and os.path.isfile(self._file):  # noqa: PTH113 (false for too long a name too)
            _use(self._file, look)
        return found

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries, unless the folder cannot be written."""
        now = int(time.time())

        def write(database: sqlite3.Connection) -> None:
            for table in _TABLES:
                database.execute(table)
            rows = ((key, _seal(key, value), value) for key, value in entries.items())
            database.executemany("INSERT OR REPLACE INTO entries VALUES (?, ?, ?)", rows)
            database.executemany("INSERT OR REPLACE INTO uses VALUES (?, ?)", ((key, now) for key in entries))
            _let_go(database)

        if entries and self._file is not None:
            with suppress(OSError):
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)  # courses that nobody has seen yet
            _use(self._file, write)


class NearStore(Store):
    """A store in this process before one on disk: for whoever looks at one course again and again."""

    def __init__(self, folder: Path | None) -> None:
        """Keep entries here, and in ``folder``."""
        super().__init__(folder)
        self._near: dict[bytes, bytes] = {}
        self._bytes = 0

    def __bool__(self) -> bool:
        return True

    def get(self, keys: Sequence[bytes]) -> dict[bytes, bytes]:
        """Return the entries of these keys, as far as there are whole ones."""
        found = {key: self._near[key] for key in keys if key in self._near}
        further = super().get([key for key in keys if key not in found])
        self._keep(further)
        return found | further

    def put(self, entries: Mapping[bytes, bytes]) -> None:
        """Keep entries."""
        self._keep(entries)
        super().put(entries)

    def _keep(self, entries: Mapping[bytes, bytes]) -> None:
        self._bytes += sum(map(len, entries.values()))
        if self._bytes > MOST_NEAR:  # begun anew: what is still of use comes back
            self._near, self._bytes = {}, sum(map(len, entries.values()))
        self._near = {**self._near, **entries}


def _use(file: Path, work: Callable[[sqlite3.Connection], None]) -> None:
    """Do something with the file as one transaction; where it cannot be used, nothing."""
    try:
        with closing(sqlite3.connect(file, timeout=_WAIT)) as database:
            for manner in _MANNERS:
                database.execute(f"PRAGMA {manner}")
            with database:
                work(database)
    except sqlite3.OperationalError:
        return  # locked for too long, full, or not ours to write
    except (sqlite3.DatabaseError, TypeError):  # no database, or one with other things in it
        for spoilt in (file, file.with_name(f"{file.name}-journal")):
            with suppress(OSError):
                spoilt.unlink(missing_ok=True)


def _let_go(database: sqlite3.Connection) -> None:
    """Delete entries used longest ago, a quarter of what may be kept, once there is more."""
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    beyond = (pages - free) * size - MOST_BYTES
    if beyond <= 0:
        return
    gone: list[tuple[bytes]] = []
    left = beyond + MOST_BYTES // 4
    oldest = "SELECT key, length(value) FROM uses LEFT JOIN entries USING (key) ORDER BY last"
    for key, length in database.execute(oldest):
        if left <= 0:
            break
        gone.append((key,))
        left -= length or 0
    database.executemany("DELETE FROM entries WHERE key = ?", gone)
    database.executemany("DELETE FROM uses WHERE key = ?", gone)


def _seal(key: bytes, value: bytes) -> bytes:
    """Return CRC-32 of an entry, as zips have it of a file: against damage, in a third of the time of SHA-256."""
    return zlib.crc32(value, zlib.crc32(key)).to_bytes(4)


def key_of(*parts: str) -> bytes:
    """Return the key of what is made of these parts and nothing else."""
    return sha256(f"{[*map(len, parts)]}\0{''.join(parts)}".encode("utf-8", "surrogatepass")).digest()
