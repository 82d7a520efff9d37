# ruff: noqa: D401 - each docstring says what the alteration is
"""Alterations that no quoter may make. Each returns altered words that surely stand nowhere.

An alteration returns None for a passage that it cannot be made of, or where the outcome could
stand in an article by chance; the corpus then tries another passage.
"""

from __future__ import annotations

import random
import re
import tomllib
import unicodedata
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from generator import verification
from tests.verification.passages import (
    Passage,
    Source,
    sources,
    stands_once,
    stands_somewhere,
)

Alteration = Callable[[Passage, random.Random], str | None]

_LONGEST = 40
"""Words that an omission may leave out, as docs/verification.md says."""
_NOT = {"en": "not", "de": "nicht", "fr": "pas", "ru": "не", "ar": "لا", "es": "no"}
_LOOKALIKES = str.maketrans("aeopcxy", "аеорсху")


_SPEECH = re.compile(
    r"(?P<head>(?:[^\W\d_]+ ){3}[^\W\d_]+)[^“”„«»\n]*[“„«][^“”„«»\n]{25,}[.,!?][”“»]"
    r"[^“”„«»\n]*?(?P<tail>(?: [^\W\d_]+){4})"
)
"""Reporting, somebody's words in marks, and reporting again."""


@cache
def negations() -> frozenset[str]:
    """Return the words that turn the sense, of all languages."""
    file = Path(verification.__file__).with_name("negations.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))
    return frozenset(word for row in rows["negations"].values() for word in row.split())


def _bare(token: str) -> str:
    return token.strip(".,;:!?،؛؟").lower()


def _sure(tokens: list[str]) -> str | None:
    words = " ".join(tokens)
    return None if stands_somewhere(words) else words


def _inner(passage: Passage, rng: random.Random) -> int:
    return rng.randrange(2, len(passage.tokens) - 2)


def word_dropped(passage: Passage, rng: random.Random) -> str | None:
    """A word inside is left out without dots."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return _sure([*tokens[:place], *tokens[place + 1 :]])


def word_added(passage: Passage, rng: random.Random) -> str | None:
    """A word of the same article is put in."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return _sure([*tokens[:place], rng.choice(passage.source.text.split()), *tokens[place:]])


def word_changed(passage: Passage, rng: random.Random) -> str | None:
    """A word inside is another one of the same article."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return _sure([*tokens[:place], rng.choice(passage.source.text.split()), *tokens[place + 1 :]])


def letter_changed(passage: Passage, rng: random.Random) -> str | None:
    """Two letters inside a word change places."""
    tokens, place = passage.tokens, _inner(passage, rng)
    word = tokens[place]
    if len(word) < 5 or not word.isalpha() or word[1] == word[2]:
        return None
    return _sure([*tokens[:place], word[0] + word[2] + word[1] + word[3:], *tokens[place + 1 :]])


def sentences_joined(passage: Passage, rng: random.Random) -> str | None:
    """Two sentences that do not follow each other stand as if they did."""
    others = passage.source.sentences[passage.sentence + 2 :]
    return _sure([*passage.tokens, *rng.choice(others).split()]) if others else None


def order_swapped(passage: Passage, rng: random.Random) -> str | None:
    """The second half stands before the first."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return _sure([*tokens[place:], *tokens[:place]])


def neighbours_swapped(passage: Passage, rng: random.Random) -> str | None:
    """Two words that follow each other change places."""
    tokens, place = passage.tokens, _inner(passage, rng)
    swapped = [tokens[place + 1], tokens[place]]
    return _sure([*tokens[:place], *swapped, *tokens[place + 2 :]])


def negation_removed(passage: Passage, rng: random.Random) -> str | None:
    """`not` is left out without dots."""
    place = _negation(passage, rng)
    return None if place is None else _sure([*passage.tokens[:place], *passage.tokens[place + 1 :]])


def negation_behind_dots(passage: Passage, rng: random.Random) -> str | None:
    """Nothing but `not` is left out, with dots."""
    place, tokens = _negation(passage, rng), passage.tokens
    if place is None or not _parts_once(passage, place, place + 1):
        return None
    return " ".join([*tokens[:place], "…", *tokens[place + 1 :]])


def _negation(passage: Passage, rng: random.Random) -> int | None:
    tokens = passage.tokens
    places = [n for n in range(1, len(tokens) - 1) if tokens[n].lower() in negations()]
    return rng.choice(places) if places else None


def _parts_once(passage: Passage, first: int, last: int) -> bool:
    """Whether what stands before and after tokens `first` to `last` stands in one place each."""
    tokens = passage.tokens
    parts = (" ".join(tokens[:first]), " ".join(tokens[last:]))
    return all(stands_once(part, passage.source) for part in parts)


def negation_in_bracket(passage: Passage, rng: random.Random) -> str | None:
    """`[not]` is put in."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return " ".join([*tokens[:place], f"[{_NOT[passage.source.language]}]", *tokens[place:]])


def bracket_for_a_negation(passage: Passage, rng: random.Random) -> str | None:
    """A bracket stands for words of the source that deny."""
    place, tokens = _negation(passage, rng), passage.tokens
    if place is None or not _parts_once(passage, place, place + 1):
        return None
    return " ".join([*tokens[:place], "[sic]", *tokens[place + 1 :]])


def negation_and_more_behind_dots(passage: Passage, rng: random.Random) -> str | None:
    """`not` and the word before it are left out, with dots; what it denies stays."""
    place, tokens = _negation(passage, rng), passage.tokens
    if place is None or place < 2 or not tokens[place - 1].isalpha():
        return None
    if not tokens[place + 1].isalpha() or not _parts_once(passage, place - 1, place + 1):
        return None
    return " ".join([*tokens[: place - 1], "…", *tokens[place + 1 :]])


def bracket_for_a_word(passage: Passage, rng: random.Random) -> str | None:
    """A bracket stands for a word that says something."""
    tokens, place = passage.tokens, _inner(passage, rng)
    if len(tokens[place]) < 7 or not tokens[place].isalpha():
        return None
    if not _parts_once(passage, place, place + 1):
        return None
    return " ".join([*tokens[:place], "[sic]", *tokens[place + 1 :]])


def bracket_for_a_clause(passage: Passage, rng: random.Random) -> str | None:
    """A bracket stands for more of the source than a name or a pronoun."""
    del rng
    tokens = passage.tokens
    if not _parts_once(passage, 2, len(tokens) - 2):
        return None
    return " ".join([*tokens[:2], "[sic]", *tokens[-2:]])


def case_changed(passage: Passage, rng: random.Random) -> str | None:
    """A word begins with a capital letter that has none, or the reverse."""
    tokens, place = passage.tokens, _inner(passage, rng)
    word = tokens[place]
    return _sure([*tokens[:place], word[0].swapcase() + word[1:], *tokens[place + 1 :]])


def first_letter_lowered(passage: Passage, rng: random.Random) -> str | None:
    """The first word loses its capital letter without a bracket."""
    del rng
    words = passage.words
    return _sure([words[0].lower() + words[1:]]) if words[0].isupper() else None


def all_capitals(passage: Passage, rng: random.Random) -> str | None:
    """A word is shouted."""
    tokens, place = passage.tokens, _inner(passage, rng)
    return _sure([*tokens[:place], tokens[place].upper(), *tokens[place + 1 :]])


def hyphen_removed(passage: Passage, rng: random.Random) -> str | None:
    """A hyphenated word is written as two words or as one."""
    return _inside(passage, r"(?<=\w)-(?=\w)", rng.choice((" ", "")), rng)


def apostrophe_removed(passage: Passage, rng: random.Random) -> str | None:
    """A word loses the apostrophe inside it."""
    del rng
    sentence = passage.source.sentences[passage.sentence].replace("\n", " ")
    inner = re.search(r"\S+ \S+ \w+[’'](?=\w)\w+ \S+ \S+", sentence)
    if not inner or "“" in inner[0] or "”" in inner[0]:
        return None
    return _sure([re.sub(r"(?<=\w)[’'](?=\w)", "", inner[0])])


def punctuation_in_a_figure(passage: Passage, rng: random.Random) -> str | None:
    """A figure's separator goes or changes."""
    return _inside(passage, r"(?<=\d)[.,:](?=\d)", rng.choice(("", " ", ";")), rng)


def comma_dropped(passage: Passage, rng: random.Random) -> str | None:
    """A comma between words is left out."""
    return _inside(passage, r"(?<=\w)[,،](?= )", "", rng)


def comma_added(passage: Passage, rng: random.Random) -> str | None:
    """A comma is put between words."""
    return _inside(passage, r"(?<=\w)(?= \w)", ",", rng)


def digit_changed(passage: Passage, rng: random.Random) -> str | None:
    """A figure is another one."""
    digit = str(rng.randrange(10))
    return _inside(passage, rf"(?!{digit})[0-9]", digit, rng)


def accent_dropped(passage: Passage, rng: random.Random) -> str | None:
    """A letter loses its accent."""
    accented = [s for s in passage.words if len(unicodedata.normalize("NFD", s)) > 1]
    if not accented:
        return None
    letter = rng.choice(accented)
    return _sure([passage.words.replace(letter, unicodedata.normalize("NFD", letter)[0])])


def lookalike_letter(passage: Passage, rng: random.Random) -> str | None:
    """A Latin word gets a Cyrillic letter that looks the same."""
    tokens, place = passage.tokens, _inner(passage, rng)
    changed = tokens[place].translate(_LOOKALIKES)
    return (
        None
        if changed == tokens[place]
        else _sure([*tokens[:place], changed, *tokens[place + 1 :]])
    )


def cut_inside_a_word(passage: Passage, rng: random.Random) -> str | None:
    """The quotation ends before its last word does."""
    del rng
    tokens = passage.tokens
    last = tokens[-1].rstrip(".,;:!?،؛؟")
    words = " ".join([*tokens[:-1], last[:-2]])
    fits = len(last) > 4 and last.isalpha() and stands_once(words, passage.source)
    return words if fits else None


def _inside(passage: Passage, sign: str, put: str, rng: random.Random) -> str | None:
    """Put `put` in the place of one match of `sign` within the words."""
    places = list(re.finditer(sign, passage.words))
    if not places:
        return None
    match = rng.choice(places)
    return _sure([passage.words[: match.start()] + put + passage.words[match.end() :]])


def order_swapped_around_dots(passage: Passage, rng: random.Random) -> str | None:
    """What stands behind the dots stands earlier in the source."""
    tokens, place = passage.tokens, _inner(passage, rng)
    if not _parts_once(passage, place, place):
        return None
    return " ".join([*tokens[place:], "…", *tokens[:place]])


def long_omission(passage: Passage, rng: random.Random) -> str | None:
    """Dots stand for more than forty words of running text."""
    del rng
    text = passage.source.text
    start = text.find(passage.words)
    onward = text[start + len(passage.words) :].split()
    onward = [word for word in onward if any(map(str.isalnum, word))]
    if start < 0 or len(onward) <= _LONGEST + 8:
        return None
    tail = " ".join(onward[_LONGEST + 1 : _LONGEST + 6])
    once = stands_once(tail, passage.source) and stands_once(passage.words, passage.source)
    clean = not re.search(r"[\[\]…]|\.\.", tail)
    return f"{passage.words} … {tail}" if once and clean else None


@cache
def _speeches(text: str) -> tuple[re.Match[str], ...]:
    return tuple(_SPEECH.finditer(text))


def omission_over_a_speaker(passage: Passage, rng: random.Random) -> str | None:
    """Dots stand for somebody's words in marks, and join what stands before and behind."""
    speeches = _speeches(passage.source.text)
    if not speeches:
        return None
    speech = rng.choice(speeches)
    parts = speech["head"], speech["tail"].strip()
    once = all(stands_once(part, passage.source) for part in parts)
    return " … ".join(parts) if once and len(speech[0].split()) <= _LONGEST else None


ABSENT: Mapping[str, Alteration] = {
    "a word dropped": word_dropped,
    "a word added": word_added,
    "a word changed": word_changed,
    "letters swapped in a word": letter_changed,
    "two sentences joined": sentences_joined,
    "halves swapped": order_swapped,
    "two words swapped": neighbours_swapped,
    "parts swapped around dots": order_swapped_around_dots,
    "negation removed": negation_removed,
    "negation left out with dots": negation_behind_dots,
    "negation and a word more left out": negation_and_more_behind_dots,
    "`[not]` put in": negation_in_bracket,
    "a bracket for a negation": bracket_for_a_negation,
    "a bracket for a word that says something": bracket_for_a_word,
    "a bracket for a whole clause": bracket_for_a_clause,
    "more than 40 words left out": long_omission,
    "another speaker left out": omission_over_a_speaker,
    "case of a word changed": case_changed,
    "capital of the first word lowered": first_letter_lowered,
    "a word in capitals": all_capitals,
    "hyphen removed": hyphen_removed,
    "apostrophe removed": apostrophe_removed,
    "separator in a figure changed": punctuation_in_a_figure,
    "a digit changed": digit_changed,
    "a comma dropped": comma_dropped,
    "a comma added": comma_added,
    "an accent dropped": accent_dropped,
    "a look-alike letter": lookalike_letter,
    "cut inside a word": cut_inside_a_word,
}
"""Alterations after which the words stand nowhere, by what they are called in the table."""


def another(source: Source, rng: random.Random) -> Source:
    """Return an article to credit words of `source` to by mistake."""
    return rng.choice([other for other in sources() if other is not source])
