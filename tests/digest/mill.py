"""A small site of one digest, written, built and asked."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from generator.edition import Edition, edition
from generator.model import Digest, Quotation
from generator.problems import ProblemsFoundError
from generator.settings import SiteSettings

NOW = dt.datetime(2026, 11, 1, tzinfo=dt.UTC)
SETTINGS = SiteSettings(title="Test")

OUTLETS = """
- {name: Fen Herald, country: XV, domain: fen.example}
- {name: Quay Post, country: XV, domain: quay.example}
"""

HERALD = """---
outlet: Fen Herald
headline: The mill opens
byline: Ada Brook
url: https://fen.example/mill#top
---
The old mill at Fen opened its doors on Monday after forty years.

“We have waited long enough for bread of our own,” said Tom Reed, the miller. Nobody objected.

The council had wanted a car park there, and may yet get one behind the weir. The weir itself was
mended in the spring with oak from the bishop’s wood. Millers came from three valleys to look at
the stones, which had been dressed by a woman of eighty who learned it from her grandfather.
"""

QUAY = """---
outlet: Quay Post
headline: Bread, at last
---
“The first loaf was frankly a brick and we ate it all,” said Nora Lake, a baker from Quay. The
second was no better, and was sold to a builder. By the third the street smelled of something
that most of its people knew only from stories, and a queue had formed as far as the bridge.
"""


def write_site(folder: Path, digest: str, **files: str) -> Path:
    """Write a content folder with one digest `mill`; return the folder."""
    home = folder / "content/digests/mill"
    (home / "articles").mkdir(parents=True)
    (folder / "content/outlets.yaml").write_text(OUTLETS, encoding="utf-8")
    (home / "articles/herald.md").write_text(HERALD, encoding="utf-8")
    (home / "articles/quay.md").write_text(QUAY, encoding="utf-8")
    (home / "digest.yaml").write_text(f"title: Mill\ndate: 2026-10-01\n{digest}", encoding="utf-8")
    for name, text in files.items():
        (home / name.replace("_", ".")).write_text(text, encoding="utf-8")
    return folder / "content"


def edition_of(content: Path) -> Edition:
    """Return the edition of `content` on a fixed day."""
    return edition(content, SETTINGS, now=NOW)


def digest_of(folder: Path, digest: str = "", **files: str) -> Digest:
    """Return the digest of a site written into `folder`."""
    return edition_of(write_site(folder, digest, **files)).digests[0]


def messages_of(folder: Path, digest: str, **files: str) -> list[str]:
    """Return the errors that a site written into `folder` has."""
    with pytest.raises(ProblemsFoundError) as found:
        edition_of(write_site(folder, digest, **files))
    return [str(problem) for problem in found.value.problems]


def said_by(digest: Digest, outlet: str) -> tuple[Quotation, ...]:
    """Return the quotations of one outlet."""
    return tuple(q for q in digest.quotations if q.outlet.name == outlet)
