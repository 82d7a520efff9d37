"""Find overrides of digest.yaml that change nothing, where only the quotations show it.

What the file alone shows is in `generator/load/idle.py`; both give the same code.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model import Digest, Quotation, QuotationEntry
from generator.outlets import Registry
from generator.problems import Problem

FOUND = {"exact", "edited"}
"""Verdicts that need no acknowledgement."""


def idle_overrides(digest: Digest, registry: Registry) -> tuple[Problem, ...]:
    """Return a warning for each override of `digest` that has no effect on its quotations.

    `registry` tells which outlets the names in `silent` mean.
    """
    entries = digest.editorial.quotations
    pairs = [(q, entries[q.entry]) for q in digest.quotations if q.entry is not None]
    return (
        *(p for pair in pairs for p in _stale_acknowledgement(*pair, digest)),
        *(p for pair in pairs for p in _role_of_nobody(*pair, digest)),
        *_shared_places(pairs, digest),
        *_heard_silence(digest, registry),
    )


def _heard_silence(digest: Digest, registry: Registry) -> Iterator[Problem]:
    """Yield a warning for each outlet listed as silent that the digest quotes or lists."""
    heard = {roundup.outlet.slug: roundup for roundup in digest.roundups}
    for name, line in zip(digest.editorial.silent, digest.editorial.silent_lines, strict=True):
        outlet = registry.resolve(name) or registry.by_slug(name)
        roundup = heard.get(outlet.slug) if outlet else None
        if roundup:
            how = "this digest quotes it" if roundup.quotations else "an article of it is stored"
            what = f"'{name}' is listed as `silent`, and {how}"
            yield Problem(
                file=digest.file,
                line=line,
                code="D021",
                what=what,
                mend="Take it out of `silent`, or hide what it said.",
                severity="warning",
            )


def _stale_acknowledgement(
    quotation: Quotation, entry: QuotationEntry, digest: Digest
) -> Iterator[Problem]:
    """Yield a warning where readers are told that a sound quotation is kept all the same."""
    if not entry.acknowledge or entry.withdrawn:
        return
    if quotation.verdict is None:
        what = "a paraphrase is acknowledged, and nothing checks it"
    elif quotation.verdict.kind in FOUND:
        what = "a quotation is acknowledged, and its words are found where they should be"
    else:
        return
    mend = "Delete `acknowledge`: it tells readers that the words stay in spite of the check."
    yield _problem(digest, entry, what, mend)


def _role_of_nobody(
    quotation: Quotation, entry: QuotationEntry, digest: Digest
) -> Iterator[Problem]:
    credited = bool(entry.speaker or quotation.speaker or quotation.withdrawn)
    if entry.id and entry.role and not credited:
        what = f"`role` is given for '{entry.id}', whose words are the outlet's own"
        yield _problem(digest, entry, what, "Name the `speaker` whose role it is.")


def _shared_places(
    pairs: list[tuple[Quotation, QuotationEntry]], digest: Digest
) -> Iterator[Problem]:
    """Yield a warning for each quotation whose place among its outlet's another one has."""
    first: dict[tuple[str, bool, int], int] = {}
    for quotation, entry in sorted(pairs, key=lambda pair: pair[1].line):
        if entry.order is None:
            continue
        place = (quotation.outlet.slug, entry.pin, entry.order)
        if place in first:
            where = f"the entry in line {first[place]} too, of the same outlet"
            what = f"`order: {entry.order}` is the place of {where}"
            yield _problem(digest, entry, what, "Give each a place of its own.")
        first.setdefault(place, entry.line)


def _problem(digest: Digest, entry: QuotationEntry, what: str, mend: str) -> Problem:
    return Problem(
        file=digest.file, line=entry.line, code="D021", what=what, mend=mend, severity="warning"
    )
