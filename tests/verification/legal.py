# ruff: noqa: D401 - each docstring says what the alteration is
"""Alterations that a quoter may make: the verdict stays *exact*, or is *edited*."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Mapping

from tests.verification.illegal import Alteration, negations
from tests.verification.passages import Passage

_PAIRS = ("“”", "‘’", "„“", "«»", '""', "''", "‚‘", "‹›", "»«", "””", "»»", "「」")
_GAPS = ("\u00a0", "  ", "\n", "\t", "\u202f", " \n ", "\u2009", "\r\n")
_WIDTHLESS = ("\u00ad", "\u200b", "\u2060", "\ufeff", "\u200d")
_DIRECTIONS = ("\u200e", "\u200f", "\u202b", "\u202c", "\u2067", "\u2069")
_LIGATURES = {"ffi": "ﬃ", "fi": "ﬁ", "fl": "ﬂ", "ff": "ﬀ", "لا": "ﻻ"}
_DOTS = ("…", "...", "[…]", "[...]", "(…)", "(...)", ". . .", "....", "[ … ]")
_INSERTED = {"en": "the minister", "de": "der Minister", "fr": "le ministre", "ru": "министр"}
_INSERTED |= {"ar": "الوزير", "es": "el ministro"}

_POINTING = {"en": "he she it they his her their the this", "de": "er sie es der die das ihr sein"}
_POINTING |= {"fr": "il elle ils elles le la les son sa", "es": "él ella ellos el la los su"}
_POINTING |= {"ru": "он она они его её их это", "ar": "هذه هذا ذلك تلك هو هي اليوم"}


def _inner(passage: Passage, rng: random.Random) -> int:
    return rng.randrange(2, len(passage.tokens) - 2)


def as_it_stands(passage: Passage, rng: random.Random) -> str | None:
    """Nothing is altered."""
    del rng
    return passage.words


def marks_around(passage: Passage, rng: random.Random) -> str | None:
    """Marks of any kind stand around the words."""
    pair = rng.choice(_PAIRS)
    return f"{pair[0]}{passage.words}{pair[1]}"


def marks_inside(passage: Passage, rng: random.Random) -> str | None:
    """An apostrophe or a mark inside is of another kind."""
    sentence = passage.source.sentences[passage.sentence]
    inner = re.search(r"\S+ \S+ [^\s“”„«»]+[’'][^\s“”„«»]+ \S+ \S+", sentence)
    if not inner or re.search("[“”„«»]", inner[0]):
        return None
    return re.sub("[’']", rng.choice("'’‘`´ʼ＇"), inner[0])


def marks_of_an_inner_quotation(passage: Passage, rng: random.Random) -> str | None:
    """A quotation inside the quoted words gets marks of another kind."""
    sentence = " ".join(passage.source.sentences[passage.sentence].split())
    inner = re.search(r"[“„«]([^“”„«»]{15,150})[“”»]((?: [^\W\d_]+){3}) ", sentence)
    if not inner:
        return None
    pairs = (("“‘", "’", "”"), ("'\"", '"', "'"), ("«“", "”", "»"), ("„‚", "‘", "“"))
    before, closing, after = rng.choice(pairs)
    return f"{before}{inner[1]}{closing}{inner[2]}{after}"


def white_space(passage: Passage, rng: random.Random) -> str | None:
    """Gaps are of other widths, or lines end in them."""
    return "".join(rng.choice(_GAPS) if sign == " " else sign for sign in passage.words)


def soft_hyphens(passage: Passage, rng: random.Random) -> str | None:
    """Signs without width stand inside words."""
    tokens, place = passage.tokens, _inner(passage, rng)
    cut = len(tokens[place]) // 2
    tokens[place] = tokens[place][:cut] + rng.choice(_WIDTHLESS) + tokens[place][cut:]
    return " ".join(tokens)


def direction_signs(passage: Passage, rng: random.Random) -> str | None:
    """Signs that steer the direction of writing stand around and between words."""
    words = passage.words.replace(" ", f"{rng.choice(_DIRECTIONS)} ", 2)
    return f"{rng.choice(_DIRECTIONS)}{words}{rng.choice(_DIRECTIONS)}"


def decomposed(passage: Passage, rng: random.Random) -> str | None:
    """Accented letters are written as letter and accent (NFD)."""
    del rng
    changed = unicodedata.normalize("NFD", passage.words)
    return changed if changed != passage.words else None


def ligatures(passage: Passage, rng: random.Random) -> str | None:
    """Two letters are written as one sign."""
    held = [pair for pair in _LIGATURES if pair in passage.words]
    pair = rng.choice(held) if held else ""
    return passage.words.replace(pair, _LIGATURES[pair]) if held else None


def full_width_digits(passage: Passage, rng: random.Random) -> str | None:
    """Figures are written as wide as Chinese characters."""
    del rng
    wide = passage.words.translate({ord("0") + n: 0xFF10 + n for n in range(10)})
    return wide if wide != passage.words else None


def tatweel(passage: Passage, rng: random.Random) -> str | None:
    """An Arabic word is drawn out."""
    if passage.source.language != "ar":
        return None
    tokens, place = passage.tokens, _inner(passage, rng)
    tokens[place] = tokens[place][:1] + "\u0640\u0640" + tokens[place][1:]
    return " ".join(tokens)


def stop_dropped(passage: Passage, rng: random.Random) -> str | None:
    """The full stop or comma at the end is left out."""
    del rng
    return passage.words[:-1] if passage.words[-1] in ".,،" else None


def stop_added(passage: Passage, rng: random.Random) -> str | None:
    """A full stop or comma is put at the end."""
    return f"“{passage.words}{rng.choice('.,')}”" if passage.words[-1].isalpha() else None


def omission(passage: Passage, rng: random.Random) -> str | None:
    """Words are left out, with dots of any style."""
    tokens, place = passage.tokens, rng.randrange(2, 4)
    left_out = tokens[place : place + 4]
    if any(token.lower().strip(".,;:!?") in negations() for token in left_out):
        return None
    return " ".join([*tokens[:place], rng.choice(_DOTS), *tokens[place + 4 :]])


def two_omissions(passage: Passage, rng: random.Random) -> str | None:
    """Words are left out in two places."""
    tokens = passage.tokens
    if tokens[2].lower() in negations() or tokens[5].lower() in negations():
        return None
    dots = rng.choice(_DOTS)
    return " ".join([*tokens[:2], dots, *tokens[3:5], dots, *tokens[6:]])


def dots_around(passage: Passage, rng: random.Random) -> str | None:
    """Dots say that the sentence begins earlier and goes on."""
    return f"{rng.choice(_DOTS)} {passage.words.rstrip('.,،')} {rng.choice(_DOTS)}"


def insertion(passage: Passage, rng: random.Random) -> str | None:
    """A bracket explains."""
    tokens, place = passage.tokens, _inner(passage, rng)
    inserted = f"[{_INSERTED[passage.source.language]}]"
    return " ".join([*tokens[:place], inserted, *tokens[place:]])


def replacement(passage: Passage, rng: random.Random) -> str | None:
    """A bracket stands for one to three words that only point."""
    tokens, count = passage.tokens, rng.randint(1, 3)
    pointing = _POINTING[passage.source.language].split()
    places = [n for n in range(1, len(tokens) - 1) if tokens[n] in pointing]
    if not places:
        return None
    start = rng.choice(places)
    end = start + 1
    while end < min(start + count, len(tokens) - 1) and tokens[end] in pointing:
        end += 1
    inserted = f"[{_INSERTED[passage.source.language]}]"
    return " ".join([*tokens[:start], inserted, *tokens[end:]])


def first_letter_in_bracket(passage: Passage, rng: random.Random) -> str | None:
    """`[W]e` for `we`, or `[w]e` for `We`."""
    del rng
    first = passage.words[0]
    cased = first.swapcase() != first and passage.words[1].isalpha()
    return f"[{first.swapcase()}]{passage.words[1:]}" if cased else None


def ending_in_bracket(passage: Passage, rng: random.Random) -> str | None:
    """`vote[d]` for `votes`."""
    tokens, place = passage.tokens, _inner(passage, rng)
    word = tokens[place]
    if len(word) < 5 or not word.isalpha() or word.rstrip("s").lower() in negations():
        return None
    tokens[place] = f"{word[: -rng.randint(1, 3)]}[{rng.choice(('s', 'd', 'ed', 'ing'))}]"
    return " ".join(tokens)


EXACT: Mapping[str, Alteration] = {
    "as it stands": as_it_stands,
    "other marks around": marks_around,
    "other apostrophes": marks_inside,
    "other marks of an inner quotation": marks_of_an_inner_quotation,
    "other white space": white_space,
    "soft hyphens": soft_hyphens,
    "direction signs": direction_signs,
    "letters and accents apart (NFD)": decomposed,
    "ligatures": ligatures,
    "full-width figures": full_width_digits,
    "drawn-out letters (tatweel)": tatweel,
    "final stop dropped": stop_dropped,
    "final stop added": stop_added,
}
"""Alterations that are none: the words count as they stand."""

EDITED: Mapping[str, Alteration] = {
    "words left out with dots": omission,
    "words left out twice": two_omissions,
    "dots before and behind": dots_around,
    "a bracket put in": insertion,
    "a bracket for words that point": replacement,
    "`[W]e` for `we`": first_letter_in_bracket,
    "`vote[d]` for `votes`": ending_in_bracket,
}
"""Fair cuts."""
