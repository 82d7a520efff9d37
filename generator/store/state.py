"""What earlier builds found out, in one SQLite file: delete it, and only time is lost.

A build reads what it can believe and writes what it found anew. Everything here is known by a
fingerprint of what it was made from, so a row that an interrupted build left behind is either right
or never looked at again. One build at a time has the file, for it has the output folder's lock;
its workers only read.
"""

from __future__ import annotations

import pickle
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, cast

from isal import igzip_lib, isal_zlib

VERSION = 6
"""Of the tables below; a file of another version is begun anew."""

TABLES = """
CREATE TABLE fact (name TEXT PRIMARY KEY, value BLOB) WITHOUT ROWID;
CREATE TABLE digest (
    -- What is mostly short; who asks for it reads nothing of what is long.
    number INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    valid INTEGER NOT NULL,      -- nothing else that it was made from has changed since
    content BLOB NOT NULL,       -- hash of what is in the files of its folder
    print BLOB,                  -- fingerprint of `made`; NULL where nothing could be made
    live BLOB,                   -- fingerprint of the digest that is published; NULL while held
    moment TEXT,                 -- of its date, in UTC
    released INTEGER,            -- its editors let it go …
    embargo TEXT,                -- … from this moment on, in UTC
    latest TEXT,                 -- the last of all its dates, in UTC
    card_print BLOB,
    terms_print BLOB,
    title TEXT,
    related TEXT,                -- the editor's choice: slugs
    stand BLOB NOT NULL,         -- how the files of its folder stood
    looked_up BLOB,              -- outlets that it names otherwise than by a round-up
    pictures BLOB,               -- those that go out with it
    problems BLOB,               -- NULL for none, here and below
    links BLOB,                  -- old slugs and related digests
    wanted BLOB,                 -- what a language model is to be asked
    sought BLOB,                 -- words that its own articles do not hold
    stores INTEGER,              -- it has articles of its own
    final BLOB                   -- the digest as published, where it is not `made` itself
);
CREATE TABLE matter (
    slug TEXT PRIMARY KEY,
    card BLOB,                   -- as a list shows it
    facts BLOB,                  -- what pages of many digests count: see `building/facts.py`
    articles BLOB,               -- its own
    uses BLOB,                   -- what it publishes of articles
    terms BLOB,                  -- its terms, counted
    made BLOB                    -- the digest as it stands by itself
);
CREATE TRIGGER digest_gone AFTER DELETE ON digest BEGIN
    DELETE FROM matter WHERE slug = old.slug;
END;
CREATE INDEX digest_held ON digest (embargo) WHERE embargo IS NOT NULL;
CREATE INDEX digest_ahead ON digest (latest) WHERE latest IS NOT NULL;
CREATE INDEX digest_in_time ON digest (moment DESC, slug);
CREATE TABLE told (              -- what tells a live digest from the others
    number INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    terms_print BLOB,            -- of the terms that were counted
    print BLOB,                  -- of `told`; NULL for nothing
    alike TEXT,                  -- slugs of those that it is like
    told BLOB                    -- that and its key terms
);
CREATE TABLE weighed (           -- what that was found by; long, and asked for after an edit alone
    number INTEGER PRIMARY KEY,
    vector BLOB,                 -- the terms that a digest is compared by
    keys TEXT                    -- all its terms
);
CREATE TABLE likest (            -- whom a digest is most like
    number INTEGER, place INTEGER, value REAL, slug TEXT, PRIMARY KEY (number, place)
) WITHOUT ROWID;
CREATE INDEX likest_of_other ON likest (slug);
CREATE TABLE term (              -- who holds each term: see `building/term_index.py`
    bucket INTEGER PRIMARY KEY,
    spread BLOB,                 -- how many digests do
    holders BLOB                 -- and which: long
);
CREATE TABLE voice (
    kind TEXT, name TEXT, slug TEXT, moment TEXT, value BLOB, entries INTEGER, said INTEGER,
    standing INTEGER, digests INTEGER, silences INTEGER, words INTEGER, found INTEGER, own INTEGER,
    PRIMARY KEY (kind, name, moment, slug)
) WITHOUT ROWID;
CREATE INDEX voice_of_digest ON voice (slug, kind, name, said);
CREATE TABLE dirty (             -- voices whose rows, or parts, changed since they were drawn
    kind TEXT, name TEXT, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TRIGGER voice_new AFTER INSERT ON voice BEGIN
    INSERT OR IGNORE INTO dirty VALUES (new.kind, new.name);
END;
CREATE TRIGGER voice_gone AFTER DELETE ON voice BEGIN
    INSERT OR IGNORE INTO dirty VALUES (old.kind, old.name);
END;
CREATE TABLE total (             -- what a voice comes to over all digests: see `building/totals.py`
    kind TEXT, name TEXT, value BLOB, entries INTEGER, said INTEGER, digests_said INTEGER,
    standing INTEGER, digests INTEGER, silences INTEGER, words INTEGER, found INTEGER, own INTEGER,
    PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE figure (            -- what is counted in a live digest
    slug TEXT PRIMARY KEY,
    changed TEXT,                -- when it last did
    recorded INTEGER             -- it is listed among corrections
) WITHOUT ROWID;
CREATE TABLE counted (slug TEXT PRIMARY KEY, figures BLOB); -- its figures, by kind and name
CREATE TABLE figure_total (      -- the same over all live digests: see `building/figures.py`
    kind TEXT, name TEXT, number INTEGER, digests INTEGER, PRIMARY KEY (kind, name)
) WITHOUT ROWID;
CREATE TABLE value (             -- outlets, speakers and topics, pickled
    print BLOB PRIMARY KEY, value BLOB
) WITHOUT ROWID;
CREATE TABLE part (              -- what a digest gives to the page of one of its voices
    kind TEXT, name TEXT, slug TEXT, print BLOB, value BLOB
);
CREATE UNIQUE INDEX part_by_voice ON part (kind, name, slug, print);
CREATE INDEX part_of_digest ON part (slug);
CREATE TRIGGER part_new AFTER INSERT ON part BEGIN
    INSERT OR IGNORE INTO dirty VALUES (new.kind, new.name);
END;
CREATE TRIGGER part_gone AFTER DELETE ON part BEGIN
    INSERT OR IGNORE INTO dirty VALUES (old.kind, old.name);
END;
CREATE TABLE drawn (             -- what was drawn, at one go, from what
    owner TEXT PRIMARY KEY,      -- `digest <slug>`, or the address of a page
    key BLOB NOT NULL            -- of all that it shows, and of how it is drawn
) WITHOUT ROWID;
CREATE TABLE file (
    name TEXT PRIMARY KEY,       -- in the output folder
    owner TEXT NOT NULL,
    stand TEXT                   -- size and time in the output folder; NULL until it is there
) WITHOUT ROWID;
CREATE INDEX file_of_owner ON file (owner);
CREATE TABLE bytes (             -- what is in a file, compressed; none for a picture
    name TEXT PRIMARY KEY,
    bytes BLOB NOT NULL
);
CREATE TRIGGER file_gone AFTER DELETE ON file BEGIN
    DELETE FROM bytes WHERE name = old.name;
END;
CREATE TABLE placed (            -- files of Pelican's own in the output folder
    name TEXT PRIMARY KEY,
    stand TEXT NOT NULL          -- size and time
) WITHOUT ROWID;
"""

