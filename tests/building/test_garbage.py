"""Reading leaves nothing that holds itself: the collector is asked seldom (generator/memory.py)."""

from __future__ import annotations

import gc

from generator.building.reading import Shared, prepare
from generator.building.rows import read_rows
from generator.load import read_lists
from generator.load.files import folder_at
from generator.outlets import builtin_registry
from generator.problems import Problem
from generator.settings import SiteSettings
from tests.conftest import CHECKOUT

CONTENT = CHECKOUT / "content"


def test_a_digest_that_was_read_is_gone_with_its_last_name() -> None:
    """All that reading makes goes when nobody needs it, without a search for cycles."""
    problems: list[Problem] = []
    lists = read_lists(folder_at(CONTENT), builtin_registry(), problems)
    settings = SiteSettings(title="Review", url="https://review.example")
    prepare(Shared(content=CONTENT, site=lists, settings=settings, broken=False))
    names = sorted(path.name for path in (CONTENT / "digests").iterdir())
    read_rows(names)  # what is made once for all digests is made here
    gc.collect()
    gc.disable()
    try:
        assert len(read_rows(names)) == len(names) > 7
        assert gc.collect() == 0
    finally:
        gc.enable()
