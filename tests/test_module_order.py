"""Data flows one way: each module imports only from those above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parent.parent / "generator"

ORDER = """
    quick_state problems model ratings text languages reading outlets quotations alignment
    verification summary readability settings analysis editorial digest neutrality checks citations
    views places clock store asking load render feeds exports edition
    progress memory workers executors cluster building pelican_plugin cli __main__
""".split()  # noqa: SIM905 (a list of words reads better than thirty quoted ones)
"""From the core to the edges; `docs/architecture.md` tells the same story."""

CORE = ORDER[: ORDER.index("views") + 1]

OUTSIDE = {
    *("os", "pathlib", "glob", "shutil", "tempfile", "subprocess"),
    *("socket", "ssl", "http", "urllib.request"),
    *("time", "locale", "pelican", "watchfiles"),
}
"""What the core does without: files, processes, network, clock, locale, Pelican."""


def _imports(source: str, *, package: str) -> set[str]:
    """Return every module that `source`, of a module in `package`, may import.

    Of `from a import b` that is `a` and `a.b`; relative imports are written out.
    """
    names: set[str] = set()
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1]
            base = ".".join([*(above if node.level else []), *filter(None, [node.module])])
            names |= {base, *(f"{base}.{alias.name}" for alias in node.names)}
    return names


def _imports_of(path: Path) -> set[str]:
    package = ".".join(path.relative_to(PACKAGE.parent).parent.parts)
    return _imports(path.read_text(encoding="utf-8"), package=package)


def _outside(names: set[str]) -> set[str]:
    return {n for n in names if any(n == o or n.startswith(f"{o}.") for o in OUTSIDE)}


def _parts(names: set[str]) -> set[str]:
    """Return the parts of the generator that `names` lie in."""
    found = {name.split(".")[1] for name in names if name.startswith("generator.")}
    return found & set(ORDER)


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_each_module_imports_only_from_above() -> None:
    """No module imports one that stands below it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == PACKAGE / "__init__.py":
            continue
        place = ORDER.index(_part(path))
        below = {part for part in _parts(_imports_of(path)) if ORDER.index(part) > place}
        assert not below, f"{path.relative_to(PACKAGE)} imports {below}"


def test_the_core_is_pure() -> None:
    """No module of the core imports files, clock, network, locale or Pelican."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if _part(path) in CORE:
            assert not _outside(_imports_of(path)), path


@pytest.mark.parametrize(
    ("source", "part"),
    [
        ("import generator.cli.build", "cli"),
        ("from generator import cli", "cli"),
        ("from generator.cli import build", "cli"),
        ("from .. import cli", "cli"),
        ("from ..cli.build import run", "cli"),
        ("from . import spans", "text"),
        ("def late():\n    from .spans import cut", "text"),
    ],
)
def test_no_way_of_importing_is_overlooked(source: str, part: str) -> None:
    """The tests above see absolute, relative and late imports of our own modules."""
    assert _parts(_imports(source, package="generator.text")) == {part}


@pytest.mark.parametrize(
    "source",
    [
        "import os.path",
        "from os import path",
        "from urllib import request",
        "import urllib.request",
    ],
)
def test_no_way_out_is_overlooked(source: str) -> None:
    """The tests above see each way of importing what the core does without."""
    assert _outside(_imports(source, package="generator.text"))
    assert not _outside(_imports("from urllib.parse import quote", package="generator.text"))


def test_only_the_plugin_imports_pelican() -> None:
    """`import pelican` stands in one part."""
    users = {
        _part(path)
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == "pelican" for name in _imports_of(path))
    }
    assert users == {"pelican_plugin"}


def test_only_render_makes_markup() -> None:
    """`Markup` is made in `render` alone, and no template says `|safe`."""
    users = {_part(p) for p in PACKAGE.rglob("*.py") if "markupsafe" in _imports_of(p)}
    assert users <= {"render"}
    for template in (PACKAGE.parent / "themes").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "autoescape" not in text, template
