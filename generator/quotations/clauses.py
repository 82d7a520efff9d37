"""Decides where attributed words begin and end beside their cue.

After the cue the content starts at "that", at a colon, at a marked stretch, or at once, past
hearer and setting ("told the board on Monday that…"). It runs to the end of the unit, or to a
coordinated clause with a cue of its own. Before the cue it is the marked stretch or the clause
that the comma closes.
"""

from __future__ import annotations

from generator.quotations.draft import Range
from generator.quotations.elements import QUOTED, Elements

_REACH = 16
"""Elements between a cue and its "that", colon or marked stretch: hearer, time and place."""
_STOPS = frozenset((".", "!", "?", "…", ",", ";", ":", "—", "–", "--", "-", ")", "]"))


def content_after(
    elements: Elements, start: int, high: int, *, takes_hearer: bool
) -> tuple[int, Range | None]:
    """Return where the content after a cue begins, and the hearer named before it, if any."""
    forms, words = elements.forms, elements.language.kind_of_words
    opening = _opening(elements, start, high)
    if opening is not None:
        hearer = (start, opening) if takes_hearer and opening > start else None
        return opening, hearer
    at = skip_setting(elements, start, high)
    if takes_hearer:
        end = hearer_end(elements, at, high)
        return end, ((at, end) if end > at else None)
    if at < high and forms[at] in words("complementizers"):
        return at, None
    return at, None


def _opening(  # noqa: PLR0911 - a return for each sign
    elements: Elements, start: int, high: int
) -> int | None:
    """Return the element that plainly opens the content: "that", after a colon, a stretch."""
    forms, words = elements.forms, elements.language.kind_of_words
    thats, helpers = words("complementizers"), words("auxiliaries") | words("modals")
    commas = 0
    for at in range(start, min(high, start + _REACH)):
        form = forms[at]
        if form in thats:
            return at
        if form == ":":
            return at + 1 if at + 1 < high else None
        if form == QUOTED:
            before = forms[at - 1] if at > start else ""
            return at if at - start <= 1 or before in (",", ":") else None
        if form in helpers or form in words("personal"):
            return None
        if form == "," and at + 1 < high and forms[at + 1] in words("clause_openers"):
            return at + 1
        if form == ",":
            commas += 1
            if commas > 2:  # noqa: PLR2004 - one aside has two
                return None
        elif form in (";", ".", "—", "–", "--") or form in words("conjunctions"):
            return None
    return None


def skip_setting(elements: Elements, start: int, high: int) -> int:
    """Return the element after adverbs, days and "on Monday"."""
    forms, words = elements.forms, elements.language.kind_of_words
    times = words("times")
    at = start
    while at < high:
        form = forms[at]
        if form in times or (form in words("adverbs") and form not in words("pronouns")):
            at += 1
        elif (
            form in ("on", "in", "last", "this", "am", "le", "el", "в", "во")
            and at + 1 < high
            and forms[at + 1] in times
        ):
            at += 2
        elif form.endswith("ly") and not elements.capital(at) and len(form) > 4:  # noqa: PLR2004
            at += 1
        else:
            break
    return at


def hearer_end(elements: Elements, start: int, high: int) -> int:
    """Return where the hearer's noun phrase ends and the told clause begins."""
    forms, words = elements.forms, elements.language.kind_of_words
    if start < high and forms[start] in words("hearers"):
        return start + 1
    at = start
    if at < high and (forms[at] in words("articles") or forms[at] in words("possessives")):
        at += 1
    while at < min(high, start + 12):
        form = forms[at]
        if form in words("pronouns") or form in words("articles") or form in words("possessives"):
            return at
        if form in _STOPS or form == QUOTED or form in words("questions") or form == "to":
            return at
        if form in words("prepositions") and form != "of":
            return at
        if at > start + 1 and elements.capital(at) and not elements.capital(at - 1):
            return at
        at += 1
    return at if at == high else start


def ends_open(elements: Elements, at: int) -> bool:
    """Return whether speech in marks ends in a comma or question: its attribution must follow."""
    words = elements.text[elements.starts[at] : elements.ends[at]]
    return words.rstrip("\"”»›'’“").endswith((",", "?", "!"))


def must_follow(elements: Elements, part: Range) -> bool:
    """Return whether the content is speech alone that ends open: “I will,” says whom it is by."""
    low, high = part
    return high - low == 1 and elements.forms[low] == QUOTED and ends_open(elements, low)


def marked_end(elements: Elements, begin: int, end: int, *, names: bool) -> int:
    """Return where content that begins with speech in marks ends: with them, if the rest is aside.

    Speech that ends in a stop is whole; a setting, a clause of time or a new verb after it is the
    reporter's: `described “a calm sea”, and kept its temper`. If the verb `names` something, the
    marks may come late in the content.
    """
    forms, words = elements.forms, elements.language.kind_of_words
    last = next((at for at in range(end - 1, begin - 1, -1) if forms[at] == QUOTED), end)
    if (last > begin and not names) or last + 1 >= end:
        return end
    after = last + 1
    closing = elements.text[elements.starts[last] : elements.ends[last]].rstrip("\"”»›'’“")
    open_ = closing.endswith((",", "?", "!", "."))
    comma = forms[after] == ","
    first = forms[after + 1] if comma and after + 1 < end else forms[after]
    aside = first in words("settings_after") or first in words("subordinators")
    aside = aside or ((comma or open_) and first in words("coordinators") | {"which", "who"})
    return after if open_ or aside else end


def content_end(elements: Elements, start: int, high: int) -> int:
    """Return the end of content that runs to the end of its unit: the full stop left out."""
    forms = elements.forms
    end = high
    while end > start and forms[end - 1] in _STOPS and forms[end - 1] not in (")", "]"):
        if forms[end - 1] in ("?", "!"):
            break
        end -= 1
    return end


def content_before(elements: Elements, low: int, end: int) -> Range | None:
    """Return the content that ends before the source at `end`."""
    forms, words = elements.forms, elements.language.kind_of_words
    high = end
    while high > low and forms[high - 1] in (",", "—", "–", "--", "-"):
        high -= 1
    if high <= low:
        return None
    start = low
    while start < high - 1 and forms[start] in ("-", "*", "•", "·"):
        start += 1
    if forms[high - 1] == QUOTED:
        lead = high - 1
        # Speech that stands by itself: first, after a colon, or after "But".
        if (
            lead == low
            or forms[lead - 1] == ":"
            or (lead - low == 1 and forms[low] in words("conjunctions"))
        ):
            start = lead
    return (
        (start, high)
        if any(elements.is_word(i) or forms[i] == QUOTED for i in range(start, high))
        else None
    )


def has_setting_only(elements: Elements, start: int, high: int) -> bool:
    """Return whether nothing but a setting follows: "on Monday", "in an interview with X"."""
    forms, words = elements.forms, elements.language.kind_of_words
    at = skip_setting(elements, start, high)
    if at >= high or forms[at] in _STOPS:
        return True
    if forms[at] in words("subordinators"):
        return True
    if forms[at] not in words("prepositions") and forms[at] != "last":
        return False
    return _opening(elements, at, high) is None
