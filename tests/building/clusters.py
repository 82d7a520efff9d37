"""Clusters on this machine: a scheduler and workers, each a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from tests.conftest import CHECKOUT, environment

PATIENCE = 60.0
"""Seconds for a process to start on a busy machine."""


@dataclass(slots=True)
class LocalCluster:
    """A scheduler and its workers."""

    folder: Path
    """Where they write; each worker has a folder for what it unpacks."""
    scheduler: subprocess.Popen[bytes]
    address: str
    workers: list[subprocess.Popen[bytes]] = field(default_factory=list)

    @property
    def place(self) -> str:
        """Return what PRESSREVIEW_EXECUTOR is to be."""
        return f"dask://{self.address}"

    def add_worker(self, *, threads: int = 1, program: Path = CHECKOUT) -> None:
        """Start a worker that finds Pressreview in the folder `program`."""
        scratch = self.scratch(len(self.workers))
        scratch.mkdir()
        options = ["--nthreads", str(threads), "--no-nanny", "--local-directory", str(scratch)]
        env = environment(PYTHONPATH=str(program), TMPDIR=str(scratch))
        address = f"tcp://{self.address}"
        self.workers.append(_started(self.folder, "dask_worker", address, *options, env=env))

    def scratch(self, number: int) -> Path:
        """Return the folder of a worker."""
        return self.folder / f"worker-{number}"

    def wait_until_busy(self, number: int) -> None:
        """Wait until a worker has unpacked something, so that it is in the middle of a job."""
        _wait_for(lambda: any(self.scratch(number).glob("pressreview-*/*/digests/*")))


def _started(
    folder: Path, module: str, *arguments: str, env: dict[str, str]
) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", f"distributed.cli.{module}", "--no-dashboard", *arguments]
    with (folder / "log").open("ab") as log:
        return subprocess.Popen(command, cwd=folder, env=env, stdout=log, stderr=log)


def _wait_for(what: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < end
        time.sleep(0.01)


@contextmanager
def local_cluster(folder: Path, *, workers: int = 2, threads: int = 1) -> Iterator[LocalCluster]:
    """Give a cluster on loopback while the block runs; the system chooses its ports."""
    folder.mkdir()
    contact = folder / "scheduler.json"
    options = ["--host", "127.0.0.1", "--port", "0", "--scheduler-file", str(contact)]
    # Where the scheduler runs nobody needs Pressreview: it finds another package of that name.
    nowhere = folder / "elsewhere"
    (nowhere / "generator").mkdir(parents=True)
    (nowhere / "generator" / "__init__.py").touch()
    scheduler = _started(
        folder, "dask_scheduler", *options, env=environment(PYTHONPATH=str(nowhere))
    )
    _wait_for(lambda: contact.exists() and contact.read_text(encoding="utf-8").endswith("}"))
    address = json.loads(contact.read_text(encoding="utf-8"))["address"].removeprefix("tcp://")
    cluster = LocalCluster(folder=folder, scheduler=scheduler, address=address)
    try:
        for _ in range(workers):
            cluster.add_worker(threads=threads)
        yield cluster
    finally:
        for process in (*cluster.workers, scheduler):
            process.kill()
            process.wait()
