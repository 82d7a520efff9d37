"""Rewrite tests/golden/expected/ from today's output; a person reads the diff."""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

from tests.conftest import files_of, run_build

HERE = Path(__file__).parent
EXPECTED = HERE / "expected"


def golden_site(folder: Path) -> dict[str, bytes]:
    """Build the golden content and return its files, the theme's own aside."""
    done = run_build(folder / "output", content=HERE / "content")
    if done.returncode:
        sys.exit(done.stderr)
    files = files_of(folder / "output")
    return {name: data for name, data in files.items() if not name.startswith("theme/")}


if __name__ == "__main__":
    shutil.rmtree(EXPECTED, ignore_errors=True)
    with tempfile.TemporaryDirectory() as scratch:
        for name, data in golden_site(Path(scratch)).items():
            (EXPECTED / name).parent.mkdir(parents=True, exist_ok=True)
            (EXPECTED / name).write_bytes(data)
