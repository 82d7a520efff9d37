"""A citation for people to paste: plain text, and Markdown that renders to the same words.

Each part of the quotation is a line of its own. A direct one stands in quotation marks, for here no
blockquote says that it is one, and marks within it become single ones. The words before translation
follow, then the credit after a dash.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.citations import Citation
from generator.citations.credit import Clause, carrier, source
from generator.citations.doubt import doubt, sentence
from generator.citations.marked import escaped, escaped_once, target
from generator.model import AttributionKind
from generator.text.outer_marks import without_outer_marks

_STRAIGHT = re.compile(r'"([^"]*)"')


def texts(citation: Citation) -> tuple[str, str]:
    """Return the citation as `plain_text` and as `markdown`."""
    lines, (plain, marked) = _lines(citation), _credit(citation)
    paragraphs = (*map(escaped_once, lines), f"— {marked}")
    return (
        "\n".join((*lines, f"— {plain}")),
        "\n>\n".join([f"> {paragraph}" for paragraph in paragraphs]),
    )


def plain_text(citation: Citation) -> str:
    """Return the citation as plain text, several lines, without a final line break."""
    return texts(citation)[0]


def markdown(citation: Citation) -> str:
    """Return the citation as a Markdown blockquote, a paragraph for each part and the credit."""
    return texts(citation)[1]


def _lines(citation: Citation) -> tuple[str, ...]:
    """Return the words as they stand on paper, and those before translation."""
    is_speech = citation.kind == "direct"
    words = tuple(in_marks(part) if is_speech else part for part in citation.words)
    if not citation.original:
        return words
    language = f" ({citation.translated_from})" if citation.translated_from else ""
    return (*words, f"Original{language}: {in_marks(citation.original)}")


def in_marks(words: str) -> str:
    """Return `words` in quotation marks, those within them as single ones."""
    bare = without_outer_marks(words).of(words)
    single = bare.replace("“", "‘").replace("”", "’")
    if '"' in single and single.count('"') % 2 == 0:  # paired; else it may be an inch
        single = _STRAIGHT.sub(r"‘\1’", single)
    return f"“{single}”"


def _credit(citation: Citation) -> tuple[str, str]:
    """Return the source, the digest, and what is doubtful of the words: plain, and marked."""
    taken, taken_marked = _joined(source(citation))
    doubtful = sentence(doubt(citation))
    plain, marked = _carried(
        citation.kind,
        citation.digest,
        citation.site,
        citation.digest_date_text,
        linked=bool(citation.permalink),
    )
    if link := citation.permalink:
        plain, marked = plain.replace(_HERE, link), marked.replace(f"<{_HERE}>", target(link))
    return _sentences(taken, plain, doubtful), _sentences(taken_marked, marked, escaped(doubtful))


_HERE = "\0"
"""Stands for a quotation's permalink: no content holds this character (problem F005)."""


@lru_cache(maxsize=64)  # the same for all quotations of a digest that are of one kind
def _carried(
    kind: AttributionKind, digest: str, site: str, date: str, *, linked: bool
) -> tuple[str, str]:
    """Return the digest that has the words, plain and marked."""
    here = _HERE if linked else ""
    return _joined(carrier(kind, digest=digest, site=site, date=date, permalink=here))


def _sentences(*sentences: str) -> str:
    return " ".join([f"{each}." for each in sentences if each])


def _joined(clauses: Iterable[Clause]) -> tuple[str, str]:
    """Return what the clauses say, plain and marked."""
    plain, marked = [], []
    for one, other in clauses:
        if one:
            plain.append(one)
        if other:
            marked.append(other)
    return ", ".join(plain), ", ".join(marked)
