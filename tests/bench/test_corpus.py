"""The made digests: sound content, in which the engine finds what was put in."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from pathlib import Path

import pytest

from bench.corpus import ours
from bench.corpus.__main__ import main
from bench.corpus.digests import MadeDigest, digests
from bench.corpus.vocabulary import vocabulary
from generator.cli import main as pressreview
from generator.edition import edition
from generator.model import Digest
from generator.settings import SiteSettings
from tests.conftest import files_of

COUNT = 30
SEED = 7
WORDS = vocabulary(SEED)


def _made(*, narrated: bool) -> list[MadeDigest]:
    return list(digests(COUNT, WORDS, seed=SEED, narrated=narrated))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make a site of digests, some with stored articles."""
    folder = tmp_path_factory.mktemp("made") / "site"
    ours.write(folder, WORDS, _made(narrated=False))
    return folder


@pytest.fixture(scope="module")
def found(site: Path) -> Mapping[str, Digest]:
    """Return what the engine makes of each digest."""
    now = dt.datetime(2026, 1, 1, tzinfo=dt.UTC)
    published = edition(site / "content", SiteSettings(title="Made"), now=now)
    return {digest.slug: digest for digest in published.digests}


def test_made_content_is_sound(
    site: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`check` has nothing to say about it."""
    monkeypatch.chdir(site)
    assert pressreview(["check"]) == 0
    output = capsys.readouterr()
    assert (output.out, output.err) == ("", "no problem\n")


def test_every_passage_put_in_is_found_and_no_other(found: Mapping[str, Digest]) -> None:
    """Words, outlet, speaker and kind of all quotations are those the maker chose."""
    for made in _made(narrated=False):
        wanted = [
            (p.words, p.outlet.slug, p.person.slug if p.person else None, p.kind)
            for p in made.passages
        ]
        got = [
            (*q.parts, q.outlet.slug, q.speaker.slug if q.speaker else None, q.kind)
            for q in found[made.slug].quotations
        ]
        assert sorted(map(str, got)) == sorted(map(str, wanted))


def test_digests_have_the_shape_that_the_comparison_states() -> None:
    """Narrated: about 1,000 words, 12 outlets, 5 speakers; one in ten has stored articles."""
    made = _made(narrated=False)
    stored = [digest for digest in made if digest.articles]
    assert len(stored) == COUNT // 10
    assert all(len(digest.articles) == 2 and not digest.paragraphs for digest in stored)
    for digest in _made(narrated=True):
        assert 900 <= len(" ".join(digest.paragraphs).split()) <= 1100
        assert len({passage.outlet.slug for passage in digest.passages}) == 12
        assert sum(passage.person is not None for passage in digest.passages) == 5


def test_the_same_seed_makes_the_same_bytes(tmp_path: Path, site: Path) -> None:
    """Two runs agree in every file, and a larger corpus holds the smaller one."""
    for name, count in (("again", COUNT), ("larger", COUNT + 5)):
        assert main([str(count), str(tmp_path / name), "--seed", str(SEED)]) == 0
    assert files_of(tmp_path / "again") == files_of(site)
    assert files_of(site).items() < files_of(tmp_path / "larger").items()
