"""Write made digests as a peer reads them: one Markdown file each, with front matter.

The narrative is the file's text; what our engine finds in it, or an editor pinned, stands in the
front matter, where templates can place it on the pages of outlets and people too. Where a
generator takes JSON there, it gets JSON, which is the quickest that it can read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from bench.corpus.digests import MadeDigest
from bench.corpus.prose import MadePassage
from bench.corpus.vocabulary import COUNTRIES

KINDS = {"direct": "Direct quotation", "mixed": "Partly quoted", "indirect": "Paraphrase"}
"""As our pages name them."""


def write(folder: Path, digests: Iterable[MadeDigest], *, tool: str) -> None:
    """Write the files for `tool`, one of `TOOLS`, into the new `folder`."""
    folder.mkdir(parents=True)
    head = TOOLS[tool]
    for digest in digests:
        body = "\n\n".join(digest.paragraphs)
        text = f"{head(digest)}\n{body}\n"
        (folder / f"{digest.slug}.md").write_text(text, encoding="utf-8")


def facts(digest: MadeDigest) -> dict[str, Any]:
    """Return what templates need to know of a digest besides its narrative."""
    people = {p.person.name: None for p in digest.passages if p.person}
    return {
        "title": digest.title,
        "date": digest.date.isoformat(),
        "standfirst": digest.standfirst,
        "topics": [digest.topic.name],
        "outlets": list({p.outlet.name: None for p in digest.passages}),
        "speakers": list(people),
        "passages": [_passage(passage) for passage in digest.passages],
    }


def _passage(passage: MadePassage) -> dict[str, str]:
    return {
        "outlet": passage.outlet.name,
        "country": COUNTRIES[passage.outlet.country],
        "speaker": passage.person.name if passage.person else "",
        "role": passage.person.role if passage.person else "",
        "kind": KINDS[passage.kind],
        "words": passage.words.removesuffix(","),
    }


def _json(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def _hugo(digest: MadeDigest) -> str:
    return f"{_json({**facts(digest), 'slug': digest.slug})}\n"


def _eleventy(digest: MadeDigest) -> str:
    return f"---json\n{_json(facts(digest))}\n---\n"


def _pelican(digest: MadeDigest) -> str:
    """Return Pelican's own head: outlets as authors, speakers as tags, the topic as category."""
    known = facts(digest)
    lines = {
        "Title": digest.title,
        "Slug": digest.slug,
        "Date": digest.date.isoformat(),
        "Standfirst": digest.standfirst,
        "Category": digest.topic.name,
        "Tags": ", ".join(known["speakers"]),
        "Authors": "; ".join(known["outlets"]),
        "Passages": _json(known["passages"]),
    }
    return "".join(f"{key}: {value}\n" for key, value in lines.items())


TOOLS: dict[str, Callable[[MadeDigest], str]] = {
    "hugo": _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}
"""How each peer wants the front matter."""
