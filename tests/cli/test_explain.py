"""`explain` as an editor asks it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.quotations.finding import RULES

REVIEW = (
    "The quay and the crane\r\n\r\n"
    "Reuters writes that the ferry stays in dock. The agency adds that nobody was warned. "
    "It rained all day.\r\n\r\n"
    "The liberal daily Kittiwake argues that “nobody asked the crew” in time.\r\n\r\n"
    "Vera Holt, the harbour master, said the dredger is broken.\r\n\r\n"
    "Leave a Reply\r\n"
)
ARTICLE = (
    "Vera Holt, the harbour master, opened the meeting at noon.\n\n"
    "Mrs Holt said the dredger is broken. She said that it will not sail.\n"
)


@pytest.fixture
def review(tmp_path: Path) -> Path:
    """Return the file of a small review."""
    file = tmp_path / "day.txt"
    file.write_bytes(REVIEW.encode())
    return file


def asked(
    capsys: pytest.CaptureFixture[str], file: Path, words: str, *arguments: str
) -> dict[str, Any]:
    """Return the answer about the place where `words` begin in `file`."""
    offset = file.read_bytes().decode().index(words)
    assert main(["explain", f"{file}:{offset}", "--format", "json", *arguments]) == 0
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert answer["offset"] == offset
    return answer


def test_a_named_outlet_is_named_in_the_source(
    capsys: pytest.CaptureFixture[str], review: Path
) -> None:
    """Rule, its reason, source, cue, words and the registry's standing."""
    answer = asked(capsys, review, "ferry", "--as", "review")
    (told,) = answer["attributions"]
    assert (answer["doc"], answer["line"], answer["language"]) == ("day.txt", 3, "en")
    assert answer["around"] is None
    assert told.pop("outlet_is").startswith("registered (")
    assert told == {
        "part": "content",
        "rule": "verb_before",
        "why": RULES["verb_before"],
        "kind": "indirect",
        "content": [{"span": [46, 69], "words": "the ferry stays in dock"}],
        "source": {"span": [26, 33], "words": "Reuters"},
        "cue": {"span": [34, 40], "words": "writes"},
        "cue_class": "say",
        "outlet": "Reuters",
        "outlet_by": "named in the source",
        "speaker": None,
        "speaker_by": None,
        "role": None,
        "undecided": None,
    }


def test_a_generic_noun_is_carried(capsys: pytest.CaptureFixture[str], review: Path) -> None:
    """“The agency” says where the name stands that it points back to."""
    (told,) = asked(capsys, review, "nobody was", "--as", "review")["attributions"]
    assert (told["outlet"], told["outlet_by"]) == ("Reuters", "carried from 26: “Reuters”")


def test_an_introduced_outlet_is_said_to_be_one(
    capsys: pytest.CaptureFixture[str], review: Path
) -> None:
    """A name that no registry has is the text's own."""
    (told,) = asked(capsys, review, "argues", "--as", "review")["attributions"]
    assert (told["part"], told["outlet"]) == ("cue", "Kittiwake")
    assert told["outlet_is"] == "introduced by this text; no registry has it"
    assert told["outlet_by"] == "named in the source"


def test_what_is_undecided_says_why(capsys: pytest.CaptureFixture[str], review: Path) -> None:
    """A speaker without an outlet in a review; a pronoun that names nobody in an article."""
    (told,) = asked(capsys, review, "dredger", "--as", "review")["attributions"]
    assert (told["outlet"], told["undecided"]) == (None, "no outlet is named for these words")
    assert (told["speaker"], told["role"]) == ("Vera Holt", "harbour master")
    assert told["speaker_by"] == "named in the source"


