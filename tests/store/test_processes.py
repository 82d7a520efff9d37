"""Builds that are killed, and builds that run at once: real processes, really killed."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

from generator import store
from tests.conftest import CHECKOUT, environment, files_of

OLD = {"a.html": "1", "b/index.html": "1", "stale/index.html": "1", "x/index.html": "1", "y": "1"}
NEW = {"a.html": "2", "b/index.html": "1", "c/index.html": "2", "x": "2", "y/index.html": "2"}
"""Pages that change, stay, come, go, and turn from folder to file and from file to folder."""

BUILD = """
import json, os, sys, time
from pathlib import Path
from generator import store

output, files, killed_at = Path(sys.argv[1]), json.loads(sys.argv[2]), int(sys.argv[3])
CHANGES = {"os.rename", "os.remove", "os.rmdir", "os.mkdir"}
seen, done = 0, False

def count(event, arguments):
    global seen
    writes = event == "open" and arguments[1] is not None and arguments[1][0] in "wax"
    if not done and (event in CHANGES or writes):
        seen += 1
        if seen == killed_at:
            os._exit(9)

with store.building(output) as build:
    for name, text in files.items():
        (build.stage / name).parent.mkdir(parents=True, exist_ok=True)
        (build.stage / name).write_text(text)
    print("staged", flush=True)
    sys.stdin.read()
    sys.addaudithook(count)
    build.commit()
    done = True
"""
"""Builds, waits for the end of its input, and dies just before the n-th change of a file."""


def _start(output: Path, files: dict[str, str], killed_at: int = 0) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", BUILD, str(output), json.dumps(files), str(killed_at)],
        env=environment(PYTHONPATH=str(CHECKOUT)),
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _bytes(files: dict[str, str]) -> dict[str, bytes]:
    return {name: text.encode() for name, text in files.items()}


def test_a_commit_killed_anywhere_is_finished_or_undone_by_the_next_build(tmp_path: Path) -> None:
    """Killed before any single change of a file, a commit leaves what the next command makes whole.

    Before the journal it is the old site, after it the new one.
    """
    outcomes = []
    for killed_at in range(1, 100):
        output = tmp_path / str(killed_at) / "output"
        _start(output, OLD).communicate()
        assert files_of(output) == _bytes(OLD)
        process = _start(output, NEW, killed_at)
        said = process.communicate()[1]
        assert process.returncode in {0, 9}, said
        with store.building(output):
            found = files_of(output)
        assert found in (_bytes(OLD), _bytes(NEW)), killed_at
        assert not [path for path in output.rglob("*") if path.is_dir() and not any(path.iterdir())]
        outcomes.append(found == _bytes(NEW))
        if process.returncode == 0:
            break
    assert len(outcomes) > 15
    assert outcomes == sorted(outcomes)
    assert (outcomes[0], outcomes[-1]) == (False, True)


def test_two_builds_at_once_take_turns(tmp_path: Path) -> None:
    """The second build says that it waits, and neither takes the other's pages away."""
    output = tmp_path / "output"
    first = _start(output, OLD)
    assert first.stdout is not None
    assert first.stdout.readline() == "staged\n"
    second = _start(output, NEW)
    assert second.stderr is not None
    assert second.stderr.readline() == (
        "Another build is writing to output/; waiting for its end.\n"
    )
    time.sleep(0.3)
    assert second.poll() is None
    assert first.communicate() == ("", "")
    assert first.returncode == 0
    assert second.communicate() == ("staged\n", "")
    assert second.returncode == 0
    assert files_of(output) == _bytes(NEW)


def test_a_killed_build_frees_the_folder(tmp_path: Path) -> None:
    """The lock of a build that was killed keeps nobody waiting."""
    output = tmp_path / "output"
    first = _start(output, OLD)
    assert first.stdout is not None
    assert first.stdout.readline() == "staged\n"
    first.kill()
    first.communicate()
    second = _start(output, NEW)
    assert second.communicate() == ("staged\n", "")
    assert files_of(output) == _bytes(NEW)
