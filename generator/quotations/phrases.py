"""Rule `according_to`: a fixed phrase names the source after it.

"According to the board, …", "…, according to the board", "…, according to the board, …".
"""

from __future__ import annotations

from generator.quotations.clauses import content_end
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import QUOTED, Elements, Unit
from generator.quotations.sources import phrase_starting


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


def _without_statement(elements: Elements, unit: Unit, cue: Range, source: Range) -> Range:
    """Return the source without what looks like an apposition and is the statement itself.

    "According to Ada Obi, the clerk, …" has one, "According to Ada Obi, the clerk fled." none.
    """
    forms = elements.forms
    if cue[0] - unit.low > 1 or (source[1] < unit.high and forms[source[1]] == ","):
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
