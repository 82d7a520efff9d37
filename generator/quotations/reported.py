"""Rule `verb`: a cue verb with its source, and the words it reports.

The content stands after the cue ("she said that…"), before it ("…, she said"), or on both sides.
"""

from __future__ import annotations

from generator.quotations.clauses import (
    content_after,
    content_before,
    content_end,
    ends_open,
    has_setting_only,
    hearer_end,
    marked_end,
    must_follow,
    skip_setting,
)
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements, Unit
from generator.quotations.verbs import Cued, cued_verbs

_NO_CONTENT = frozenset(("by", ".", ",", ";", ":", ")", "?", "!", "—", "–"))


def reported(elements: Elements, number: int, hits: list[int]) -> list[Draft]:
    """Return the findings in unit `number`, whose cue-like words are `hits`."""
    unit = elements.units[number]
    cued = cued_verbs(elements, unit, hits)
    drafts: list[Draft] = []
    taken = unit.low
    for place, verb in enumerate(cued):
        high = _clause_end(elements, unit, cued[place + 1 :])
        draft = _draft(elements, number, verb, low=taken, high=high)
        if draft is None:
            continue
        drafts.append(draft)
        if draft.content[0][0] < verb.start:
            taken = max(verb.end, draft.content[-1][1])
    return drafts


def _clause_end(elements: Elements, unit: Unit, later: list[Cued]) -> int:
    """Return where content must end because a coordinated clause has its own cue."""
    words = elements.language.kind_of_words
    for cued in later:
        before = cued.start - 1
        if before <= unit.low or elements.forms[cued.source[0]] == "who":
            continue
        form = elements.forms[before]
        parts = form in (",", ";", "—", "–") or (cued.carried and form == QUOTED)
        joins = form in words("coordinators") or form in words("subordinators")
        if cued.inverted or not (parts or joins):
            continue
        if form in words("subordinators") and elements.forms[before - 1] not in (",", "—", "–"):
            continue
        end = before + 1 if form == QUOTED else before
        while end > unit.low and (
            elements.forms[end - 1] in (",", ";")
            or elements.forms[end - 1] in words("coordinators")
        ):
            end -= 1
        return end
    return unit.high


def _draft(elements: Elements, number: int, cued: Cued, *, low: int, high: int) -> Draft | None:
    unit = elements.units[number]
    before = _before(elements, cued, low)
    start = cued.end
    content: tuple[Range, ...] = ()
    hearer: Range | None = None
    where = "before"
    if before is not None and _is_afterthought(elements, cued, start, unit.high, before):
        content, where = (before,), "after"
        hearer = _hearer_after(elements, cued, start, unit.high)
        rest = _resumed(elements, cued, start, high, before)
        if rest:
            content, where = (before, rest), "inside"
    else:
        after = _after(elements, cued, start, max(high, start))
        if after is None:
            return None
        content, hearer = (after[0],), after[1]
    return Draft(
        rule=f"verb_{where}",
        content=content,
        unit=number,
        source=cued.source,
        cue=cued.cue,
        hearer=hearer,
        cue_class=cued.form.cue_class,
        carried=cued.carried,
    )


def _hearer_after(elements: Elements, cued: Cued, start: int, high: int) -> Range | None:
    """Return whom a verb names behind the words: who was told them, or who is quoted."""
    end = start
    if cued.form.cue_class == "quote":
        end = content_end(elements, start, high)
    elif cued.form.cue_class == "tell" and not cued.inverted:
        end = hearer_end(elements, start, high)
    return (start, end) if end > start else None


def _before(elements: Elements, cued: Cued, low: int) -> Range | None:
    """Return the content before the attributing words, if a comma or a stretch ends there."""
    if cued.carried:
        return None
    at = cued.start - 1
    if at < low or elements.forms[at] not in (",", QUOTED, "—", "–", "--", "-"):
        return None
    before = content_before(elements, low, cued.start)
    if before and cued.form.cue_class in ("call", "speak", "quote", "want"):
        spoken = elements.forms[before[1] - 1] == QUOTED and ends_open(elements, before[1] - 1)
        return before if spoken or _is_spliced(elements, before) else None
    return before


def _is_spliced(elements: Elements, part: Range) -> bool:
    """Return whether a whole clause stands before the comma: then it is what is reported.

    English joins no two clauses by a comma alone: "Rents are up, the daily laments in a leader".
    """
    forms, words = elements.forms, elements.language.kind_of_words
    first = forms[part[0]]
    if first in words("prepositions") or first in words("subordinators"):
        return False
    if first in elements.language.cues or first in words("adverbs") or part[1] - part[0] < 4:  # noqa: PLR2004
        return False
    if first in words("questions") or (first in words("pronouns") and first == "who"):
        return False
    return any(forms[at] in words("auxiliaries") for at in range(*part))


def _is_afterthought(  # noqa: PLR0911 - a return for each sign
    elements: Elements, cued: Cued, start: int, high: int, before: Range
) -> bool:
    """Return whether the content is what stands before the cue and not what follows it."""
    forms = elements.forms
    if cued.inverted or must_follow(elements, before):
        return True
    speech = forms[before[1] - 1] == QUOTED
    if start < high and forms[start] == ":":
        return False
    if cued.form.cue_class in ("call", "speak", "quote", "want"):
        return (start >= high or forms[start] not in (":", "that")) and (
            QUOTED not in forms[start:high]
        )
    if has_setting_only(elements, start, high):
        return speech or before[1] - before[0] > 2 or not _is_setting(elements, before)  # noqa: PLR2004
    if speech:
        first = forms[start] if start < high else ""
        words = elements.language.kind_of_words
        if cued.form.cue_class == "tell":
            return first != "that" and QUOTED not in forms[start : min(high, start + 6)]
        return (
            first not in words("complementizers")
            and first not in words("pronouns")
            and (QUOTED not in forms[start : min(high, start + 12)] or forms[start] == ",")
        )
    return False


