"""Rule `according_to`: a fixed phrase names the source after it.

"According to the board, …", "…, according to the board", "…, according to the board, …".
"""

from __future__ import annotations

from generator.quotations.clauses import content_end
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements, Unit
from generator.quotations.sources import phrase_starting

_LATEST = 6
"""Elements: "The dyke, according to Ada Obi, …" stands so early in its sentence, or is none."""


def according_to(elements: Elements, number: int, hits: list[tuple[int, int]]) -> list[Draft]:
    """Return the findings for the phrases of unit `number`; `hits` are their ranges."""
    unit = elements.units[number]
    drafts: list[Draft] = []
    low = unit.low
    for cue in hits:
        source = phrase_starting(elements, cue[1], unit.high)
        if source is None:
            continue
        source = _without_statement(elements, unit, cue, source)
        if elements.language.kind_of_words("verb_second"):
            source = _before_verb(elements, source)
        content = _content(elements, unit, cue, source, low)
        if content:
            drafts.append(
                Draft(
                    rule="according_to",
                    content=content,
                    unit=number,
                    source=source,
                    cue=cue,
                    cue_class="say",
                )
            )
            low = source[1]
    return drafts


def _before_verb(elements: Elements, source: Range) -> Range:
    """Return the source up to the verb that follows it: "Laut Ada Obi hält der Deich".

    Where nouns have capitals, a small word after one that is no article or preposition is no
    part of its phrase.
    """
    words = elements.language.kind_of_words
    within = words("articles") | words("prepositions") | words("joiners") | words("possessives")
    for at in range(source[0] + 1, source[1]):
        after_name = elements.capital(at - 1) and elements.is_word(at)
        if after_name and not elements.capital(at) and elements.forms[at] not in within:
            return source[0], at
    return source


def _without_statement(elements: Elements, unit: Unit, cue: Range, source: Range) -> Range:
    """Return the source without what looks like an apposition and is the statement itself.

    "According to Ada Obi, the clerk, …" has one, "According to Ada Obi, the clerk fled." none.
    """
    forms = elements.forms
    if source[1] < unit.high and forms[source[1]] == ",":
        return source
    interrupts = "," in (forms[cue[0]], forms[cue[0] - 1]) and cue[0] - unit.low <= _LATEST
    if cue[0] - unit.low > 1 and not interrupts:
        return source
    comma = next((at for at in range(*source) if forms[at] == ","), source[1])
    return source[0], comma


def _content(
    elements: Elements, unit: Unit, cue: Range, source: Range, low: int
) -> tuple[Range, ...]:
    forms, words = elements.forms, elements.language.kind_of_words
    before = cue[0]
    while before > low and (forms[before - 1] in (",", "—", "–", "(", "as")):
        before -= 1
    start = low
    while start < before and (forms[start] in words("coordinators") or forms[start] == ","):
        start += 1
    first = (start, before) if before > start else None
    after = source[1]
    second: Range | None = None
    if after < unit.high and elements.is_word(after) and words("verb_second"):
        end = content_end(elements, after, unit.high)
        return (first, (after, end)) if first else ((after, end),)
    if after < unit.high and forms[after] in (",", "—", "–", ":"):
        end = content_end(elements, after + 1, unit.high)
        leads = first is None or not _is_clause(elements, first)
        if end > after + 1 and leads:
            second = (after + 1, end)
    if first and second and before - start <= 3 and forms[before - 1] != QUOTED:  # noqa: PLR2004
        # "In May, according to the board, sales fell."
        return (first, second)
    if second:
        return (second,)
    return (first,) if first else ()


def _is_clause(elements: Elements, part: Range) -> bool:
    """Return whether the words can stand as a statement; a few words are a setting."""
    return part[1] - part[0] > 6 or QUOTED in elements.forms[part[0] : part[1]]  # noqa: PLR2004
