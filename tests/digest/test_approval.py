"""Who must have approved a digest before it appears."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from generator.edition import Edition, edition, problems_found
from generator.settings import SettingsError, site_settings
from tests.conftest import CHECKOUT
from tests.digest.mill import NOW, SETTINGS, write_site

EDITOR = "editors: [Ada Brook]\n"


def _edition(folder: Path, keys: str, *, approvals: int) -> Edition:
    settings = dataclasses.replace(SETTINGS, approvals=approvals)
    return edition(write_site(folder, keys), settings, now=NOW)


@pytest.mark.parametrize(
    ("approvals", "keys", "shown"),
    [
        (0, EDITOR, True),
        (1, EDITOR, False),
        (1, f"{EDITOR}approved_by: Ada Brook\n", True),
        (1, "approved_by: Ida Weir\n", True),
        (1, "approved_by: '...'\n", False),
        (2, f"{EDITOR}approved_by: Ida Weir\n", False),
        (2, f"{EDITOR}approved_by: [Ida Weir, ida weir.]\n", False),
        (2, f"{EDITOR}approved_by: [Ida Weir, Ada Brook]\n", True),
        (2, f"{EDITOR}approved_by: [Ida Weir, Bo Sand]\n", True),
        (2, "author: Ida Weir\neditors: Ada Brook\napproved_by: [Ada Brook, Ida Weir]\n", False),
        (2, "author: IDA WEIR\napproved_by: [Ida Weir, Bo Sand]\n", True),
        (2, "approved_by: [Ida Weir, Bo Sand]\nstatus: review\n", False),
        (2, "approved_by: [Ida Weir, Bo Sand]\nembargo: 2026-11-02T00:00Z\n", False),
    ],
)
def test_a_digest_waits_for_its_approvals(
    tmp_path: Path, approvals: int, keys: str, *, shown: bool
) -> None:
    """Different people count, however they are spelt; of two, one is no editor of the digest."""
    assert bool(_edition(tmp_path, keys, approvals=approvals).digests) == shown


@pytest.mark.parametrize(
    ("approvals", "keys", "message"),
    [
        (1, EDITOR, "1: D020 the digest is held back: approved by 0 of 1."),
        (2, "status: published\n", "3: D020 the digest is held back: approved by 0 of 2."),
        (
            2,
            f"{EDITOR}approved_by: Ida Weir\n",
            "4: D020 the digest is held back: approved by 1 of 2.",
        ),
        (
            2,
            "editors: [Ada Brook, Ida Weir]\napproved_by:\n- Ada Brook\n- Ida Weir\n",
            "4: D020 the digest is held back: only its own editors have approved it.",
        ),
    ],
)
def test_build_and_check_say_what_is_held(
    tmp_path: Path, approvals: int, keys: str, message: str
) -> None:
    """Both warn, with the line of `approved_by`, or of `status`."""
    (warning,) = _edition(tmp_path, keys, approvals=approvals).warnings
    mend = "Name who has released it under `approved_by`, or say `status: review`."
    assert str(warning) == f"content/digests/mill/digest.yaml:{message} {mend}"
    settings = dataclasses.replace(SETTINGS, approvals=approvals)
    assert problems_found(tmp_path / "content", settings) == (warning,)


@pytest.mark.parametrize("keys", ["status: draft\n", "approved_by: [Ida Weir, Bo Sand]\n"])
def test_nobody_is_asked_to_approve_a_draft(tmp_path: Path, keys: str) -> None:
    """What is not to appear yet, or is approved, brings no warning."""
    assert _edition(tmp_path, keys, approvals=2).warnings == ()


def test_what_is_held_stops_no_build(tmp_path: Path) -> None:
    """A misquotation in a digest that lacks approval is a warning, as in a draft."""
    keys = "quotations:\n  - {from: herald, text: Not said by anyone}\n"
    held = _edition(tmp_path, keys, approvals=1)
    assert {(p.code, p.severity) for p in held.warnings} == {
        ("D020", "warning"),
        ("Q001", "warning"),
    }


@pytest.mark.parametrize("value", [3, -1, True, "2", 1.0])
def test_there_are_two_approvals_at_most(value: object) -> None:
    """Any other value of the setting is a problem, named."""
    with pytest.raises(SettingsError) as found:
        site_settings(title="T", url="", language="en", own={"approvals": value})
    assert str(found.value) == f"PRESSREVIEW['approvals'] is {value!r}; give 0, 1 or 2"


def test_the_demonstration_is_approved_by_two() -> None:
    """The public settings, which ask for two approvals, hold back what is a draft and no more."""
    settings = dataclasses.replace(SETTINGS, approvals=2)
    found = problems_found(CHECKOUT / "content", settings)
    assert [problem for problem in found if problem.code == "D020"] == []
    assert '"approvals": 2' in (CHECKOUT / "publishconf.py").read_text(encoding="utf-8")
