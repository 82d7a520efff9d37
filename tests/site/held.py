"""A site of one published digest and three that are held, each told by a word of its own.

Every value of a held digest, its folder, files, outlets and people carry its word, which stands
nowhere else; so do the bytes of its pictures.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from tests.conftest import CHECKOUT, environment, settings_text
from tests.load.site import PNG, write

HELD = {
    "quorvex": "status: draft\napproved_by: Ann Quorvexboss\n",
    "blimsty": "embargo: 2099-01-01T00:00:00Z\napproved_by: Ann Blimstyboss\n",
    "drazzup": "status: published\n",
}
"""The word of each held digest → what holds it; the last lacks approval."""

SHOWN = """
    title topic parent tag place editor lede standfirst gist picture alt caption credit type creator
    stance remark headline pinned speaker role agency reason original translator because wrong cause
    sort old narrated second bugle gazette heard
""".split()  # noqa: SIM905 (a list of words reads better than forty quoted ones)
"""What follows a digest's word where the digest is shown."""

HIDDEN_QUOTATION, HIDDEN_ARTICLE = "hushwort", "veilmoss"
"""Words of what the published digest hides."""

_DIGEST = """\
title: The @title affair
date: 2026-03-05
modified: 2026-03-07
kind: work
topic: The @topic
tags: [@tag]
place: Port @place
editors: [Bo @editor]
lede: A @lede.
standfirst: A @standfirst.
summary: The @gist of it.
image: {file: images/@picture.png, alt: A @alt, caption: A @caption, credit: A @credit}
work: {type: "@type", title: The @title, creator: A @creator}
articles:
  - {id: "@-article", stance: "@stance", rating: 4/5, note: A @remark.}
  - {id: "@-secret", hide: true}
quotations:
  - from: "@-article"
    text: The @pinned lamp burned all night
    speaker: Ida @speaker
    role: "@role"
    via: The @agency
  - from: fen-notes
    text: The market was full of geese
  - {outlet: The @@bugle, text: A @gone word, withdrawn: A @reason.}
  - outlet: The @@bugle
    text: A @translated word
    original: {text: Ein @original, language: de}
    translator: Cy @translator
    acknowledge: The original @heard.
  - {from: "@-article", text: An @absent word, acknowledge: A @because.}
corrections:
  - {date: 2026-03-06, what: "@wrong.", why: "@cause.", kind: "@sort"}
related: [market-day]
silent: [The @@gazette]
was: ["@old"]
"""
_REVIEW = """\
The @@bugle reports that the @narrated boat came back on Monday.

![A boat](images/@second.png)

“Nobody in the @harbour had waited for it,” said Ida @speaker.
"""
_ARTICLE = """\
---
outlet: The @@bugle
headline: The @headline
byline: Dee @byline
url: https://@.example/@path
---
“The @pinned lamp burned all night,” said Ida @speaker. The @body was dark by then, and the people
of the town went home along the wall, where the wind had put out every other light that there was.
"""
_FEN_NOTES = """\
---
outlet: Fen Herald
headline: Notes from the @market
---
The market was full of geese. Nobody in the @town had asked for so many, and nobody bought any.
"""
_OUTLETS = """\
- {name: The @@bugle, country: XV, domain: "@.example", note: "@note", ownership: "@owner"}
- {name: The @@gazette, aliases: [The @@gaz]}
"""
_PEOPLE = '- {name: Ida @speaker, aliases: ["@alias"], role: "@role"}\n'
_TOPICS = (
    "- {name: The @topic, description: A @about., parent: The @parent}\n- {name: The @parent}\n"
)

