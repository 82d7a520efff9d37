"""Weights are never chosen on the texts they are reported on."""

from __future__ import annotations

import pytest

from accuracy.held_out import GRID, held_out, interval
from accuracy.measuring import Measured
from accuracy.rouge import Document, Outcome, outcome
from accuracy.summaries import SETS
from generator.reading import read
from generator.summary.extractive import TUNING, Tuning

LUCKY, STEADY = Tuning(position=1.0), Tuning(position=2.0)


def test_the_weights_shipped_are_in_the_middle_of_the_grid() -> None:
    """So that the held-out figure tells what a choice like ours is worth."""
    assert GRID[len(GRID) // 2] == TUNING


def test_a_document_has_no_say_in_its_own_weights() -> None:
    """What wins by one document's luck is not chosen for that document."""
    lucky = Outcome(((100.0, 0.0, 0.0), *((10.0, 0.0, 0.0),) * 9))
    steady = Outcome(((11.0, 0.0, 0.0),) * 10)
    scores = held_out({"set": {LUCKY: lucky, STEADY: steady}})["set"].scores
    assert scores[0][0] == pytest.approx(11.0)
    assert sum(row[0] for row in scores[1:]) == pytest.approx(
        8 * 10.0 + 11.0
    )  # one shares its fold


def test_the_interval_holds_the_mean_and_shrinks_with_agreement() -> None:
    """Drawn anew from the documents, the same on every machine."""
    wide, narrow = interval([-9.0, 0.0, 1.0, 12.0]), interval([0.9, 1.0, 1.0, 1.1])
    assert wide[0] < 1.0 < wide[1]
    assert wide[1] - wide[0] > 10 * (narrow[1] - narrow[0])
    assert interval([2.0] * 5) == (2.0, 2.0)


def test_a_summary_that_is_the_reference_scores_full_marks() -> None:
    """And one that shares no word scores nothing."""
    document = Document(reading=read("The ferry sails."), references=("The ferry sails.",))
    assert outcome([document], lambda _: ["The ferry sails."]).mean() == pytest.approx(100)
    assert outcome([document], lambda _: ["Nobody came."]).mean() == 0.0


@pytest.mark.parametrize("name", [chosen.name for chosen in SETS])
def test_our_scores_are_the_scorers(name: str, measured: Measured) -> None:
    """Scored here, the first sentences come to what the scorer beside the texts says of them."""
    result = measured.summaries[name]
    ours = result.held_out["rouge1"] - result.gain
    assert ours == pytest.approx(result.lead["rouge1"], abs=0.006)
