"""Digests can be read beyond this machine, and nothing is lost or other for it."""

from __future__ import annotations

import multiprocessing
import os
import shutil
import signal
import socket
import subprocess
import time
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from generator.building.abroad import Office
from generator.building.gathering import gather
from generator.building.parcels import parcel_of
from generator.building.program import print_of_program
from generator.executors import workplace
from generator.settings import SiteSettings
from generator.store.state import state_at, unpacked
from tests.building.clusters import local_cluster
from tests.building.made_sites import at, built, command, made_site
from tests.conftest import CHECKOUT, files_of

MANY = 200
"""Digests: some seconds of work for two workers, in the middle of which one may die."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a site, and build it in one process."""
    made = made_site(tmp_path_factory.mktemp("made") / "site", digests=MANY)
    done = built(made, "here", output="output-here")
    assert done.returncode == 0, done.stderr
    return made


def _begun(site: Path, place: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        command("build", "-o", "output"),
        cwd=_forgetful(site),
        env=at(place),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _forgetful(site: Path) -> Path:
    """Return `site` without what an earlier build published and remembers."""
    for name in ("output", ".output.pressreview"):
        shutil.rmtree(site / name, ignore_errors=True)
    return site


def test_a_cluster_builds_the_same(tmp_path: Path) -> None:
    """Two workers without the content, one with threads, make what one process here makes.

    Among the digests are pictures, problems that are warnings, and folders that cannot be sent.
    """
    site = tmp_path / "site"
    shutil.copytree(CHECKOUT / "content", site / "content")
    shutil.copyfile(CHECKOUT / "pelicanconf.py", site / "pelicanconf.py")
    text = site / "words.md"
    text.write_text("The ferry stays, Harbour Lamp reports.\n", encoding="utf-8")
    for name in ("linked", "strays"):
        folder = site / "content" / "digests" / name
        folder.mkdir()
        (folder / "digest.yaml").write_text("title: More\ndate: 2026-10-01\n", encoding="utf-8")
        (folder / "review.md").write_text(f"“It will do,” {name} Reuters writes.\n", "utf-8")
    (site / "content" / "digests" / "linked" / "images").symlink_to(site / "content" / "images")
    (site / "content" / "digests" / "strays" / "reveiw.md").write_text("A slip.\n", "utf-8")
    here = built(site, "here", output="output-here")
    assert here.returncode == 0, here.stderr
    assert "strays/reveiw.md:1: F006 nothing reads this file" in here.stderr
    with local_cluster(tmp_path / "cluster", workers=1) as cluster:
        cluster.add_worker(threads=2)
        there = built(site, cluster.place, output="output-there")
    assert (there.returncode, there.stderr) == (0, here.stderr)
    assert files_of(site / "output-there") == files_of(site / "output-here")


def test_a_worker_killed_in_the_middle_loses_nothing(site: Path, tmp_path: Path) -> None:
    """What a dead worker had is done again by the other one, to the same end."""
    with local_cluster(tmp_path / "cluster") as cluster:
        running = _begun(site, cluster.place)
        cluster.wait_until_busy(0)
        cluster.workers[0].send_signal(signal.SIGKILL)
        out, told = running.communicate(timeout=120)
        assert running.returncode == 0, told
    assert told == ""
    assert out.endswith("files published in output/\n")
    assert files_of(site / "output") == files_of(site / "output-here")


def test_a_scheduler_that_goes_ends_the_build(site: Path, tmp_path: Path) -> None:
    """A scheduler killed in the middle is a problem, said soon, and nothing is published."""
    with local_cluster(tmp_path / "cluster") as cluster:
        running = _begun(site, cluster.place)
        cluster.wait_until_busy(0)
        cluster.scheduler.kill()
        start = time.monotonic()
        out, told = running.communicate(timeout=120)
    assert time.monotonic() - start < 40
    assert (running.returncode, out) == (1, "")
    assert told == (
        f"environment:1: B007 the scheduler {cluster.place} was reached, and is gone. "
        "Look after it, or unset PRESSREVIEW_EXECUTOR to build on this machine.\n"
    )
    assert not (site / "output").exists()


def test_ctrl_c_leaves_the_cluster_at_once(site: Path, tmp_path: Path) -> None:
    """Ctrl-C ends a build that waits for a cluster, in silence with status 130."""
    with local_cluster(tmp_path / "cluster") as cluster:
        running = _begun(site, cluster.place)
        cluster.wait_until_busy(0)
        start = time.monotonic()
        running.send_signal(signal.SIGINT)
        assert running.communicate(timeout=60) == ("", "")
        assert time.monotonic() - start < 10
    assert running.returncode == 130


def test_a_cluster_without_workers_is_a_problem(site: Path, tmp_path: Path) -> None:
    """A scheduler that nobody works for is given up after a while."""
    with local_cluster(tmp_path / "cluster", workers=0) as cluster:
        done = built(_forgetful(site), cluster.place)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        f"environment:1: B007 the scheduler {cluster.place} is there, but no worker has joined it. "
        "Look after it, or unset PRESSREVIEW_EXECUTOR to build on this machine.\n"
    )


