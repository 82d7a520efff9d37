"""Decides what of a digest with errors in its digest.yaml can be gone on with.

All problems of a content folder belong in one run: a mistyped key in one entry must not hide that
the words of another stand nowhere. What is given here is only ever checked; the errors that are
reported beside it end the build.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model import DigestContent, QuotationEntry
from generator.outlets import Registry


def sound_part(digest: DigestContent, registry: Registry) -> DigestContent:
    """Return `digest` without the entries that cannot be assembled.

    Those keep their places, for quotations know their entries by place, but name nothing.
    """
    editorial = digest.editorial
    articles = {article.id for article in digest.articles}
    entries = tuple(
        entry if _is_sound(entry, articles, registry) else replace(entry, text="", id="")
        for entry in _without_second(editorial.quotations)
    )
    lines = zip(editorial.silent, editorial.silent_lines, strict=True)
    silent = [(name, line) for name, line in lines if _is_known(name, registry)]
    return replace(
        digest,
        editorial=replace(
            editorial,
            quotations=entries,
            silent=tuple(name for name, _ in silent),
            silent_lines=tuple(line for _, line in silent),
        ),
    )


def _without_second(entries: tuple[QuotationEntry, ...]) -> tuple[QuotationEntry, ...]:
    """Return the entries, the id taken from one that changes what another changes already."""
    seen: set[str] = set()
    kept = []
    for entry in entries:
        kept.append(replace(entry, id="") if entry.id in seen else entry)
        seen.add(entry.id)
    return tuple(kept)


def _is_sound(entry: QuotationEntry, articles: set[str], registry: Registry) -> bool:
    """Tell whether an entry says whose words it means, and names none that nobody knows."""
    if entry.outlet and not _is_known(entry.outlet, registry):
        return False
    if entry.id:
        return not entry.text
    return entry.article in articles if entry.article else bool(entry.outlet)


def _is_known(name: str, registry: Registry) -> bool:
    return registry.resolve(name) is not None or registry.by_slug(name) is not None
