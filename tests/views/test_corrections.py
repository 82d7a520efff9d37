"""The record of corrections: on one page, and dated the same everywhere."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from generator.building.facts import facts_of
from generator.feeds import atom_feed, sitemap
from generator.model import Digest
from generator.views.changes import changed
from generator.views.shapes import CorrectionsView, DigestView
from tests.views.press import HERALD, MILL, SETTINGS, digests, the, views

QUOTED = (
    "quotations:\n"
    "- from: herald\n  text: We have waited long enough\n  speaker: Tom Reed\n"
    "- outlet: Quay Post\n  text: a brick of a loaf\n  withdrawn: The Post took it back.\n"
)


def _page(folder: Path, **more: str) -> CorrectionsView:
    """Return the corrections page of digests by slug, each with more keys than its title."""
    return the(CorrectionsView, views(_digests(folder, **more)))


def _digests(folder: Path, **more: str) -> tuple[Digest, ...]:
    files = {}
    for slug, keys in more.items():
        title = MILL.replace("Mill", slug.capitalize())
        files[f"digests/{slug}/digest.yaml"] = title + keys
        files[f"digests/{slug}/articles/herald.md"] = HERALD
    return digests(folder, files)


def _ids(folder: Path) -> dict[str, str]:
    (digest,) = _digests(folder, mill=QUOTED)
    return {q.outlet.name: q.id for q in digest.quotations}


def test_without_corrections_it_says_so(tmp_path: Path) -> None:
    """The page exists from the first digest on."""
    page = _page(tmp_path, mill="")
    assert (page.entries, page.introduction) == ((), "")
    assert page.empty == "No corrections so far."


def test_the_newest_correction_comes_first(tmp_path: Path) -> None:
    """Corrections of all digests stand by date, whichever digest they are of."""
    page = _page(
        tmp_path,
        mill="corrections:\n- {date: 2026-10-05, what: B}\n- {date: 2026-10-09, what: D}\n",
        weir="corrections:\n- {date: 2026-10-07, what: C}\n- {date: 2026-10-02, what: A}\n",
    )
    assert [(e.what, e.digest.text) for e in page.entries] == [
        ("D", "Mill"),
        ("C", "Weir"),
        ("B", "Mill"),
        ("A", "Weir"),
    ]
    assert page.introduction == "4 corrections, the newest first"


def test_a_correction_names_whose_words_it_concerns(tmp_path: Path) -> None:
    """It leads to the quotation and names outlet and speaker, without the words."""
    ident = _ids(tmp_path / "a")["Fen Herald"]
    keys = f"{QUOTED}corrections:\n- {{date: 2026-10-05, what: W, why: Y, quotation: {ident}}}\n"
    entry = _page(tmp_path / "b", mill=keys).entries[0]
    assert (entry.what, entry.why, entry.withdrawn) == ("W", "Y", "")
    assert entry.quotation is not None
    assert entry.quotation.text == "Tom Reed, in Fen Herald"
    assert entry.quotation.address == entry.address == f"digests/mill/#q-{ident}"


@pytest.mark.parametrize(
    ("keys", "date"), [("modified: 2026-10-08\n", "2026-10-08"), ("", None)], ids=["dated", "not"]
)
def test_a_withdrawal_that_no_correction_names_is_on_record(
    tmp_path: Path, keys: str, date: str | None
) -> None:
    """It has the date of the digest's last change, or none, and stands after what is dated."""
    page = _page(tmp_path, mill=keys + QUOTED, weir="corrections: [{date: 2026-10-09, what: W}]\n")
    assert [entry.digest.text for entry in page.entries] == ["Weir", "Mill"]
    entry = page.entries[1]
    assert entry.withdrawn == "The Post took it back."
    assert entry.dated_by_change
    assert (entry.date.iso if entry.date else None) == date


def test_a_withdrawal_is_dated_by_a_later_correction(tmp_path: Path) -> None:
    """The last change of its page is what the page says: here another correction's day."""
    keys = f"modified: 2026-10-03\n{QUOTED}corrections: [{{date: 2026-10-09, what: W}}]\n"
    dates = [entry.date.iso if entry.date else "" for entry in _page(tmp_path, mill=keys).entries]
    assert dates == ["2026-10-09", "2026-10-09"]


def test_a_withdrawal_stands_there_once(tmp_path: Path) -> None:
    """Where a correction names the withdrawn quotation, that one entry is all."""
    ident = _ids(tmp_path / "a")["Quay Post"]
    keys = f"{QUOTED}corrections:\n- {{date: 2026-10-05, what: W, quotation: {ident}}}\n"
    (entry,) = _page(tmp_path / "b", mill=keys).entries
    assert (entry.what, entry.withdrawn) == ("W", "The Post took it back.")
    assert not entry.dated_by_change


def test_no_withdrawn_word_is_on_the_page(tmp_path: Path) -> None:
    """Of a withdrawn quotation the record has the reason and the chain, never the words."""
    assert "brick" not in repr(_page(tmp_path, mill=QUOTED))


def test_many_corrections_make_several_pages(tmp_path: Path) -> None:
    """Page two stands at corrections/page/2/."""
    rows = "".join(f"- {{date: 2026-10-0{n % 9 + 1}, what: W{n}}}\n" for n in range(13))
    every = views(_digests(tmp_path, mill=f"corrections:\n{rows}"))
    pages = [view for view in every if isinstance(view, CorrectionsView)]
    assert [page.page.address for page in pages] == ["corrections/", "corrections/page/2/"]
    assert [len(page.entries) for page in pages] == [12, 1]


@pytest.mark.parametrize(
    ("keys", "updated"),
    [
        ("", None),
        ("modified: 2026-10-08\n", "2026-10-08"),
        ("modified: 2026-10-08T07:30:00+02:00\n", "2026-10-08T07:30:00+02:00"),
        ("corrections: [{date: 2026-10-09, what: W}]\n", "2026-10-09"),
        ("modified: 2026-10-08\ncorrections: [{date: 2026-10-09, what: W}]\n", "2026-10-09"),
        ("modified: 2026-10-10\ncorrections: [{date: 2026-10-09, what: W}]\n", "2026-10-10"),
        ("modified: 2026-09-01\n", None),
    ],
)
def test_page_feed_and_sitemap_give_one_date(
    tmp_path: Path, keys: str, updated: str | None
) -> None:
    """The last change is the latest of `date`, `modified` and the corrections' dates."""
    published = _digests(tmp_path, mill=keys)
    every = views(published)
    page = the(DigestView, every)
    assert (page.modified.iso if page.modified else None) == updated
    feed = ET.fromstring(atom_feed(published, SETTINGS))
    in_feed = feed.findtext("{*}entry/{*}updated") or ""
    (digest,) = published
    in_sitemap = changed(digest).isoformat()
    said = dt.datetime.fromisoformat(updated or "2026-10-01")
    expected = said if said.tzinfo else said.replace(tzinfo=dt.UTC)
    assert dt.datetime.fromisoformat(in_feed) == expected
    assert dt.datetime.fromisoformat(in_sitemap) == expected
    (figure,) = [name for kind, name, _ in facts_of(digest).figures if kind == "changed"]
    places = ET.fromstring(sitemap([("digests/mill/", figure)], SETTINGS))
    assert [mod.text for mod in places.iterfind("{*}url/{*}lastmod")] == [in_sitemap]
