"""How much of a stored article a site may publish: a warning near its budget, an error beyond.

No law gives a number. The defaults are customs: half of it, for with more the article itself is
published; 400 words, long the rule of thumb of the Society of Authors and the Publishers
Association (London) for one extract of prose for criticism or review, for which the publishers no
longer vouch; and always one long sentence. A budget is a desk's own rule and no legal advice.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from generator.digest.uses import ArticleUse, DigestUse, Passage
from generator.problems import Problem
from generator.settings import SiteSettings


def budget_of(words: int, settings: SiteSettings) -> int:
    """Return how many words of an article of `words` may be published."""
    share = max(settings.budget_floor, words * settings.budget_share // 100)
    return min(settings.budget_words, share)


def unremarked(words: int, settings: SiteSettings) -> int:
    """Return how many words of an article of `words` may be published without a warning."""
    budget = budget_of(words, settings)
    return max(min(settings.budget_floor, budget), budget * settings.budget_warning // 100)


def problems_of_budget(uses: Iterable[DigestUse], settings: SiteSettings) -> tuple[Problem, ...]:
    """Return a problem for each article of which too much, or nearly, is published.

    It stands at the entry that was too much, the digests taken in the order of their dates. Each
    digest that is held is counted as if it alone were published next; its problems are warnings.
    """
    ordered = sorted(uses, key=lambda use: (use.date, use.digest))
    published: dict[str, list[_Published]] = defaultdict(list)
    for use in ordered:
        for text, passages in _passages(use) if use.released else ():
            published[text] += passages
    problems = [_problem((), passages, settings) for passages in published.values()]
    for use in ordered:
        for text, passages in _passages(use) if not use.released else ():
            found = _problem(published.get(text, ()), passages, settings)
            problems.append(replace(found, severity="warning") if found else None)
    return tuple(filter(None, problems))


@dataclass(frozen=True, kw_only=True, slots=True)
class _Published:
    """A passage with the article and the digest that it is of."""

    digest: str
    article: ArticleUse
    passage: Passage


def _passages(use: DigestUse) -> Iterator[tuple[str, list[_Published]]]:
    """Yield the text of each article that a digest quotes, with the passages."""
    for article in use.articles:
        yield (
            article.text,
            [
                _Published(digest=use.digest, article=article, passage=passage)
                for passage in article.passages
            ],
        )


def _problem(
    earlier: Sequence[_Published], passages: Sequence[_Published], settings: SiteSettings
) -> Problem | None:
    """Return the problem that `passages` of one article are, `earlier` ones being published."""
    words = {number for known in earlier for number in known.passage.words}
    near = over = None
    for each in passages:
        grows = not each.passage.words <= words
        words |= each.passage.words
        if grows and len(words) > unremarked(each.article.words, settings):
            near = near or each
        if grows and len(words) > budget_of(each.article.words, settings):
            over = over or each
    digests = {each.digest for each in (*earlier, *passages)}
    found = over or near
    if found is None:
        return None
    return _said(found, len(words), len(digests), settings, over=over is not None)


def _said(
    found: _Published, words: int, digests: int, settings: SiteSettings, *, over: bool
) -> Problem:
    article, passage = found.article, found.passage
    where = f" in {digests} digests" if digests > 1 else ""
    used = f"{words} of the {article.words} words of article '{article.article}'"
    budget = budget_of(article.words, settings)
    excess = f"and its budget is {budget}" if over else f"near its budget of {budget}"
    mend = (
        "Quote less of it, raise `budget_words` or `budget_share` in the settings, or say "
        "`publish: full` in the article if you may."
        if over
        else "Quote no more of it, or say `publish: full` in the article if you may."
    )
    return Problem(
        file=passage.file,
        line=passage.line,
        code="Q010" if over else "Q008",
        what=f"{used} are published{where}, {excess}",
        mend=mend,
        severity="error" if over else "warning",
    )
