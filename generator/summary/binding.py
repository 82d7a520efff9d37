"""Object to a sentence whose figures and names are its passages', but go together otherwise.

A figure keeps its unit, its order with another, and what it counts; two names keep who does it to
whom. "From 7 to 9" is not "from 9 to 7", 2 per cent are not 2 points, and Ada who sued Ben was not
sued by him. Read off the order of words, as far as that shows it (Kryściński et al. 2020 make
their swapped entities and numbers in the same way, to train against).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise

from generator.summary import facts
from generator.summary.case import Case, small_words
from generator.summary.senses import Senses, senses
from generator.text.matching import normalised

_TOKEN = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+|%")
_FREE_ORDER = frozenset({"ru"})
"""Languages in which the endings, not the order, tell who does it to whom."""
_PARTICLES = frozenset(
    ["", "of", "van", "von", "der", "den", "de", "del", "della", "da", "di", "du", "bin", "al"]
)
"""What may stand between the words of one name."""
_AHEAD = 3
"""Words behind a figure among which its unit begins."""


@dataclass(frozen=True, slots=True)
class _Figure:
    """A figure with what stands around it."""

    value: str
    unit: int
    """Place in the list of units; -1 for none."""
    next_unit: int
    """Its own, or that of the figures behind it: "from 7 to 9 per cent"."""
    before: str
    counted: str
    """The word behind it."""


@dataclass(frozen=True, kw_only=True, slots=True)
class _Name:
    """Capitalised words in a row."""

    words: tuple[str, ...]
    """Those with a capital."""
    shown: str
    """With what stands between them."""
    start: int
    by: bool
    """A word stands before it that leads to the doer."""
    beside: bool
    """A preposition stands before it, or "'s" behind it: it tells where or whose."""


def figures(case: Case) -> Iterator[str]:
    """Keep each figure's unit, its order and where it leads."""
    known = senses(case.tag)
    ours = [_figures(clause, known) for clause in case.text_clauses]
    theirs = [_figures(clause, known) for clause in case.cited_clauses]
    for figure in (figure for found in ours for figure in found):
        same = [f for found in theirs for f in found if f.value == figure.value]
        if not same:
            continue
        if figure.unit >= 0 and all(f.next_unit != figure.unit for f in same):
            yield f"“{figure.value}” has another unit in its passage"
        led = {f.before for f in same if f.before}
        if figure.before and led and figure.before not in led:
            yield f"“{figure.before} {figure.value}” is “{min(led)} {figure.value}” in its passage"
    for found in ours:
        for one, other in pairwise([f.value for f in found]):
            orders = {_order(one, other, [f.value for f in row]) for row in theirs}
            if -1 in orders and 1 not in orders:
                yield f"“{one}” and “{other}” stand the other way round in its passage"


def counted(case: Case) -> Iterator[str]:
    """Count what a passage counts, and not what it first says of another figure."""
    known = senses(case.tag)
    there = case.content(case.evidence)
    for clause in case.text_clauses:
        for figure in _figures(clause, known):
            stems = case.content(figure.counted)
            if figure.unit < 0 and not stems <= there:
                yield f"“{figure.value} {figure.counted}” stands in no passage it cites"
        yield from _elsewhere_counted(clause, case, known)


def names(case: Case) -> Iterator[str]:
    """Of two names in a clause, the doer is the passage's."""
    if case.tag.split("-", 1)[0] in _FREE_ORDER:
        return
    known = senses(case.tag)
    theirs = [_names(clause, case, known) for clause in case.cited_clauses]
    for clause in case.text_clauses:
        for one, other in combinations(_names(clause, case, known), 2):
            if one.beside or other.beside:
                continue
            orders = {o for row in theirs for o in _orders(one, other, row, case)}
            if orders == {-1}:
                pair = f"“{one.shown}” and “{other.shown}”"
                yield f"{pair} stand the other way round in its passage"


def _figures(clause: str, known: Senses) -> list[_Figure]:
    tokens = [token.casefold() for token in _TOKEN.findall(normalised(clause))]
    found: list[_Figure] = []
    inherited = -1
    for place in reversed(range(len(tokens))):
        if not tokens[place][0].isdigit():
            continue
        behind = tokens[place + 1 : place + 1 + _AHEAD]
        unit = _unit(behind, known)
        inherited = unit if unit >= 0 else inherited
        before = tokens[place - 1] if place else ""
        found.append(
            _Figure(
                next(iter(facts.figures(tokens[place])), tokens[place]),
                unit,
                inherited,
                before if before in known.directions.words else "",
                behind[0] if behind and unit < 0 and behind[0].isalpha() else "",
            )
        )
    return found[::-1]