def test_a_surname_leads_back_to_the_full_name(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """In an article the full name is carried from where it stood with a cue."""
    file = tmp_path / "a.txt"
    file.write_text("Vera Holt said it rains. Mrs Holt said it snows.\n", encoding="utf-8")
    (told,) = asked(capsys, file, "snows")["attributions"]
    assert (told["speaker"], told["speaker_by"]) == ("Vera Holt", "carried from 0: “Vera Holt”")


def test_offsets_count_hidden_characters(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Front matter and markup count, as in `quotes`, and are no copy themselves."""
    file = tmp_path / "a.md"
    file.write_text("---\ntitle: A\n---\nThe *mate* said **it** rains.\n", encoding="utf-8")
    (told,) = asked(capsys, file, "it**")["attributions"]
    assert told["content"] == [{"span": [35, 45], "words": "it** rains"}]
    assert asked(capsys, file, "title")["around"]["what"].startswith("no copy (")


@pytest.mark.parametrize(
    ("words", "what"),
    [
        ("rained", "copy that nothing credits to anybody"),
        ("Leave a", "page furniture: no rule reads it"),
        (
            "\r\n\r\nThe lib",
            "no copy (between paragraphs, front matter or markup): no rule reads it",
        ),
    ],
)
def test_a_place_that_nothing_credits(
    words: str, what: str, capsys: pytest.CaptureFixture[str], review: Path
) -> None:
    """It says so, and what the place is to the rules."""
    answer = asked(capsys, review, words, "--as", "review")
    assert (answer["attributions"], answer["around"]["what"]) == ([], what)


def test_what_stands_near_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """The sentence, its marks, its possible cues and outlets, and the neighbours."""
    file = tmp_path / "a.txt"
    file.write_text(
        "Ada Reed said it rains. The “reform” of the claims at Reuters cost much. "
        "Ian Poll said it snows.\n",
        encoding="utf-8",
    )
    assert asked(capsys, file, "reform")["around"] == {
        "what": "copy that nothing credits to anybody",
        "sentence": {"span": [24, 72], "words": "The “reform” of the claims at Reuters cost much."},
        "marks": {"span": [28, 36], "words": "“reform”"},
        "cues": ["claims"],
        "outlets": ["Reuters"],
        "before": {"span": [14, 22], "words": "it rains"},
        "after": {"span": [87, 95], "words": "it snows"},
    }


def test_the_text_form_is_plain_in_a_pipe(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """Names in a column, words with their places, nothing else."""
    file = tmp_path / "a.txt"
    file.write_text("“It is [red]out[/red],” said Ian Poll.\n", encoding="utf-8")
    assert main(["explain", f"{file}:3"]) == 0
    assert capsys.readouterr().out == (
        "a.txt:3 (line 1, language en)\n"
        "\n"
        "part        content\n"
        "rule        verb_after\n"
        f"why         {RULES['verb_after']}\n"
        "kind        direct\n"
        "content     0–23: “It is [red]out[/red],”\n"
        "source      29–37: Ian Poll\n"
        "cue         24–28: said\n"
        "cue class   say\n"
        "outlet      –\n"
        "outlet is   –\n"
        "outlet by   –\n"
        "speaker     Ian Poll\n"
        "speaker by  named in the source\n"
        "role        –\n"
        "undecided   –\n"
    )


@pytest.mark.parametrize(
    ("place", "message"),
    [
        ("day.txt", "'day.txt' is no place; give FILE:OFFSET, as review.txt:120"),
        ("day.txt:-3", "'day.txt:-3' is no place; give FILE:OFFSET, as review.txt:120"),
        ("day.txt:²", "'day.txt:²' is no place; give FILE:OFFSET, as review.txt:120"),
        (":4", "':4' is no place; give FILE:OFFSET, as review.txt:120"),
        ("day.txt:9", "day.txt has 5 characters, the first is 0; 9 is none"),
    ],
)
def test_a_bad_place_is_a_usage_error(
    place: str,
    message: str,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """One line, exit 2."""
    monkeypatch.chdir(tmp_path)
    Path("day.txt").write_text("rain\n", encoding="utf-8")
    assert main(["explain", place]) == 2
    assert capsys.readouterr().err == f"pressreview explain: {message}\n"
