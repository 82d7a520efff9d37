"""Read a content folder whole, or say all that is wrong with it.

The only reader of what an editor writes. Nothing depends on the order in which files lie on disk.
`load_site` gives content or `ProblemsFoundError`, `read_site` also warnings. `read_sound` reads the
content folder or single digest folder an editor names, and gives what can be gone on with in spite
of problems, so that a build and `check` report those of quotations in the same run.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from generator.checks import problems_of
from generator.load.digests import NAME, DigestFile, Site, read_digest
from generator.load.files import Folder, folder_at
from generator.load.links import faults_between, links_of
from generator.load.listing import names_in, strays
from generator.load.outlets import NAME as OUTLETS
from generator.load.outlets import read_outlets
from generator.load.pages import faults_of_pages
from generator.load.slugs import is_slug
from generator.load.sound_part import sound_part
from generator.load.subjects import read_people, read_topics
from generator.load.words import shown
from generator.model import DigestContent, SiteContent
from generator.outlets import Registry
from generator.problems import Problem, ProblemsFoundError
from generator.text.slugs import slug

__all__ = ["is_content_folder", "is_digest_folder", "load_site", "read_site", "read_sound"]

SITE_FILES = {"outlets.yaml", "people.yaml", "topics.yaml"}
DIGESTS = "digests"

EMPTY = SiteContent(digests=(), outlets=(), people=(), topics=())

Reading = tuple[SiteContent | None, tuple[Problem, ...]]
"""The content unless it has errors, and all its problems, sorted by place."""


def load_site(content: Path, *, registry: Registry, language: str = "en") -> SiteContent:
    """Return all that `content` holds.

    Raises `ProblemsFoundError` with every problem when one of them is an error. `language` is
    that of digests which name none.
    """
    site, problems = read_site(content, registry=registry, language=language)
    if site is None:
        raise ProblemsFoundError(problems)
    return site


def read_site(content: Path, *, registry: Registry, language: str = "en") -> Reading:
    """Return what `content` holds (None on an error) and all its problems, sorted by place."""
    found, problems = _with_checks(*_read_content(folder_at(content), registry, language))
    has_error = any(problem.severity == "error" for problem in problems)
    return None if has_error else found, problems


def read_sound(
    path: Path, *, registry: Registry, language: str = "en"
) -> tuple[SiteContent, tuple[Problem, ...]]:
    """Return the sound part of the content folder or digest folder at `path`, and all problems.

    A digest is sound if no file of its folder has an error, and no file that all digests share.
    One whose digest.yaml alone has errors is given all the same, less what is wrong in it: its
    quotations are checked in the same run, and the errors keep it from being published.
    A digest folder is read with the site it lies in, but only its own problems and those of the
    site's own files are given. One that lies in no site is read by itself.
    """
    content, problems = _read(path, registry, language)
    faulty = {problem.file for problem in problems if problem.severity == "error"}
    if any(file.endswith(tuple(f"/{name}" for name in SITE_FILES)) for file in faulty):
        return replace(content, digests=()), problems
    with_rows = registry.with_site_rows(content.outlets)
    kept: dict[str, DigestContent] = {}
    for digest in content.digests:
        if sound := sound_digest(digest, problems, with_rows):
            kept[digest.slug] = sound
    unsound = tuple(digest for digest in content.digests if digest.slug not in kept)
    return replace(content, digests=(*kept.values(),), others=(*content.others, *unsound)), problems


def sound_digest(
    digest: DigestContent, problems: Iterable[Problem], registry: Registry
) -> DigestContent | None:
    """Return what of `digest` can be gone on with, in spite of `problems`; None for nothing."""
    folder = digest.file.removesuffix(NAME)
    faulty = {problem.file for problem in problems if problem.severity == "error"}
    wrong = {file for file in faulty if file.startswith(folder)}
    if not wrong:
        return digest
    if wrong == {digest.file} and not _may_change_ids(problems, digest):
        return sound_part(digest, registry)
    return None


def _may_change_ids(problems: Iterable[Problem], digest: DigestContent) -> bool:
    """Tell whether an error may give quotations other ids: a wrong old address of the digest."""
    return any(problem.code == "Y018" and problem.file == digest.file for problem in problems)


def _read(path: Path, registry: Registry, language: str) -> tuple[SiteContent, tuple[Problem, ...]]:
    if not is_digest_folder(path):
        return _with_checks(*_read_content(folder_at(path), registry, language))
    digest = folder_at(path)
    if digest.path.parent.name != DIGESTS:
        site = Site(folder=digest, registry=registry, topics=(), language=language)
        return _with_checks(*_read_digests([digest.path], site, EMPTY))
    folder = folder_at(digest.path.parent.parent)
    content, problems = _read_content(folder, registry, language)
    own = tuple(found for found in content.digests if found.slug == digest.path.name)
    others = tuple(found for found in content.digests if found.slug != digest.path.name)
    places = {folder.name_of(folder.path / name) for name in SITE_FILES}
    name = folder.name_of(digest.path)
    return _with_checks(
        replace(content, digests=own, others=others),
        [
            found
            for found in problems
            if f"{found.file}/".startswith(f"{name}/") or found.file in places
        ],
    )


def is_digest_folder(path: Path) -> bool:
    """Tell whether `path` looks like the folder of one digest."""
    absolute = folder_at(path).path
    return (absolute / NAME).exists() or (absolute.is_dir() and absolute.parent.name == DIGESTS)


def is_content_folder(path: Path) -> bool:
    """Tell whether `path` looks like a content folder."""
    return any((path / name).exists() for name in (DIGESTS, *SITE_FILES))


def _read_content(
    folder: Folder, registry: Registry, language: str
) -> tuple[SiteContent, list[Problem]]:
    """Return the sound part of a content folder, and its problems."""
    if not folder.path.is_dir():
        return EMPTY, [_no_folder(folder)]
    problems: list[Problem] = []
    content, site = read_shared(folder, registry, language, problems)
    below = names_in(folder.path / DIGESTS, folder, problems)
    problems += strays(below, set(), folder, folders=False)
    content, found = _read_digests([path for path in below if path.is_dir()], site, content)
    return content, [*problems, *worth_saying(found, problems, content, folder)]


def read_shared(
    folder: Folder, registry: Registry, language: str, problems: list[Problem]
) -> tuple[SiteContent, Site]:
    """Return what the digests of a content folder share, without them; note the problems."""
    faults_beside(folder, problems)
    content = read_lists(folder, registry, problems)
    site = Site(
        folder=folder,
        registry=registry.with_site_rows(content.outlets),
        topics=content.topics,
        language=language,
    )
    return content, site


def faults_beside(folder: Folder, problems: list[Problem]) -> None:
    """Note the problems of what stands in a content folder beside digests and lists."""
    here = names_in(folder.path, folder, problems)
    near = [path for path in here if path.suffix in {".yaml", ".yml"}]
    problems += strays(near, SITE_FILES, folder)
    problems += faults_of_pages(folder)


def read_lists(folder: Folder, registry: Registry, problems: list[Problem]) -> SiteContent:
    """Return what a content folder lists for all digests: a function of the `SITE_FILES`."""
    return replace(
        EMPTY,
        outlets=read_outlets(folder, registry, problems),
        people=read_people(folder, problems),
        topics=read_topics(folder, problems),
    )


def worth_saying(
    found: list[Problem], shared: Iterable[Problem], content: SiteContent, folder: Folder
) -> list[Problem]:
    """Return the problems `found` in digests that are worth saying beside those they share.

    All outlets of a file that cannot be read would be unknown, and the real fault hard to see.
    """
    name = folder.name_of(folder.path / OUTLETS)
    if not content.outlets and any(problem.file == name for problem in shared):
        return [problem for problem in found if problem.code != "O001"]
    return found


def read_one(directory: Path, site: Site, problems: list[Problem]) -> DigestFile | None:
    """Return the digest in `directory`, noting all its problems; None if it has no values."""
    if not is_slug(directory.name):
        problems.append(_bad_slug(site.folder.name_of(directory), directory.name))
    return read_digest(directory, site, problems)


def _read_digests(
    directories: list[Path], site: Site, content: SiteContent
) -> tuple[SiteContent, list[Problem]]:
    """Return `content` with the digests in `directories`, and their problems."""
    problems: list[Problem] = []
    files = [file for d in directories if (file := read_one(d, site, problems))]
    if content is not EMPTY:
        slugs = frozenset(directory.name for directory in directories)
        problems += faults_between(tuple(map(links_of, files)), slugs)
    return replace(content, digests=tuple(file.digest for file in files)), problems


def _with_checks(
    content: SiteContent, problems: list[Problem]
) -> tuple[SiteContent, tuple[Problem, ...]]:
    """Return `content` and all its problems once, sorted."""
    return content, tuple(sorted({*problems, *problems_of(content)}))


def _no_folder(folder: Folder) -> Problem:
    """Return the problem of a content folder that is not there."""
    return Problem(
        file=folder.name_of(folder.path),
        line=1,
        code="F001",
        what="there is no such folder",
        mend="Check the name.",
    )


def _bad_slug(file: str, name: str) -> Problem:
    """Return the problem of a digest folder whose name cannot be an address."""
    better = slug(name)
    return Problem(
        file=file,
        line=1,
        code="F008",
        what=f"{shown(name)} cannot be part of an address",
        mend=f"Rename the folder, as '{better}': a to z, digits, and hyphens between words.",
    )
