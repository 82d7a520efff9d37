"""The theme draws every view, rich or bare, as sound HTML that keeps the markup rules."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.render import FILTERS, TEMPLATES, draw
from generator.views import shapes
from tests.theme.samples import QUOTATIONS, THEME, VIEWS, environment

VOID = frozenset(("meta", "link", "img", "br", "hr", "input", "col", "wbr"))
COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}\b|\b(?:rgb|hsl|lab|lch|oklab|oklch|color)a?\(")


@pytest.fixture(scope="module")
def theme() -> Environment:
    """Return the theme's environment."""
    return environment()


@pytest.fixture(scope="module")
def pages(theme: Environment) -> dict[str, str]:
    """Every sample view, drawn."""
    return {name: draw(theme, view).decode("utf-8") for name, view in VIEWS.items()}


class Reader(HTMLParser):
    """Collects the elements of a page and refuses end tags that close another element."""

    def __init__(self) -> None:
        """Begin before the first element."""
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None], str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the element and its parent."""
        self.elements.append((tag, dict(attrs), self.open[-1] if self.open else ""))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element of SVG that closes itself."""
        self.elements.append((tag, dict(attrs), self.open[-1] if self.open else ""))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element, which must be this one."""
        assert self.open.pop() == tag, f"</{tag}> at {self.getpos()} closes another element"


def read(page: str) -> Reader:
    """Return the elements of `page`."""
    reader = Reader()
    reader.feed(page)
    reader.close()
    assert reader.open == []
    return reader


def test_the_samples_draw_every_template() -> None:
    """Every kind of view stands among the samples, and every template belongs to one."""
    assert {type(view) for view in VIEWS.values()} == set(TEMPLATES)
    files = {path.name for path in (THEME / "templates").glob("*.html")}
    assert {name for name in files if not name.startswith("_")} == {
        *TEMPLATES.values(),
        "base.html",
    }


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_is_well_formed(pages: dict[str, str], name: str) -> None:
    """Elements close in order, ids are unique, fragments and labels lead to an id of the page."""
    elements = read(pages[name]).elements
    ids = [attrs["id"] for _, attrs, _ in elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    for tag, attrs, _ in elements:
        target = attrs.get("href") or ""
        if target.startswith("#") and not target.startswith("#n-"):
            assert target[1:] in ids, f"{tag} leads to {target}"
        assert attrs.get("aria-labelledby", ids[0]) in ids


@pytest.mark.parametrize("name", VIEWS)
def test_every_page_keeps_the_markup_rules(pages: dict[str, str], name: str) -> None:
    """One h1, one main, a skip link; no program or style in the page, no q; images have alt."""
    elements = read(pages[name]).elements
    tags = [tag for tag, _, _ in elements]
    assert tags.count("h1") == 1
    assert tags.count("main") == 1
    assert not {"style", "q"} & set(tags)
    # A data block is no program.
    assert not re.search(r'<script(?! type="application/ld\+json">)[^>]*>[^<]', pages[name])
    assert 'href="#main"' in pages[name]
    for tag, attrs, _ in elements:
        assert "style" not in attrs
        assert tag != "img" or "alt" in attrs
        if tag == "script" and attrs != {"type": "application/ld+json"}:
            assert "defer" in attrs
            assert "theme/js/" in (attrs.get("src") or "")


@pytest.mark.parametrize("name", VIEWS)
def test_headings_never_skip_a_level(pages: dict[str, str], name: str) -> None:
    """A heading is at most one level below the one before it."""
    levels = [
        int(tag[1]) for tag, _, _ in read(pages[name]).elements if re.fullmatch("h[1-6]", tag)
    ]
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_a_quotation_is_a_figure_with_its_words_and_chain(pages: dict[str, str]) -> None:
    """Words print as given, in parts; outlet and headline stand in cite, the speaker does not."""
    figure = pages["digest"].split('id="q-a1"')[1].split("</figure>")[0]
    assert '<blockquote cite="https://ledger.example/2031/03/14/barrier-letters">' in figure
    for part in QUOTATIONS[0].parts:
        assert f'<p class="part">{part}</p>' in figure
    assert "</blockquote>\n<figcaption>" in figure
    cites = re.findall(r"<cite>(.*?)</cite>", figure)
    assert [re.sub("<[^>]+>", "", cite) for cite in cites] == [
        "The Esker Ledger",
        "Barrier chief knew of shortfall, letters show",
    ]
    assert 'href="#n-a1"' in figure
    assert 'href="#q-a1"' in figure


def test_the_chain_is_whole(pages: dict[str, str]) -> None:
    """Country, headline, byline, date, archived copy, speaker, role, and via with its page."""
    chain = pages["digest"].split('id="q-a1"')[1].split("</ol>")[0].split('<ol class="chain">')[1]
    assert re.sub(r"\s+", " ", re.sub("<[^>]+>", "", chain)).strip() == (
        "The Esker Ledger Norland Barrier chief knew of shortfall, letters show Tomas Brandt "
        "14 March 2031 Archived copy: Ilse Varga Ilse Varga chief engineer of the Tidewall "
        "Authority via Norpress"
    )
    assert 'href="https://archive.example/a1">Archived copy<span' in chain
    assert 'via <a href="../../outlets/norpress/index.html">Norpress</a>' in chain


def test_links_say_whose_words_they_lead_to(pages: dict[str, str]) -> None:
    """A name begins with the word that is seen, and goes on with the speaker."""
    figure = pages["digest"].split('id="q-a1"')[1].split("</figure>")[0]
    for word in ("Passage", "Narrative", "Permalink", "Cite", "Archived copy"):
        assert f'>{word}<span class="unseen">: Ilse Varga</span></' in figure, word


def test_words_that_are_not_proven_say_so_at_once(pages: dict[str, str]) -> None:
    """Such a figure has a line before the words; any other has none."""
    for figure in pages["digest"].split('<figure class="quotation')[1:]:
        doubtful = 'class="doubt ' in figure.split("<blockquote")[0]
        unproven = " unproven" in figure.split(">")[0]
        kinds = re.findall(r'<details class="verdict (\w+)"', figure.split("</figure>")[0])
        assert doubtful == unproven == (kinds[:1] in (["elsewhere"], ["absent"], ["unverified"]))


def test_a_correction_says_what_it_is_and_when(pages: dict[str, str]) -> None:
    """In place and on the corrections page alike, with the editors' word for its sort."""
    assert "<b>Correction, <time" in pages["digest"]
    assert '<b>Correction (<span class="sort">' in pages["digest"]
    assert '<b>Correction (<span class="sort">' in pages["corrections"]


