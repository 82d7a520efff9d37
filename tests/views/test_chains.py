"""What a figure shows of its chain, and by what a digest can be filtered."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.views.outlet_pages import outlet_pages, page_of
from generator.views.shapes import DigestView, OutletView, QuotationView, SpeakerView
from tests.views.press import HERALD, MILL, digest_page, digests, entries, the, views

QUAY = """---
outlet: Quay Post
headline: Bread, at last
byline: Nora Lake
published: 2026-09-30
archived: https://archive.example/bread
via: fen HERALD
---
“The first loaf was frankly a brick,” said Tom Reed, the miller. The town council looked away.
"""

SEVEN = """quotations:
- {from: herald, text: We have waited long enough, speaker: Tom Reed}
- {from: herald, text: waited long enough, speaker: Tom Reed}
- {from: herald, text: bread of our own, kind: mixed, speaker: Tom Reed}
- {from: herald, text: Nobody objected, speaker: Nora Lake}
- {from: quay, text: The first loaf was frankly a brick, speaker: Tom Reed}
- {from: quay, text: frankly a brick, via: Quay Post}
- {from: quay, text: The town council looked away, withdrawn: It did not.}
"""


def page(folder: Path, entries: str = SEVEN) -> DigestView:
    """Return the page of a digest with an article of the Herald and one of the Post."""
    return digest_page(folder, {"digest.yaml": MILL + entries, "articles/quay.md": QUAY})


def figures(view: DigestView) -> tuple[QuotationView, ...]:
    """Return all figures of a page."""
    return tuple(q for roundup in view.roundups for q in roundup.quotations)


def test_the_article_has_byline_date_and_archived_copy(tmp_path: Path) -> None:
    """What front matter says of the article stands in the chain; what it does not say is empty."""
    by_outlet = {q.outlet.name: q for q in figures(page(tmp_path))}
    quay, herald = by_outlet["Quay Post"], by_outlet["Fen Herald"]
    assert (quay.byline, quay.archived) == ("Nora Lake", "https://archive.example/bread")
    assert quay.published is not None
    assert quay.published.iso == "2026-09-30"
    assert (herald.byline, herald.archived, herald.published) == ("", "", None)


def test_a_hidden_article_is_said_to_be_stored(tmp_path: Path) -> None:
    """The chain and the verdict tell that the words were checked, and that readers cannot."""
    hidden = "articles:\n- {id: quay, hide: true}\n"
    shown = figures(page(tmp_path, hidden + SEVEN))
    herald, quay = (
        next(q for q in shown if q.outlet.name == name) for name in ("Fen Herald", "Quay Post")
    )
    assert (quay.headline, quay.article_unshown) == ("", True)
    assert quay.verdict is not None
    assert quay.verdict.explanation == (
        "Every quoted word stands so in the stored source. "
        "That article is stored for checking, and not shown on this site."
    )
    assert herald.article_unshown is False
    assert herald.verdict is not None
    assert herald.verdict.explanation == "Every quoted word stands so in the stored source."


def test_a_role_has_the_language_it_is_known_to_have(tmp_path: Path) -> None:
    """Its letters fit the language of the digest, not that of the article."""
    entry = "quotations:\n- {from: quay, text: frankly a brick, role: طحان, speaker: Tom Reed}\n"
    shown = figures(page(tmp_path, f"language: ar\n{entry}"))
    assert ("ar", "rtl") in [(q.role_language, q.role_direction) for q in shown if q.role == "طحان"]


def test_the_comma_that_joins_a_quotation_to_its_sentence_is_left_out(tmp_path: Path) -> None:
    """In the figure of words found in a review; those of the editor stand as written."""
    review = "“We have waited long enough for bread of our own,” the Fen Herald wrote on Monday.\n"
    files = {"digest.yaml": MILL, "review.md": review}
    (figure,) = figures(digest_page(tmp_path / "a", files))
    assert figure.parts == ("We have waited long enough for bread of our own",)
    entry = "quotations:\n- {from: quay, text: 'The first loaf was frankly a brick,'}\n"
    assert ("The first loaf was frankly a brick,",) in [
        q.parts for q in figures(page(tmp_path / "b", entry))
    ]


def test_via_leads_to_the_page_of_its_outlet(tmp_path: Path) -> None:
    """However the name is written, on every page that shows the figure."""
    home = "digests/mill"
    files = {
        f"{home}/digest.yaml": MILL + SEVEN,
        f"{home}/articles/herald.md": HERALD,
        f"{home}/articles/quay.md": QUAY,
    }
    pages = views(digests(tmp_path, files))
    shown = list(figures(the(DigestView, pages)))
    for view in pages:
        if isinstance(view, OutletView | SpeakerView):
            shown += [q for entry in entries(view) for q in entry.quotations]
    links = {q.via_address for q in shown if q.via == "fen HERALD"}
    assert links == {"outlets/fen-herald/"}
    assert {q.via_address for q in shown if not q.via} == {""}


def test_a_name_that_two_outlets_bear_leads_nowhere(tmp_path: Path) -> None:
    """A link is never guessed, nor is there one to an outlet without a page."""
    outlets = (
        "- {name: Fen Herald, country: XV, domain: fen.example, aliases: [The Paper]}\n"
        "- {name: Quay Post, country: XV, domain: quay.example, aliases: [The Paper]}\n"
    )
    home = "digests/mill"
    files = {
        "outlets.yaml": outlets,
        f"{home}/digest.yaml": MILL + SEVEN,
        f"{home}/articles/herald.md": HERALD,
        f"{home}/articles/quay.md": QUAY,
    }
    linked = outlet_pages(digests(tmp_path, files))
    assert page_of("Quay Post", linked) == "outlets/quay-post/"
    assert page_of("the paper", linked) == ""
    assert page_of("Meridian Wire", linked) == ""
    assert page_of("", linked) == ""


def test_filters_count_what_is_published(tmp_path: Path) -> None:
    """Each filter has its choices, the most frequent first; withdrawn quotations do not count."""
    view = page(tmp_path)
    found = {f.name: [(c.value, c.label, c.count) for c in f.choices] for f in view.filters}
    assert found["outlet"] == [("fen-herald", "Fen Herald", 4), ("quay-post", "Quay Post", 2)]
    assert found["speaker"] == [("tom-reed", "Tom Reed", 5), ("nora-lake", "Nora Lake", 1)]
    assert found["kind"] == [("direct", "Direct quotation", 5), ("mixed", "Partly quoted", 1)]
    assert {c.value for f in view.filters if f.name == "via" for c in f.choices} == {
        "fen-herald",
        "quay-post",
    }


def test_no_filter_that_divides_nothing(tmp_path: Path) -> None:
    """What all quotations share is no filter: here country, language and verdict."""
    assert [f.name for f in page(tmp_path).filters] == ["outlet", "speaker", "via", "kind"]


def test_few_quotations_have_no_filter(tmp_path: Path) -> None:
    """Up to five are seen at a glance; figures then carry no data for a filter."""
    five = "".join(SEVEN.splitlines(keepends=True)[:6])
    view = page(tmp_path, five)
    assert view.quotation_count == 5
    assert view.filters == ()
    assert {q.facets for q in figures(view)} == {()}


def test_a_figure_says_where_it_stands(tmp_path: Path) -> None:
    """Its values are those of the filters; of a withdrawn one only the outlet is told."""
    shown = figures(page(tmp_path))
    facets = [{facet.name: facet.value for facet in q.facets} for q in shown]
    assert facets[0] == {"outlet": "fen-herald", "speaker": "tom-reed", "kind": "direct"}
    (withdrawn,) = (f for f, q in zip(facets, shown, strict=True) if q.withdrawn)
    assert withdrawn == {"outlet": "quay-post"}


@pytest.mark.parametrize("label", ["Plain text", "Markdown"])
def test_every_published_quotation_can_be_cited(tmp_path: Path, label: str) -> None:
    """Its words and permalink are in each form; a withdrawn quotation has no citation."""
    for figure in figures(page(tmp_path)):
        forms = {form.label: form.text for form in figure.citation}
        if figure.withdrawn:
            assert forms == {}
        else:
            assert figure.parts[0] in forms[label]
            assert f"https://test.example/digests/mill/#{figure.anchor}" in forms[label]


def test_only_its_own_digest_tells_how_to_cite(tmp_path: Path) -> None:
    """Pages of outlets and speakers lead to the figure instead of repeating its citation."""
    files = {"digests/mill/digest.yaml": MILL, "digests/mill/articles/herald.md": HERALD}
    outlet = the(OutletView, views(digests(tmp_path, files)))
    shown = [q for entry in entries(outlet) for q in entry.quotations]
    assert shown
    assert {q.citation for q in shown} == {()}


def test_a_hidden_article_is_no_link_of_a_chain(tmp_path: Path) -> None:
    """An article that is stored only to check against is named neither in figure nor citation."""
    entries = (
        "articles: [{id: herald, hide: true}]\n"
        "quotations:\n- {from: herald, text: the mill was late, kind: indirect}\n"
    )
    (figure,) = (q for q in figures(page(tmp_path, entries)) if q.outlet.name == "Fen Herald")
    assert (figure.headline, figure.article_url) == ("", "")
    assert not [form for form in figure.citation if "The mill opens" in form.text]
