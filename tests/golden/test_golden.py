"""A small site, compared byte for byte with the one that a person read."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import files_of
from tests.golden.rewrite import EXPECTED, golden_site


def test_the_golden_site_is_as_it_was(tmp_path: Path) -> None:
    """Every file is as in tests/golden/expected/; `make golden` rewrites them."""
    built, expected = golden_site(tmp_path), files_of(EXPECTED)
    assert sorted(built) == sorted(expected)
    for name, data in built.items():
        assert data.decode("utf-8") == expected[name].decode("utf-8"), name
