"""Check the values of a file against the shape they should have, and note all that is wrong.

pydantic finds the faults; here they are said in an editor's words and given their lines. So that
one run reports everything, mistyped keys are then read as what they probably mean, other faulty
values are taken out and the rest is read: later checks
(articles that do not exist, unknown outlets) see all that is sound. Nothing so read is ever
published, for a single error ends the build.
"""

from __future__ import annotations

from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from generator.load.keys import keys_at, schema_of
from generator.load.words import did_you_mean, nearest, shown
from generator.load.yaml_tree import Tree
from generator.problems import Problem

Shape = TypeVar("Shape", bound=BaseModel)
Place = tuple[int | str, ...]

STAND_INS = ("2000-01-01", "en")
"""Values for required keys that are missing or wrong: fit for words and dates, for languages."""
_ROUNDS = 8
"""A value taken out can bare at most one fault a level; this is more than there are levels."""


def read_shape(tree: Tree, shape: type[Shape], problems: list[Problem]) -> Shape | None:
    """Return the sound part of `tree` as a `shape`, noting what is not sound; None if nothing is.

    Keys without a value count as left out.
    """
    value = _without_empty(tree.value)
    if value is None:
        value = [] if schema_of(shape)["type"] == "array" else {}
    replaced: dict[Place, int] = {}
    for _ in range(_ROUNDS):
        try:
            return shape.model_validate(value)
        except ValidationError as found:
            errors = found.errors(include_url=False)
        meant = {_meant_key(error, shape) for error in errors}
        for error in errors:
            place = error["loc"]
            is_news = place not in replaced and not (error["type"] == "missing" and place in meant)
            if is_news:
                problems.append(_problem(error, tree, shape))
            if not _rename(value, place, _meant_key(error, shape)) and not _take_out(
                value, place, replaced
            ):
                return None
    return None


def _meant_key(error: Any, shape: type[BaseModel]) -> Place:  # noqa: ANN401 - pydantic's ErrorDetails
    """Return the place of the key that an unknown key probably means; () where it means none.

    That key need not be reported as missing too.
    """
    place: Place = error["loc"]
    if error["type"] != "extra_forbidden":
        return ()
    near = nearest(str(place[-1]), keys_at(shape, place[:-1]))
    return (*place[:-1], near) if near else ()


def _without_empty(value: Any) -> Any:  # noqa: ANN401 - a YAML value
    """Return a copy of `value` without the keys that have no value."""
    if isinstance(value, dict):
        return {key: _without_empty(below) for key, below in value.items() if below is not None}
    return [_without_empty(below) for below in value] if isinstance(value, list) else value


def _rename(value: Any, place: Place, meant: Place) -> bool:  # noqa: ANN401 - a YAML value
    """Give the value of a mistyped key to the key it probably means, unless that has one.

    Else what depends on it would look wrong too: an entry whose `txt` is gone has no words.
    """
    holder = value
    for step in place[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            return False
    if not (meant and isinstance(holder, dict)) or meant[-1] in holder or place[-1] not in holder:
        return False
    holder[meant[-1]] = holder.pop(place[-1])
    return True


def _take_out(value: Any, place: Place, replaced: dict[Place, int]) -> bool:  # noqa: ANN401 - a YAML value
    """Remove the innermost key of `place` from `value`, or fill it if it must be there."""
    while place and not isinstance(place[-1], str):
        place = place[:-1]
    holder = value
    for step in place[:-1]:
        try:
            holder = holder[step]
        except (KeyError, IndexError, TypeError):
            # the short form of a mapping: the whole of it goes
            return _take_out(value, place[:-1], replaced)
    if not place or not isinstance(holder, dict):
        return bool(place) and _take_out(value, place[:-1], replaced)
    times = replaced.get(place, 0)
    replaced[place] = times + 1
    if place[-1] in holder and not times:
        del holder[place[-1]]
        return True
    tried = times - 1 if times else 0
    if tried >= len(STAND_INS):
        return False
    holder[place[-1]] = STAND_INS[tried]
    return True


def _problem(error: Any, tree: Tree, shape: type[BaseModel]) -> Problem:  # noqa: ANN401 - pydantic's ErrorDetails
    """Return the problem that a pydantic error means."""
    place: Place = error["loc"]
    code, what, mend = _said(error, tree, shape)
    return Problem(file=tree.file, line=tree.line_of(*place), code=code, what=what, mend=mend)


def _said(error: Any, tree: Tree, shape: type[BaseModel]) -> tuple[str, str, str]:  # noqa: ANN401 - the same
    """Return code, what and mend of a pydantic error."""
    place: Place = error["loc"]
    name, context = name_of(place), error.get("ctx", {})
    if error["type"] == "ours":
        return context["code"], f"{name} {context['what']}", context["mend"]
    if error["type"] == "extra_forbidden":
        known = keys_at(shape, place[:-1])
        mend = did_you_mean(
            str(place[-1]), known, otherwise=f"Delete it; the keys are: {', '.join(known)}."
        )
        return "Y008", f"{shown(str(place[-1]))} is no key here", mend
    if error["type"] == "missing":
        about = keys_at(shape, place[:-1]).get(str(place[-1]), "")
        state = "is empty" if place in tree.lines else "is missing"
        return "Y009", f"{name} {state}", f"Write `{place[-1]}:` and after it {about}."
    meant = "a list" if error["type"] in {"tuple_type", "list_type"} else "a mapping of keys"
    mend = (
        "Begin each entry with '- '." if meant == "a list" else "Write `key: value`, a key a line."
    )
    return "Y010", f"{name} is {_kind(error['input'])}, where {meant} is meant", mend


def name_of(place: Place) -> str:
    """Return how messages call the value at `place`."""
    if not place:
        return "the file"
    if isinstance(place[-1], str):
        return f"`{place[-1]}`"
    keys = [step for step in place if isinstance(step, str)]
    return f"entry {place[-1] + 1} of `{keys[-1]}`" if keys else f"entry {place[-1] + 1}"


def _kind(value: object) -> str:
    """Return what kind of value `value` is."""
    if isinstance(value, dict):
        return "a mapping"
    if isinstance(value, list):
        return "a list"
    return "empty" if value is None else "one value"
