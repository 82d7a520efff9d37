"""The editor overrules what was extracted: order, hiding, merging, re-attribution, withdrawal.

Precedence: what digest.yaml says of a quotation's id wins over everything extracted; a quotation
written in digest.yaml replaces an extracted one with the same words of the same outlet.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from generator.model import Editorial, Outlet, Quotation, QuotationEntry, Speaker
from generator.problems import Problem
from generator.text.matching import identity_form

LAST = 10_000
"""Place of a quotation that the editor gave none."""


def overrule(
    extracted: tuple[Quotation, ...],
    editorial: Editorial,
    *,
    file: str,
    speaker_named: Callable[[str, str], Speaker],
    outlet_named: Callable[[str], Outlet | None],
) -> tuple[tuple[Quotation, ...], tuple[Problem, ...]]:
    """Apply the entries of digest.yaml that name an id, and `hide`; unknown ids are problems."""
    by_id = {quotation.id: quotation for quotation in extracted}
    problems: list[Problem] = []
    for entry in (e for e in editorial.quotations if e.id):
        known = {entry.id, *entry.merge} <= by_id.keys()
        if not known:
            problems += _unknown({entry.id, *entry.merge} - by_id.keys(), by_id, file, entry.line)
            continue
        merged = _merged(by_id[entry.id], [by_id.pop(other) for other in entry.merge])
        by_id[entry.id] = _overruled(merged, entry, speaker_named, outlet_named)
    for id_, line in editorial.hide:
        if id_ not in by_id:
            problems += _unknown({id_}, by_id, file, line)
        by_id.pop(id_, None)
    return tuple(by_id.values()), tuple(problems)


def in_editors_order(
    quotations: Iterable[Quotation], editorial: Editorial
) -> tuple[Quotation, ...]:
    """Return pinned quotations first, then by `order`; the rest keeps its order."""
    entries = {entry.id or entry.line: entry for entry in editorial.quotations}

    def place(quotation: Quotation) -> tuple[bool, int]:
        entry = entries.get(quotation.id) or entries.get(quotation.line)
        if entry is None:
            return (True, LAST)
        return (not entry.pin, entry.order if entry.order is not None else LAST)

    return tuple(sorted(quotations, key=place))


def without_twins(
    written: tuple[Quotation, ...], extracted: tuple[Quotation, ...]
) -> tuple[tuple[Quotation, ...], tuple[Quotation, ...]]:
    """Let a written quotation take the place of an extracted one with the same words.

    The written one learns where the words stand in the review.
    """
    twins = {_likeness(quotation): quotation for quotation in extracted}
    likenesses = {_likeness(quotation) for quotation in written}
    rest = tuple(q for q in extracted if _likeness(q) not in likenesses)
    return tuple(_with_place_of(twins.get(_likeness(q)), q) for q in written), rest


def _with_place_of(twin: Quotation | None, quotation: Quotation) -> Quotation:
    if twin is None or not twin.in_review:
        return quotation
    return replace(quotation, spans=twin.spans, in_review=True)


def _likeness(quotation: Quotation) -> tuple[str, str]:
    return quotation.outlet.slug, identity_form(" ".join(quotation.parts))


def _merged(quotation: Quotation, others: list[Quotation]) -> Quotation:
    parts = quotation.parts + tuple(part for other in others for part in other.parts)
    spans = quotation.spans + tuple(span for other in others for span in other.spans)
    return replace(quotation, parts=parts, spans=spans)


def _overruled(
    quotation: Quotation,
    entry: QuotationEntry,
    speaker_named: Callable[[str, str], Speaker],
    outlet_named: Callable[[str], Outlet | None],
) -> Quotation:
    speaker = quotation.speaker
    if entry.speaker:
        speaker = speaker_named(entry.speaker, entry.role)
    elif entry.role and speaker:
        speaker = replace(speaker, role=entry.role)
    outlet = outlet_named(entry.outlet) if entry.outlet else None
    return replace(
        quotation,
        kind=entry.kind or quotation.kind,
        verdict=None if entry.kind == "indirect" else quotation.verdict,
        outlet=outlet or quotation.outlet,
        speaker=speaker,
        via=entry.via or quotation.via,
        original=entry.original or quotation.original,
        translator=entry.translator or quotation.translator,
        note=entry.note or quotation.note,
        acknowledged=entry.acknowledge,
        withdrawn=entry.withdrawn,
        line=entry.line,
    )


def _unknown(ids: Iterable[str], known: Iterable[str], file: str, line: int) -> tuple[Problem, ...]:
    offered = ", ".join(sorted(known)[:6]) or "none"
    return tuple(
        Problem(
            file=file,
            line=line,
            code="Q003",
            what=f"no quotation '{id_}' in this digest",
            mend=f"Use the id that its permalink shows (here: {offered}), or take the entry out.",
        )
        for id_ in sorted(ids)
    )