def _unit(behind: Sequence[str], known: Senses) -> int:
    if behind and behind[0] == "%":
        return 0
    for number, unit in enumerate(known.units):
        runs = tuple(run.strip() for run in unit.runs)
        line = " ".join(behind)
        if any(line == run or line.startswith(f"{run} ") for run in (*runs, *unit.words)):
            return number
    return -1


def _order(one: str, other: str, row: Sequence[str]) -> int:
    """Return 1 if `row` has both in this order, -1 if in the other, 0 if it has not both once."""
    if one == other or row.count(one) != 1 or row.count(other) != 1:
        return 0
    return 1 if row.index(one) < row.index(other) else -1


def _elsewhere_counted(clause: str, case: Case, known: Senses) -> Iterator[str]:
    """Yield telling words that a passage says behind its next figure, not of this one."""
    values = {figure.value for figure in _figures(clause, known)}
    if len(values) != 1:
        return
    (value,) = values
    rows = [(_values(other, known), case.content(other)) for other in case.cited_clauses]
    for stem in sorted(case.content(clause)):
        holders = [found for found, content in rows if stem in content]
        # A word may be said once for several figures, but then before them.
        if holders and all(found and value not in found for found in holders):
            first = next(n for n, (_, content) in enumerate(rows) if stem in content)
            if any(value in found for found, _ in rows[:first]):
                word = next(w for w in small_words(clause) if stem in case.content(w) or w == stem)
                yield f"“{word}” stands with another figure than {value} in its passage"


def _values(clause: str, known: Senses) -> set[str]:
    return {figure.value for figure in _figures(clause, known)}


def _names(clause: str, case: Case, known: Senses) -> list[_Name]:
    """Return the names of a clause; a word that only begins it is none."""
    dates = facts.date_words(clause, case.tag)
    plain = normalised(clause)
    tokens = list(facts.LETTERS.finditer(plain))
    found: list[_Name] = []
    run: list[int] = []
    for place, token in enumerate(tokens):
        if not token[0][0].isupper() or token[0] in dates:
            continue
        gap = plain[tokens[run[-1]].end() : token.start()].casefold() if run else ""
        if gap.strip(" -") not in _PARTICLES:
            found += _name(run, [t[0] for t in tokens], case, known)
            run = []
        run.append(place)
    if run:
        found += _name(run, [t[0] for t in tokens], case, known)
    return found


def _name(run: list[int], tokens: Sequence[str], case: Case, known: Senses) -> Iterator[_Name]:
    start, end = run[0], run[-1] + 1
    while start < end and start == 0 and facts.says_little(tokens[start], case.language):
        start += 1
    if start == end:
        return
    before = start - 1
    skipped = case.language.kind_of_words("articles") | case.language.titles
    while before >= 0 and tokens[before].casefold() in skipped:
        before -= 1
    small = tokens[before].casefold() if before >= 0 else ""
    words = tuple(tokens[n] for n in run if n >= start and len(tokens[n]) > 1)
    by = small in known.agents.words
    is_owner = tokens[end : end + 1] == ["s"]
    led = small in case.language.kind_of_words("prepositions") and not by
    if words:
        shown = " ".join(tokens[start:end])
        yield _Name(words=words, shown=shown, start=start, by=by, beside=led or is_owner)


def _orders(one: _Name, other: _Name, row: Sequence[_Name], case: Case) -> Iterator[int]:
    """Yield 1 where a passage's clause has the doer of the two as we have, -1 for the reverse."""
    firsts = [n for n in row if _same(n, one, case)]
    seconds = [n for n in row if _same(n, other, case)]
    for first in firsts:
        for second in seconds:
            if first is second or first.beside or second.beside:
                continue
            ours = -1 if other.by else 1
            ahead, behind = sorted((first, second), key=lambda n: n.start)
            theirs = (1 if ahead is first else -1) * (-1 if behind.by else 1)
            yield ours * theirs


def _same(one: _Name, other: _Name, case: Case) -> bool:
    return any(facts.same_name(a, b, case.language) for a in one.words for b in other.words)
