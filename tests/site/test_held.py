"""Nothing of a digest that is held, and nothing that a digest hides, is in any file of the site."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from generator.edition import edition
from generator.settings import SiteSettings
from tests.conftest import files_of
from tests.digest.mill import NOW
from tests.site.held import (
    HELD,
    HIDDEN_ARTICLE,
    HIDDEN_QUOTATION,
    SHOWN,
    build,
    write_content,
)

RELEASED = dict.fromkeys(HELD, "approved_by: Ann Boss\n")
"""The same digests with nothing to hold them."""


@pytest.fixture(scope="module")
def hide(tmp_path_factory: pytest.TempPathFactory) -> tuple[str, ...]:
    """Return the ids of the published digest's quotations that are to be hidden."""
    content = write_content(tmp_path_factory.mktemp("whole"), {})
    (digest,) = edition(content, SiteSettings(title="T"), now=NOW).digests
    found = tuple(q.id for q in digest.quotations if HIDDEN_QUOTATION in " ".join(q.parts))
    assert found, "the rules find the quotation that is then hidden"
    return found


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, hide: tuple[str, ...]) -> Path:
    """Build a site with three held digests; return its folder, which has content/ and output/."""
    folder = tmp_path_factory.mktemp("held")
    write_content(folder, HELD, hide=hide)
    build(folder)
    return folder


def _holding(files: dict[str, bytes], word: str) -> list[str]:
    """Return the files whose bytes or address have `word`, in small letters or capitals."""
    wanted = word.encode()
    return [f for f, data in files.items() if wanted in data.lower() or word in f.lower()]


@pytest.mark.parametrize("word", [*HELD, HIDDEN_QUOTATION, HIDDEN_ARTICLE])
def test_no_file_has_a_held_or_hidden_word(site: Path, word: str) -> None:
    """No byte of the output tells of a draft, an embargo, a missing approval, or what is hidden."""
    files = files_of(site / "output")
    assert "digests/market-day/index.html" in files
    assert _holding(files, word) == []


def test_no_file_is_a_held_picture(site: Path) -> None:
    """A held digest's pictures go out under no name."""
    pictures = list((site / "content").glob("digests/*/images/*"))
    assert len(pictures) == 2 * len(HELD)
    held = {hashlib.sha256(picture.read_bytes()).digest() for picture in pictures}
    files = files_of(site / "output").values()
    assert not held & {hashlib.sha256(data).digest() for data in files}


def test_the_site_is_the_one_without_them(
    site: Path, tmp_path: Path, hide: tuple[str, ...]
) -> None:
    """Byte for byte: no count, neighbour, date, topic, outlet or sitemap differs either."""
    write_content(tmp_path, {}, hide=hide)
    assert files_of(build(tmp_path)) == files_of(site / "output")


def test_what_was_published_and_is_held_again_vanishes(
    site: Path, tmp_path: Path, hide: tuple[str, ...]
) -> None:
    """Released, every word of it is in the output; held again, the next build takes all away."""
    write_content(tmp_path, RELEASED, hide=hide)
    files = files_of(build(tmp_path))
    for word in HELD:
        assert [part for part in SHOWN if not _holding(files, f"{word}{part}")] == []
        assert f"digests/{word}-affair/images/{word}picture.png" in files
        assert word.encode() in files["feed.atom"]
        assert word.encode() in files["corrections/feed.atom"]
    write_content(tmp_path, HELD, hide=hide)
    assert files_of(build(tmp_path)) == files_of(site / "output")
