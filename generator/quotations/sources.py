"""Decides which words name the source of a cue: the subject before a verb, or after it.

No part-of-speech tagger: a noun phrase is read off closed word classes, capitals and
punctuation. The phrase keeps its apposition ("Ms Oduya, who chairs the board,"), for it tells
role and outlet. Where the words before a verb cannot be its subject there is no source.
"""

from __future__ import annotations

from generator.quotations.draft import Range
from generator.quotations.elements import QUOTED, Elements

_LONGEST = 28
"""Elements a noun phrase with all its modifiers may have; longer ones are misread clauses."""
_LONGEST_ASIDE = 32
_LONGEST_TITLE = 30
"""Characters of a marked stretch that may be a title and part of a source."""
_BREAKS = frozenset((",", ";", ":", "—", "–", "--", "-", "(", ")", "?", "!", QUOTED, "…", "[", "]"))
_POSSESSIVES = ("’s", "'s", "s’", "s'", "‘s")


def subject_before(elements: Elements, verb: int, low: int) -> tuple[Range, int] | None:
    """Return the noun phrase before `verb` and the first element of the verb group.

    None where there is no subject: a bare participle, a coordinated verb, a noun.
    """
    forms, words = elements.forms, elements.language.kind_of_words
    at = verb - 1
    while at >= low and is_verb_helper(elements, at):
        at -= 1
    group = at + 1
    if at < low:
        return None
    if forms[at] in (",", "—", "–", "--", ")"):
        found = _before_aside(elements, at, low)
        return (found, group) if found else None
    if forms[at] in words("pronouns"):
        return (at, at + 1), group
    found = phrase_ending(elements, at, low)
    return (found, group) if found else None


def is_verb_helper(elements: Elements, at: int) -> bool:
    """Return whether an element is an auxiliary or adverb that stands before a main verb."""
    form, words = elements.forms[at], elements.language.kind_of_words
    if at and elements.capital(at) and elements.capital(at - 1):
        return False  # "Nora May said", "George Will wrote"
    if form in words("adverbs"):
        return form not in words("pronouns")
    return form in words("auxiliaries") or form in words("modals") or is_adverb(elements, at)


def is_adverb(elements: Elements, at: int) -> bool:
    """Return whether an English word looks like an adverb: "drily"."""
    form = elements.forms[at]
    known = elements.language.kind_of_words("not_adverbs")
    return len(form) > 4 and form.endswith("ly") and bool(known) and form not in known  # noqa: PLR2004 - "fly"


def _before_aside(elements: Elements, closer: int, low: int) -> Range | None:
    """Return the phrase before an apposition or parenthesis that ends at `closer`."""
    forms = elements.forms
    opener = "(" if forms[closer] == ")" else forms[closer]
    stop = max(low, closer - _LONGEST_ASIDE)
    for at in range(closer - 1, stop, -1):
        if forms[at] == opener:
            # "in Paris, and, he adds," has its own subject; an aside has at least one word.
            if at == closer - 1 or forms[at + 1] == "but":
                return None
            if forms[at - 1] in elements.language.kind_of_words("pronouns"):
                return (at - 1, closer + 1)
            phrase = phrase_ending(elements, at - 1, low)
            if phrase is None:
                return None
            return _with_name_before(elements, phrase, low)[0], closer + 1
        if forms[at] == QUOTED:
            return None
    return None


def _with_name_before(elements: Elements, phrase: Range, low: int) -> Range:
    """Return the phrase with the name that it is itself in apposition to: "Ada Obi, the mayor"."""
    first = phrase[0]
    articles = elements.language.kind_of_words("articles")
    if first - 2 < low or elements.forms[first - 1] != "," or elements.forms[first] not in articles:
        return phrase
    if not elements.capital(first - 2):
        return phrase
    name = phrase_ending(elements, first - 2, low)
    if name is None or not elements.capital(name[0]):
        return phrase
    prepositions = elements.language.kind_of_words("prepositions")
    if any(form in prepositions for form in elements.forms[max(low, name[0] - 1) : name[0] + 2]):
        return phrase  # "According to The Beacon, the mayor, Ada Obi, said"
    return name[0], phrase[1]


def phrase_ending(elements: Elements, last: int, low: int) -> Range | None:
    """Return the noun phrase whose last element is `last`."""
    forms, words = elements.forms, elements.language.kind_of_words
    openers = words("articles") | words("possessives")
    at = last
    stop = max(low, last - _LONGEST)
    while at >= stop:
        if not _belongs(elements, at, last, low):
            break
        if forms[at] in openers and not _is_initial(elements, at, last):
            at -= 1
            if at < stop or not _reaches_back(elements, at, last):
                break
            continue
        at -= 1
    return _trimmed(elements, at + 1, last + 1)


def _belongs(elements: Elements, at: int, last: int, low: int) -> bool:
    """Return whether an element may stand in a noun phrase that goes on to `last`."""
    form, words = elements.forms[at], elements.language.kind_of_words
    if form == QUOTED:
        return at == last and at > low and _is_title(elements, at)
    if form in _BREAKS:
        return False
    if _is_initial(elements, at, last):
        return True
    if form in words("auxiliaries") or form in words("pronouns"):
        return False
    if form in words("conjunctions"):
        return _joins_names(elements, at, last)
    cue = elements.language.cues.get(form)
    return at == last or cue is None or cue.form == "base" or elements.capital(at)


def _is_initial(elements: Elements, at: int, last: int) -> bool:
    """Return whether a letter is a name's initial, not a word: "A. Obi"."""
    form = elements.forms[at]
    return len(form) == 1 and at < last and elements.forms[at + 1] == "." and elements.capital(at)


