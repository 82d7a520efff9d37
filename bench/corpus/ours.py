"""Write made digests as a content folder of ours, with its settings."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from bench.corpus.digests import MadeArticle, MadeDigest
from bench.corpus.vocabulary import COUNTRIES, Vocabulary

SITE_NAME = "The Made Press Review"
SITE_URL = "https://review.example"

# Made texts share their turns of phrase, so that in hundreds of digests an article's words stand
# printed all over: no budget bounds them, which for editors' texts it would.
SETTINGS = """\"\"\"Settings of a made site for measuring.\"\"\"

from generator import pelican_plugin

globals().update(pelican_plugin.DEFAULT_SETTINGS)
PLUGINS = [pelican_plugin]
PATH = "content"
OUTPUT_PATH = "output"
SITENAME = {name!r}
SITEURL = {url!r}
DEFAULT_LANG = "en"
PRESSREVIEW = {{
    "country_names": {countries!r},
    "budget_share": 100,
    "budget_words": 1000000,
}}
"""


def write(folder: Path, words: Vocabulary, digests: Iterable[MadeDigest]) -> None:
    """Write the site; `folder` then holds `content/` and `pelicanconf.py`."""
    content = folder / "content"
    content.mkdir(parents=True)
    settings = SETTINGS.format(name=SITE_NAME, url=SITE_URL, countries=COUNTRIES)
    _write(folder / "pelicanconf.py", settings)
    _write(content / "outlets.yaml", _outlets(words))
    people = "".join(f"- name: {p.name}\n  role: {p.role}\n" for p in words.people)
    _write(content / "people.yaml", people)
    _write(content / "topics.yaml", "".join(f"- name: {t.name}\n" for t in words.topics))
    for digest in digests:
        home = content / "digests" / digest.slug
        home.mkdir(parents=True)
        _write(home / "digest.yaml", _editorial(digest))
        if digest.paragraphs:
            _write(home / "review.md", "\n\n".join(digest.paragraphs) + "\n")
        for article in digest.articles:
            (home / "articles").mkdir(exist_ok=True)
            _write(home / "articles" / f"{article.id}.md", _stored(article, digest))


def _outlets(words: Vocabulary) -> str:
    return "".join(
        f"- name: {outlet.name}\n"
        f"  country: {outlet.country}\n"
        f"  languages: [en]\n"
        f"  domain: {outlet.slug}.example\n"
        f"  kind: {outlet.kind}\n"
        for outlet in words.outlets
    )


def _editorial(digest: MadeDigest) -> str:
    lines = [
        f"title: {_quoted(digest.title)}",
        f"date: {digest.date.isoformat()}",
        f"topic: {digest.topic.slug}",
        f"standfirst: {_quoted(digest.standfirst)}",
    ]
    if digest.articles:
        lines.append("quotations:")
    for article in digest.articles:
        for passage in article.passages:
            lines += [f"  - from: {article.id}", f"    text: {_quoted(passage.words)}"]
            lines += [f"    speaker: {passage.person.name}"] if passage.person else []
            lines.append("    pin: true")
    return "\n".join(lines) + "\n"


def _stored(article: MadeArticle, digest: MadeDigest) -> str:
    address = f"https://{article.outlet.slug}.example/{digest.slug}"
    return (
        f"---\noutlet: {article.outlet.name}\nheadline: {_quoted(article.headline)}\n"
        f"published: {digest.date.date().isoformat()}\nurl: {address}\nlanguage: en\n---\n\n"
        f"{article.text}\n"
    )


def _quoted(text: str) -> str:
    """Return `text` as YAML reads it: JSON's strings are YAML's."""
    return json.dumps(text, ensure_ascii=False)


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
