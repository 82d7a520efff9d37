"""The coverage report of a digest and of a site: what its figures are of, and that they add up."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from generator.model import Outlet
from generator.render import draw
from generator.settings import SiteSettings
from generator.views.frame import site_view
from generator.views.shapes import (
    CoverageTable,
    CoverageView,
    DigestView,
    Link,
    SiteCoverageView,
    View,
)
from generator.views.site_coverage import site_coverage_views
from tests.theme.samples import environment
from tests.views.press import digests, the, views

OUTLETS = """
- {name: Fen Herald, country: XV, domain: fen.example}
- {name: Quay Post, country: XW, domain: quay.example}
- {name: Weir Gazette, country: XW, domain: weir.example}
- {name: Nowhere News, domain: nowhere.example}
- {name: Radio Halm, country: XV, domain: halm.example}
"""
HERALD = """---
outlet: Fen Herald
headline: The mill opens
language: en-GB
---
The old mill opened its doors on Monday after forty years. Nobody objected, Tom Reed said.

“We have waited long enough for bread of our own in this valley,” said Tom Reed, the miller.
"""
QUAY = """---
outlet: Quay Post
headline: Bread, at last
---
The first loaf was frankly a brick and we ate it all. The second was no better, and was sold to a
builder who wanted it for a doorstep.
"""
MILL = "title: Mill\ndate: 2026-10-01\n"


def site(folder: Path, entries: str, *, mill: str = MILL, **more: str) -> tuple[View, ...]:
    """Return the pages of a site with one digest `mill` of two stored articles."""
    home = "digests/mill"
    files = {
        "outlets.yaml": OUTLETS,
        f"{home}/digest.yaml": mill + ("quotations:\n" + entries if entries else ""),
        f"{home}/articles/herald.md": HERALD,
        f"{home}/articles/quay.md": QUAY,
        **more,
    }
    return views(digests(folder, {name: text for name, text in files.items() if text}))


def coverage(folder: Path, entries: str, *, mill: str = MILL, **more: str) -> CoverageView:
    """Return the report of the digest."""
    return the(DigestView, site(folder, entries, mill=mill, **more)).coverage


def rows(table: CoverageTable) -> list[tuple[str, ...]]:
    """Return the rows of a table as they are printed."""
    return [(row.label, *row.figures, row.share, row.note) for row in table.rows]


WAITED = "- {from: herald, text: We have waited long enough for bread}\n"
BRICK = "- {from: quay, text: The first loaf was frankly a brick and we ate it all.}\n"
TOLD = "- {from: quay, text: bread may come, kind: indirect}\n"
TAKEN = "- {from: quay, text: The second was no better, withdrawn: Not so}\n"
UNCHECKED = (
    "- {outlet: Weir Gazette, text: the weir was “mended in the spring” by hand, kind: mixed}\n"
)
NOWHERE = "- {outlet: Nowhere News, text: Bread is bread}\n"


def test_every_outlet_looked_at_is_in_the_denominator(tmp_path: Path) -> None:
    """Quoted, paraphrased, listed and silent outlets; what was found; what is counted apart."""
    entries = WAITED + TAKEN + UNCHECKED + "- {outlet: Nowhere News, text: so, kind: indirect}\n"
    report = coverage(tmp_path, entries, mill=f"{MILL}silent: [Radio Halm]\n")
    outlets, *others = report.sentences
    assert outlets == (
        "2 of the 5 outlets looked at are quoted: 1 is only paraphrased, 1 is listed without a "
        "quotation, 1 said nothing."
    )
    assert others == [
        "11 words stand in quotation marks; 7 of them were found in a stored article.",
        "1 of the 3 quotations is a paraphrase, without verdict or counted word.",
        "1 withdrawn quotation is not counted.",
    ]
    assert rows(report.outlets) == [
        ("Fen Herald", "1", "7", "7", "", ""),
        ("Weir Gazette", "1", "0", "4", "", ""),
        ("Nowhere News", "1", "0", "0", "", "paraphrased"),
        ("Quay Post", "0", "0", "0", "", "listed"),
        ("Radio Halm", "0", "0", "0", "", "silent"),
    ]
    assert rows(report.verdicts) == [("Unverified", "1", "", ""), ("Verbatim", "1", "", "")]
    assert report.paraphrases == 1


def test_shares_are_of_all_quoted_words(tmp_path: Path) -> None:
    """Countries with their outlets, an unknown one among them and last; shares sum to 100."""
    entries = WAITED + BRICK + UNCHECKED + NOWHERE
    report = coverage(tmp_path, entries, mill=f"{MILL}silent: [Radio Halm]\n")
    assert report.sentences[1] == (
        "26 words stand in quotation marks; 19 of them (73 %) were found in a stored article."
    )
    assert rows(report.countries) == [
        ("XW", "2", "2", "16", "62 %", ""),
        ("XV", "2", "1", "7", "27 %", ""),
        ("Country unknown", "1", "1", "3", "11 %", ""),
    ]
    assert report.countries.basis == (
        "Outlets looked at, those quoted, and their quoted words; share of all 26"
    )
    assert rows(report.languages) == [("English", "4", "26", "100 %", "")]


def test_who_kept_silent_is_said_not_to_be_recorded(tmp_path: Path) -> None:
    """Without `silent`, nobody can know how many were looked at; the report says so."""
    assert coverage(tmp_path, WAITED + BRICK).sentences == (
        "All 2 outlets in this digest are quoted.",
        "Whether others were looked at and said nothing is not recorded.",
        "19 words stand in quotation marks, every one found in a stored article.",
    )


@pytest.mark.parametrize(
    ("entries", "sentences"),
    [
        (
            WAITED,
            (
                "The one outlet in this digest is quoted.",
                "Whether others were looked at and said nothing is not recorded.",
                "7 words stand in quotation marks, every one found in a stored article.",
            ),
        ),
        (
            "- {from: herald, text: Not so, withdrawn: Never said}\n",
            (
                "The one outlet in this digest is not quoted: it is listed without a quotation.",
                "Whether others were looked at and said nothing is not recorded.",
                "Nothing is quoted.",
                "1 withdrawn quotation is not counted.",
            ),
        ),
        (
            "- {from: herald, text: bread may come, kind: indirect}\n",
            (
                "The one outlet in this digest is not quoted: it is only paraphrased.",
                "Whether others were looked at and said nothing is not recorded.",
                "No word stands in quotation marks.",
                "All that is told is told in paraphrase, which has no verdict and no counted word.",
            ),
        ),
    ],
)
def test_a_digest_of_one_outlet(tmp_path: Path, entries: str, sentences: tuple[str, ...]) -> None:
    """Quoted, not quoted, all paraphrase: each is said in its own words, without per cent."""
    report = coverage(tmp_path, entries, **{"digests/mill/articles/quay.md": ""})
    assert report.sentences == sentences
    assert not report.countries.percent
    assert [row.figures[0] for row in report.countries.rows] == ["1"]


def test_none_is_quoted(tmp_path: Path) -> None:
    """Several outlets of which none is quoted."""
    report = coverage(tmp_path, TOLD + "- {from: herald, text: it opened, kind: indirect}\n")
    assert report.sentences[0] == (
        "None of the 2 outlets in this digest is quoted: 2 are only paraphrased."
    )
    assert report.outlets.bars == ()
    assert rows(report.languages) == []


def test_a_silent_outlet_leads_to_its_page_where_it_has_one(tmp_path: Path) -> None:
    """An outlet that another digest quotes has a page; one that never said anything has none."""
    other = {
        "digests/weir/digest.yaml": "title: Weir\ndate: 2026-09-01\nsilent: [Quay Post]\n",
        "digests/weir/articles/weir.md": HERALD.replace("Fen Herald", "Weir Gazette"),
    }
    mill = f"{MILL}silent: [Weir Gazette, Radio Halm, Fen Herald]\n"
    page = the(DigestView, site(tmp_path, WAITED, mill=mill, **other))
    assert page.silent == (
        Link(text="Weir Gazette", address="outlets/weir-gazette/"),
        Link(text="Radio Halm", address=""),
    )


def test_the_site_counts_each_outlet_once(tmp_path: Path) -> None:
    """An outlet quoted in one digest and silent in another is quoted, and its silence counted."""
    other = {
        "digests/weir/digest.yaml": (
            "title: Weir\ndate: 2026-09-01\nsilent: [Quay Post, Radio Halm]\n"
            "quotations:\n- {from: weir, text: We have waited long enough for bread}\n"
        ),
        "digests/weir/articles/weir.md": HERALD.replace("Fen Herald", "Weir Gazette"),
    }
    page = the(SiteCoverageView, site(tmp_path, WAITED + BRICK + NOWHERE, **other))
    assert page.coverage is not None
    assert page.coverage.sentences == (
        "4 of the 5 outlets looked at are quoted: 1 said nothing.",
        "1 of the 2 digests records which outlets were looked at and said nothing: 2 times in all.",
        "29 words stand in quotation marks; 26 of them (90 %) were found in a stored article.",
    )
    listed = [
        (g.heading, r.name, r.address, r.digests, r.quotations, r.words, r.silences)
        for g in page.groups
        for r in g.rows
    ]
    assert listed == [
        ("XV", "Fen Herald", "outlets/fen-herald/", "1", "1", "7", "0"),
        ("XV", "Radio Halm", "", "0", "0", "0", "1"),
        ("XW", "Quay Post", "outlets/quay-post/", "1", "1", "12", "1"),
        ("XW", "Weir Gazette", "outlets/weir-gazette/", "1", "1", "7", "0"),
        ("Country unknown", "Nowhere News", "outlets/nowhere-news/", "1", "1", "3", "0"),
    ]


def test_a_site_without_digests_says_so(tmp_path: Path) -> None:
    """The page is there, and says that there is nothing to count."""
    (page,) = (v for v in views(digests(tmp_path, {})) if isinstance(v, SiteCoverageView))
    assert (page.page.address, page.coverage, page.groups) == ("coverage/", None, ())
    assert b"nothing to count" in draw(environment(), page)


def test_a_thousand_outlets_fit_a_page(tmp_path: Path) -> None:
    """With 1,000 outlets in 100 countries no page of the report has 300,000 bytes."""
    (digest,) = digests(
        tmp_path,
        {"digests/mill/digest.yaml": MILL, "digests/mill/articles/herald.md": HERALD},
    )
    outlets = tuple(
        Outlet(
            slug=f"the-advertiser-and-observer-of-town-{number}",
            name=f"The Advertiser and Observer of Town {number}",
            country=f"X{chr(65 + number % 26)}",
        )
        for number in range(1000)
    )
    settings = SiteSettings(title="Test")
    frame = site_view(settings, (), generator="x", feed="")
    crowded = replace(
        digest,
        roundups=tuple(replace(digest.roundups[0], outlet=outlet) for outlet in outlets),
    )
    pages = tuple(site_coverage_views([crowded], site=frame, settings=settings))
    assert [page.page.address for page in pages] == ["coverage/", "coverage/page/2/"]
    assert sum(len(group.rows) for page in pages for group in page.groups) == 1000
    assert all(len(draw(environment(), page)) < 300_000 for page in pages)