def test_a_worker_of_another_version_is_a_problem(site: Path, tmp_path: Path) -> None:
    """A worker whose program differs by a letter, or that has none of ours, is refused."""
    other = tmp_path / "other"
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(CHECKOUT / "generator", other / "generator", ignore=ignored)
    with (other / "generator" / "languages" / "README.md").open("a", encoding="utf-8") as file:
        file.write("A word more.\n")
    empty = tmp_path / "empty"
    (empty / "generator").mkdir(parents=True)
    # An editable installation would lend an empty package its modules.
    nothing = "raise ImportError('no Pressreview here')\n"
    (empty / "generator" / "__init__.py").write_text(nothing, encoding="utf-8")
    whose = {other: f"on {socket.gethostname()}", empty: "of the cluster"}
    for number, (program, name) in enumerate(whose.items()):
        with local_cluster(tmp_path / f"cluster-{number}", workers=0) as cluster:
            cluster.add_worker(program=program)
            done = built(_forgetful(site), cluster.place)
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr == (
            f"environment:1: B007 a worker {name} has another Pressreview, other libraries, or "
            "another Python. Install there what this machine has (requirements.lock), and start "
            "the worker again.\n"
        )


@pytest.mark.parametrize("kind", ["threads", "processes"])
def test_any_executor_reads_digests(kind: str, tmp_path: Path) -> None:
    """What an executor of `concurrent.futures` reads is what this process reads."""
    content = CHECKOUT / "content"
    spawn = multiprocessing.get_context("spawn")
    pool: Executor = ThreadPoolExecutor(2) if kind == "threads" else ProcessPoolExecutor(2, spawn)
    with pool:
        abroad = _read(content, tmp_path / "abroad.db", Office(pool=pool, workers=2))
    here = _read(content, tmp_path / "here.db", workplace("here"))
    assert len(here) == len(list((content / "digests").iterdir()))
    assert abroad == here


def _read(content: Path, file: Path, place: Any) -> list[tuple[Any, ...]]:  # noqa: ANN401
    """Return what the state holds of all digests, read at `place`."""
    settings = SiteSettings(title="Test")
    columns = "made, problems, links, uses, sought, articles, wanted, terms, facts, card, pictures"
    with state_at(file) as state:
        gather(state, content, settings, code=print_of_program(), place=place)
        kept = "digest JOIN matter USING (slug)"
        query = f"SELECT slug, content, moment, {columns} FROM {kept} ORDER BY slug"  # noqa: S608
        return [
            (*row[:3], *(value and unpacked(value) for value in row[3:]))
            for row in state.rows(query)
        ]


def _digest(folder: Path) -> Path:
    (folder / "articles").mkdir(parents=True)
    (folder / "digest.yaml").write_text("title: T\n", encoding="utf-8")
    (folder / "articles" / "a.md").write_text("Words.", encoding="utf-8")
    return folder


def test_a_parcel_holds_a_folder(tmp_path: Path) -> None:
    """Folders and files are packed by their paths, a picture with its first bytes alone."""
    place = _digest(tmp_path / "ferry")
    (place / "images").mkdir()
    (place / "images" / "quay.png").write_bytes(bytes(3_000_000))
    parcel = parcel_of(place)
    assert parcel is not None
    assert (parcel.slug, parcel.folders) == ("ferry", ("articles", "images"))
    assert [(name, len(data)) for name, data in parcel.files] == [
        ("articles/a.md", 6),
        ("digest.yaml", 9),
        ("images/quay.png", 1_000_000),
    ]


def test_what_would_be_other_elsewhere_is_not_packed(tmp_path: Path) -> None:
    """Links, names that not every system has or tells apart, and huge folders stay here."""
    linked, named, twice, huge, piped = (
        _digest(tmp_path / name) for name in ("linked", "named", "twice", "huge", "piped")
    )
    (linked / "review.md").symlink_to(linked / "articles" / "a.md")
    (named / "what?.txt").touch()
    (twice / "A.txt").touch()
    (twice / "a.txt").touch()
    (huge / "film.mov").write_bytes(b"")
    os.truncate(huge / "film.mov", 40_000_000)
    os.mkfifo(piped / "pipe")
    for place in (linked, named, twice, huge, piped, tmp_path / "missing"):
        assert parcel_of(place) is None, place.name
