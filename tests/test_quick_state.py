"""Values that are pickled quickly are the same values."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, dataclass, replace

import pytest

from generator.model import Outlet, Quotation, Span, Verdict
from generator.quick_state import quickly_pickled, replaced

BEACON = Outlet(slug="the-beacon", name="The Beacon", languages=("en",))
QUOTATION = Quotation(
    id="q",
    kind="direct",
    parts=("“The harbour stays open,”",),
    outlet=BEACON,
    language="en",
    verdict=Verdict(kind="unverified"),
    spans=(Span(3, 28),),
)


def test_what_is_unpickled_is_what_was_pickled() -> None:
    """A value comes back equal, with all that it holds, and still frozen."""
    back = pickle.loads(pickle.dumps(QUOTATION, 5))  # noqa: S301 - our own bytes
    assert back == QUOTATION
    assert repr(back) == repr(QUOTATION)
    with pytest.raises(FrozenInstanceError):
        back.id = "other"


def test_a_value_is_changed_as_dataclasses_would() -> None:
    """`replaced` gives what `dataclasses.replace` gives, and leaves the first value alone."""
    changed = replaced(QUOTATION, id="other", note="From the evening edition.")
    assert changed == replace(QUOTATION, id="other", note="From the evening edition.")
    assert (QUOTATION.id, QUOTATION.note) == ("q", "")


def test_an_unknown_field_is_refused() -> None:
    """A field that the class has not cannot be changed."""
    with pytest.raises(AttributeError):
        replaced(QUOTATION, heading="Harbour")


def test_a_class_that_cannot_be_read_so_is_refused() -> None:
    """A class without slots, or with one field, is refused where it is written."""

    @dataclass(frozen=True)
    class Open:
        one: int
        two: int

    @dataclass(frozen=True, slots=True)
    class Single:
        one: int

    for of in (Open, Single):
        with pytest.raises(TypeError, match="has no slots, or a single one"):
            quickly_pickled(of)
