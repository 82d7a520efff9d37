"""A build asks nobody."""

from __future__ import annotations

from pathlib import Path

from tests.conftest import CHECKOUT, environment, run_build

BLOCKER = """
import socket
import sys


def refuse(*arguments, **options):
    sys.stderr.write("a build opened a connection\\n")
    raise OSError("no network in this test")


socket.socket.connect = socket.socket.connect_ex = refuse
socket.getaddrinfo = socket.create_connection = refuse
"""


def test_no_connection_is_opened(built_site: Path, tmp_path: Path) -> None:
    """With every connection refused, the build is the same and nothing tried to connect."""
    (tmp_path / "sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    env = environment(PYTHONPATH=str(tmp_path), NLTK_DATA=str(tmp_path / "nothing"))
    done = run_build(tmp_path / "output", env=env)
    assert done.returncode == 0, done.stderr
    assert "opened a connection" not in done.stderr
    # One digest's summary is a language model's: its stored answer serves.
    for page in ("index.html", "digests/skerrin-sea-level/index.html"):
        assert (tmp_path / "output" / page).read_bytes() == (built_site / page).read_bytes()


def test_the_blocker_blocks(tmp_path: Path) -> None:
    """The test above can fail: a connection under the same blocker is refused."""
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    (tmp_path / "sitecustomize.py").write_text(BLOCKER, encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", "import socket; socket.create_connection(('127.0.0.1', 9))"],
        env=environment(PYTHONPATH=str(tmp_path)),
        cwd=CHECKOUT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert "a build opened a connection" in done.stderr