def test_a_digest_that_runs_the_other_way_is_mirrored(pages: dict[str, str]) -> None:
    """Its article has its direction, and words in the site's language say theirs."""
    ours = re.search(r'<article class="digest"(.*?)>', pages["digest-rtl"])
    assert ours is not None
    assert 'dir="' in ours[1]


def test_a_chain_of_an_outlet_alone(pages: dict[str, str]) -> None:
    """Where neither article nor speaker is known, the chain has one link and no empty entry."""
    figure = pages["digest"].split('id="q-d1"')[1].split("</figure>")[0]
    chain = figure.split('<ol class="chain">')[1].split("</ol>")[0]
    assert re.findall(r'<li class="(\w+)">', chain) == ["outlet"]


def test_a_citation_can_be_selected_without_scripts(pages: dict[str, str]) -> None:
    """Each form stands in the figure as text; a withdrawn quotation has none."""
    figure = pages["digest"].split('id="q-a1"')[1].split("</figure>")[0]
    assert '<details class="cite">\n<summary>Cite<span' in figure
    assert "<pre><code>“We poured,”\n— Ilse Varga &amp; &lt;others&gt;.</code></pre>" in figure
    assert "cite" not in pages["digest"].split('id="q-d2"')[1].split("</figure>")[0].replace(
        "<cite", ""
    ).replace("</cite", "")


