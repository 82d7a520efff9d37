"""A small site, compared byte for byte with the one that a person read."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

from generator.model import VerdictKind
from tests.conftest import files_of
from tests.golden.rewrite import EXPECTED, golden_site


def test_the_golden_site_is_as_it_was(tmp_path: Path) -> None:
    """Every file is as in tests/golden/expected/; `make golden` rewrites them."""
    built, expected = golden_site(tmp_path), files_of(EXPECTED)
    assert sorted(built) == sorted(expected)
    for name, data in built.items():
        assert data.decode("utf-8") == expected[name].decode("utf-8"), name


def test_the_golden_digest_shows_every_case() -> None:
    """One page: each verdict, a correction, a right-to-left original, a shared utterance."""
    page = (EXPECTED / "digests/kiln-fire/index.html").read_text(encoding="utf-8")
    for verdict in get_args(VerdictKind):
        assert f'class="verdict {verdict}"' in page, verdict
    assert 'class="quotation direct withdrawn"' in page
    assert 'class="correction"' in page
    assert '<div class="original" lang="ar" dir="rtl">' in page
    who_carried_it = page.partition('<h2 id="utterances">')[2].partition("</section>")[0]
    for outlet in ("Fen Herald", "Quay Post", "Vale Gazette"):
        assert outlet in who_carried_it
