"""What the peers get: the same words, and locks without addresses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bench.compare.measuring import files_of_renaming
from bench.compare.same_words import differences, visible
from bench.compare.sites import OURS, prepare
from bench.compare.touched import holding
from bench.compare.works import COLD, edited_digest, measure
from bench.corpus import peers
from bench.corpus.digests import MadeDigest, digests
from bench.corpus.vocabulary import vocabulary

FILES_OF_A_DIGEST = ("index.html",)
"""Those that name its outlets."""
BENCH = Path(__file__).resolve().parent.parent.parent / "bench"


@pytest.fixture(scope="module")
def digest() -> MadeDigest:
    """Return a narrated digest."""
    return next(digests(1, vocabulary(7), seed=7, narrated=True))


def _text(digest: MadeDigest, tool: str, folder: Path) -> str:
    peers.write(folder, [digest], tool=tool)
    (file,) = folder.iterdir()
    assert file.name == f"{digest.slug}.md"
    return file.read_text(encoding="utf-8")


def test_every_peer_gets_the_narrative_and_the_passages(digest: MadeDigest, tmp_path: Path) -> None:
    """After the head comes the narrative; the head holds all that the engine has to find."""
    facts = peers.facts(digest)
    assert [p["words"] for p in facts["passages"]] == [
        p.words.removesuffix(",") for p in digest.passages
    ]
    narrative = "\n\n".join(digest.paragraphs)
    heads = {
        tool: _text(digest, tool, tmp_path / tool).removesuffix(f"\n{narrative}\n")
        for tool in peers.TOOLS
    }
    assert json.loads(heads["hugo"]) == {**facts, "slug": digest.slug}
    assert json.loads(heads["eleventy"].removeprefix("---json").removesuffix("---\n")) == facts
    passages = heads["pelican"].splitlines()[-1].removeprefix("Passages: ")
    assert json.loads(passages) == facts["passages"]


def test_the_peers_locks_name_no_address() -> None:
    """Versions and hashes only, each of them."""
    lock = (BENCH / "peers" / "requirements.lock").read_text(encoding="utf-8")
    assert "http" not in lock
    assert lock.count("==") <= lock.count("--hash=sha256:")
    npm = json.loads((BENCH / "peers/eleventy/package-lock.json").read_text(encoding="utf-8"))
    packages = [entry for place, entry in npm["packages"].items() if place]
    assert packages
    assert all("integrity" in entry and "resolved" not in entry for entry in packages)


def test_visible_words_are_those_of_the_main_part() -> None:
    """Tags and the frame of the page are left out, references are read."""
    page = "<nav>Digests</nav><main>\n<p>Tea &amp;\n <b>salt</b></p></main><footer>Ours</footer>"
    assert visible(page) == "Tea & salt"


def test_our_pages_show_every_passage_and_a_renamed_outlet(tmp_path: Path) -> None:
    """The works leave a site that shows what was done, in no file too many or too few."""
    site = prepare(OURS, 5, tmp_path)
    cost = measure(COLD, site, 1)
    assert cost.cpu > 0
    assert list(differences([site], count=5)) == []
    found = files_of_renaming(site, 1)
    assert found.showing >= len(FILES_OF_A_DIGEST)
    assert (found.needless, found.missed) == (0, 0)
    shown = holding(site.output, "Renamed Quarterly 1")
    assert {f"digests/{edited_digest(site)}/{name}" for name in FILES_OF_A_DIGEST} <= shown