_MARKET_DAY = """\
title: Market day
date: 2026-03-01
approved_by: Ann Boss
topic: Fairs
articles:
  - {{id: hidden, hide: true, note: A veilmoss.}}
quotations:
  - {{from: hidden, text: all was said, kind: indirect}}
  - {{from: weir, text: all was said that could be said, acknowledge: It was.}}
  - {{from: weir, text: where the wind had put out every other light, acknowledge: It had.}}
related: {related}
hide: {hide}
"""
_MARKET = """\
---
outlet: Fen Herald
headline: The market is back
byline: Ada Brook
---
The market came back to the square on Monday with two hundred geese and a single customer.

“The hushwort is not for sale at any price this year,” said Tom Reed, the grocer of the square. He
had kept it below the counter since the summer, and nobody was shown so much as a leaf of it, not
even the mayor, who came twice and left with a goose that he had not asked for and did not want.
"""
_HIDDEN = """\
---
outlet: Quay Post
headline: The veilmoss of the square
byline: Vera Veilmoss
url: https://quay.example/veilmoss
---
In the veilmoss all was said that could be said about the geese.
"""
_WEIR = """\
---
outlet: Weir Mail
headline: Geese
---
Nothing that others are said to have written about the market stands in this paper, nor ever did.
"""
_SHARED_OUTLETS = "".join(
    f"- {{name: {name}, country: XV}}\n" for name in ("Fen Herald", "Quay Post", "Weir Mail")
)


def _told_by(word: str, text: str) -> str:
    """Return `text` with the word in the place of each @, capitalised in the place of @@."""
    return text.replace("@@", word.capitalize()).replace("@", word)


def _held_files(word: str, keys: str) -> dict[str, str | bytes]:
    folder = f"digests/{word}-affair"
    return {
        f"{folder}/digest.yaml": _told_by(word, _DIGEST) + keys,
        f"{folder}/review.md": _told_by(word, _REVIEW),
        f"{folder}/articles/{word}-article.md": _told_by(word, _ARTICLE),
        f"{folder}/articles/{word}-secret.md": _told_by(
            word, _ARTICLE.replace("lamp", "lantern of the harbour")
        ),
        f"{folder}/articles/fen-notes.md": _told_by(word, _FEN_NOTES),
        f"{folder}/images/{word}picture.png": PNG + f"{word}pixels".encode(),
        f"{folder}/images/{word}second.png": PNG + f"{word}points".encode(),
    }


def write_content(folder: Path, held: Mapping[str, str], *, hide: Sequence[str] = ()) -> Path:
    """Write content/ with the `held` digests, each held by its keys, and with `market-day`.

    That one is published, names them as related, hides the quotations `hide`, and keeps two that
    stand in a hidden article and in those of held digests only.
    """
    slugs = [f"{word}-affair" for word in held]
    files: dict[str, str | bytes] = {
        "outlets.yaml": _SHARED_OUTLETS + "".join(_told_by(word, _OUTLETS) for word in held),
        "people.yaml": "- {name: Tom Reed}\n" + "".join(_told_by(word, _PEOPLE) for word in held),
        "topics.yaml": "- {name: Fairs}\n" + "".join(_told_by(word, _TOPICS) for word in held),
        "digests/market-day/digest.yaml": _MARKET_DAY.format(related=slugs, hide=list(hide)),
        "digests/market-day/articles/market.md": _MARKET,
        "digests/market-day/articles/hidden.md": _HIDDEN,
        "digests/market-day/articles/weir.md": _WEIR,
    }
    for word, keys in held.items():
        files |= _held_files(word, keys)
    shutil.rmtree(folder / "content", ignore_errors=True)
    return write(folder / "content", files)


def build(folder: Path, *, approvals: int = 1) -> Path:
    """Build the site in `folder`, whose settings ask for `approvals`; return its output folder."""
    write_settings(folder, approvals=approvals)
    done = subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=folder,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return folder / "output"


def write_settings(folder: Path, *, approvals: int) -> None:
    """Write a pelicanconf.py that asks for `approvals`."""
    own = f"\nPRESSREVIEW = {{**PRESSREVIEW, 'approvals': {approvals}}}\n"
    (folder / "pelicanconf.py").write_text(settings_text() + own, encoding="utf-8")