LEVEL = 0
"""Of zlib by ISA-L: pages shrink to a fifth, at a tenth of a millisecond each."""


BROKEN: tuple[type[Exception], ...] = (
    sqlite3.DatabaseError,
    cast("type[Exception]", igzip_lib.IsalError),  # its stub says that it is one itself
    pickle.UnpicklingError,
    EOFError,
)
"""What reading a state file raises that a disk or another program has spoilt."""


class State:
    """One state file, open."""

    def __init__(self, path: Path, *, to_read: bool = False) -> None:
        """Open the file at `path`; to write, it is made where it is missing, old or broken."""
        self.path = path
        if to_read:
            self._base = sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)
        else:
            self._base = _opened(path)

    def close(self) -> None:
        """Let go of the file."""
        self._base.close()

    def rows(self, query: str, values: Sequence[Any] = ()) -> list[tuple[Any, ...]]:
        """Return all rows that answer `query`."""
        return self._base.execute(query, values).fetchall()

    def each(self, query: str, values: Sequence[Any] = ()) -> Iterator[tuple[Any, ...]]:
        """Yield the rows that answer `query`, one at a time in memory."""
        yield from self._base.execute(query, values)

    def one(self, query: str, values: Sequence[Any] = ()) -> tuple[Any, ...] | None:
        """Return the first row that answers `query`, if there is one."""
        row: tuple[Any, ...] | None = self._base.execute(query, values).fetchone()
        return row

    def write(self, statement: str, rows: Iterable[Sequence[Any]]) -> None:
        """Carry out `statement` for each of `rows`."""
        self._base.executemany(statement, rows)

    def fact(self, name: str) -> Any:  # noqa: ANN401 (whatever was put there)
        """Return what was kept as `name`; None for nothing."""
        row = self.one("SELECT value FROM fact WHERE name = ?", (name,))
        return pickle.loads(row[0]) if row else None  # noqa: S301 (our own file)

    def keep(self, name: str, value: object) -> None:
        """Keep `value` as `name`."""
        self.write("REPLACE INTO fact VALUES (?, ?)", [(name, pickle.dumps(value, 5))])

    def commit(self) -> None:
        """Make what was written so far last, and let workers see it."""
        self._base.commit()


@contextmanager
def state_at(path: Path) -> Iterator[State]:
    """Open the state file at `path` for a build."""
    state = State(path)
    try:
        yield state
    finally:
        state.close()


def packed(value: object) -> bytes:
    """Return `value` as it is kept."""
    return squeezed(pickle.dumps(value, 5))


def squeezed(pickled: bytes) -> bytes:
    """Return a pickled value as it is kept."""
    return isal_zlib.compress(pickled, LEVEL)


def unpacked(data: bytes) -> Any:  # noqa: ANN401 (whatever was packed)
    """Return what `packed` was given."""
    return pickle.loads(isal_zlib.decompress(data))  # noqa: S301 (our own file)


def _opened(path: Path) -> sqlite3.Connection:
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        base = _connected(path)
        if base.execute("PRAGMA user_version").fetchone()[0] == VERSION:
            return base
        base.close()
    except sqlite3.DatabaseError:
        pass  # a file of another program, or one that a full disk broke
    remove(path)
    base = _connected(path)
    base.executescript(f"{TABLES} PRAGMA user_version = {VERSION};")
    return base


def remove(path: Path) -> None:
    """Delete a state file, with what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    base = sqlite3.connect(path)
    base.execute("PRAGMA journal_mode = WAL")
    base.execute("PRAGMA synchronous = NORMAL")
    base.execute("PRAGMA recursive_triggers = ON")  # what is replaced is deleted, too
    base.execute("PRAGMA cache_size = -40960")
    return base
