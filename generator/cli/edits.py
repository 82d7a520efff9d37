"""What changed files ask for: a copy of a file alone, a look at a digest, a build.

A stylesheet or a picture that goes into the site as it is, is copied alone, and nothing is built.
Whatever else changed, the whole site is built; which files they were narrows nothing of that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from generator.store import Build
from generator.store.alone import copied_alone

MOST_LOOKS = 3
"""Digests of one edit that are looked at ahead of its build; an editor saves one or two."""

TEXTS = frozenset({".html", ".md", ".py", ".toml", ".txt", ".yaml", ".yml", ""})
"""Endings of files that show in a page's own words, or nowhere."""

STYLES = ".css"


@dataclass(frozen=True, kw_only=True, slots=True)
class Copied:
    """A file that goes into the site as it is."""

    source: Path
    name: str
    """Its place in the output folder."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Edit:
    """Files that were saved at one go."""

    files: tuple[Path, ...] = ()
    """All but those that were copied alone."""
    copied: tuple[Copied, ...] = ()

    @property
    def has_styles(self) -> bool:
        """Tell whether a stylesheet changed."""
        return any(path.suffix.lower() == STYLES for path in self._all())

    @property
    def shows_beside_pages(self) -> bool:
        """Tell whether something changed that pages show without saying so: a picture, a script."""
        return any(path.suffix.lower() not in {*TEXTS, STYLES} for path in self._all())

    def slugs(self, digests: Path) -> tuple[str, ...]:
        """Return the digests to look at, if some digests in the folder `digests` are all."""
        below = [path for path in self.files if path.is_relative_to(digests)]
        slugs = {path.relative_to(digests).parts[0] for path in below if path != digests}
        alone = len(below) == len(self.files) and len(slugs) <= MOST_LOOKS
        return tuple(sorted(slugs)) if alone else ()

    def _all(self) -> Iterable[Path]:
        return (*self.files, *(each.source for each in self.copied))


@dataclass(frozen=True, kw_only=True, slots=True)
class Copyist:
    """Copies single files into a site."""

    build: Build
    folders: tuple[tuple[Path, str], ...]
    """Whose files go into the site as they are, and where."""

    def taken(self, paths: Iterable[Path]) -> Edit:
        """Copy those of the changed files `paths` that need no build; return what was done."""
        files: list[Path] = []
        copied: list[Copied] = []
        for path in sorted(paths):
            found = next((each for each in self._places(path) if self.copy(each)), None)
            if found:
                copied.append(found)
            else:
                files.append(path)
        return Edit(files=tuple(files), copied=tuple(copied))

    def copy(self, file: Copied) -> bool:
        """Copy one file; tell whether that could be done."""
        try:
            return copied_alone(file.source, self.build, file.name)
        except OSError:
            return False  # the build says what is wrong with it

    def _places(self, path: Path) -> Iterable[Copied]:
        for folder, place in self.folders:
            if path.is_relative_to(folder):
                name = f"{place}/{path.relative_to(folder).as_posix()}"
                yield Copied(source=path, name=name)
