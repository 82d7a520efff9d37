"""A small content folder that uses every key, for the tests of loading."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000030000000208020000001216f14d"
    "0000000c49444154789c63606060000000040001f61738550000000049454e44ae426082"
)
"""A picture of 3 by 2 pixels."""

FILES = {
    "outlets.yaml": """\
- name: Northwind Gazette
  slug: northwind-gazette
  aliases: [the Gazette, NG]
  native_names: Nordvindavisen
  country: NO
  languages: [nb, EN-gb]
  domain: www.northwind.example
  kind: daily
  ownership: private
  lean: {value: centre, source: its own masthead}
  note: Founded on a lightship.
- name: Qalbar Herald
  country: XQ
  languages: ar
""",
    "people.yaml": """\
- name: Ana Ruiz
  aliases: [A. Ruiz]
  role: finance minister
- name: No
  slug: dr-no
""",
    "topics.yaml": """\
- name: Taxes
  parent: Public finance
- name: Public finance
  slug: finance
  description: What a state takes and spends.
""",
    "digests/budget-week/digest.yaml": """\
# yaml-language-server: $schema=../../../schema/digest.json
title: no
date: 2026-11-23
modified: 2026-11-24T08:30:00Z
status: review
embargo: 2026-11-23 18:00 +01:00
kind: work
topic: public finance
tags: [budget, 12:30]
place: 12:30
language: pt-br
author: Lea Brandt
editors: [Ola Moe, Lea Brandt]
approved_by: on
lede: ~
standfirst: >
  Two lines
  that are one.
summary: {sentences: 2, engine: lead}
image:
  file: images/./briefcase.png
  alt: A red briefcase
  caption: The briefcase
  credit: Ana Ruiz, CC BY 4.0
work: {type: book, title: 1984, creator: G. Orwell, published: 1949, identifier: 978-0141036144}
articles:
  - leader
  - id: herald.2
    stance: against
    rating: 8.5/10
    note: Their critic changed in May.
    hide: yes
quotations:
  - from: leader
    text: a leap in the dark
    speaker: Ana Ruiz
    role: minister
    via: Qalbar Herald
    original: {text: un salto, language: es}
    translator: Ola Moe
    pin: true
    order: 1
    kind: direct
    note: Said in parliament.
    acknowledge: The wire had it so.
    was: q-old
  - id: abc123
    merge: [def456]
    outlet: NG
    withdrawn: She denied it.
hide: [aaa111, bbb222]
corrections:
  - date: 2026-11-25
    what: It was Tuesday.
    why: A slip.
    kind: factual
    quotation: abc123
related: taxes
silent: Qalbar Herald
was: [budget, the-budget]
""",
    "digests/budget-week/articles/leader.txt": """\
---
outlet: NG
headline: A leap
standfirst: In the dark
byline: Ola Moe
published: 2026-11-22
url: https://northwind.example/leader?a=1&b=2#top
archived: http://archive.example/x
language: nb
translated_from: da
translator: Lea Brandt
via: Qalbar Herald
rating: B+
stance: for
captured: 2026-11-23
publish: full
note: From the printed edition.
---
A leap in the dark.
""",
    "digests/budget-week/articles/a.html": """\
---
outlet: northwind-gazette
headline: Later
---
<p>Later.</p>
""",
    "digests/budget-week/articles/herald.2.md": """\
---
outlet: Qalbar Herald
headline: no
---
A *leap*.
""",
    "digests/taxes/digest.yaml": "title: Taxes\ndate: 2026-11-20\nsummary: auto\n",
    "digests/taxes/review.md": "The *Northwind Gazette* called it “a leap”.\n",
}
"""Path below the content folder → text."""


def write(content: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write `files` below `content`, in the order given, and return it."""
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return content


def every_key(folder: Path) -> Path:
    """Write the site that uses every key, and return its content folder."""
    return write(folder / "content", {**FILES, "digests/budget-week/images/briefcase.png": PNG})
