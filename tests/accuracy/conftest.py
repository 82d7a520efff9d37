"""What the tests of accuracy share: one measurement."""

from __future__ import annotations

from pathlib import Path

import pytest

from accuracy.measuring import Measured, measure


@pytest.fixture(scope="package")
def measured(shared: Path) -> Measured:
    """Measure once for all tests."""
    return measure(shared / "eval")
