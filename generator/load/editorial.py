"""Turn the checked keys of a digest.yaml into the editor's values."""

from __future__ import annotations

from functools import lru_cache

from generator.load.shapes import DigestKeys, QuotationKeys, SummaryKeys, WorkKeys
from generator.load.yaml_tree import Tree
from generator.model import (
    Correction,
    Editorial,
    Image,
    QuotationEntry,
    QuotedText,
    SummaryOptions,
    Topic,
    Work,
)
from generator.text.slugs import slug


def editorial_of(
    keys: DigestKeys,
    tree: Tree,
    *,
    language: str,
    image: Image | None,
    topics: tuple[Topic, ...],
) -> Editorial:
    """Return the values of `keys`; `language` is the site's, for a digest that names none."""
    return Editorial(
        title=keys.title,
        date=keys.date,
        modified=keys.modified,
        status=keys.status,
        embargo=keys.embargo,
        kind=keys.kind,
        topic=topic_of(keys.topic, topics),
        tags=tuple(dict.fromkeys(keys.tags)),
        place=keys.place,
        language=keys.language or language,
        editors=tuple(dict.fromkeys(keys.author + keys.editors)),
        date_line=tree.line_of("date"),
        modified_line=tree.line_of("modified"),
        approved_by=keys.approved_by,
        approved_line=tree.lines.get(("approved_by",)) or tree.line_of("status"),
        lede=keys.lede,
        standfirst=keys.standfirst,
        summary=_summary(keys.summary, line=tree.line_of("summary")),
        image=image,
        work=_work(keys.work) if keys.work else None,
        quotations=tuple(
            _quotation(entry, tree.line_of("quotations", position))
            for position, entry in enumerate(keys.quotations)
        ),
        hide=tuple(
            (hidden, tree.line_of("hide", position)) for position, hidden in enumerate(keys.hide)
        ),
        corrections=tuple(
            Correction(
                date=entry.date,
                what=entry.what,
                why=entry.why,
                kind=entry.kind,
                quotation=entry.quotation,
                line=tree.line_of("corrections", position),
            )
            for position, entry in enumerate(keys.corrections)
        ),
        related=tuple(dict.fromkeys(keys.related)),
        silent=tuple(dict.fromkeys(keys.silent)),
        silent_lines=tuple(
            tree.line_of("silent", keys.silent.index(name)) for name in dict.fromkeys(keys.silent)
        ),
        was=tuple(dict.fromkeys(keys.was)),
    )


def topic_of(named: str, topics: tuple[Topic, ...]) -> str:
    """Return the slug of the topic called `named`, or `named` itself where there is none."""
    if not named:
        return named
    as_slug = slug(named)
    for topic in topics:
        if named == topic.slug or as_slug == _slug_of(topic.name):
            return topic.slug
    return named


@lru_cache(maxsize=4096)  # every digest of a site asks for the same ones
def _slug_of(name: str) -> str:
    return slug(name)


def _summary(keys: SummaryKeys, *, line: int) -> SummaryOptions:
    """Return how the summary is made; `line` is where digest.yaml says it."""
    return SummaryOptions(
        text=keys.text,
        engine=keys.engine,
        sentences=keys.sentences,
        words=keys.words,
        line=line,
    )


def _work(keys: WorkKeys) -> Work:
    """Return the work under review."""
    return Work(
        type=keys.type,
        title=keys.title,
        creator=keys.creator,
        published=keys.published,
        identifier=keys.identifier,
    )


def _quotation(keys: QuotationKeys, line: int) -> QuotationEntry:
    """Return an entry of `quotations`."""
    original = keys.original
    return QuotationEntry(
        line=line,
        article=keys.article or "",
        outlet=keys.outlet,
        text=keys.text,
        id=keys.id,
        merge=keys.merge,
        speaker=keys.speaker,
        role=keys.role,
        via=keys.via,
        original=QuotedText(text=original.text, language=original.language) if original else None,
        translator=keys.translator,
        pin=keys.pin,
        order=keys.order,
        kind=keys.kind,
        note=keys.note,
        acknowledge=keys.acknowledge,
        withdrawn=keys.withdrawn,
        was=keys.was or "",
    )
