"""The `quotes` command as users run it."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main

REVIEW = (
    "Reuters writes that the ferry stays in dock.\r\n\r\n"
    "“It is broken,” said Ian Poll, the harbour master.\r\n"
)
KEYS = [
    "id", "kind", "content", "source", "cue", "outlet", "registered", "country", "speaker", "role",
    "rule",
]  # fmt: skip


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Run `quotes` and return what it printed."""
    assert main(["quotes", *arguments]) == 0
    return capsys.readouterr().out


def lines(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[dict[str, Any]]:
    """Run `quotes --format jsonl` and return its lines."""
    printed = run(capsys, *arguments, "--format", "jsonl")
    return [json.loads(line) for line in printed.splitlines()]


def test_jsonl_keeps_the_contract(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A line a file, with the keys other programs rely on, in offsets of the file's code points."""
    file = tmp_path / "day.txt"
    file.write_bytes(REVIEW.encode())
    (line,) = lines(capsys, str(file), "--as", "review")
    assert list(line) == ["doc", "language", "quotes"]
    assert (line["doc"], line["language"]) == ("day.txt", "en")
    first, second = line["quotes"]
    assert list(first) == KEYS
    assert (first["outlet"], first["registered"], first["kind"]) == ("Reuters", True, "indirect")
    assert [REVIEW[a:b] for a, b in first["content"]] == ["the ferry stays in dock"]
    assert REVIEW[slice(*first["cue"])] == "writes"
    assert (second["outlet"], second["speaker"], second["role"]) == (
        None,
        "Ian Poll",
        "harbour master",
    )
    assert [REVIEW[a:b] for a, b in second["content"]] == ["“It is broken,”"]


def test_front_matter_and_markup_are_not_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Offsets of a Markdown file count its front matter, which is never quoted."""
    text = "---\ntitle: Ian Poll said no\n---\nThe *harbour master* said the **ferry** is broken.\n"
    file = tmp_path / "a.md"
    file.write_text(text, encoding="utf-8", newline="")
    (line,) = lines(capsys, str(file))
    (quote,) = line["quotes"]
    assert [text[a:b] for a, b in quote["content"]] == ["the **ferry** is broken"]


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
def test_every_command_leaves_front_matter_off(
    suffix: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Whatever the file's ending, `quotes` and `summarize` read the same body."""
    text = "---\ntitle: Day\nnote: Ian Poll said the boat is lost.\n---\nAnna Reed said it rains.\n"
    file = tmp_path / f"day.{suffix}"
    file.write_text(text, encoding="utf-8", newline="")
    (line,) = lines(capsys, str(file))
    assert [text[a:b] for quote in line["quotes"] for a, b in quote["content"]] == ["it rains"]
    assert main(["summarize", str(file)]) == 0
    assert capsys.readouterr().out == "Anna Reed said it rains.\n"


def test_a_rule_across_the_page_hides_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Words between two thematic rules are words."""
    text = "---\n\nAnna Reed said it rains.\n\n---\n\nIan Poll said it snows.\n"
    file = tmp_path / "day.md"
    file.write_text(text, encoding="utf-8", newline="")
    (line,) = lines(capsys, str(file))
    found = [text[a:b] for quote in line["quotes"] for a, b in quote["content"]]
    assert found == ["it rains", "it snows"]


def test_a_table_shows_brackets_as_they_are(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing in a quotation or a file's name is an instruction to the terminal."""
    file = tmp_path / "day [bold].txt"
    words = "“The ferrie [sic] is [/over] and [red]out[/red],”"
    file.write_text(f"{words} said Anna Reed.\n", encoding="utf-8")
    shown = run(capsys, str(file))
    assert words in shown
    assert "day [bold].txt" in shown
    for command in (["readability"], ["outlets"]):
        assert main([*command, str(file)]) == 0
    assert main(["quotes", str(file), str(file), "--format", "csv"]) == 0


def test_twins_have_ids_of_their_own(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The same words twice are two quotations."""
    file = tmp_path / "twins.txt"
    file.write_text(
        "Reuters says that no boat sank.\n\nReuters says that no boat sank.\n", encoding="utf-8"
    )
    (line,) = lines(capsys, str(file), "--as", "review")
    ids = [quote["id"] for quote in line["quotes"]]
    assert len(ids) == len(set(ids)) == 2


def test_csv_and_brat_hold_the_same_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every format names the words."""
    file = tmp_path / "day.txt"
    file.write_bytes(REVIEW.encode())
    rows = list(csv.DictReader(io.StringIO(run(capsys, str(file), "--format", "csv"))))
    assert [row["words"] for row in rows][-1] == "“It is broken,”"
    standoff = run(capsys, str(file), "--format", "brat")
    assert "\tContent 48 63\t“It is broken,”\n" in standoff
    assert "“It is broken,”" in run(capsys, str(file))


def test_a_missing_file_is_a_problem(capsys: pytest.CaptureFixture[str]) -> None:
    """A name that is no file ends the command with a line that says so."""
    assert main(["quotes", "no-such.txt"]) == 1
    assert capsys.readouterr().err.startswith("no-such.txt:1: F001 cannot be read: ")


def test_the_seed_review_names_its_outlets(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All thirteen outlets of the seed have passages, none is invented, furniture has none."""
    file = shared / "seed" / "press-review.txt"
    text = file.read_bytes().decode()
    (line,) = lines(capsys, str(file), "--as", "review")
    found = {quote["outlet"] for quote in line["quotes"] if quote["outlet"]}
    assert found == {
        "ABC News", "Advance", "Al Khaleej", "Anadolu Agency", "Bloomberg", "CNN", "Global Times",
        "Reuters", "The New York Times", "The Wall Street Journal", "The Washington Post", "Time",
        "Yonhap News Agency",
    }  # fmt: skip
    words = "".join(text[a:b] for quote in line["quotes"] for a, b in quote["content"])
    assert "Print Friendly" not in words
    assert "Leave a Reply" not in words
