"""Lay the editor's list of articles over what is stored: order, stance, rating, note, hiding."""

from __future__ import annotations

from dataclasses import replace

from generator.load.articles import Shelf, rating_at
from generator.load.shapes import ArticleChoice, DigestKeys
from generator.load.words import did_you_mean, shown
from generator.load.yaml_tree import Tree
from generator.model import Article
from generator.problems import Problem


def chosen_articles(
    keys: DigestKeys, tree: Tree, shelf: Shelf, problems: list[Problem]
) -> tuple[Article, ...]:
    """Return the articles in the editor's order, those unlisted after by id."""
    stored = {article.id: article for article in shelf.articles}
    ordered: dict[str, Article] = {}
    lines: dict[str, int] = {}
    for position, choice in enumerate(keys.articles):
        line = tree.line_of("articles", position, "id")
        if choice.id in lines:
            problems.append(_listed_twice(tree.file, line, choice.id, lines[choice.id]))
            continue
        lines[choice.id] = line
        if choice.id not in shelf.ids and _was_written(tree, position):
            problems.append(no_article(tree.file, line, choice.id, shelf))
        rating = rating_at(choice.rating, tree, "articles", position, "rating", problems=problems)
        if choice.id in stored:
            ordered[choice.id] = _overridden(stored[choice.id], choice)
            if rating:
                ordered[choice.id] = replace(ordered[choice.id], rating=rating)
    rest = (article for article in shelf.articles if article.id not in ordered)
    return (*ordered.values(), *rest)


def _was_written(tree: Tree, position: int) -> bool:
    """Tell whether the entry has an id; false for a stand-in of one that is missing."""
    entries = tree.value.get("articles") if isinstance(tree.value, dict) else None
    entry = entries[position] if isinstance(entries, list) else entries
    return not isinstance(entry, dict) or "id" in entry


def _overridden(article: Article, choice: ArticleChoice) -> Article:
    """Return `article` with what the editor chose for it; what is left out stays."""
    return replace(
        article,
        stance=article.stance if choice.stance is None else choice.stance,
        note=article.note if choice.note is None else choice.note,
        hidden=choice.hide,
    )


def no_article(file: str, line: int, article: str, shelf: Shelf) -> Problem:
    """Return the problem of an id that no stored article has."""
    stem, dot, ending = article.rpartition(".")
    if dot and stem in shelf.ids and ending in {"md", "txt", "html"}:
        mend = f"Write '{stem}', without the file's ending."
    else:
        mend = did_you_mean(
            article, shelf.ids, otherwise=f"Store it as articles/{article}.md, or correct the id."
        )
    return Problem(
        file=file, line=line, code="D003", what=f"no article {shown(article)}", mend=mend
    )


def _listed_twice(file: str, line: int, article: str, first: int) -> Problem:
    """Return the problem of an article that the list names twice."""
    return Problem(
        file=file,
        line=line,
        code="D010",
        what=f"article {shown(article)} is listed already, in line {first}",
        mend="Delete one of the two entries.",
    )
