"""What `make html` makes of the demonstration content."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urlsplit
from xml.etree import ElementTree as ET

import pytest

ATOM = "{http://www.w3.org/2005/Atom}"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


@dataclass
class _Page(HTMLParser):
    """The links and ids of one page."""

    links: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id" and value:
                self.ids.append(value)
            if name in {"href", "src"} and value is not None:
                self.links.append(value)
            if tag == "meta" and name == "content" and value and "url=" in value:
                self.links.append(value.split("url=", 1)[1])


def _pages(site: Path) -> dict[Path, _Page]:
    pages = {}
    for path in sorted(site.rglob("*.html")):
        pages[path] = _Page()
        pages[path].feed(path.read_text(encoding="utf-8"))
    return pages


def _broken(site: Path, pages: dict[Path, _Page]) -> Iterator[str]:
    own = "https://pressreview.example/"
    for path, page in pages.items():
        for link in page.links:
            if link.startswith(own):
                target, fragment = site / link.removeprefix(own), ""
                target = target / "index.html" if target.is_dir() or link == own else target
            elif urlsplit(link).scheme:
                continue
            else:
                parts = urlsplit(link)
                folder = site if parts.path.startswith("/") else path.parent
                target = folder / unquote(parts.path).lstrip("/") if parts.path else path
                fragment = unquote(parts.fragment)
            target = target.resolve()
            if not target.is_file():
                yield f"{path.relative_to(site)}: {link}"
            elif fragment and fragment not in pages[target].ids:
                yield f"{path.relative_to(site)}: {link} (no such id)"


def test_every_kind_of_page_is_there(built_site: Path) -> None:
    """Every kind of page exists, and so do 404.html, the feeds and the sitemap."""
    for name in (
        "index.html",
        "outlets/index.html",
        "speakers/index.html",
        "topics/index.html",
        "archive/index.html",
        "archive/2026/index.html",
        "archive/2026/10/index.html",
        "corrections/index.html",
        "corrections/feed.atom",
        "about/index.html",
        "404.html",
        "feed.atom",
        "sitemap.xml",
        "theme/css/pressreview.css",
    ):
        assert (built_site / name).is_file(), name
    assert len(list(built_site.glob("digests/*/index.html"))) >= 4
    assert len(list(built_site.glob("outlets/*/index.html"))) >= 10
    assert len(list(built_site.glob("speakers/*/index.html"))) >= 10
    assert len(list(built_site.glob("topics/*/index.html"))) >= 3


def test_every_internal_link_resolves(built_site: Path) -> None:
    """Every link and fragment inside the site leads to a file and an id that exist."""
    pages = _pages(built_site)
    assert sum(len(page.links) for page in pages.values()) > 1000
    assert list(_broken(built_site, pages)) == []


def test_ids_are_unique(built_site: Path) -> None:
    """No page has an id twice."""
    for path, page in _pages(built_site).items():
        assert len(page.ids) == len(set(page.ids)), path


def test_no_page_asks_another_host(built_site: Path) -> None:
    """No page loads a picture, style or script from elsewhere; scripts are files of the theme."""
    for path in built_site.rglob("*.html"):
        text = path.read_text(encoding="utf-8")
        scripts = re.findall(r"<script.*?>.*?</script>", text, flags=re.DOTALL)
        for script in scripts:
            assert re.fullmatch(
                r'<script src="(\.\./)*theme/js/\w+\.js" defer></script>|'
                # Data, which no browser runs.
                r'<script type="application/ld\+json">[^<]*</script>',
                script,
            ), path
        assert text.count("<script") == len(scripts), path
        assert 'src="http' not in text, path
        assert "style=" not in text, path
    for path in built_site.rglob("*.css"):
        assert "url(http" not in path.read_text(encoding="utf-8"), path


def test_a_renamed_digest_redirects(built_site: Path) -> None:
    """The old address of a digest leads on to the new one."""
    page = (built_site / "digests/highfold-dam-opens/index.html").read_text(encoding="utf-8")
    assert "../../digests/highfold-gates/index.html" in page
    assert 'http-equiv="refresh"' in page


@pytest.mark.parametrize("word", ["quillwort"])
def test_nothing_held_shows(built_site: Path, word: str) -> None:
    """No file has a word of the draft or of the digest under embargo."""
    for path in built_site.rglob("*"):
        if path.is_file():
            assert word.encode() not in path.read_bytes().lower(), path
            assert word not in path.as_posix()


def test_the_feed_is_atom(built_site: Path) -> None:
    """The feed has whole addresses, and ids that do not depend on where the site is."""
    feed = ET.parse(built_site / "feed.atom").getroot()
    entries = feed.findall(f"{ATOM}entry")
    ids = [entry.findtext(f"{ATOM}id") or "" for entry in entries]
    digests = [path.parent.name for path in built_site.glob("digests/*/index.html")]
    assert len(entries) == len(digests) - 1, "all digests but the redirect"
    assert "tag:pressreview.example,2026:digests/highfold-dam-opens/" in ids
    assert len(set(ids)) == len(ids)
    for entry in entries:
        link = entry.find(f"{ATOM}link")
        assert link is not None
        assert link.attrib["href"].startswith("https://pressreview.example/digests/")
        assert entry.findtext(f"{ATOM}updated")


def test_the_sitemap_names_every_page(built_site: Path) -> None:
    """The sitemap names each page once, but no redirect and not the 404 page."""
    root = ET.parse(built_site / "sitemap.xml").getroot()
    named = [url.findtext(f"{SITEMAP}loc") or "" for url in root]
    pages = {
        "https://pressreview.example/" + path.relative_to(built_site).as_posix()
        for path in built_site.rglob("index.html")
        if "refresh" not in path.read_text(encoding="utf-8")
    }
    assert sorted(f"{name}index.html" for name in named) == sorted(pages)
