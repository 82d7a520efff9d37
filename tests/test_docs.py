"""The documentation names what there is, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from generator.cli import COMMANDS
from generator.settings import OWN_KEYS

CHECKOUT = Path(__file__).resolve().parent.parent
DOCS = sorted([*CHECKOUT.glob("docs/*.md"), CHECKOUT / "README.md", CHECKOUT / "CHANGELOG.md"])


def _text(name: str) -> str:
    return (CHECKOUT / name).read_text(encoding="utf-8")


def test_every_setting_is_documented() -> None:
    """docs/settings.md has a row for each key of PRESSREVIEW and no other."""
    rows = set(re.findall(r"^\| `([a-z_]+)` \|", _text("docs/settings.md"), flags=re.MULTILINE))
    assert rows == OWN_KEYS


def test_every_dependency_has_its_reason() -> None:
    """docs/dependencies.md names every library of requirements.in."""
    named = _text("docs/dependencies.md")
    for line in _text("requirements.in").splitlines():
        library = line.partition("[")[0].strip()
        if library and not library.startswith("#"):
            assert re.search(rf"\b{re.escape(library)}\b", named, re.IGNORECASE), library


def test_requirements_and_package_agree() -> None:
    """What the package needs is installed by name, and is in the lock."""
    needed = re.findall(r'^  "([A-Za-z0-9_-]+)(?:\[.*\])?>=', _text("pyproject.toml"), re.MULTILINE)
    wished = {line.partition("[")[0].casefold() for line in _text("requirements.in").splitlines()}
    lock = _text("requirements.lock")
    assert len(needed) > 8
    for name in needed:
        assert name.casefold() in wished, name
        assert re.search(rf"^{re.escape(name.casefold())}==", lock, re.MULTILINE), name


def test_the_lock_names_no_address() -> None:
    """requirements.lock and package-lock.json hold versions and hashes only."""
    assert "http" not in _text("requirements.lock")
    assert "file:" not in _text("requirements.lock")
    assert '"resolved"' not in _text("package-lock.json")


def test_no_document_holds_an_unmerged_part() -> None:
    """Nothing that git writes where two changes meet is left in a document."""
    for path in DOCS:
        assert not re.search(r"^(<{7}|={7}$|>{7})", path.read_text("utf-8"), re.MULTILINE), (
            path.name
        )


def test_every_link_between_documents_resolves() -> None:
    """Links in README and docs lead to files that exist."""
    for path in DOCS:
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", path.read_text("utf-8")):
            assert (path.parent / target).exists(), f"{path.name}: {target}"


def test_the_readme_names_every_command() -> None:
    """Each command stands in the README or the changelog."""
    text = _text("README.md") + _text("CHANGELOG.md")
    for command in COMMANDS:
        assert re.search(rf"\b{command}\b", text), command


def test_every_make_target_is_explained() -> None:
    """`make help` says of each target what it does."""
    makefile = _text("Makefile")
    targets = set(re.search(r"\.PHONY: (.*)", makefile)[1].split())  # type: ignore[index] # it is there
    assert targets == set(re.findall(r"^([a-z]+):.*## .", makefile, flags=re.MULTILINE))
