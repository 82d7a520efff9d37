"""Find the outlet that an editor names in front matter or digest.yaml, or say how to name it."""

from __future__ import annotations

import json

from generator.load.words import shown
from generator.model import Outlet
from generator.outlets import Registry
from generator.problems import Problem
from generator.text.slugs import slug


def find_outlet(
    name: str, registry: Registry, *, file: str, line: int, problems: list[Problem]
) -> Outlet | None:
    """Return the outlet that `name` plainly means: a name, alias, native name, domain or slug."""
    outlet = registry.resolve(name) or registry.by_slug(name)
    if outlet is None:
        bearers = registry.named(name)
        code = "O002" if bearers else "O001"
        what, mend = _several(name, bearers) if bearers else _none(name, registry)
        problems.append(Problem(file=file, line=line, code=code, what=what, mend=mend))
    return outlet


def stand_in(name: str) -> Outlet:
    """Return an outlet for a name that was not found, so that checking can go on."""
    return Outlet(slug=slug(name), name=name, registered=False)


def _several(name: str, bearers: tuple[Outlet, ...]) -> tuple[str, str]:
    """Say that several outlets bear the name."""
    choices = ", ".join(f"{outlet.slug} ({outlet.country or '?'})" for outlet in bearers[:5])
    return (
        f"{len(bearers)} outlets are called {shown(name)}",
        f"Write the slug of the one you mean: {choices}.",
    )


def _none(name: str, registry: Registry) -> tuple[str, str]:
    """Say that nobody bears the name, and what to paste into outlets.yaml."""
    near = " or ".join(f"'{known}'" for known in registry.suggest(name)[:2])
    ask = f"Did you mean {near}? If not, add" if near else "Add"
    entry = f"- name: {json.dumps(name, ensure_ascii=False)}"
    return f"no outlet is called {shown(name)}", f"{ask} to outlets.yaml: {entry}."
