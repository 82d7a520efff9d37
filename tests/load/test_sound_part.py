"""An error in a digest.yaml hides no problem of its quotations: all are told in one run."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.edition import edition, problems_found
from generator.problems import ProblemsFoundError
from tests.digest.mill import SETTINGS, write_site
from tests.views.press import NOW

FAULTY = """standfrist: Bread at last
corrections:
  - {date: 2026-13-40, what: The year, why: A slip}
silent: [Nobody Gazette]
hide: [abcdefghij]
quotations:
  - {from: herald, text: Nobody cheered.}
  - {from: herald, text: Nobody clapped., aknowledge: We heard it.}
  - {outlet: Nobody Gazette, text: Bread.}
  - {from: herold, text: Bread.}
  - {from: herald, txt: Nobody objected., Speaker: Tom Reed, role: miller}
"""


def test_all_problems_are_told_in_one_run(tmp_path: Path) -> None:
    """Words that stand nowhere and ids of nothing are found beside the faults of form."""
    content = write_site(tmp_path, FAULTY)
    found = [(p.line, p.code) for p in problems_found(content, SETTINGS)]
    assert found == [
        (3, "Y008"),
        (5, "Y012"),
        (6, "O001"),
        (7, "Q003"),
        (9, "Q001"),
        (10, "Y008"),
        (11, "O001"),
        (12, "D003"),
        (13, "Y008"),
        (13, "Y008"),
    ]


def test_what_is_only_checked_is_never_published(tmp_path: Path) -> None:
    """The faults that let a digest through to the checks end the build."""
    content = write_site(tmp_path, "standfrist: Bread at last\n")
    with pytest.raises(ProblemsFoundError, match="Y008"):
        edition(content, SETTINGS, now=NOW)


def test_an_entry_with_an_unknown_key_is_not_called_idle(tmp_path: Path) -> None:
    """What `xyzzy` was to say, nobody knows, so nothing beside it is without effect."""
    entry = "{from: herald, text: Nobody objected., role: miller, xyzzy: a}"
    content = write_site(tmp_path, f"quotations:\n  - {entry}\n")
    assert [p.code for p in problems_found(content, SETTINGS)] == ["Y008"]


def test_an_outlet_that_spoke_is_not_silent(tmp_path: Path) -> None:
    """Who is quoted and listed as silent is told of; readers see what it said."""
    told = "'Fen Herald' is listed as `silent`, and this digest quotes it"
    mend = "Take it out of `silent`, or hide what it said"
    found = problems_found(write_site(tmp_path, "silent: [Fen Herald]\n"), SETTINGS)
    assert [str(p) for p in found] == [
        f"content/digests/mill/digest.yaml:3: D021 {told}. {mend}.",
    ]
