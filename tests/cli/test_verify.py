"""`verify` prints a line for every quotation and says whether all stand in their sources."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from generator.text.matching import normalised
from tests.conftest import CHECKOUT, environment
from tests.digest.mill import HERALD, QUAY, write_site

KEYS = ["digest", "id", "outlet", "article", "verdict", "found_in", "span", "text"]


def _verify(*arguments: str, cwd: Path = CHECKOUT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", "verify", *arguments],
        cwd=cwd,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        text=True,
        check=False,
    )


def _lines(*paths: str, cwd: Path = CHECKOUT, status: int = 0) -> list[dict[str, Any]]:
    done = _verify("--format", "jsonl", *paths, cwd=cwd)
    assert done.returncode == status, done.stderr
    return [json.loads(line) for line in done.stdout.splitlines()]


def _entries(*entries: str) -> str:
    return "quotations:\n" + "".join(f"  - {{{entry}}}\n" for entry in entries)


def test_the_demonstration_site_is_true() -> None:
    """Every quotation has all keys, and its span in the file of `found_in` holds its words."""
    lines = _lines()
    assert len(lines) > 50
    assert {line["digest"] for line in lines} >= {"ferry-strike-ends", "highfold-hearing"}
    for line in lines:
        assert list(line) == KEYS
        assert (line["span"] is None) == (line["verdict"] not in {"exact", "edited"})
        if line["verdict"] == "exact" and line["digest"] == "ferry-strike-ends":
            folder = CHECKOUT / "content/digests" / line["digest"] / "articles"
            (file,) = folder.glob(f"{line['found_in']}.*")
            start, end = line["span"]
            words = file.read_bytes().decode("utf-8")[start:end]
            assert normalised(words).rstrip(".") == normalised(line["text"]).rstrip(".")


def test_the_editors_quotations_come_first_in_file_order(tmp_path: Path) -> None:
    """Then those that were found; `order` and `pin` change nothing here."""
    review = "“We have waited long enough for bread of our own,” the Fen Herald reports."
    write_site(
        tmp_path,
        _entries(
            "from: quay, text: sold to a builder, order: 2",
            "from: herald, text: Nobody objected., pin: true",
            "from: quay, text: the loaf was heavy, kind: indirect, order: 1",
        ),
        review_md=review,
    )
    lines = _lines(cwd=tmp_path)
    assert [line["text"] for line in lines] == [
        "sold to a builder",
        "Nobody objected.",
        "the loaf was heavy",
        "We have waited long enough for bread of our own,",
    ]
    assert [line["verdict"] for line in lines] == ["exact", "exact", None, "exact"]
    assert [line["article"] for line in lines] == ["quay", "herald", "quay", "herald"]
    start = HERALD.index("Nobody objected.")
    assert lines[1]["span"] == [start, start + len("Nobody objected.")]
    assert (lines[2]["found_in"], lines[2]["span"]) == (None, None)


def test_each_verdict_has_its_line(tmp_path: Path) -> None:
    """Absent words stand nowhere, those elsewhere in the article that has them; both end with 1."""
    content = write_site(
        tmp_path,
        _entries(
            "from: herald, text: We have waited quite long enough for bread",
            "from: herald, text: The first loaf was frankly a brick",
            "from: quay, text: By the third … a queue had formed",
            "from: herald, text: forty-one lights and a rock that nobody wants",
        ),
    )
    other = content / "digests/rock"
    (other / "articles").mkdir(parents=True)
    (other / "digest.yaml").write_text("title: Rock\ndate: 2026-10-01\nstatus: draft\n", "utf-8")
    article = (
        "---\noutlet: Quay Post\nheadline: Rock\n---\n"
        "They sang of forty-one lights and a rock that nobody wants, and slept.\n"
    )
    (other / "articles/rock.md").write_text(article, encoding="utf-8")
    lines = _lines("content/digests/mill", cwd=tmp_path, status=1)
    loaf, rock = QUAY.index("The first loaf"), article.index("forty-one")
    assert [(line["verdict"], line["found_in"]) for line in lines] == [
        ("absent", None),
        ("elsewhere", "quay"),
        ("edited", "quay"),
        ("elsewhere", "rock/rock"),
    ]
    assert lines[1]["span"] == [loaf, loaf + len("The first loaf was frankly a brick")]
    assert lines[3]["span"] == [rock, rock + len("forty-one lights and a rock that nobody wants")]
    assert _lines(cwd=tmp_path, status=1)[:4] == lines


def test_drafts_are_included_and_nothing_stored_is_no_fault(tmp_path: Path) -> None:
    """A draft's quotations are listed; unverified ones end with 0."""
    write_site(tmp_path, "status: draft\n" + _entries("outlet: Reuters, text: Nobody came at all"))
    (line,) = (line for line in _lines(cwd=tmp_path) if line["outlet"] == "Reuters")
    assert (line["verdict"], line["article"], line["span"]) == ("unverified", None, None)


@pytest.mark.parametrize(
    ("done", "status"), [("acknowledge: Printed edition", 1), ("withdrawn: Misheard", 0)]
)
def test_a_withdrawn_quotation_is_listed_and_does_not_count(
    done: str, status: int, tmp_path: Path
) -> None:
    """Its words are no longer published; acknowledged ones are, and stand in no source."""
    write_site(tmp_path, _entries(f"from: herald, text: Not said by anyone at all, {done}"))
    assert _lines(cwd=tmp_path, status=status)[0]["verdict"] == "absent"
    table = _verify(cwd=tmp_path)
    assert "absent, withdrawn" in table.stdout or "absent, acknowledged" in table.stdout
    assert table.returncode == status


def test_a_hidden_article_is_named_to_the_editor(tmp_path: Path) -> None:
    """What it holds is found there, though no page says so."""
    keys = "articles:\n  - {id: quay, hide: true}\n"
    write_site(tmp_path, keys + _entries("from: quay, text: sold to a builder"))
    line = _lines(cwd=tmp_path)[0]
    assert (line["article"], line["found_in"], line["verdict"]) == ("quay", "quay", "exact")


def test_faults_of_form_hide_no_sound_digest(tmp_path: Path) -> None:
    """They go to standard error with their place; the other digests' lines are printed."""
    content = write_site(tmp_path, _entries("from: herald, text: Nobody objected."))
    (content / "digests/other").mkdir()
    (content / "digests/other/digest.yaml").write_text("titel: x\n", encoding="utf-8")
    done = _verify("--format", "jsonl", cwd=tmp_path)
    assert done.returncode == 1
    assert json.loads(done.stdout.splitlines()[0])["verdict"] == "exact"
    assert "content/digests/other/digest.yaml:1: Y008 " in done.stderr
    assert "Traceback" not in done.stderr


def test_the_table_counts_what_there_is(tmp_path: Path) -> None:
    """A paraphrase is called one; the counts go to standard error, and no bar into a pipe."""
    write_site(
        tmp_path,
        _entries(
            "from: herald, text: Nobody objected.",
            "from: quay, text: the loaf was heavy, kind: indirect",
        ),
    )
    done = _verify(cwd=tmp_path)
    assert "paraphrase" in done.stdout
    assert done.stderr == "2 quotations: 1 exact, 1 paraphrase\n"


def test_what_is_no_content_is_said_in_one_line(tmp_path: Path) -> None:
    """A folder that can hold no content is a mistake of usage."""
    (tmp_path / "empty").mkdir()
    done = _verify("empty", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "pressreview verify: empty is neither a content folder nor a digest folder\n"
    )
