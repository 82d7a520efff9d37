"""What a build remembers may be lost or spoilt: only time is lost."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.building.edits import EditedSite, new_site
from tests.conftest import CHECKOUT, environment, files_of


def _build(site: EditedSite, **changes: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "build"],
        cwd=site.folder,
        env={**environment(PRESSREVIEW_EXECUTOR="here", **changes), "PYTHONPATH": str(CHECKOUT)},
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def site(tmp_path: Path) -> EditedSite:
    """Return a site that was built once."""
    made = new_site(tmp_path / "site")
    assert _build(made).returncode == 0
    return made


def _state(site: EditedSite) -> Path:
    return site.folder / ".output.pressreview" / "state.db"


@pytest.mark.parametrize("share", [0.25, 0.5, 0.75])
def test_a_spoilt_state_is_said_and_made_anew(site: EditedSite, share: float) -> None:
    """A state file with a broken middle costs one build at most; the site stays whole."""
    before = files_of(site.folder / "output")
    data = bytearray(_state(site).read_bytes())
    start = int(len(data) * share)
    data[start : start + 40_000] = b"\xff" * min(40_000, len(data) - start)
    _state(site).write_bytes(data)
    first = _build(site)
    if first.returncode:
        assert first.stderr.startswith("What earlier builds found out cannot be used (")
        assert "Traceback" not in first.stderr
        assert _build(site).returncode == 0
    assert files_of(site.folder / "output") == before


def test_a_program_beside_the_settings_counts(site: EditedSite) -> None:
    """A filter of the site's own, changed in a file beside the settings, changes the pages."""
    own = site.folder / "own_words.py"
    settings = site.settings.read_text(encoding="utf-8")
    site.settings.write_text(
        f"import sys; sys.path.insert(0, {str(site.folder)!r})\n{settings}\n"
        "import own_words\nJINJA_FILTERS = {**JINJA_FILTERS, 'own': own_words.own}\n",
        encoding="utf-8",
    )
    template = site.folder / "theme" / "templates" / "base.html"
    text = template.read_text(encoding="utf-8")
    template.write_text(text.replace("</body>", "<p>{{ 'x'|own }}</p></body>"), encoding="utf-8")
    for word in ("first", "second"):
        own.write_text(f"def own(value):\n    return {word!r}\n", encoding="utf-8")
        os.utime(own, (1, len(word)))
        assert _build(site).returncode == 0
        home = (site.folder / "output" / "index.html").read_text(encoding="utf-8")
        assert f"<p>{word}</p></body>" in home


def test_files_are_put_back_without_being_drawn(site: EditedSite) -> None:
    """An output folder that is gone comes back whole from what was drawn before."""
    before = files_of(site.folder / "output")
    (site.folder / "output").rename(site.folder / "elsewhere")
    assert _build(site).returncode == 0
    assert files_of(site.folder / "output") == before
