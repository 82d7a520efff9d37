"""Rule N003: a word or three in quotation marks that nobody is credited with.

The Chicago Manual (7.57) and the Guardian's guide advise against them: marks around a word say
“not I” without saying who. Titles, words that are introduced or spoken of as words, and words that
somebody in the sentence is credited with are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.neutrality.finding import SCARE, Finding, shown
from generator.neutrality.narration import Narration
from generator.quotations.elements import QUOTED, Unit

_WORD = re.compile(r"[^\W\d_]+(?:[’'-][^\W\d_]+)*")
_MARKS = "“”„«»‹›‘’‚\"'`「」『』"
_MOST_WORDS = 3
_INTRODUCES = 3
"""Words before the marks among which one may introduce them: “known widely as”."""
_EXPLAINED = 5
"""Elements after the marks among which an explanation may begin: “, meaning …”."""
_CREDITS = ("say", "tell", "call", "quote", "speak", "want")
MEND = "Take the marks off, or say whose words they are."


def scare_quotes(narration: Narration) -> Iterator[Finding]:
    """Yield the scare quotes of a passage."""
    quoted = narration.quoted | quoted_in(narration) | _terms_of(narration)
    for unit in narration.units:
        for at in range(unit.low, unit.high):
            if narration.forms[at] != QUOTED:
                continue
            span = narration.span(at, at + 1)
            words = _WORD.findall(span.of(narration.text).lower())
            if (
                _is_small(narration, at, words)
                and not narration.is_said(span)
                and tuple(words) not in quoted
                and not _is_introduced(narration, unit, at)
                and not _is_term(narration, unit, at, words)
                and _is_a_noun(narration, unit, at)
                and not _has_owner(narration, unit, at)
                and not _is_credited(narration, unit, at)
            ):
                yield Finding(
                    span=span,
                    code=SCARE,
                    what=f"{shown(span.of(narration.text))} stands in marks that credit nobody",
                    mend=MEND,
                )


def _is_small(narration: Narration, at: int, words: list[str]) -> bool:
    """Tell whether whole, closed marks hold a few words without name, number or sentence."""
    elements = narration.elements
    start, end = elements.starts[at], elements.ends[at]
    inner = narration.text[start:end].strip(_MARKS).strip()
    closed = narration.elements.language.function_words | narration.words.kind("no_scare")
    return (
        0 < len(words) <= _MOST_WORDS
        and not closed.issuperset(words)
        and start not in elements.unclosed
        and inner[-1:] not in tuple(".,!?…:;")
        and not any(map(str.isdigit, inner))
        and not narration.text[end - 1].isalnum()
        and not _is_a_name(narration, inner)
    )


def _is_a_name(narration: Narration, inner: str) -> bool:
    """Tell whether a capital makes the words a title; where nouns have capitals, none does."""
    return "nouns_have_capitals" not in narration.words.words and any(map(str.isupper, inner))


def _is_a_noun(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether an article or possessive stands before the marks, or before one adjective.

    Elsewhere (`as “x”`, `of “x”`, `to “x”`) the words are as likely somebody's own. A language
    without articles lists none, and does without.
    """
    determiners = narration.words.kind("determiners")
    before = range(at - 1, max(unit.low, at - 2) - 1, -1)
    return not determiners or any(narration.forms[place] in determiners for place in before)


def _is_term(narration: Narration, unit: Unit, at: int, words: list[str]) -> bool:
    """Tell whether a compound stands before the noun it marks off: a “zero day” flaw."""
    after = at + 1
    if after >= unit.high or (len(words) == 1 and "-" not in words[0]):
        return False
    form, language = narration.elements.forms[after], narration.elements.language
    closed = language.function_words | language.kind_of_words("auxiliaries") | language.cues.keys()
    return narration.elements.is_word(after) and form not in closed


def _has_owner(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether somebody whose words they may be is named in the sentence before the marks."""
    has_capitals = "nouns_have_capitals" in narration.words.words
    for place in range(unit.low, at):
        if narration.forms[place] in narration.words.kind("persons"):
            return True
        if has_capitals:
            named = narration.is_name(place, unit) and narration.is_name(place + 1, unit)
        else:
            named = narration.is_name(place, unit)
        if named:
            return True
    return False


def _is_introduced(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether the words are named as words, explained, or listed as titles are."""
    words, forms = narration.words, narration.forms
    before = range(at - 1, max(unit.low, at - _INTRODUCES) - 1, -1)
    if at > unit.low and forms[at - 1] in words.kind("titled"):
        return True
    if any(forms[place] in words.kind("introduces") for place in before):
        return True
    if at > unit.low and (
        forms[at - 1] in {"(", ":", "=", "/"} or forms[at - 1].endswith(("'s", "s'"))
    ):
        return True
    after = forms[at + 1 : min(unit.high, at + 1 + _EXPLAINED)]
    return after[:1] in (["("], ["="]) or any(form in words.kind("explains") for form in after)


def _is_credited(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether the sentence credits anybody with anything before the marks, or an outlet."""
    sentence = narration.span(unit.low, unit.high)
    if narration.is_outlets(sentence) or narration.names_outlet(sentence):
        return True
    elements = narration.elements
    for place in range(unit.low, at):
        cue = elements.language.cues.get(elements.forms[place])
        if cue and cue.cue_class in _CREDITS and _acts(narration, unit, place):
            return True
    return any(
        narration.words.phrases["according_to"].at(narration.forms, place, unit.high) > place
        for place in range(unit.low, unit.high)
    )


def _acts(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether a cue's form may be a verb here: no article stands right before it."""
    articles = narration.elements.language.kind_of_words("articles")
    return at == unit.low or narration.elements.forms[at - 1] not in articles


def quoted_in(narration: Narration) -> frozenset[tuple[str, ...]]:
    """Return the runs of all that a passage credits to somebody and that stands in marks."""
    credited = (
        narration.span(at, at + 1).of(narration.text)
        for at, form in enumerate(narration.forms)
        if form == QUOTED and narration.is_said(narration.span(at, at + 1))
    )
    return runs_of(credited)


def _terms_of(narration: Narration) -> frozenset[tuple[str, ...]]:
    """Return the runs of two and three words that the narrator also uses without marks.

    Who means “not I” keeps the marks on; who only introduces a term takes them off.
    """
    runs: set[tuple[str, ...]] = set()
    for unit in narration.units:
        plain = narration.forms[unit.low : unit.high]
        for size in range(2, _MOST_WORDS + 1):
            runs.update(zip(*(plain[skip:] for skip in range(size)), strict=False))
    return frozenset(runs)


def runs_of(quoted: Iterable[str]) -> frozenset[tuple[str, ...]]:
    """Return every one, two and three words in row of the texts `quoted`, in lower case."""
    runs: set[tuple[str, ...]] = set()
    for text in quoted:
        words = _WORD.findall(text.lower())
        for size in range(1, _MOST_WORDS + 1):
            runs.update(zip(*(words[skip:] for skip in range(size)), strict=False))
    return frozenset(runs)
