"""No figure falls below its floor unnoticed, and no floor sinks without a reason."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from accuracy.__main__ import main
from accuracy.floors import (
    Floors,
    Lowering,
    fallen,
    lowered,
    raised,
    read_floors,
    write_floors,
)
from accuracy.measuring import TARGETS, Measured
from tests.conftest import CHECKOUT

BEFORE = Floors(margin=1.0, floors={"a": 50.0, "b": 60.0})


@pytest.mark.parametrize("name", TARGETS)
def test_no_figure_is_below_its_floor(name: str, measured: Measured) -> None:
    """`make accuracy` shows the whole table; `--lower REASON` lowers a floor."""
    floor, figures = read_floors().floors[name], measured.figures
    assert figures[name] >= floor, f"{name}: {figures[name]} is below its floor {floor}"


def test_every_figure_has_a_floor() -> None:
    """floors.json names the figures that are measured, and no other."""
    assert list(read_floors().floors) == list(TARGETS)


def test_a_figure_at_its_floor_holds() -> None:
    """Below is below; a figure without a floor has fallen too."""
    assert fallen({"a": 50.0, "b": 59.9, "c": 99.0}, BEFORE) == ("b", "c")


def test_raising_keeps_the_margin_and_never_lowers() -> None:
    """A floor rises to what is reached less the margin, or stays."""
    assert raised(BEFORE, {"a": 58.34, "b": 60.5}).floors == {"a": 57.3, "b": 60.0}


def test_lowering_keeps_the_reason(tmp_path: Path) -> None:
    """Only floors that are missed sink, and the file says when from what and why."""
    after = lowered(BEFORE, {"a": 49.2, "b": 70.0}, reason="the texts were annotated anew")
    assert after.floors == {"a": 49.2, "b": 60.0}
    reason = "the texts were annotated anew"
    assert after.lowered == (Lowering(figure="a", was=50.0, to=49.2, reason=reason),)
    write_floors(after, tmp_path / "floors.json")
    assert read_floors(tmp_path / "floors.json") == after


def test_a_floor_is_not_lowered_without_a_reason(capsys: pytest.CaptureFixture[str]) -> None:
    """An empty reason is none: nothing is measured, nothing written."""
    assert main(["--lower", " "]) == 2
    assert capsys.readouterr().err == "accuracy: --lower needs a reason\n"


def test_absent_texts_are_said_to_be_absent() -> None:
    """Without the annotated texts the program says so and how to name them; it never passes."""
    done = subprocess.run(
        [sys.executable, "-m", "accuracy"],
        cwd=CHECKOUT,
        env={**os.environ, "PRESSREVIEW_SHARED": "nowhere"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "accuracy: no annotated texts: nowhere/eval is no folder. "
        "Set PRESSREVIEW_SHARED to the folder that holds eval/.\n"
    )
