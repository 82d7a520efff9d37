"""Let frozen values be pickled and made quickly: a build keeps, sends and shows thousands of them.

`dataclasses` writes such a class a `__getstate__` that looks its fields up anew for every value,
and a `__setstate__` that goes through the lock of a frozen class: together a tenth of what reading
a digest cost. Here the fields are looked up once, and the state is read by C (`attrgetter`) and
put straight into the slots.

To make such a value costs time too: Python packs the arguments into a dictionary and unpacks them
again, and each field goes through the lock. What is made by the dozen for every digest is made by
`quickly_made`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import MISSING, fields
from operator import attrgetter
from typing import Any, TypeVar, cast

Class = TypeVar("Class", bound=type[Any])
Value = TypeVar("Value")


def quickly_pickled(of: Class) -> Class:
    """Return the dataclass `of`, frozen and with slots, with a state that is quick to read.

    Raises `TypeError` for a class of less than two fields, and for one without slots.
    """
    names = [field.name for field in fields(of)]
    if len(names) < 2 or "__slots__" not in of.__dict__:  # noqa: PLR2004 - of one, `attrgetter` gives no tuple
        message = f"{of.__name__} has no slots, or a single one"
        raise TypeError(message)
    state = attrgetter(*names)

    def getstate(self: object) -> tuple[object, ...]:
        found: tuple[object, ...] = state(self)
        return found

    of.__getstate__ = getstate  # type: ignore[assignment]  # as a method it takes the value
    of.__setstate__ = _filler(of, names)
    return of


def _filler(of: type[Any], names: Sequence[str]) -> Callable[[object, Sequence[object]], None]:
    """Return the function that puts values into the slots `names`, as a method of the class `of`.

    Written out slot by slot, as `dataclasses` writes `__init__`: a loop takes twice as long.
    """
    values = ", ".join(f"value{n}" for n in range(len(names)))
    puts = "; ".join(f"put{n}(self, value{n})" for n in range(len(names)))
    scope: dict[str, Any] = {f"put{n}": of.__dict__[name].__set__ for n, name in enumerate(names)}
    exec(f"def setstate(self, values): {values} = values; {puts}", scope)  # noqa: S102 (our own)
    filler: Callable[[object, Sequence[object]], None] = scope["setstate"]
    return filler


def quickly_made(of: Class) -> Class:
    """Return what makes values of the dataclass `of`, frozen and with slots, by keywords.

    It is called as the class is, with the same outcome, for less than half the price: a plain
    function, which fills a value that is not frozen yet. Raises `TypeError` for a class that is
    made in any other way: without slots, from another class, or by a function of its own or of a
    field.
    """
    known = fields(of)
    names = [field.name for field in known]
    plain = of.__bases__ == (object,) and of.__dict__.get("__slots__") == tuple(names)
    by_functions = [each for each in known if each.default_factory is not MISSING or not each.init]
    if not plain or by_functions or hasattr(of, "__post_init__"):
        message = f"{of.__name__} is not made of its fields alone"
        raise TypeError(message)
    # Slots of the same names lie in the same places, so Python lets a value change its class.
    scope: dict[str, Any] = {
        "new": object.__new__,
        "Open": type(of.__name__, (), {"__slots__": tuple(names)}),
        "Class": of,
        **{f"usual_{field.name}": field.default for field in known},
    }
    taken = [n.name if n.default is MISSING else f"{n.name}=usual_{n.name}" for n in known]
    puts = "; ".join(f"self.{name} = {name}" for name in names)
    lines = ("self = new(Open)", puts, "self.__class__ = Class", "return self")
    exec(f"def make(*, {', '.join(taken)}):\n " + "\n ".join(lines), scope)  # noqa: S102 (our own)
    return cast("Class", scope["make"])


def replaced(value: Value, **changes: object) -> Value:
    """Return `value`, of a class that is `quickly_pickled`, with some fields changed.

    As `dataclasses.replace`, at a third of its price for a class of many fields. Raises
    `AttributeError` for a field that it has not.
    """
    new = object.__new__(type(value))
    new.__setstate__(value.__getstate__())  # type: ignore[attr-defined]  # `quickly_pickled` gave it
    for name, changed in changes.items():
        object.__setattr__(new, name, changed)
    return new
