"""A site may be published without data files, and nothing then speaks of them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from tests.building.edits import EditedSite, new_site
from tests.conftest import CHECKOUT, environment, files_of

DATA = re.compile(r"(?:digest|quotations|citations)\.(?:json|csv|bib)$")


def _built(site: EditedSite) -> dict[str, bytes]:
    subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=site.folder,
        env={**environment(PRESSREVIEW_EXECUTOR="here"), "PYTHONPATH": str(CHECKOUT)},
        check=True,
        capture_output=True,
    )
    return files_of(site.folder / "output")


def test_data_files_go_and_come_back(tmp_path: Path) -> None:
    """Switched off, files and links go and citations stay; switched on, all is as it was."""
    site = new_site(tmp_path / "site")
    usual = site.settings.read_text(encoding="utf-8")
    with_data = _built(site)
    assert any(map(DATA.search, with_data))
    site.settings.write_text(f'{usual}\nPRESSREVIEW["data_files"] = False\n', encoding="utf-8")
    without = _built(site)
    assert without.keys() == {name for name in with_data if not DATA.search(name)}
    pages = b"".join(data for name, data in without.items() if name.endswith(".html"))
    assert not re.search(rb"(?:digest|quotations|citations)\.(?:json|csv|bib)", pages)
    assert b"<p>Plain text</p>" in pages
    site.settings.write_text(usual, encoding="utf-8")
    assert _built(site) == with_data
