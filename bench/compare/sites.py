"""A made site for each tool: where its words lie, how it is built, where its pages appear."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from bench.compare.places import CHECKOUT, NODE, PEERS, hugo

OURS = "pressreview"
HUGO = "hugo"
STATE = (".pressreview", ".output.pressreview")
"""Where a build of ours may keep what it knows, beside the settings; whichever is there."""
ASIDE = "aside"
"""The folder of what is deleted once everything is measured, on the same file system."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Site:
    """One tool's site of made digests."""

    tool: str
    folder: Path
    digests: Path
    """The folder of their sources."""
    build: tuple[str, ...]
    """The command, run in `folder`."""
    serve: tuple[str, ...] = ()
    """The command that serves and rebuilds, with `{port}`; empty: not measured."""
    environment: Mapping[str, str] = field(default_factory=dict)

    @property
    def output(self) -> Path:
        """Return the folder that is built."""
        return self.folder / "output"

    def slugs(self) -> list[str]:
        """Return the digests' addresses by number, which their names end in."""
        names = (path.stem for path in self.digests.iterdir() if path.stem[-1].isdigit())
        return sorted(names, key=lambda name: name.rpartition("-")[2])

    def source(self, slug: str) -> Path:
        """Return the file of a digest's narrative."""
        return self.digests / (f"{slug}/review.md" if self.tool == OURS else f"{slug}.md")

    def page(self, slug: str) -> Path:
        """Return the file of a digest's page."""
        return self.output / "digests" / slug / "index.html"

    def forget_output(self) -> None:
        """Take away what was built."""
        put_aside(self.output)

    def forget_all(self) -> None:
        """Take away what was built and all that builds know."""
        self.forget_output()
        for state in STATE:
            put_aside(self.folder / state)


def put_aside(folder: Path) -> None:
    """Take `folder` away, if it is there, without deleting its files yet (`delete_aside`).

    Where ext4 has no journal, it looks for a minute or more past every file deleted of late before
    it makes a new one: deleting tens of thousands of files just before a build made the system's
    part of the build, ours or a peer's, up to twice as long, and no two runs alike.
    """
    if folder.exists():
        aside = folder.parent.parent / ASIDE
        aside.mkdir(exist_ok=True)
        folder.rename(Path(tempfile.mkdtemp(dir=aside)) / folder.name)


def delete_aside(work: Path) -> None:
    """Delete what was put aside below `work`."""
    for place in (work, work / "sites"):
        shutil.rmtree(place / ASIDE, ignore_errors=True)


DATA_OFF = '\nPRESSREVIEW["data_files"] = False\n'
"""What switches our data files off, at the end of the settings: no peer writes any."""


def write_data_files(site: Site, *, wanted: bool) -> None:
    """Let our builds write the data files beside the pages, or not."""
    settings = site.folder / "pelicanconf.py"
    usual = settings.read_text(encoding="utf-8").removesuffix(DATA_OFF)
    settings.write_text(usual + ("" if wanted else DATA_OFF), encoding="utf-8")


def prepare(tool: str, count: int, work: Path) -> Site:
    """Make the site of `count` narrated digests for `tool` anew, under `work`."""
    folder = work / "sites" / f"{tool}-{count}"
    put_aside(folder)
    folder.parent.mkdir(parents=True, exist_ok=True)
    return TOOLS[tool](folder, count, work)


def _ours(folder: Path, count: int, work: Path) -> Site:
    del work
    _make_digests(folder, count, OURS)
    command = (sys.executable, "-m", "generator")
    site = Site(
        tool=OURS,
        folder=folder,
        digests=folder / "content" / "digests",
        build=(*command, "build"),
        serve=(*command, "serve", "--port", "{port}"),
        environment=_environment(PYTHONPATH=str(CHECKOUT)),
    )
    write_data_files(site, wanted=False)
    return site


def _hugo(folder: Path, count: int, work: Path) -> Site:
    shutil.copytree(PEERS / HUGO, folder)
    _make_digests(folder / "content", count, HUGO)
    program = str(hugo(work))
    return Site(
        tool=HUGO,
        folder=folder,
        digests=folder / "content",
        build=(program, "build", "--quiet", "--noBuildLock", "-d", "output"),
        serve=(program, "server", "--noBuildLock", "--port", "{port}"),
        environment=_environment(HUGO_CACHEDIR=str(folder / "cache")),
    )


def _eleventy(folder: Path, count: int, work: Path) -> Site:
    tool = "eleventy"
    shutil.copytree(PEERS / tool, folder)
    (folder / "node_modules").symlink_to(work / tool / "node_modules")
    _make_digests(folder / "digests", count, tool)
    (folder / "made-digests.11tydata.js").rename(folder / "digests" / "digests.11tydata.js")
    return Site(
        tool=tool,
        folder=folder,
        digests=folder / "digests",
        build=(str(NODE), "node_modules/@11ty/eleventy/cmd.cjs", "--output=output"),
        environment=_environment(),
    )


def _pelican(folder: Path, count: int, work: Path) -> Site:
    tool = "pelican"
    shutil.copytree(PEERS / tool, folder)
    _make_digests(folder / "content", count, tool)
    return Site(
        tool=tool,
        folder=folder,
        digests=folder / "content",
        build=(str(work / "python" / "bin" / "pelican"), "--quiet"),
        environment=_environment(),
    )


TOOLS: dict[str, Callable[[Path, int, Path], Site]] = {
    OURS: _ours,
    HUGO: _hugo,
    "eleventy": _eleventy,
    "pelican": _pelican,
}
"""How each tool's site is made."""


def _make_digests(folder: Path, count: int, tool: str) -> None:
    """Make the digests in a process of their own, so that this one stays small."""
    command = [sys.executable, "-m", "bench.corpus", str(count), str(folder)]
    command += ["--for", tool, "--narrated-only"]
    subprocess.run(command, cwd=CHECKOUT, check=True)  # noqa: S603 - our own command


def _environment(**more: str) -> dict[str, str]:
    """Return what every run sees: nothing that a user's shell would change."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return {**kept, "TZ": "UTC", **more}
