"""Decides where sentences begin and end inside a paragraph.

A sentence ends at a full stop, question or exclamation mark, with the marks that close on it,
where white space and a fitting beginning follow. Abbreviations, initials and ordinals of the
language do not end one (after Grefenstette and Tapanainen 1994, "What is a word, what is a
sentence?"). Chinese, Japanese, Arabic, Urdu and Hindi stops need no white space or capital.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from generator.model import Span

_STOP = re.compile(
    # One set of characters first, so that the search skips all others; then, looking back, never
    # begun inside a run and possessive: a line of full stops must cost its length once.
    r"[.!?…。！？؟۔।](?:"
    r"(?<=[.!?…])(?<![.!?…][.!?…])[.!?…]*+(?P<close>[\"'”’»›)\]]*+)(?P<gap>\s++)(?=(?P<next>[^\s]))"
    r"|(?<=[。！？؟۔।])(?<![。！？؟۔।][。！？؟۔।])[。！？؟۔।]*+(?P<wide>[\"”’»)」』）]*+)\s*+)"
)
_WORD_BEFORE = re.compile(r"[\w.&-]*\w\Z")
_LONGEST_WORD = 40
_NEXT_WORDS = re.compile(r"(?:[\w.’'-]+\s){0,3}[\w’'-]+")
_FIRST_WORD = re.compile(r"[^\W\d_]+")
_NAME_PARTICLES = frozenset(
    "da das de del della den der des di do dos du el la las le les los van von".split()  # noqa: SIM905 - a list of words reads best as words
)
"""Small words that names go on with after an initial, in the languages of Latin script."""
_LOWER_FOLLOWS = re.compile(r"[\"'“‘„«‹(\[—–-]*\s?[^\W\d_]")


def sentences(
    text: str,
    paragraph: Span,
    *,
    abbreviations: Collection[str],
    speech_verbs: Collection[str] = (),
    function_words: Collection[str] = (),
) -> tuple[Span, ...]:
    """Return the sentences of one paragraph; together they hold all its words.

    A question in marks goes on where a verb of saying follows: “Why?” Ms Obi asked. But it does
    not where a function word begins anew: “Why?” He said nothing.
    """
    spans: list[Span] = []
    start = paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        if match["wide"] is not None:
            end = match.end("wide")
        else:
            if not _ends(text, match, paragraph, abbreviations, function_words):
                continue
            if (
                match["close"]
                and _stop(match) != "."
                and _says(text, match.end(), speech_verbs, function_words)
            ):
                continue
            end = match.end("close")
        if end > start:
            spans.append(Span(start, end))
        start = match.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return tuple(spans)


def _ends(
    text: str,
    match: re.Match[str],
    paragraph: Span,
    abbreviations: Collection[str],
    function_words: Collection[str],
) -> bool:
    """Return whether the full stop in `match` ends a sentence."""
    if match["close"] and match["next"] in "—–―":
        # “…” – Ada Obi: the name belongs to the words.
        return False
    if _goes_on_small(text, match, paragraph):
        return False
    if match["close"] or _stop(match) != ".":
        return True
    if text[match.start() - 1] == " ":
        # "The Duke of . Edinburgh": an export's mark for the end of a line, within a sentence.
        return _last_word(text, match.start() - 1, paragraph) not in function_words
    word = _last_word(text, match.start(), paragraph)
    if _is_initials(word):
        return _begins_anew(text, match, word, function_words)
    return word.lower() not in abbreviations


def _goes_on_small(text: str, match: re.Match[str], paragraph: Span) -> bool:
    """Return whether a small letter follows, perhaps behind marks that open."""
    if match["next"].isalpha():
        return match["next"].islower()
    follows = _LOWER_FOLLOWS.match(text, match.start("next"), paragraph.end)
    return follows is not None and text[follows.end() - 1].islower()


def _stop(match: re.Match[str]) -> str:
    """Return the stops themselves."""
    return match.string[match.start() : match.start("close")]


def _last_word(text: str, end: int, paragraph: Span) -> str:
    """Return the word that ends at `end`, with the stops in it."""
    low = max(paragraph.start, end - _LONGEST_WORD, text.rfind(" ", paragraph.start, end) + 1)
    if text[low:end].isalpha():
        return text[low:end]
    before = _WORD_BEFORE.search(text[low:end])
    return before[0] if before else ""


def _begins_anew(
    text: str, match: re.Match[str], initials: str, function_words: Collection[str]
) -> bool:
    """Return whether a small word follows in capitals, with which no name goes on."""
    follows = _FIRST_WORD.match(text, match.start("next"))
    if follows is None or not follows[0][0].isupper():
        return False
    word = follows[0].lower()
    # "Vitamin A. The…", but "J. De Vries": after one letter a particle may be a name's.
    least = 2 if "." in initials else 3
    return len(word) >= least and word in function_words and word not in _NAME_PARTICLES


def _is_initials(word: str) -> bool:
    """Return whether `word` is initials: "J", "W.N.F"."""
    if len(word) > 1 and "." not in word:
        return False
    return word != "I" and all(len(part) == 1 and part.isupper() for part in word.split("."))


def _says(text: str, start: int, verbs: Collection[str], functions: Collection[str]) -> bool:
    """Return whether a verb of saying is among the first four words from `start`."""
    match = _NEXT_WORDS.match(text, start, start + 80) if verbs else None
    words = match[0].lower().split()[:4] if match else []
    if not words or (words[0] in functions and words[0] not in verbs):
        return False
    return any(word.strip(".,") in verbs for word in words)
