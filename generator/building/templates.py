"""Templates of a theme: what draws which page, by fingerprint, and kept compiled."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple
from weakref import WeakKeyDictionary

from jinja2 import BytecodeCache, Environment, FileSystemBytecodeCache
from jinja2.meta import find_referenced_templates

from generator.building.fingerprints import print_of_bytes
from generator.render import CLIPPING, TEMPLATES
from generator.views.shapes import Clipping


def compiled_templates(folder: Path, frame: bytes) -> BytecodeCache:
    """Return where templates are kept compiled, in `folder`: a third of a second for each build.

    Jinja looks at a template's source only, so each `frame`, the fingerprint of all else that it is
    compiled with, has a folder of its own; those of others are removed.
    """
    place = folder / frame.hex()
    if not place.is_dir():
        shutil.rmtree(folder, ignore_errors=True)
        place.mkdir(parents=True)
    return FileSystemBytecodeCache(str(place))


class _Template(NamedTuple):
    print: bytes
    others: tuple[str | None, ...]
    """What it includes, imports or extends; None for what is known only when it is drawn."""


_read: WeakKeyDictionary[Environment, dict[str, _Template]] = WeakKeyDictionary()
"""An environment compiles each template once (`auto_reload` is off); it is read once too."""

References = dict[bytes, tuple[str | None, ...]]
"""By the fingerprint of a template's source: what it includes, imports or extends."""


def prints_of_templates(
    environment: Environment, base: bytes, references: References
) -> Mapping[str, bytes]:
    """Return the fingerprint of what draws each kind of view, and clippings, by the view's name.

    `base` is that of all that every page is drawn with; it stands under `code` by itself. Templates
    are parsed only if `references` does not know them; what is found is added to it.
    """
    read = _read.setdefault(environment, {})

    def template(name: str) -> _Template:
        if name not in read:
            read[name] = _template(environment, name, references)
        return read[name]

    drawn_by = {view.__name__: (name,) for view, name in TEMPLATES.items()}
    return {
        view: print_of_bytes(
            base, *(part for name in _closure(environment, firsts, template) for part in name)
        )
        for view, firsts in (*drawn_by.items(), (Clipping.__name__, CLIPPING))
    } | {"code": base}


def templates_read(environment: Environment) -> frozenset[str]:
    """Return the names of the templates that `prints_of_templates` read."""
    return frozenset(_read.get(environment, ()))


def _closure(
    environment: Environment, firsts: tuple[str, ...], template: Callable[[str], _Template]
) -> list[tuple[bytes, bytes]]:
    """Return templates and all that they need: names and fingerprints."""
    found: dict[str, bytes] = {}
    waiting = [*firsts]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found[name], others = template(name)
            # A name that is only known when the page is drawn may be that of any template.
            every = environment.list_templates() if None in others else others
            waiting += [other for other in every if other]
    return sorted((name.encode(), print_) for name, print_ in found.items())


def _template(environment: Environment, name: str, references: References) -> _Template:
    assert environment.loader is not None  # noqa: S101 (Pelican always sets one)
    source, file, _ = environment.loader.get_source(environment, name)
    print_ = print_of_bytes(source.encode())
    if print_ not in references:
        references[print_] = tuple(find_referenced_templates(environment.parse(source, name, file)))
    return _Template(print=print_, others=references[print_])
