"""Every sentence of every summary on the built site leads to what it rests on."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from tests.asking.model_server import saying, serving
from tests.conftest import environment, run_build
from tests.digest.mill import write_site

FALLBACK = "#round-up"
REVIEW = """The mill at Fen is open again, forty years after its wheel stood still.

The Fen Herald was delighted. “We have waited long enough for bread of our own,” the paper wrote.
The Quay Post found that the first loaf was “frankly a brick”. Both the Fen Herald and the Quay Post
report that the second loaf went to a builder. *Nobody* was hurt, and the oven is cold again.
"""


class _Page(HTMLParser):
    """The summary's sentences with their links, and the ids of the page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.sentences: list[tuple[list[str], list[str]]] = []
        self.made_by = ""
        self._inside: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        self.ids |= {value for name, value in attrs if name == "id" and value}
        if tag == "ul" and found.get("class") == "summary":
            self._inside = ["ul"]
        elif self._inside and tag == "li":
            self.sentences.append(([], []))
        elif self._inside and tag == "a":
            self.sentences[-1][1].append(found.get("href") or "")
        elif tag == "p" and found.get("class") == "made-by":
            self._inside = ["made-by"]

    def handle_endtag(self, tag: str) -> None:
        if (
            tag in {"ul", "p"}
            and self._inside
            and self._inside[0] == {"p": "made-by"}.get(tag, tag)
        ):
            self._inside = []

    def handle_data(self, data: str) -> None:
        if self._inside == ["ul"] and self.sentences:
            self.sentences[-1][0].append(data)
        elif self._inside == ["made-by"]:
            self.made_by += data


def _faults(site: Path) -> tuple[list[str], int, int]:
    """Return what is wrong, how many sentences there are, and how many lead to the round-up."""
    faults: list[str] = []
    count = fallbacks = 0
    for path in sorted(site.glob("digests/*/index.html")):
        page = _Page(path.read_text(encoding="utf-8"))
        for words, links in page.sentences:
            count += 1
            where = f"{path.parent.name}: {''.join(words).strip()[:40]}"
            if not links:
                faults.append(f"{where}: no pointer")
            faults += [
                f"{where}: {link}"
                for link in links
                if not link.startswith("#") or link[1:] not in page.ids
            ]
            if FALLBACK in links:
                fallbacks += 1
                if links != [FALLBACK] or not page.made_by.startswith("Written by the editors"):
                    faults.append(f"{where}: sent to the round-up")
    return faults, count, fallbacks


def test_every_summary_sentence_has_its_pointer(built_site: Path) -> None:
    """On every digest page; only an editor's own sentence may lead to the round-up as a whole."""
    faults, count, fallbacks = _faults(built_site)
    assert faults == []
    assert count > 15
    assert 0 < fallbacks < count / 3


def test_every_digest_has_a_summary(built_site: Path) -> None:
    """Also where the editor wrote none."""
    pages = [p.read_text(encoding="utf-8") for p in built_site.glob("digests/*/index.html")]
    assert all('<ul class="summary">' in page for page in pages if "<article" in page)


@pytest.mark.parametrize("summary", ["auto", "{engine: lead}", "{words: 60}", "{sentences: 9}"])
@pytest.mark.parametrize("review", [REVIEW, ""])
def test_every_engine_gives_pointers(tmp_path: Path, summary: str, review: str) -> None:
    """By rule, in sentences or words, with a narrated review or without."""
    files = {"review_md": review} if review else {}
    content = write_site(tmp_path, f"summary: {summary}\n", **files)
    done = run_build(tmp_path / "output", content=content)
    assert done.returncode == 0, done.stderr
    faults, count, _ = _faults(tmp_path / "output")
    assert faults == []
    assert count >= 2


def test_a_models_sentences_have_their_pointers(tmp_path: Path) -> None:
    """To quotations, and to sentences of the narrator, which have an anchor of their own."""
    content = write_site(tmp_path, "summary: {engine: openai}\n", review_md=REVIEW)
    said = saying(
        ("The mill at Fen is open again after forty years.", ["p1"]),
        ("Nobody was hurt, and the oven is cold again.", ["p6"]),
        ("The first loaf was “frankly a brick”.", ["p4"]),
    )
    with serving(said) as server:
        model = {
            "PRESSREVIEW_OPENAI_URL": server.url,
            "PRESSREVIEW_OPENAI_MODEL": "quill-2",
            "PRESSREVIEW_OPENAI_KEY": "sk-secret",
        }
        done = run_build(tmp_path / "output", content=content, env=environment(**model))
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "output/digests/mill/index.html").read_text(encoding="utf-8")
    assert "Written by a language model (quill-2)" in page
    faults, count, _ = _faults(tmp_path / "output")
    assert (faults, count) == ([], 3)
    links = [links for _, links in _Page(page).sentences]
    assert links[:2] == [["#s-1"], ["#s-2"]]
    assert re.fullmatch(r"#q-\w+", links[2][0])
    found = re.findall(r'<span class="summed-up" id="s-2">(.*?)</span>', page)
    assert found == ["Nobody"], "where an element parts the sentence, its first piece has the id"


def test_the_anchor_holds_the_sentence(tmp_path: Path) -> None:
    """A link to the narrator's sentence leads to its words, split at the edges of elements."""
    content = write_site(tmp_path, "summary: {engine: lead, sentences: 9}\n", review_md=REVIEW)
    done = run_build(tmp_path / "output", content=content)
    assert done.returncode == 0, done.stderr
    page = (tmp_path / "output/digests/mill/index.html").read_text(encoding="utf-8")
    pieces = re.findall(r'<span class="summed-up"( id="s-\d")?>(.*?)</span>', page, re.DOTALL)
    told = "".join("".join(words for _, words in pieces).split())
    assert "ThemillatFenisopenagain,fortyyearsafteritswheelstoodstill." in told
    assert "Nobodywashurt,andtheoveniscoldagain." in told
    ids = [identity for identity, _ in pieces if identity]
    assert len(ids) == len(set(ids))
