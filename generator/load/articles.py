"""Read the stored articles of a digest: front matter, body, and the ids they go by."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.load.files import TEXT_LIMIT, Folder, decode, read_bytes
from generator.load.front_matter import parts_of
from generator.load.listing import names_in
from generator.load.outlet_names import find_outlet, stand_in
from generator.load.shapes import ArticleKeys
from generator.load.slugs import is_article_id
from generator.load.validation import read_shape
from generator.load.words import shown
from generator.load.yaml_tree import Tree, read_yaml
from generator.model import Article, Markup, Rating, Span
from generator.outlets import Registry
from generator.problems import Problem
from generator.ratings import parse_rating

MARKUPS: Mapping[str, Markup] = {".md": "markdown", ".txt": "text", ".html": "html"}
"""File ending → how the text is marked up."""
RESERVED = "review"
"""An article may not be called so: verdicts name the narrated review by this word."""

_TAGS = re.compile(r"<!--.*?-->|<[^>]*>", re.DOTALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Shelf:
    """The articles of a digest that could be read, and the ids of all that are stored."""

    articles: tuple[Article, ...]
    """By id."""
    ids: frozenset[str]


def read_articles(
    directory: Path, folder: Folder, registry: Registry, problems: list[Problem], *, language: str
) -> Shelf:
    """Return what is stored in `directory`; `language` is that of articles which name none."""
    stored: dict[str, Path] = {}
    articles: list[Article] = []
    for path in _article_files(directory, folder, problems):
        first = stored.setdefault(path.stem.casefold(), path)
        if first != path:
            problems.append(_twice(folder.name_of(path), first, path))
        elif article := _read_article(path, folder, registry, problems, language=language):
            articles.append(article)
    return Shelf(articles=tuple(articles), ids=frozenset(path.stem for path in stored.values()))


def _article_files(directory: Path, folder: Folder, problems: list[Problem]) -> list[Path]:
    """Return the files that hold articles, by name, noting those that nothing reads."""
    files = []
    for path in names_in(directory, folder, problems):
        if path.suffix not in MARKUPS or path.is_dir():
            problems.append(_not_read(folder.name_of(path)))
        elif not is_article_id(path.stem) or path.stem.casefold() == RESERVED:
            problems.append(_bad_id(folder.name_of(path), path.stem))
        else:
            files.append(path)
    return files


def _read_article(
    path: Path, folder: Folder, registry: Registry, problems: list[Problem], *, language: str
) -> Article | None:
    """Return the article at `path`; None where its front matter cannot be read."""
    name = folder.name_of(path)
    data = read_bytes(path, folder, problems, limit=TEXT_LIMIT)
    text = None if data is None else decode(data, name, problems)
    if data is None or text is None:
        return None
    parts = parts_of(text)
    if parts.front is None:
        problems.append(_no_front_matter(name, unclosed=parts.unclosed))
        return None
    markup = MARKUPS[path.suffix]
    body = parts.body.of(text)
    if not (_TAGS.sub("", body) if markup == "html" else body).strip():
        problems.append(_empty(name))
    tree = read_yaml(parts.front.of(text), name, problems, first_line=2)
    keys = None if tree is None else read_shape(tree, ArticleKeys, problems)
    if tree is None or keys is None:
        return None
    line = tree.line_of("outlet")
    outlet = (
        find_outlet(keys.outlet, registry, file=name, line=line, problems=problems)
        if ("outlet",) in tree.lines
        else None
    )
    return Article(
        id=path.stem,
        file=name,
        outlet=outlet or stand_in(keys.outlet),
        headline=keys.headline,
        standfirst=keys.standfirst,
        byline=keys.byline,
        published=keys.published,
        url=keys.url,
        archived=keys.archived,
        language=keys.language or language,
        translated_from=keys.translated_from or "",
        translator=keys.translator,
        via=keys.via,
        rating=rating_at(keys.rating, tree, "rating", problems=problems),
        stance=keys.stance,
        captured=keys.captured,
        publish_in_full=keys.publish == "full",
        note=keys.note,
        markup=markup,
        text=text,
        body=parts.body,
        headline_place=_place_of("headline", tree, parts.front),
        standfirst_place=_place_of("standfirst", tree, parts.front),
        text_hash=hashlib.sha256(data).hexdigest(),
    )


def _place_of(key: str, tree: Tree, front: Span) -> Span | None:
    """Return where the value of `key` stands in the file, whose front matter is at `front`."""
    span = tree.scalars.get((key,))
    return span and Span(front.start + span.start, front.start + span.end)


def rating_at(
    printed: str | None, tree: Tree, *place: str | int, problems: list[Problem]
) -> Rating | None:
    """Return the rating that stands at `place`, noting one that cannot be read."""
    rating = parse_rating(printed) if printed else None
    if printed and rating is None:
        problems.append(
            Problem(
                file=tree.file,
                line=tree.line_of(*place),
                code="A005",
                what=f"{shown(printed)} is no rating we can read",
                mend="Write it with its scale, as 4/5, 78/100, 85%, B+ or ★★★½.",
            )
        )
    return rating


def _twice(name: str, first: Path, second: Path) -> Problem:
    """Return the problem of two files for one id."""
    return Problem(
        file=name,
        line=1,
        code="A004",
        what=f"two articles have the id '{second.stem}': {first.name} and {second.name}",
        mend="Rename one of the files.",
    )


def _bad_id(name: str, stem: str) -> Problem:
    """Return the problem of a file name that cannot be an id."""
    reserved = stem.casefold() == RESERVED
    why = "means the narrated review" if reserved else "is no article id"
    mend = "Rename the file with letters, digits, '-', '_' and '.', and no space."
    return Problem(
        file=name,
        line=1,
        code="F008",
        what=f"{shown(stem)} {why}",
        mend="Give the file another name." if reserved else mend,
    )


def _not_read(name: str) -> Problem:
    """Return the warning about a file among the articles that is none."""
    return Problem(
        file=name,
        line=1,
        code="F006",
        what="nothing reads this: an article is a file that ends in .md, .txt or .html",
        mend="Save it as one of these; or begin its name with '_' to put it aside.",
        severity="warning",
    )


def _no_front_matter(name: str, *, unclosed: bool) -> Problem:
    """Return the problem of an article that does not say where it is from."""
    if unclosed:
        return Problem(
            file=name,
            line=1,
            code="A002",
            what="the front matter that opens here is never closed",
            mend="Write a line `---` below its last key.",
        )
    return Problem(
        file=name,
        line=1,
        code="A001",
        what="the article has no front matter",
        mend="Begin the file with `---`, `outlet:`, `headline:` and `---`, a line each.",
    )


def _empty(name: str) -> Problem:
    """Return the problem of an article without words."""
    return Problem(
        file=name,
        line=1,
        code="A003",
        what="the article has no text",
        mend="Paste its text below the front matter, or delete the file.",
    )
