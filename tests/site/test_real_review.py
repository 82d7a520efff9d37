"""The real review, from outside the project, builds as a narrated review."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
from collections.abc import Iterable
from html import unescape
from pathlib import Path

import pytest

from generator.outlets import builtin_registry
from tests.conftest import CHECKOUT, environment, run_build

FURNITURE = ("Print Friendly", "Leave a Reply", "waves goodbye")


@pytest.fixture(scope="module")
def page(shared: Path, tmp_path_factory: pytest.TempPathFactory) -> str:
    """Build a site of this one review and return its page."""
    site = tmp_path_factory.mktemp("real")
    digest = site / "content/digests/real-review"
    digest.mkdir(parents=True)
    shutil.copyfile(shared / "seed/press-review.txt", digest / "review.txt")
    (digest / "digest.yaml").write_text("title: A real review\ndate: 2024-07-01\n")
    done = run_build(site / "output", content=site / "content")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return (site / "output/digests/real-review/index.html").read_text(encoding="utf-8")


def _slugs(names: Iterable[str]) -> set[str]:
    """Return the outlets that names stand for, however each text writes them."""
    registry = builtin_registry()
    return {outlet.slug if (outlet := registry.resolve(name)) else name for name in names}


def _gold(shared: Path) -> set[str]:
    gold = json.loads((shared / "eval/reviews/gold/seed.json").read_text(encoding="utf-8"))
    return _slugs(passage["outlet"] for passage in gold["passages"])


def test_its_roundup_lists_the_outlets_it_names(page: str, shared: Path) -> None:
    """The round-up has exactly the outlets that make a statement in the review."""
    roundup = page.split('id="round-up"', 1)[1].split('id="coverage"', 1)[0]
    shown = {
        unescape(re.sub("<[^>]+>", "", heading)).strip()
        for heading in re.findall(r"<h3.*?</h3>", roundup)
    }
    assert len(_gold(shared)) == 13
    assert _slugs(shown) >= _gold(shared)
    assert len(shown) == 13


def test_page_furniture_is_left_out(page: str) -> None:
    """Caption, print button and comment form are neither quoted, nor summed up, nor shown."""
    for words in FURNITURE:
        assert words not in page


def test_its_verdicts_are_honest(page: str) -> None:
    """With no article stored, no quotation claims to be verified."""
    assert "Unverified" in page
    assert "Verbatim" not in page
    assert "Shortened" not in page


def test_quotes_follows_the_contract(shared: Path) -> None:
    """`quotes --format jsonl` has the contract's keys, and its offsets slice to the words."""
    file = shared / "seed/press-review.txt"
    done = subprocess.run(
        [sys.executable, "-m", "generator", "quotes", str(file), "--format", "jsonl"],
        cwd=CHECKOUT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    (line,) = done.stdout.splitlines()
    answer = json.loads(line)
    text = file.read_bytes().decode("utf-8")
    assert answer.keys() == {"doc", "language", "quotes"}
    assert (answer["doc"], answer["language"]) == ("press-review.txt", "en")
    assert answer["quotes"]
    for quote in answer["quotes"]:
        assert set(quote) == set(
            "id kind content source cue outlet registered country speaker role rule".split()  # noqa: SIM905
        )
        assert quote["kind"] in {"direct", "mixed", "indirect"}
        assert isinstance(quote["registered"], bool)
        for start, end in (*quote["content"], *filter(None, (quote["source"], quote["cue"]))):
            assert text[start:end].strip() == text[start:end] != ""


def test_all_outlets_and_no_others(shared: Path) -> None:
    """All thirteen outlets of the gold standard have passages, and none is invented."""
    texts = shared / "eval/reviews/texts"
    done = subprocess.run(
        [
            sys.executable,
            "-m",
            "generator",
            "quotes",
            "--as",
            "review",
            "--format",
            "jsonl",
            str(texts / "seed.txt"),
        ],
        cwd=CHECKOUT,
        env=environment(),
        capture_output=True,
        text=True,
        check=True,
    )
    quotes = json.loads(done.stdout)["quotes"]
    assert _slugs(quote["outlet"] for quote in quotes if quote["outlet"]) == _gold(shared)
