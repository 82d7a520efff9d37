"""Fingerprints of the program and of a theme: what a page is drawn with."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from importlib.metadata import version
from typing import NamedTuple

from jinja2 import Environment
from jinja2.meta import find_referenced_templates

from generator.building.fingerprints import print_of_bytes, print_of_files
from generator.places import PACKAGE
from generator.render import CLIPPING, TEMPLATES
from generator.views.shapes import Clipping

LIBRARIES = (
    *("Babel", "Jinja2", "Markdown", "MarkupSafe", "PyYAML", "ahocorasick_rs", "feedgenerator"),
    *("nh3", "pydantic", "pyromark", "rapidfuzz", "textstat", "unidecode"),
)
"""What has a hand in what a page says; a new version of one draws every page anew."""


def print_of_program() -> bytes:
    """Return the fingerprint of this program: its files, its libraries, and Python."""
    files = (p for p in PACKAGE.rglob("*") if p.is_file() and "__pycache__" not in p.parts)
    versions = (f"{name} {version(name)}".encode() for name in LIBRARIES)
    return print_of_bytes(sys.version.encode(), *versions, print_of_files(files, below=PACKAGE))


def prints_of_templates(environment: Environment, base: bytes) -> Mapping[str, bytes]:
    """Return the fingerprint of what draws each kind of view, and clippings, by the view's name.

    `base` is that of all that every page is drawn with; it stands under `code` by itself.
    """
    read: dict[str, _Template] = {}
    drawn_by = {view.__name__: (name,) for view, name in TEMPLATES.items()}
    return {
        view: print_of_bytes(
            base,
            *(part.encode() for name in _closure(environment, templates, read) for part in name),
        )
        for view, templates in (*drawn_by.items(), (Clipping.__name__, CLIPPING))
    } | {"code": base}


class _Template(NamedTuple):
    source: str
    others: tuple[str, ...]
    """What it includes, imports or extends."""


def _closure(
    environment: Environment, templates: tuple[str, ...], read: dict[str, _Template]
) -> list[tuple[str, str]]:
    """Return templates and all that they include, import or extend: names and sources."""
    found: dict[str, str] = {}
    waiting = [*templates]
    while waiting:
        name = waiting.pop()
        if name not in found:
            if name not in read:
                read[name] = _template(environment, name)
            found[name] = read[name].source
            waiting += read[name].others
    return sorted(found.items())


def _template(environment: Environment, name: str) -> _Template:
    assert environment.loader is not None  # noqa: S101 (Pelican always sets one)
    source = environment.loader.get_source(environment, name)[0]
    named = list(find_referenced_templates(environment.parse(source)))
    # A name that is only known when the page is drawn may be that of any template.
    others = environment.list_templates() if None in named else filter(None, named)
    return _Template(source=source, others=tuple(others))
