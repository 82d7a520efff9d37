"""Read one digest folder whole: digest.yaml, the narrated review, the stored articles."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from generator.load.articles import Shelf, read_articles
from generator.load.choices import chosen_articles, no_article
from generator.load.editorial import editorial_of, topic_of
from generator.load.editors_words import editors_words, silences_of
from generator.load.files import YAML_LIMIT, Folder, read_text
from generator.load.idle import idle_overrides
from generator.load.listing import names_in, strays
from generator.load.outlet_names import find_outlet
from generator.load.pictures import read_image
from generator.load.reviews import NAMES, read_review
from generator.load.shapes import DigestKeys
from generator.load.validation import read_shape
from generator.load.words import nearest, shown
from generator.load.yaml_tree import Tree, read_yaml
from generator.model import DigestContent, Topic
from generator.outlets import Registry
from generator.problems import Problem, Severity

NAME = "digest.yaml"
PARTS = {NAME, *NAMES, "articles", "images"}
"""What a digest folder may hold."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """What the digests of a site share."""

    folder: Folder
    registry: Registry
    """With the site's own rows."""
    topics: tuple[Topic, ...]
    language: str


@dataclass(frozen=True, kw_only=True, slots=True)
class DigestFile:
    """A digest, and its digest.yaml for checks across digests."""

    digest: DigestContent
    tree: Tree


def read_digest(directory: Path, site: Site, problems: list[Problem]) -> DigestFile | None:
    """Return the digest in `directory`, noting all its problems; None if it has no values."""
    folder = site.folder
    problems += strays(names_in(directory, folder, problems), PARTS, folder)
    tree = _read_tree(directory, folder, problems)
    keys = None if tree is None else read_shape(tree, DigestKeys, problems)
    language = (keys.language if keys else None) or site.language
    shelf = read_articles(
        directory / "articles", folder, site.registry, problems, language=language
    )
    review = read_review(directory, folder, problems)
    if tree is None or keys is None:
        return None
    if not shelf.ids and not any(os.path.lexists(f"{directory}{os.sep}{name}") for name in NAMES):
        problems.append(_nothing_to_show(tree.file, is_draft=keys.status == "draft"))
    problems += _faults_of(keys, tree, site.topics)
    problems += _faults_of_quotations(keys, tree, shelf)
    problems += _unknown_outlets(keys, tree, site.registry)
    problems += idle_overrides(keys, tree)
    image = read_image(keys.image, tree, directory, problems) if keys.image else None
    return DigestFile(
        digest=DigestContent(
            slug=directory.name,
            file=tree.file,
            editorial=editorial_of(
                keys, tree, language=site.language, image=image, topics=site.topics
            ),
            review=review,
            articles=chosen_articles(keys, tree, shelf, problems),
            words=editors_words(tree),
            silences=silences_of(keys, tree),
        ),
        tree=tree,
    )


def _read_tree(directory: Path, folder: Folder, problems: list[Problem]) -> Tree | None:
    """Return the YAML of the digest in `directory`."""
    path = directory / NAME
    if not os.path.lexists(path):
        problems.append(
            Problem(
                file=folder.name_of(directory),
                line=1,
                code="D013",
                what="the folder has no digest.yaml",
                mend="Write one with `title:` and `date:`.",
            )
        )
        return None
    text = read_text(path, folder, problems, limit=YAML_LIMIT)
    tree = None if text is None else read_yaml(text, folder.name_of(path), problems)
    if tree is not None and tree.value is None:
        problems.append(_problem(tree, "Y007", "the file is empty", "Write `title:` and `date:`."))
        return None
    return tree


