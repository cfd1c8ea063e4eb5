"""Facts about what is kept of lessons between builds."""

from __future__ import annotations

import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest

from scormpack.build import store as module
from scormpack.build.store import NAME, NearStore, Store, key_of

ENTRIES = {key_of(str(number)): b"value %d" % number for number in range(1200)}


def test_what_was_put_is_there(tmp_path: Path) -> None:
    """By its key, and nothing else; another store in the same folder holds it too."""
    Store(tmp_path / "cache").put(ENTRIES)
    found = Store(tmp_path / "cache").get([*ENTRIES, key_of("other")])
    assert found == ENTRIES


def test_nobody_else_reads_it(tmp_path: Path) -> None:
    """The folder is its owner's, where we make it."""
    Store(tmp_path / "cache").put(ENTRIES)
    assert (tmp_path / "cache").stat().st_mode & 0o077 == 0


def test_without_a_folder_nothing_is_kept(tmp_path: Path) -> None:
    """No cache is no fault; nor is an empty one, nor a folder that is a file, or whose name is too long."""
    (tmp_path / "file").write_text("in the way")
    too_long = tmp_path / ("x" * 300)
    for store in (Store(None), Store(tmp_path / "none"), Store(tmp_path / "file"), Store(too_long)):
        assert store.get(list(ENTRIES)) == {}
    for store in (Store(None), Store(tmp_path / "file"), Store(too_long)):
        store.put(ENTRIES)
        assert store.get(list(ENTRIES)) == {}
    assert (tmp_path / "file").read_text() == "in the way"


def test_a_python_without_sqlite_keeps_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody must build Python anew to build a course."""
    monkeypatch.setattr(module, "HAS_SQLITE", False)
    store = Store(tmp_path / "cache")
    store.put(ENTRIES)
    assert not store
    assert store.get(list(ENTRIES)) == {}


def test_a_build_that_is_killed_leaves_a_cache_that_can_be_used(tmp_path: Path) -> None:
    """What it was about to keep is not there, what was kept before is."""
    store = Store(tmp_path)
    store.put(ENTRIES)
    program = (
        "import os, signal, sys; from pathlib import Path; from scormpack.build import store\n"
        "store._let_go = lambda _: os.kill(os.getpid(), signal.SIGKILL)\n"
        "store.Store(Path(sys.argv[1])).put({store.key_of(str(n), 'new'): bytes(9000) for n in range(3000)})"
    )
    killed = subprocess.run([sys.executable, "-c", program, str(tmp_path)], check=False)
    assert killed.returncode == -signal.SIGKILL
    new = [key_of(str(number), "new") for number in range(3000)]
    assert store.get([*ENTRIES, *new]) == ENTRIES


def test_an_entry_that_was_changed_was_never_kept(tmp_path: Path) -> None:
    """Its seal is of its key and its value; the others stand."""
    store = Store(tmp_path)
    store.put(ENTRIES)
    first, second, *_ = ENTRIES
    with closing(sqlite3.connect(tmp_path / NAME)) as database, database:
        database.execute("UPDATE entries SET value = ? WHERE key = ?", (b"forged", first))
        database.execute("UPDATE entries SET value = NULL OR 7 WHERE key = ?", (second,))
    assert store.get(list(ENTRIES)).keys() == ENTRIES.keys() - {first, second}


@pytest.mark.parametrize("spoil", ["text", "cut", "middle", "tables", "empty"])
def test_a_file_that_is_spoilt_is_begun_anew(tmp_path: Path, spoil: str) -> None:
    """Whatever stands in it: nothing wrong comes out, and the next entries are kept."""
    store = Store(tmp_path)
    store.put(ENTRIES)
    file = tmp_path / NAME
    data = file.read_bytes()
    if spoil == "tables":
        file.unlink()
        with closing(sqlite3.connect(file)) as database, database:
            database.execute("CREATE TABLE entries (key TEXT, seal TEXT, value TEXT)")
            database.execute("INSERT INTO entries VALUES ('a', 'b', 'c')")
    else:
        spoilt = {"text": b"no database", "cut": data[: len(data) // 2], "empty": b""}
        file.write_bytes(spoilt.get(spoil, data[:8192] + b"\xff" * 20_000 + data[28_192:]))
    found = store.get(list(ENTRIES))
    assert found.items() <= ENTRIES.items()
    for _ in range(2):
        store.put(ENTRIES)
    assert store.get(list(ENTRIES)) == ENTRIES


def test_entries_used_longest_ago_go(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Beyond the bound, a quarter goes; what was looked for since stays."""
    monkeypatch.setattr(module, "MOST_BYTES", 2_000_000)
    store = Store(tmp_path)
    clock = iter(range(1_000_000, 9_000_000, 10_000))
    monkeypatch.setattr("scormpack.build.store.time.time", lambda: next(clock))
    old = {key_of("old", str(number)): b"x" * 10_000 for number in range(80)}
    store.put(old)
    used = list(old)[:5]
    for number in range(4):
        store.put({key_of("new", str(number), str(one)): b"y" * 10_000 for one in range(40)})
        assert len(store.get(used)) == 5
    assert len(store.get(list(old))) < 40
    assert (tmp_path / NAME).stat().st_size < 2 * 2_000_000


def test_two_builds_at_once_keep_what_each_made(tmp_path: Path) -> None:
    """They wait for each other."""
    parts = [dict(list(ENTRIES.items())[start::4]) for start in range(4)]
    threads = [threading.Thread(target=Store(tmp_path).put, args=(part,)) for part in parts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert Store(tmp_path).get(list(ENTRIES)) == ENTRIES


def test_a_key_is_of_its_parts_and_where_they_end() -> None:
    """No two lists of parts have one key."""
    assert len({key_of("ab", "c"), key_of("a", "bc"), key_of("abc"), key_of("abc", "")}) == 4


def test_a_near_store_needs_no_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It holds what it was given, and what it found on disk, up to a bound."""
    near = NearStore(None)
    near.put(ENTRIES)
    assert near.get([*ENTRIES, key_of("other")]) == ENTRIES
    Store(tmp_path).put(ENTRIES)
    near = NearStore(tmp_path)
    assert near.get(list(ENTRIES)) == ENTRIES
    (tmp_path / NAME).unlink()
    assert near.get(list(ENTRIES)) == ENTRIES
    monkeypatch.setattr(module, "MOST_NEAR", 100)
    near.put({key_of("large"): b"x" * 200})
    assert near.get([*ENTRIES, key_of("large")]) == {key_of("large"): b"x" * 200}
