"""Of no stored article more stands in the built site, in any file, than its budget."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path
from urllib.parse import unquote

import pytest

from generator.digest.budget import budget_of
from generator.settings import SiteSettings
from generator.text.words import count_words, word_places
from tests.conftest import CHECKOUT, environment, files_of, settings_text

RUN = 6
"""Words: a run of so many is the article's, not chance."""

SETTINGS = SiteSettings(title="x")

Run = tuple[str, ...]


def _tokens(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold())


def _runs(tokens: list[str]) -> Iterator[tuple[int, Run]]:
    for start in range(len(tokens) - RUN + 1):
        yield start, tuple(tokens[start : start + RUN])


def _copy(path: Path) -> str:
    """Return the visible text of a stored article, without its front matter."""
    return _untagged(path.read_text(encoding="utf-8").split("---", 2)[2])


def _untagged(text: str) -> str:
    return unescape(re.sub(r"<[^>]+>", " ", text))


def _stored(content: Path) -> dict[str, str]:
    """Return the copy of each article that is not published in full, by digest and file name."""
    return {
        f"{path.parts[-3]}/{path.name}": _copy(path)
        for path in sorted((content / "digests").glob("*/articles/*"))
        if "publish: full" not in path.read_text(encoding="utf-8")
    }


def _readings(data: bytes) -> Iterator[str]:
    """Yield what a file says: to a reader; in its attributes; to a program; in its addresses."""
    text = data.decode("utf-8", errors="replace")
    plain = unescape(unescape(text))
    yield _untagged(text)
    if plain != text:
        yield _untagged(plain)
    decoded = re.sub(r"\\u([0-9a-fA-F]{4})", lambda match: chr(int(match[1], 16)), plain)
    yield unquote(decoded).replace("\\n", " ")


def _published(articles: Mapping[str, str], files: Mapping[str, bytes]) -> dict[str, set[int]]:
    """Return the numbers of the words of each article that stand in the files in long runs."""
    words = {name: word_places(copy) for name, copy in articles.items()}
    places: dict[Run, list[tuple[str, range]]] = defaultdict(list)
    for name, copy in articles.items():
        numbered = [
            (token, number)
            for number, (first, end) in enumerate(words[name])
            for token in _tokens(copy[first:end])
        ]
        for start, run in _runs([token for token, _ in numbered]):
            stretch = range(numbered[start][1], numbered[start + RUN - 1][1] + 1)
            places[run].append((name, stretch))
    found: dict[str, set[int]] = {name: set() for name in articles}
    for data in files.values():
        for text in _readings(data):
            for _, run in _runs(_tokens(text)):
                for name, stretch in places.get(run, ()):
                    found[name].update(stretch)
    return found


def _over_budget(articles: Mapping[str, str], files: Mapping[str, bytes]) -> list[str]:
    found = _published(articles, files)
    sizes = {name: count_words(copy) for name, copy in articles.items()}
    return [
        f"{name}: {len(published)} of {sizes[name]} words"
        for name, published in found.items()
        if len(published) > budget_of(sizes[name], SETTINGS)
    ]


def test_no_file_of_the_site_holds_more_than_the_budget(built_site: Path) -> None:
    """In all files together, whatever their kind, each article keeps to its budget."""
    articles, files = _stored(CHECKOUT / "content"), files_of(built_site)
    assert len(articles) > 15
    assert {Path(name).suffix for name in files} >= {".html", ".xml", ".atom", ".css", ".png"}
    assert _over_budget(articles, files) == []
    quoted = [name for name, words in _published(articles, files).items() if words]
    assert len(quoted) > 15, "published quotations are found by this very test"


@pytest.mark.parametrize(
    ("file", "form"),
    [
        ("page.html", "<p>{}</p>"),
        ("page.html", "<p data-context='{}'>x</p>"),
        ("feed.atom", "<summary type='html'>&lt;p&gt;{}&lt;/p&gt;</summary>"),
        ("index.json", '{{"text": {json}}}'),
        ("search.js", "index = [{json}]"),
        ("quotations.csv", "id,text\n1,'{}'"),
        ("robots.txt", "{}"),
        ("links.html", "<a href='https://x.example/#:~:text={address}'>x</a>"),
        ("picture.png", "\x89PNG\ufffd\x00{}\x00"),
    ],
)
def test_a_leak_is_seen_in_any_kind_of_file(file: str, form: str) -> None:
    """An article that stands whole in a file is found, however it is written there."""
    articles = _stored(CHECKOUT / "content")
    name, copy = next(iter(articles.items()))
    one = " ".join(copy.split())
    text = form.format(one, json=json.dumps(one), address="%20".join(one.split()))
    sizes = count_words(copy)
    (message,) = _over_budget({name: copy}, {file: text.encode()})
    assert message == f"{name}: {sizes} of {sizes} words"


HOME = "digests/mill"
QUAY = """---
outlet: Quay Post
headline: Bread, at last
---
The first loaf was a brick and we ate it all. The second loaf was no better. The third had a
queue as far as the bridge, and nobody in it spoke.
"""
DIGEST = """title: Mill
date: 2026-10-01
quotations:
- from: quay
  text: The first loaf was a brick and we ate it all.
"""


def _build(site: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "build", "content", "-o", "output"],
        cwd=site,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )


def test_a_site_over_its_budget_is_not_built(tmp_path: Path) -> None:
    """Q010 stops the build, and the earlier output stays as it was, to the byte."""
    articles = tmp_path / "content" / HOME / "articles"
    articles.mkdir(parents=True)
    (tmp_path / "content/outlets.yaml").write_text("- {name: Quay Post, country: XV}\n")
    (articles / "quay.md").write_text(QUAY, encoding="utf-8")
    (articles.parent / "digest.yaml").write_text(DIGEST, encoding="utf-8")
    settings = tmp_path / "pelicanconf.py"
    settings.write_text(settings_text(), encoding="utf-8")
    done = _build(tmp_path)
    assert done.returncode == 0, done.stderr
    before = files_of(tmp_path / "output")
    assert b"we ate it all" in before[f"{HOME}/index.html"]

    tiny = "PRESSREVIEW |= {'budget_words': 10, 'budget_floor': 1}\n"
    settings.write_text(settings_text() + tiny, encoding="utf-8")
    done = _build(tmp_path)
    assert done.returncode == 1
    assert done.stderr.strip().splitlines()[-1] == (
        "content/digests/mill/digest.yaml:4: Q010 11 of the 32 words of article 'quay' are "
        "published, and its budget is 10. Quote less of it, raise `budget_words` or "
        "`budget_share` in the settings, or say `publish: full` in the article if you may."
    )
    assert files_of(tmp_path / "output") == before