def test_the_filter_waits_for_its_script(pages: dict[str, str]) -> None:
    """Its form is hidden in the page, its choices are there; a figure says where it stands."""
    assert '<fieldset class="filter" hidden>' in pages["digest"]
    assert '<option value="direct">Direct quotation (12)</option>' in pages["digest"]
    assert 'id="q-a1" data-outlet="esker-ledger" data-kind="direct">' in pages["digest"]
    assert "theme/js/filter.js" in pages["digest"]
    assert "<fieldset" not in pages["digest-bare"]
    assert "<script src" not in pages["digest-bare"]


def test_data_files_are_linked_with_their_types(pages: dict[str, str]) -> None:
    """A link to data says what it is, and under which name a file is saved."""
    assert (
        '<a href="../../digests/tidewall/digest.json" type="application/json">JSON</a>'
        in pages["digest"]
    )
    assert 'type="text/csv" download="tidewall.csv">CSV</a>' in pages["digest"]


def test_words_in_another_language_say_so(pages: dict[str, str]) -> None:
    """An Arabic quotation on an English page carries lang and dir, a German one lang alone."""
    assert '<blockquote cite="https://ledger.example/2031/03/14/barrier-letters" lang="ar" dir="rtl">' in pages["digest"]  # fmt: skip  # noqa: E501
    assert '<div class="original" lang="de">' in pages["digest"]
    assert 'hreflang="de"' in pages["digest"]


def test_a_withdrawn_quotation_leaves_a_tombstone(pages: dict[str, str]) -> None:
    """Its figure keeps its address and gives the reason, without words or verdict."""
    figure = pages["digest"].split('id="q-d2"')[1].split("</figure>")[0]
    assert "The minister’s office showed that the letter was forged." in figure
    assert "<blockquote" not in figure
    assert "verdict" not in figure
    assert 'href="#n-d2"' in figure
    assert 'id="n-d2">[withdrawn]</span>' in pages["digest"]


@pytest.mark.parametrize("kind", ["exact", "edited", "elsewhere", "absent", "unverified"])
def test_a_verdict_shows_a_shape_and_a_word(pages: dict[str, str], kind: str) -> None:
    """No verdict rests on its colour: an icon of its own and its label stand in the summary."""
    shown = re.search(rf'<details class="verdict {kind}".*?</summary>', pages["digest"], re.DOTALL)
    assert shown is not None
    assert f'href="#icon-{kind}"' in shown[0]
    assert f'id="icon-{kind}"' in pages["digest"]


def test_what_an_outlet_left_out_is_told_in_words_too(pages: dict[str, str]) -> None:
    """Versions stand in del and ins, each with its sign in words for a screen reader."""
    section = pages["digest"].split('id="u-a1"')[1].split("</section>")[0]
    assert '<p class="compared">We poured the last <del>' in section
    assert '<del><span class="unseen">left out: </span>caisson knowing that the<span' in section
    assert '<ins><span class="unseen">here only: </span>stone and the<span' in section
    assert '<span class="unquoted"><span class="unseen">not quoted: </span>the week' in section
    assert '<del><span class="unseen" lang="en">left out: </span>توقيع' in pages["digest"]
    assert '<a href="#q-b1">Küsten-Kurier</a></cite> and <cite><a href="#q-d1">' in section
    assert 'href="../../theme/css/utterances.css"' in pages["digest"]
    assert "Who carried it" not in pages["digest-bare"]
    assert "utterances.css" not in pages["digest-bare"]


def test_a_figure_leads_to_who_else_carried_its_words(pages: dict[str, str]) -> None:
    """On the digest's own page within it, on an outlet's page to the digest's."""
    text = "Also carried by Küsten-Kurier and three others"
    assert f'<a href="#u-a1">{text}</a>' in pages["digest"]
    link = f'<a href="../../digests/tidewall/index.html#u-a1">{text}</a>'
    assert link in pages["outlet"]


def test_an_article_says_whose_text_it_carries(pages: dict[str, str]) -> None:
    """Below the headline, with a link to that outlet's round-up."""
    line = '84 % of this text comes from <a href="#o-kuesten-kurier">Küsten-Kurier</a>.'
    assert f'<p class="note">{line}</p>' in pages["digest"]