def _faults_of(keys: DigestKeys, tree: Tree, topics: tuple[Topic, ...]) -> Iterator[Problem]:
    """Yield what is wrong between the keys of a digest."""
    lines = tree.lines
    if keys.kind == "work" and ("work",) not in lines:
        mend = "Write `work:` with `type` and `title`, or delete `kind: work`."
        yield _problem(tree, "D009", "`kind` is work, and no `work` is described", mend, "kind")
    if ("summary", "sentences") in lines and ("summary", "words") in lines:
        what = "`summary` has both `sentences` and `words`"
        yield _problem(tree, "D015", what, "Delete one of them.", "summary", "words")
    known = {topic.slug: topic.name for topic in topics}
    if not keys.topic or keys.topic in known or topic_of(keys.topic, topics) in known:
        return
    if near := nearest(keys.topic, {*known, *known.values()}):
        what = f"{shown(keys.topic)} is not in topics.yaml"
        mend = f"Did you mean '{near}'? If not, add it there."
        yield _problem(tree, "D014", what, mend, "topic", severity="warning")


def _faults_of_quotations(keys: DigestKeys, tree: Tree, shelf: Shelf) -> Iterator[Problem]:
    """Yield what is wrong with the editor's quotations."""
    for position, entry in enumerate(keys.quotations):
        place = ("quotations", position)
        lines = tree.lines
        written = {key for key in ("text", "id", "from", "outlet") if (*place, key) in lines}
        if not (written & {"text", "id"} or entry.text or entry.id):
            what = f"entry {position + 1} of `quotations` has neither `text` nor `id`"
            mend = "Write the words as `text`, or the `id` of an extracted quotation."
            yield _problem(tree, "D007", what, mend, *place)
        elif not (written & {"id", "from", "outlet"} or entry.id or entry.article or entry.outlet):
            what = f"entry {position + 1} of `quotations` does not say who published the words"
            mend = "Name the stored article as `from`, or the publisher as `outlet`."
            yield _problem(tree, "D008", what, mend, *place)
        if entry.article and entry.article not in shelf.ids:
            line = tree.line_of(*place, "from")
            yield no_article(tree.file, line, entry.article, shelf)
    yield from _faults_of_overrides(keys, tree)


def _faults_of_overrides(keys: DigestKeys, tree: Tree) -> Iterator[Problem]:
    """Yield what is wrong with entries that change an extracted quotation."""
    lines: dict[str, int] = {}
    for position, entry in enumerate(keys.quotations):
        place = ("quotations", position)
        if entry.id and entry.text:
            what = f"entry {position + 1} of `quotations` has both `text` and `id`"
            mend = "An extracted quotation keeps its words: take `text` out, or `id`."
            yield _problem(tree, "D016", what, mend, *place)
        if entry.merge and not entry.id:
            what = f"entry {position + 1} of `quotations` merges without an `id`"
            mend = "Name the extracted quotation that the others are added to, as `id`."
            yield _problem(tree, "D017", what, mend, *place)
        if entry.id and entry.id in lines:
            what = f"two entries change the quotation '{entry.id}'"
            mend = f"Put everything into the entry in line {lines[entry.id]}."
            yield _problem(tree, "D018", what, mend, *place)
        elif entry.id:
            lines[entry.id] = tree.line_of(*place)


def _unknown_outlets(keys: DigestKeys, tree: Tree, registry: Registry) -> list[Problem]:
    """Return a problem for each outlet that digest.yaml names and nobody knows."""
    named = [
        (entry.outlet, tree.line_of("quotations", position, "outlet"))
        for position, entry in enumerate(keys.quotations)
        if entry.outlet
    ]
    named += [
        (outlet, tree.line_of("silent", position)) for position, outlet in enumerate(keys.silent)
    ]
    problems: list[Problem] = []
    for name, line in named:
        find_outlet(name, registry, file=tree.file, line=line, problems=problems)
    return problems


def _nothing_to_show(file: str, *, is_draft: bool) -> Problem:
    """Return the problem of a digest without texts; a draft may still wait for them."""
    return Problem(
        file=file,
        line=1,
        code="D001",
        what="the digest has neither a review nor an article",
        mend="Add review.md, or articles under articles/.",
        severity="warning" if is_draft else "error",
    )


def _problem(
    tree: Tree, code: str, what: str, mend: str, *place: str | int, severity: Severity = "error"
) -> Problem:
    """Return a problem of digest.yaml at `place`."""
    return Problem(
        file=tree.file,
        line=tree.line_of(*place),
        code=code,
        what=what,
        mend=mend,
        severity=severity,
    )
