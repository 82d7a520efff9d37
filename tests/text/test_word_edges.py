"""Where a quotation may begin and end without cutting a word or a figure."""

from __future__ import annotations

import pytest

from generator.text.word_edges import is_edge

CUTTING = [
    *("10|:30", "10:|30", "7|–9", "7–|9", "–|7", "1|/2", "1/|2", " .|5", "<|5", "≥|5", "№|5"),
    *("50|+ men", "5|° west", "1|·5", "1·|5", "12'|000", "12|'000", "3|%", "€|3", "-|3"),
    *("A|&B", "A&|B", "and|/or", "and/|or", "a@|b", "www.|press", "No.|5", "U.|S.", "C|++"),
    *("Schüler|:innen", "Schüler*|innen", "ami·|e", "B|− in all", "well|-worn", "well-|worn"),
    *("can|'t", "can'|t go", "we'|ve", "We'|ll go", "wo|rd", "क|ि"),
    *("1| 500 men", "1 |500 men", "12 500| 000", "12 |500 000"),
]
CLEAN = [
    *("l'|heure", "d'|homme", "one|—two", "one—|two", "end.|Next", "ha|...ha", "...|5", "(|one)"),
    *("(one|)", "'|one'", "5|, 6", "5|.", "5|; 6", "north|, south", "lui–|même", "我|们"),
    *("2010| 500", "2010 |500", "5| men", "3 |60", "1 |5000", "one |two", "'|tis so"),
]


def _is_edge(case: str) -> bool:
    before, after = case.split("|")
    return is_edge(before + after, len(before))


@pytest.mark.parametrize("case", CUTTING)
def test_no_word_or_figure_is_cut(case: str) -> None:
    """A sign that holds a word together or gives a figure its sense stays with it."""
    assert not _is_edge(case)


@pytest.mark.parametrize("case", CLEAN)
def test_other_signs_may_be_left_behind(case: str) -> None:
    """Punctuation, also where a space was forgotten, belongs to no word."""
    assert _is_edge(case)
