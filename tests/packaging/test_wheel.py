"""The installed package is whole: theme, data and schemas come with it."""

from __future__ import annotations

import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from generator.places import folder_of
from tests.conftest import CHECKOUT, environment, files_of

SOURCES = ("pyproject.toml", "setup.py", "MANIFEST.in", "README.md", "LICENSE")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build the wheel from a copy of the checkout, without network, and return it."""
    folder = tmp_path_factory.mktemp("wheel")
    source = folder / "source"
    source.mkdir()
    for name in SOURCES:
        shutil.copyfile(CHECKOUT / name, source / name)
    for name in ("generator", "themes"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(CHECKOUT / name, source / name, ignore=ignored)
    _pip("wheel", str(source), "--wheel-dir", str(folder))
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Install the wheel into a folder of its own, beside the libraries of this environment."""
    folder = tmp_path_factory.mktemp("installed")
    _pip("install", str(wheel), "--target", str(folder))
    return folder


def _pip(*arguments: str) -> None:
    options = ["--no-deps", "--no-index", "--disable-pip-version-check"]
    options += ["--no-build-isolation"]
    done = subprocess.run(
        [sys.executable, "-m", "pip", *arguments, *options],
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def _run(installed: Path, site: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=site,
        env=environment(PYTHONPATH=str(installed)),
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_wheel_has_every_file_of_package_and_theme(wheel: Path) -> None:
    """Whatever stands in generator/ and themes/ of the checkout is in the wheel, and no more."""
    ours = {f"generator/{name}" for name in files_of(CHECKOUT / "generator")}
    ours |= {f"generator/themes/{name}" for name in files_of(CHECKOUT / "themes")}
    with zipfile.ZipFile(wheel) as archive:
        there = {name for name in archive.namelist() if ".dist-info/" not in name}
    assert there == {name for name in ours if "__pycache__" not in name}


@pytest.mark.parametrize("part", ["theme", "schema"])
def test_one_function_finds_theme_and_schemas(part: str, installed: Path, tmp_path: Path) -> None:
    """`folder_of` finds the same files in a checkout and in the installed package."""
    program = f"from generator.places import folder_of; print(folder_of({part!r}))"
    done = _run(installed, tmp_path, "-c", program)
    found = Path(done.stdout.strip())
    assert found.is_relative_to(installed)
    checkout = folder_of(part)  # type: ignore[arg-type] # one of the two
    assert checkout.is_relative_to(CHECKOUT)
    assert files_of(found) == files_of(checkout)


def test_the_installed_package_builds_a_site(installed: Path, tmp_path: Path) -> None:
    """In an empty folder: a settings file, `new`, `build`, and there is a site with its theme."""
    shutil.copyfile(CHECKOUT / "pelicanconf.py", tmp_path / "pelicanconf.py")
    (tmp_path / "mine.txt").write_text("It rained, Reuters reports.\n", encoding="utf-8")
    for command in (["new", "Rain", "--narrated", "mine.txt"], ["check"], ["build"]):
        done = _run(installed, tmp_path, "-m", "generator", *command)
        assert done.returncode == 0, done.stdout + done.stderr
    page = (tmp_path / "output/digests/rain/index.html").read_text(encoding="utf-8")
    assert "It rained" in page
    assert (tmp_path / "output/theme/css/pressreview.css").is_file()
    schema = tmp_path / "schema/digest.json"
    assert schema.read_bytes() == (CHECKOUT / "generator/schema/digest.json").read_bytes()
