"""Values that are made or pickled quickly are the same values."""

from __future__ import annotations

import pickle
from dataclasses import FrozenInstanceError, asdict, dataclass, field, replace

import pytest

from generator.model import Outlet, Quotation, Span, Verdict
from generator.quick_state import quickly_made, quickly_pickled, replaced

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


def test_what_is_made_quickly_is_what_its_class_makes() -> None:
    """A value that is made by a plain function is of its class, equal, hashed alike and frozen."""
    fields = {name: getattr(QUOTATION, name) for name in ("id", "kind", "parts", "outlet")}
    fields |= {"language": "en", "verdict": QUOTATION.verdict, "spans": QUOTATION.spans}
    made = quickly_made(Quotation)(**fields)
    assert type(made) is Quotation
    assert made == QUOTATION
    assert (hash(made), repr(made), asdict(made)) == (
        hash(QUOTATION),
        repr(QUOTATION),
        asdict(QUOTATION),
    )
    assert pickle.loads(pickle.dumps(made, 5)) == QUOTATION  # noqa: S301 - our own bytes
    assert replace(made, note="Late.") == replace(QUOTATION, note="Late.")
    with pytest.raises(FrozenInstanceError):
        made.id = "other"  # type: ignore[misc]  # the mistake that is to be refused


def test_what_a_class_asks_for_is_asked_for() -> None:
    """A field that is missing, unknown or given by its place is refused, as by the class."""
    make = quickly_made(Outlet)
    with pytest.raises(TypeError, match="missing 1 required keyword-only argument: 'name'"):
        make(slug="the-beacon")  # type: ignore[call-arg]  # here and below, as it should
    with pytest.raises(TypeError, match="unexpected keyword argument 'heading'"):
        make(slug="the-beacon", name="The Beacon", heading="Harbour")  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="positional"):
        make("the-beacon", "The Beacon")  # type: ignore[call-arg]


def test_a_class_that_is_made_otherwise_is_refused() -> None:
    """Values without slots, of a child, with functions or looked at once made are refused."""

    @dataclass(frozen=True, kw_only=True)
    class Open:
        one: int

    @dataclass(frozen=True, kw_only=True, slots=True)
    class Listed:
        one: list[int] = field(default_factory=list)

    @dataclass(frozen=True, kw_only=True, slots=True)
    class Checked:
        one: int

        def __post_init__(self) -> None:
            """Look at what was made."""

    @dataclass(frozen=True, kw_only=True, slots=True)
    class Child(Checked):
        two: int

    for of in (Open, Listed, Checked, Child):
        with pytest.raises(TypeError, match=f"{of.__name__} is not made of its fields alone"):
            quickly_made(of)
