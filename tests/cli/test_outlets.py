"""`outlets` knows the outlets of the site that it is run in."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main


def test_a_sites_own_outlets_are_looked_up(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """content/outlets.yaml counts beside the registry where there is one."""
    monkeypatch.chdir(tmp_path)
    look_up = ["outlets", "--lookup", "Wharf Lantern", "--format", "jsonl"]
    assert main(look_up) == 1
    Path("content").mkdir()
    Path("content/outlets.yaml").write_text("- {name: Wharf Lantern, country: NO}\n", "utf-8")
    capsys.readouterr()
    assert main(look_up) == 0
    assert json.loads(capsys.readouterr().out)["slug"] == "wharf-lantern"
