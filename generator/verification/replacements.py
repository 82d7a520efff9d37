"""Decide which words of the source a bracket may stand for: `[the minister]` for `he`.

A bracket explains, and may take the place of words that only point (pronouns, articles, `here`), or
give another form of a word (`[promised]` for `promises`, `[was]` for `is`). In the place of a word
that says something it would put other words into the speaker's mouth.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from generator.languages import known, language
from generator.languages.detection import detect
from generator.verification.negation import denies

_TOKEN = re.compile(r"[^\W\d_]+")
_STEM = 3
"""Letters that two forms of a word share at least, and at most what may differ at their ends."""
_POINTING = ("possessives", "pronouns", "hearers", "personal", "pointers")
"""The closed classes of words that only point; prepositions, which tell who does what, do not."""


def may_replace(left_out: str, inserted: str, text: str) -> bool:
    """Tell whether a bracket with `inserted` may stand for the words `left_out` of `text`."""
    gone, put = _words(left_out), _words(inserted)
    if re.search(r"\d", left_out):
        return False
    tag = detect(text)
    points = _pointing(tag) | (_listed("days") if re.search(r"\d", inserted) else set())
    if all(word in points for word in gone):
        return not weighs(inserted, text)
    return len(gone) == len(put) == 1 and _is_form(gone[0], put[0], tag)


def adds_nothing(inserted: str) -> bool:
    """Tell whether a bracket only remarks on the word before, as `[sic]` does."""
    return inserted.casefold().rstrip(".") in _listed("remarks")


def weighs(inserted: str, text: str) -> bool:
    """Tell whether a bracket says only how much, how surely or whether: `[all]`, `[must]`."""
    if re.search(r"\d", inserted):
        # `[13 May]` is a date, though `may` alone is a verb.
        return False
    words = _words(inserted)
    return bool(words) and all(word in _weighing(detect(text)) for word in words)


def joins_on(word: str, text: str) -> bool:
    """Tell whether after `word` a second verb of the same subject may follow: `and`, `but`."""
    tag = detect(text)
    rows = _rows("joining").items()
    return any(word.casefold() in row.split() for of, row in rows if _fits(of, tag))


def _words(text: str) -> list[str]:
    return _TOKEN.findall(text.casefold())


def _is_form(word: str, other: str, tag: str) -> bool:
    """Tell whether two words are forms of one: their ends differ, and neither denies."""
    being = (language(of).kind_of_words(n) for of in _tags(tag) for n in ("passive", "perfect"))
    if any(word in forms and other in forms for forms in being):
        return not (denies(word) or denies(other))
    shared = next(
        (n for n, (a, b) in enumerate(zip(word, other, strict=False)) if a != b),
        min(len(word), len(other)),
    )
    ends = word[shared:], other[shared:]
    fits = shared >= max(_STEM, *(len(end) for end in ends))
    turned = any(denies(part) for part in (word, other)) or _listed("depriving") & set(ends)
    return fits and max(map(len, ends)) <= _STEM and not turned


def _tags(tag: str) -> tuple[str, ...]:
    """Return the languages to read words in: all where the text's own is not known."""
    return (tag,) if tag in known() else known()


@cache
def _pointing(tag: str) -> frozenset[str]:
    """Return the words of the language that only point, and never deny."""
    listed = [language(of).kind_of_words(name) for of in _tags(tag) for name in _POINTING]
    listed += [frozenset(row.split()) for of, row in _rows("pointing").items() if _fits(of, tag)]
    return frozenset(
        part for words in listed for word in words if not denies(word) for part in _words(word)
    )


@cache
def _weighing(tag: str) -> frozenset[str]:
    """Return words that are no explanation by themselves: auxiliary verbs, and amounts."""
    kinds = ("auxiliaries", "modals", "articles")
    listed = [language(of).kind_of_words(name) for of in _tags(tag) for name in kinds]
    listed += [frozenset(row.split()) for of, row in _rows("weighing").items() if _fits(of, tag)]
    return frozenset(word for words in listed for word in words) - _pointing(tag)


def _fits(listed: str, tag: str) -> bool:
    return listed == tag or tag not in known()


@cache
def _listed(table: str) -> frozenset[str]:
    return frozenset(word for row in _rows(table).values() for word in row.split())


@cache
def _rows(table: str) -> dict[str, str]:
    file = resources.files(__package__).joinpath("replacements.toml")
    rows: dict[str, str] = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return rows
