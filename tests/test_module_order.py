"""Data flows one way: each module imports only from those above it."""

from __future__ import annotations

import ast
from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent / "generator"

ORDER = """
    problems model ratings text languages reading outlets quotations alignment verification
    summary readability settings analysis editorial digest checks views
    places clock store load render feeds edition pelican_plugin cli __main__
""".split()  # noqa: SIM905 (a list of words reads better than thirty quoted ones)
"""From the core to the edges; `docs/architecture.md` tells the same story."""

CORE = ORDER[: ORDER.index("views") + 1]

OUTSIDE = {"os", "pathlib", "socket", "subprocess", "time", "urllib.request", "locale", "pelican"}
"""What the core does without: files, clock, network, locale, Pelican."""


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module)
            if node.module == "generator":
                names |= {f"generator.{alias.name}" for alias in node.names}
    return names


def _part(path: Path) -> str:
    return path.relative_to(PACKAGE).parts[0].removesuffix(".py")


def test_each_module_imports_only_from_above() -> None:
    """No module imports one that stands below it."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if path == PACKAGE / "__init__.py":
            continue
        place = ORDER.index(_part(path))
        for name in _imports(path):
            if name.startswith("generator.") and (part := name.split(".")[1]) in ORDER:
                assert ORDER.index(part) <= place, f"{path.name} imports {name}"


def test_the_core_is_pure() -> None:
    """No module of the core imports files, clock, network, locale or Pelican."""
    for path in sorted(PACKAGE.rglob("*.py")):
        if _part(path) in CORE:
            assert not _imports(path) & OUTSIDE, path


def test_only_the_plugin_imports_pelican() -> None:
    """`import pelican` stands in one module."""
    users = {
        _part(path)
        for path in PACKAGE.rglob("*.py")
        if any(name.split(".")[0] == "pelican" for name in _imports(path))
    }
    assert users == {"pelican_plugin"}


def test_only_render_makes_markup() -> None:
    """`Markup` is made in `render` alone, and no template says `|safe`."""
    users = {_part(p) for p in PACKAGE.rglob("*.py") if "markupsafe" in _imports(p)}
    assert users <= {"render"}
    for template in (PACKAGE.parent / "themes").rglob("*.html"):
        text = template.read_text(encoding="utf-8")
        assert "|safe" not in text.replace(" ", ""), template
        assert "autoescape" not in text, template
