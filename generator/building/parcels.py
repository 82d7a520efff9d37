"""Digest folders as values, to be read on a machine that does not have them.

A parcel holds the files of one folder. What could not be the same elsewhere (symbolic links, files
that may not be read, names that another system has no room for) is not sent: it is read here.
"""

from __future__ import annotations

import os
import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.building.pictures import ENDINGS
from generator.building.sources import content_of
from generator.load.images import HEADER

MOST = 32_000_000
"""Bytes of one parcel: six of the longest texts that are read. More is sooner read than sent."""

_NAME = re.compile(r'[^<>:"/\\|?*\x00-\x1f\ud800-\udfff]*[^<>:"/\\|?*\x00-\x1f\ud800-\udfff. ]')
"""Names that every file system has room for; Windows is the strictest."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Parcel:
    """A digest folder as it was when it was packed."""

    slug: str
    content: bytes
    """Fingerprint of its files."""
    folders: tuple[str, ...]
    """Paths in the folder, those above before those below."""
    files: tuple[tuple[str, bytes], ...]
    """Paths and bytes; of a picture as many as tell its size."""


def parcel_of(place: Path) -> Parcel | None:
    """Return the digest folder `place` packed; None if it has to be read where it is."""
    # Taken first: what changes while it is packed is then found changed by the next build.
    content = content_of(place)
    try:
        entries = list(_entries(place, ""))
        if not _can_be_sent(place.name, entries):
            return None
        return Parcel(
            slug=place.name,
            content=content,
            folders=tuple(path for path, entry in entries if entry.is_dir()),
            files=tuple((path, _bytes(entry)) for path, entry in entries if entry.is_file()),
        )
    except OSError:
        return None


def _can_be_sent(name: str, entries: Sequence[tuple[str, os.DirEntry[str]]]) -> bool:
    """Tell whether what a folder called `name` holds would be the same on every machine.

    Raises `OSError` if something cannot be looked at.
    """
    # Some file systems tell capitals apart, and accents written in two ways; some do not.
    folded = {unicodedata.normalize("NFC", path).casefold() for path, _ in entries}
    return (
        _NAME.fullmatch(name) is not None
        and len(folded) == len(entries)
        and all(_is_plain(entry) for _, entry in entries)
        and sum(entry.stat().st_size for _, entry in entries) <= MOST
    )


def _is_plain(entry: os.DirEntry[str]) -> bool:
    return (
        _NAME.fullmatch(entry.name) is not None
        and not entry.is_symlink()
        and (entry.is_file() or entry.is_dir())
    )


def _entries(folder: Path, above: str) -> Iterator[tuple[str, os.DirEntry[str]]]:
    """Yield all that lies below `folder`, with its path there."""
    with os.scandir(folder) as entries:
        found = sorted(entries, key=lambda entry: entry.name)
    for entry in found:
        yield f"{above}{entry.name}", entry
        if entry.is_dir(follow_symlinks=False):
            yield from _entries(Path(entry.path), f"{above}{entry.name}/")


def _bytes(entry: os.DirEntry[str]) -> bytes:
    """Return what a reader of a digest wants of a file. Raises `OSError`."""
    with open(entry.path, "rb") as file:  # noqa: PTH123 (a `DirEntry` has a path only by name)
        is_picture = Path(entry.name).suffix.lower() in ENDINGS
        return file.read(HEADER if is_picture else -1)


def unpack(parcel: Parcel, digests: Path) -> None:
    """Lay out the digest folder of `parcel` in the folder `digests`. Raises `OSError`."""
    place = digests / parcel.slug
    place.mkdir(parents=True)
    for folder in parcel.folders:
        (place / folder).mkdir()
    for name, data in parcel.files:
        (place / name).write_bytes(data)