def test_a_paraphrase_has_no_verdict(pages: dict[str, str]) -> None:
    """An indirect passage shows its kind and nothing that judges it."""
    figure = pages["digest"].split('id="q-d1"')[1].split("</figure>")[0]
    assert "Paraphrase" in figure
    assert "verdict" not in figure


def test_text_from_content_is_escaped(theme: Environment) -> None:
    """Markup in an editor's title is shown, not obeyed."""
    view = VIEWS["list"]
    assert isinstance(view, shapes.ListView)
    hostile = shapes.ListView(
        page=view.page,
        heading="<script>alert(1)</script>",
        introduction="",
        links=(),
        cards=(),
        empty="",
        pagination=view.pagination,
    )
    assert "<script" not in draw(theme, hostile).decode("utf-8")


def test_links_of_a_page_climb_to_the_root(pages: dict[str, str]) -> None:
    """A digest two folders down finds its style sheet, 404.html starts from the host's root."""
    assert 'href="../../theme/css/pressreview.css"' in pages["digest"]
    assert 'href="/theme/css/pressreview.css"' in pages["not-found"]


def style_sheets() -> list[Path]:
    """Return the theme's style sheets."""
    return sorted((THEME / "static" / "css").glob("*.css"))


def test_every_colour_is_a_token() -> None:
    """A colour is written once, as the value of a custom property."""
    for sheet in style_sheets():
        for number, line in enumerate(sheet.read_text(encoding="utf-8").splitlines(), start=1):
            if COLOUR.search(line):
                assert line.strip().startswith("--"), f"{sheet.name}:{number}: {line}"


def test_dark_mode_resets_only_tokens() -> None:
    """The dark scheme names custom properties of the root and nothing else."""
    blocks = 0
    for sheet in style_sheets():
        text = sheet.read_text(encoding="utf-8")
        for block in re.findall(r"prefers-color-scheme: dark\) \{(.*?)\n\}", text, re.DOTALL):
            assert re.findall(r"[^\s{}][^{}]*(?=\{)", block) == [":root "]
            blocks += 1
            declared = re.findall(r"^\s+([\w-]+):", block, re.MULTILINE)
            assert declared
            assert all(name.startswith("--") for name in declared)
    assert blocks == 1


def test_the_theme_asks_nothing_of_other_sites() -> None:
    """No style sheet or template loads from another host."""
    for path in (*style_sheets(), *(THEME / "templates").glob("*.html")):
        assert "//" not in path.read_text(encoding="utf-8").replace("http://www.w3.org", "")
    for path in (THEME / "static" / "js").glob("*.js"):
        asked = ("://", "fetch(", "XMLHttpRequest", "import", "innerHTML", "eval")
        # What is fetched so cannot be another site's: the browser refuses it.
        text = path.read_text(encoding="utf-8").replace(
            'fetch(address, { mode: "same-origin" })', ""
        )
        assert not [word for word in asked if word in text], path.name


def test_templates_count_nothing_that_is_published() -> None:
    """How many quotations and outlets there are is the views' to say."""
    for path in (THEME / "templates").glob("*.html"):
        source = path.read_text(encoding="utf-8")
        assert not re.search(r"(?:quotations|roundups)\|length(?! > 1 %)", source), path.name


def test_every_template_block_macro_and_filter_is_documented() -> None:
    """docs/theme.md names each template, block, macro and filter of the theme."""
    reference = (THEME.parents[1] / "docs" / "theme.md").read_text(encoding="utf-8")
    for path in (THEME / "templates").glob("*.html"):
        source = path.read_text(encoding="utf-8")
        names = re.findall(r"\{% block (\w+)", source)
        if path.name in {"_words.html", "_card.html", "_links.html", "_said.html"}:
            names += re.findall(r"\{% macro (\w+)", source)
        assert not [n for n in (path.name, *names) if f"`{n}`" not in reference], path.name
    assert not [name for name in FILTERS if f"\\|{name}`" not in reference]
