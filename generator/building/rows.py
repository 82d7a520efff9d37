"""What is kept of a digest that was read, as a row of the state's table `digest`.

Workers make the rows, not the build that writes them: packing takes longer than writing, and what
is packed need not be taken apart and put together again on its way.
"""

from __future__ import annotations

import pickle
from collections.abc import Sequence

from generator.building.fingerprints import plain_bytes, print_of_bytes, print_of_digest
from generator.building.kept_facts import kept_facts
from generator.building.kept_terms import kept_terms
from generator.building.reading import Read, read
from generator.store.state import packed, squeezed

COLUMNS = (
    *("slug", "content", "valid", "print", "moment", "released", "embargo", "made", "problems"),
    *(
        "links",
        "uses",
        "sought",
        "stores",
        "articles",
        "wanted",
        "terms",
        "facts",
        "card",
        "pictures",
    ),
    *("terms_print", "title", "card_print", "related", "looked_up", "latest"),
)
"""Of a row, in order; `slug` first."""
LONG = ("card", "facts", "articles", "uses", "terms", "made")
"""Those of the table `matter`; the others are of `digest`."""

Row = tuple[object, ...]


def read_rows(names: Sequence[str]) -> list[Row]:
    """Return what is kept of the digest folders `names`; `prepare` comes first."""
    return [row_of(each) for each in read(names)]


def row_of(each: Read) -> Row:
    """Return what is kept of a digest."""
    digest, facts = each.digest, each.facts
    made = pickle.dumps(digest, 5) if digest else b""
    terms = plain_bytes(kept_terms(each.terms)) if each.terms else b""
    card = plain_bytes(each.card)
    return (
        each.slug,
        each.content,
        1,
        print_of_digest(made) if made else None,
        each.moment,
        int(each.released),
        each.embargo,
        squeezed(made) if made else None,
        _kept(each.problems),
        _kept(each.links),
        _kept(each.uses),
        _kept(each.sought),
        int(bool(each.articles)),
        _kept(each.articles),
        _kept(each.wanted),
        squeezed(terms) if terms else None,
        packed(kept_facts(facts)) if facts else None,
        squeezed(card) if each.card else None,
        _kept(each.pictures),
        print_of_bytes(terms) if terms else None,
        digest.editorial.title if digest else None,
        print_of_bytes(card),
        " ".join(digest.editorial.related) if digest else None,
        _kept(facts.looked_up if facts else None),
        each.latest,
    )


def _kept(value: object) -> bytes | None:
    """Return `value` as it is kept; None for nothing."""
    return packed(value) if value else None