def _is_setting(elements: Elements, part: Range) -> bool:
    words = elements.language.kind_of_words
    first = elements.forms[part[0]]
    return (
        first in words("prepositions")
        or first in words("adverbs")
        or first in words("conjunctions")
    )


def _resumed(  # noqa: PLR0911 - a return for each sign
    elements: Elements, cued: Cued, start: int, high: int, before: Range
) -> Range | None:
    """Return the content that goes on after the cue: `“…,” she said, “…”`."""
    forms, words = elements.forms, elements.language.kind_of_words
    if forms[before[1] - 1] == QUOTED and (again := _next_speech(elements, start, high)):
        return again, content_end(elements, again, high)
    at = skip_setting(elements, start, high)
    if at >= high or forms[at] not in (",", "—", "–", ":"):
        return None
    first = at + 1
    if first >= high:
        return None
    if forms[first] == QUOTED:
        return first, content_end(elements, first, high)
    if forms[before[1] - 1] == QUOTED or forms[first] in words("conjunctions"):
        return None
    if forms[first] in elements.language.cues or forms[first] == "who":
        return None
    if cued.start == before[0] or QUOTED in forms[before[0] : before[1]]:
        return None
    end = content_end(elements, first, high)
    return (first, end) if end - first > 2 else None  # noqa: PLR2004 - shorter is a tag


def _next_speech(elements: Elements, start: int, high: int) -> int | None:
    """Return the speech that a comma leads back to, behind hearer, place or participle."""
    for at in range(start, high - 1):
        if elements.forms[at + 1] == QUOTED:
            return at + 1 if elements.forms[at] in (",", "—", "–", ":") else None
    return None


def _after(  # noqa: PLR0911 - a return for each reason there is none
    elements: Elements, cued: Cued, start: int, high: int
) -> tuple[Range, Range | None] | None:
    """Return the content after the cue and the hearer before it."""
    forms, words = elements.forms, elements.language.kind_of_words
    if start >= high:
        return None
    if cued.form.cue_class == "want":
        at = skip_setting(elements, start, high)
        if at >= high or forms[at] != "to":
            return None
        return ((at, content_end(elements, at, high)), None)
    quotes = cued.form.cue_class == "quote"
    clause_openers = words("complementizers") | words("questions") | {QUOTED}
    takes_hearer = cued.form.cue_class == "tell" or quotes
    begin, hearer = content_after(elements, start, high, takes_hearer=takes_hearer)
    if begin >= high or forms[begin] in _NO_CONTENT:
        return None
    if not _fits_class(elements, cued, begin):
        return None
    names = cued.form.cue_class in ("call", "speak", "show")
    end = marked_end(elements, begin, content_end(elements, begin, high), names=names)
    if end <= begin or not _has_substance(elements, begin, end):
        return None
    if quotes and forms[begin] != QUOTED:
        begin, hearer = start, None
    elif takes_hearer and hearer is None and forms[begin] not in clause_openers:
        return None
    return (begin, end), hearer


def _finds_so(elements: Elements, begin: int, *, nominal: bool) -> bool:
    """Return whether something is found to be what speech in marks says: `found it “dull”`."""
    forms = elements.forms
    for at in range(begin + 1, min(len(forms), begin + 12)):
        if forms[at] == QUOTED:
            return (
                nominal
                and elements.is_word(at - 1)
                and forms[at - 1]
                not in (
                    elements.language.kind_of_words("prepositions")
                    | elements.language.kind_of_words("articles")
                    | elements.language.kind_of_words("conjunctions")
                    | elements.language.cues.keys()
                )
            )
        if not elements.is_word(at):
            return False
    return False


def _has_substance(elements: Elements, begin: int, end: int) -> bool:
    count = sum(
        elements.is_word(at) or elements.forms[at] == QUOTED
        for at in range(begin, min(end, begin + 4))
    )
    return (
        count > 1 or QUOTED in elements.forms[begin:end] or (count == 1 and elements.capital(begin))
    )


def _fits_class(  # noqa: PLR0911 - a return for each sign
    elements: Elements, cued: Cued, begin: int
) -> bool:
    """Return whether what follows suits the verb; verbs of many uses need a plain clause."""
    forms, words = elements.forms, elements.language.kind_of_words
    first = forms[begin]
    clausal = first in words("complementizers") or first in words("questions") or first == QUOTED
    if clausal:
        return True
    clausal = clausal or forms[begin - 1] == ":"
    nominal = (
        first in words("pronouns")
        or first == "there"
        or first[0].isdigit()
        or first in words("articles")
        or first in words("possessives")
        or elements.capital(begin)
    )
    if cued.form.cue_class == "show" and _finds_so(elements, begin, nominal=nominal):
        return True
    if cued.form.cue_class == "show":
        head = forms[cued.source[0] : cued.source[1]]
        return clausal or any(word in words("documents") for word in head)
    if cued.form.cue_class == "say" and words("clause_openers"):
        # These languages leave no "that" out: what follows bare is the verb's object.
        return forms[begin - 1] == ","
    if cued.form.cue_class == "say":
        return first not in ("to", "with", "in", "as", "by", "from") or clausal
    if cued.form.cue_class == "think":
        return clausal or nominal
    if cued.form.cue_class == "tell" and first == "to":
        return True
    return first not in ("to", "with", "by", "in", "from")