def _reaches_back(elements: Elements, at: int, last: int) -> bool:
    """Return whether a phrase begins before its article, at which `at` ends: "half a dozen"."""
    forms, words = elements.forms, elements.language.kind_of_words
    if forms[at] in words("prepositions") or _joins_names(elements, at, last):
        return True
    return forms[at] in words("quantities") and forms[at + 2] in words("quantities")


def _is_title(elements: Elements, at: int) -> bool:
    """Return whether a marked stretch is a column's title inside a source: `The Post "Outlook"`."""
    return elements.ends[at] - elements.starts[at] <= _LONGEST_TITLE and elements.is_word(at - 1)


def _joins_names(elements: Elements, at: int, last: int) -> bool:
    """Return whether a conjunction joins two phrases of one subject ("X and Y said")."""
    if elements.forms[at] not in elements.language.kind_of_words("joiners") or at >= last:
        return False
    after = at + 1
    if elements.forms[after] in elements.language.kind_of_words("articles") and after < last:
        after += 1
    return _named(elements, after) and at > 0 and _named(elements, at - 1)


def _named(elements: Elements, at: int) -> bool:
    """Return whether a word is part of a name: a capital first, or after "al-"."""
    return elements.capital(at) or (
        "-" in elements.forms[at]
        and elements.span(at, at + 1).of(elements.text) != elements.forms[at]
    )


def _trimmed(elements: Elements, low: int, high: int) -> Range | None:
    """Return the phrase without a setting before it ("On Monday", "In a statement")."""
    forms, words = elements.forms, elements.language.kind_of_words
    prepositions, times = words("prepositions"), words("times")
    while low < high and (forms[low] in prepositions or forms[low] in times):
        if forms[low] in times:
            low += 1
            continue
        low = _after_setting(elements, low, high)
    while low < high and (forms[low] in words("adverbs") or is_adverb(elements, low)):
        low += 1
    if low >= high or not any(elements.is_word(at) for at in range(low, high)):
        return None
    last = forms[high - 1]
    if last in words("articles") and high - low > 1:
        return None
    if last in words("possessives") or (last.endswith(_POSSESSIVES) and high - low > 1):
        return None
    if last in prepositions or (
        high - low == 1
        and (last in ("the", "a", "an", "every", "no") or last in words("bare_articles"))
    ):
        return None
    return low, high


def _after_setting(elements: Elements, low: int, high: int) -> int:
    """Return where the subject may begin after the preposition at `low`."""
    forms, words = elements.forms, elements.language.kind_of_words
    at = low + 1
    if at < high and (forms[at] in words("articles") or forms[at] in words("possessives")):
        at += 1
    while at < high and forms[at] in words("times"):
        at += 1
    started = at
    while at < high and not elements.capital(at) and forms[at] not in words("articles"):
        at += 1
    if at < high:
        return at
    return high if started >= high - 1 else high - 1


def phrase_starting(elements: Elements, first: int, high: int) -> Range | None:
    """Return the noun phrase that starts at `first`, its apposition included."""
    forms, words = elements.forms, elements.language.kind_of_words
    if first >= high or not elements.is_word(first):
        return None
    if forms[first] in words("pronouns"):
        return first, first + 1
    at = first
    stop = min(high, first + _LONGEST)
    while at < stop and not _ends_phrase(elements, at, first):
        at += 1
    if at == first:
        return None
    return first, _with_apposition(elements, at, high)


def _ends_phrase(elements: Elements, at: int, first: int) -> bool:
    forms, words = elements.forms, elements.language.kind_of_words
    form = forms[at]
    if form == "." or form in _BREAKS - {"("}:
        # "Mr. Adu", "J. Smith": the full stop of an abbreviation is inside.
        return not (form == "." and at + 1 < len(forms) and _abbreviates(elements, at))
    if form in words("pronouns") or form in words("complementizers"):
        return True
    if form in words("auxiliaries") or form in words("times") or form == "(":
        return form != "(" or not _is_short_bracket(elements, at)
    if form in words("conjunctions"):
        return not (at > first and elements.capital(at - 1) and _capital_follows(elements, at))
    if form not in words("settings") or at == first:
        return False
    # "a columnist in The Beacon" goes on, "the minister in a statement" does not.
    return not (form in ("in", "at") and _capital_follows(elements, at))


def _capital_follows(elements: Elements, at: int) -> bool:
    return at + 1 < len(elements.forms) and elements.capital(at + 1)


def _abbreviates(elements: Elements, at: int) -> bool:
    before = elements.forms[at - 1]
    return before in elements.language.abbreviations or (len(before) == 1 and before.isalpha())


def _is_short_bracket(elements: Elements, at: int) -> bool:
    """Return whether a bracket of one to four words follows, as "(Turkey)", "(R-Ohio)"."""
    return ")" in elements.forms[at + 1 : at + 6]


def _with_apposition(elements: Elements, at: int, high: int) -> int:
    """Return the end of the phrase with ", a member of the board" after it."""
    forms, words = elements.forms, elements.language.kind_of_words
    if at + 1 >= high or forms[at] != "," or not elements.capital(at - 1):
        return at
    begins = forms[at + 1]
    if begins in words("questions") and begins not in ("who", "which"):
        return at
    cue = elements.language.cues.get(begins)
    if begins in words("conjunctions") or begins in words("prepositions") or cue:
        return at
    if begins in words("pronouns") - {"who"} or begins == QUOTED:
        return at
    end = at + 1
    while end < min(high, at + _LONGEST_ASIDE) and forms[end] not in (",", ".", ";", ":", QUOTED):
        end += 1
    return end if end > at + 1 else at
