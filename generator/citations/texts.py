"""A citation for people to paste: plain text, and Markdown that renders to the same words.

Each part of the quotation is a line of its own. A direct one stands in quotation marks, for here no
blockquote says that it is one, and marks within it become single ones. The words before translation
follow, then the credit after a dash. Markdown is CommonMark (https://spec.commonmark.org/0.31.2/)
as far as Python-Markdown agrees with it: the signs that only one of them lets a backslash escape
are written as character references.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import lru_cache

from generator.citations import Citation
from generator.citations.credit import Clause, carrier, source
from generator.citations.doubt import doubt, sentence
from generator.model import AttributionKind
from generator.text.outer_marks import without_outer_marks

_ANYWHERE = re.compile(r"[\\`*_{}\[\]]")
"""Signs that both Markdowns read anywhere, and both escape by a backslash."""
_REFERENCES = str.maketrans(
    {sign: f"&#{ord(sign)};" for sign in "~$^|"} | {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
)
"""Signs that some Markdown reads, and that not all escape by a backslash."""
_AT_THE_START = re.compile(r"^([#+-]|\d+[.)])")
_ANY_SIGN = re.compile(r"[\\`*_{}\[\]~$^|&<>]")
"""All of them: most words have none."""
_STRAIGHT = re.compile(r'"([^"]*)"')
_NOT_IN_A_TARGET = re.compile(r"[\s<>\\]")


def texts(citation: Citation) -> tuple[str, str]:
    """Return the citation as `plain_text` and as `markdown`."""
    lines, (plain, marked) = _lines(citation), _credit(citation)
    paragraphs = (*map(escaped, lines), f"— {marked}")
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
    taken, doubtful = source(citation), sentence(doubt(citation))
    plain, marked = _carried(
        citation.kind,
        citation.digest,
        citation.site,
        citation.digest_date_text,
        linked=bool(citation.permalink),
    )
    return (
        _sentences(_joined(taken, _plain), plain.replace(_HERE, citation.permalink), doubtful),
        _sentences(
            _joined(taken, _marked),
            marked.replace(f"<{_HERE}>", _target(citation.permalink)),
            escaped(doubtful),
        ),
    )


_HERE = "\0"
"""Stands for a quotation's permalink: no content holds this character (problem F005)."""


@lru_cache(maxsize=64)  # the same for all quotations of a digest that are of one kind
def _carried(
    kind: AttributionKind, digest: str, site: str, date: str, *, linked: bool
) -> tuple[str, str]:
    """Return the digest that has the words, plain and marked."""
    clauses = carrier(kind, digest=digest, site=site, date=date, permalink=_HERE if linked else "")
    return _joined(clauses, _plain), _joined(clauses, _marked)


def _sentences(*sentences: str) -> str:
    return " ".join([f"{each}." for each in sentences if each])


@lru_cache(maxsize=1024)  # a digest's title and site stand in the credit of all its quotations
def escaped(words: str) -> str:
    """Return one line of words as Markdown that renders to exactly these words."""
    referred = words
    if _ANY_SIGN.search(words):
        referred = _ANYWHERE.sub(r"\\\g<0>", words).translate(_REFERENCES)
    if referred.startswith(":"):
        return f"&#58;{referred[1:]}"
    return _AT_THE_START.sub(lambda found: f"{found[1][:-1]}\\{found[1][-1]}", referred)


def _joined(clauses: Iterable[Clause], write: Callable[[Clause], str]) -> str:
    return ", ".join([each for each in map(write, clauses) if each])


def _plain(clause: Clause) -> str:
    if clause.role == "link":
        return ""
    text = f"“{clause.text}”" if clause.role == "title" else clause.text
    return f"{clause.lead} {text}".lstrip()


def _marked(clause: Clause) -> str:
    if clause.role == "url":
        return ""
    text = escaped(clause.text)
    text = f"*{text}*" if clause.role == "name" else text
    text = f"[{text}]({_target(clause.url)})" if clause.url else text
    text = f"“{text}”" if clause.role == "title" else text
    return f"{clause.lead} {text}".lstrip()


def _target(url: str) -> str:
    """Return an address as the target of a Markdown link, whatever brackets it holds."""
    coded = _NOT_IN_A_TARGET.sub(lambda sign: f"%{ord(sign[0]):02X}", url)
    return f"<{coded}>"
