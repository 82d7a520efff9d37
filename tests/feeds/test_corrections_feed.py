"""What the corrections' Atom feed promises its subscribers."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from generator.feeds import corrections_feed
from generator.views.changes import changed
from tests.views.press import HERALD, MILL, SETTINGS, digests

ATOM = "{http://www.w3.org/2005/Atom}"

TWO = (
    "corrections:\n"
    "- {date: 2026-10-05, what: The weir is lower., kind: figure}\n"
    "- {date: 2026-10-05, what: 'It is <b>oak</b> & not elm.', why: Misread.}\n"
)
WITHDRAWN = "quotations:\n- {outlet: Quay Post, text: a brick of a loaf, withdrawn: It was cake.}\n"


def _feed(folder: Path, keys: str, slug: str = "mill") -> ET.Element:
    home = f"digests/{slug}"
    files = {f"{home}/digest.yaml": MILL + keys, f"{home}/articles/herald.md": HERALD}
    found = digests(folder, files)
    last = max(map(changed, found))
    return ET.fromstring(corrections_feed(found, SETTINGS, last_change=last))


def _ids(feed: ET.Element) -> list[str | None]:
    return [entry.findtext(f"{ATOM}id") for entry in feed.iter(f"{ATOM}entry")]


START = "tag:pressreview.example,2026:digests/mill/corrections/"


def test_it_is_atom(tmp_path: Path) -> None:
    """Feed and entries have what RFC 4287 asks of them: id, title, updated, author, link."""
    feed = _feed(tmp_path, TWO)
    assert feed.findtext(f"{ATOM}id") == "tag:pressreview.example,2026:corrections/"
    assert feed.findtext(f"{ATOM}updated") == "2026-10-05T00:00:00+00:00"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "Test"
    links = {link.get("rel"): link.get("href") for link in feed.findall(f"{ATOM}link")}
    assert links == {
        "alternate": "https://test.example/corrections/",
        "self": "https://test.example/corrections/feed.atom",
    }
    first, second = feed.iter(f"{ATOM}entry")
    assert first.findtext(f"{ATOM}title") == "Figure: Mill"
    assert second.findtext(f"{ATOM}title") == "Correction: Mill"
    assert (
        second.findtext(f"{ATOM}summary") == "It is &lt;b&gt;oak&lt;/b&gt; &amp; not elm. Misread."
    )
    assert second.findtext(f"{ATOM}updated") == "2026-10-05T00:00:00+00:00"
    link = second.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://test.example/digests/mill/#corrections"


def test_an_id_lasts(tmp_path: Path) -> None:
    """Editing its words, renaming the digest, and corrections of other days leave an id alone."""
    assert _ids(_feed(tmp_path / "a", TWO)) == [
        f"{START}2026-10-05/digest/1",
        f"{START}2026-10-05/digest/2",
    ]
    later = TWO.replace("oak", "ash") + "- {date: 2026-10-06, what: New.}\n"
    renamed = _feed(tmp_path / "b", f"{later}was: mill\n", slug="old-mill")
    assert _ids(renamed) == [
        f"{START}2026-10-06/digest/1",
        f"{START}2026-10-05/digest/1",
        f"{START}2026-10-05/digest/2",
    ]


def test_a_withdrawal_is_an_entry_without_its_words(tmp_path: Path) -> None:
    """What no correction dates was changed when the digest was, and published nobody knows when."""
    feed = _feed(tmp_path, WITHDRAWN)
    (entry,) = feed.iter(f"{ATOM}entry")
    ident = (entry.findtext(f"{ATOM}id") or "").removeprefix(f"{START}withdrawn/q-")
    assert entry.find(f"{ATOM}link").get("href", "").endswith(f"#q-{ident}")  # type: ignore[union-attr]
    assert entry.findtext(f"{ATOM}title") == "Quotation withdrawn: Mill"
    assert entry.findtext(f"{ATOM}summary") == "Quay Post: It was cake."
    assert entry.findtext(f"{ATOM}updated") == "2026-10-01T00:00:00+00:00"
    assert entry.find(f"{ATOM}published") is None
    assert b"brick" not in ET.tostring(feed)


def test_it_is_there_before_the_first_correction(tmp_path: Path) -> None:
    """Who subscribes early gets a feed without entries, dated by the digests, not the clock."""
    feed = _feed(tmp_path, "modified: 2026-10-08\n")
    assert _ids(feed) == []
    assert feed.findtext(f"{ATOM}updated") == "2026-10-08T00:00:00+00:00"
