"""In what order digests follow each other."""

from __future__ import annotations

from pathlib import Path

from generator.views.site import newest_first
from tests.views.press import HERALD, digests


def test_the_later_of_one_day_comes_first(tmp_path: Path) -> None:
    """Order goes by the moment, zones included; only digests of one moment go by slug."""
    dates = {
        "a": "2026-10-01T08:00:00Z",
        "b": "2026-10-01T18:00:00Z",
        "c": "2026-10-01T20:30:00+02:00",
        "d": "2026-10-01T18:30:00Z",
        "e": "2026-10-01",
    }
    files = {}
    for slug, date in dates.items():
        files[f"digests/{slug}/digest.yaml"] = f"title: {slug}\ndate: {date}\n"
        files[f"digests/{slug}/articles/herald.md"] = HERALD
    ordered = newest_first(digests(tmp_path, files))
    assert [digest.slug for digest in ordered] == ["c", "d", "b", "a", "e"]
