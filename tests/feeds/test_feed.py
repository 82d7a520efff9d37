"""What the Atom feed promises its subscribers."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

from generator.feeds import atom_feed
from tests.views.press import HERALD, MILL, SETTINGS, digests

ATOM = "{http://www.w3.org/2005/Atom}"


def _entry(folder: Path, slug: str, more: str = "") -> ET.Element:
    home = f"digests/{slug}"
    files = {f"{home}/digest.yaml": MILL + more, f"{home}/articles/herald.md": HERALD}
    feed = ET.fromstring(atom_feed(digests(folder, files), SETTINGS))
    (entry,) = feed.iter(f"{ATOM}entry")
    return entry


def test_an_entry_keeps_its_id_when_its_digest_is_renamed(tmp_path: Path) -> None:
    """The id goes by the first slug, the link by the present one."""
    before = _entry(tmp_path / "before", "mill")
    after = _entry(tmp_path / "after", "old-mill", "was: [mill, the-mill]\n")
    assert after.findtext(f"{ATOM}id") == before.findtext(f"{ATOM}id")
    link = after.find(f"{ATOM}link")
    assert link is not None
    assert link.get("href") == "https://test.example/digests/old-mill/"


def test_words_stay_words_in_a_feed_reader(tmp_path: Path) -> None:
    """A summary that a reader takes for HTML shows its signs and runs nothing."""
    entry = _entry(tmp_path, "mill", "standfirst: 'a < b <script>alert(1)</script>'\n")
    summary = entry.find(f"{ATOM}summary")
    assert summary is not None
    assert summary.get("type") == "html"
    assert summary.text == "a &lt; b &lt;script&gt;alert(1)&lt;/script&gt;"
