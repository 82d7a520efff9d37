"""`summarize` and `readability`, as programs and people call them."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import CHECKOUT, environment

NEWS = (
    "The council of Orrin closed the old weir on Monday. Eel fishers fear for their traps.\n\n"
    "Three mills downstream have sent their workers home. Nobody knows when they may come back.\n"
)


def _run(*arguments: str, cwd: Path, given: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator", *arguments],
        cwd=cwd,
        input=given,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def _rows(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    assert (done.returncode, done.stderr) == (0, "")
    return [json.loads(line) for line in done.stdout.splitlines()]


def _files(folder: Path, count: int = 2) -> list[str]:
    names = [f"{number}.txt" for number in range(count)]
    for name in names:
        (folder / name).write_text(NEWS, encoding="utf-8")
    return names


@pytest.mark.parametrize("engine", ["extractive", "lead"])
def test_summarize_gives_a_line_for_each_file(tmp_path: Path, engine: str) -> None:
    """Its keys are those of the contract; spans count code points of the file."""
    names = _files(tmp_path)
    rows = _rows(_run("summarize", *names, "--engine", engine, "--format", "jsonl", cwd=tmp_path))
    assert [list(row) for row in rows] == [["doc", "sentences", "words"]] * 2
    assert [row["doc"] for row in rows] == names
    for row in rows:
        assert len(row["sentences"]) == 3
        for sentence in row["sentences"]:
            assert list(sentence) == ["doc", "span", "text", "score"]
            start, end = sentence["span"]
            assert NEWS[start:end] == sentence["text"]
        assert row["words"] == sum(len(s["text"].split()) for s in row["sentences"])


def test_summarize_of_all_together_is_one_line(tmp_path: Path) -> None:
    """`docs` names the files, and each sentence its own."""
    names = _files(tmp_path)
    (row,) = _rows(_run("summarize", "--together", *names, "--format", "jsonl", cwd=tmp_path))
    assert list(row) == ["docs", "sentences", "words"]
    assert row["docs"] == names
    assert {sentence["doc"] for sentence in row["sentences"]} <= set(names)


@pytest.mark.parametrize(("length", "most"), [("--sentences=1", 10), ("--words=18", 18)])
def test_summarize_keeps_to_its_length(tmp_path: Path, length: str, most: int) -> None:
    """In sentences or in words."""
    (row,) = _rows(_run("summarize", "-", length, "--format=jsonl", cwd=tmp_path, given=NEWS))
    assert 0 < row["words"] <= most
    assert row["doc"] == "-"


def test_summarize_prints_plain_sentences(tmp_path: Path) -> None:
    """Of one text its sentences, a line each; of several with their names."""
    done = _run("summarize", "-", "--sentences", "9", cwd=tmp_path, given=NEWS)
    assert done.stdout == NEWS.replace(". ", ".\n").replace("\n\n", "\n")
    names = _files(tmp_path)
    done = _run("summarize", *names, "--sentences=1", "--engine=lead", cwd=tmp_path)
    first = NEWS.split(". ", maxsplit=1)[0]
    assert done.stdout == f"0.txt:\n{first}.\n\n1.txt:\n{first}.\n\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--sentences", "0"), "argument --sentences: 0 is less than 1"),
        (("--sentences", "few"), "argument --sentences: 'few' is no whole number"),
        (("--sentences", "2", "--words", "9"), "not allowed with argument --sentences"),
        (("--engine", "oracle"), "argument --engine: invalid choice: 'oracle'"),
    ],
)
def test_a_slip_in_the_options_is_told_without_a_traceback(
    tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """Exit 2, and what was wrong."""
    done = _run("summarize", "-", *arguments, cwd=tmp_path, given=NEWS)
    assert (done.returncode, done.stdout) == (2, "")
    assert said in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("command", ["summarize", "readability"])
def test_a_closed_standard_input_is_told_without_a_traceback(tmp_path: Path, command: str) -> None:
    """As a file that cannot be read is."""
    done = subprocess.run(
        ["/bin/sh", "-c", f'"{sys.executable}" -m generator {command} - <&-'],
        cwd=tmp_path,
        env=environment(PYTHONPATH=str(CHECKOUT)),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == (
        "-:1: F001 cannot be read: standard input is closed. "
        "Check the name, and that you may read it.\n"
    )


@pytest.mark.parametrize("options", [(), ("--format=jsonl",)])
@pytest.mark.parametrize("command", ["summarize", "readability"])
def test_a_file_may_have_any_name(tmp_path: Path, command: str, options: tuple[str, ...]) -> None:
    """One whose bytes are no UTF-8 is shown with them written out."""
    name = os.fsdecode(b"b\xff.txt")
    (tmp_path / name).write_text(NEWS, encoding="utf-8")
    done = _run(command, name, name, *options, cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert "b\\udcff.txt" in done.stdout


def test_where_nothing_can_be_chosen_standard_error_says_so(tmp_path: Path) -> None:
    """Of an empty text, or one without a sentence as short as wished."""
    done = _run("summarize", "-", "--format=jsonl", cwd=tmp_path, given="")
    assert json.loads(done.stdout) == {"doc": "-", "sentences": [], "words": 0}
    assert (done.returncode, done.stderr) == (0, "-: no sentence to choose\n")
    done = _run("summarize", "-", "--words=3", cwd=tmp_path, given=NEWS)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "-: no sentence of at most 3 words to choose\n"


def test_what_has_no_word_takes_no_time(tmp_path: Path) -> None:
    """Not even a minute."""
    (row,) = _rows(_run("readability", "-", "--format=jsonl", cwd=tmp_path, given=""))
    assert (row["words"], row["score"], row["minutes"]) == (0, None, 0)


def test_readability_gives_a_line_for_each_file(tmp_path: Path) -> None:
    """With the formula and the language it judged by; from standard input too."""
    names = _files(tmp_path)
    done = _run("readability", *names, "-", "--format", "jsonl", cwd=tmp_path, given=NEWS)
    rows = _rows(done)
    assert [row["doc"] for row in rows] == [*names, "-"]
    for row in rows:
        assert list(row) == [
            *("doc", "formula", "score", "language", "words", "sentences", "minutes"),
        ]
        assert (row["formula"], row["language"]) == ("Flesch reading ease", "en")
        assert (row["words"], row["sentences"], row["minutes"]) == (31, 4, 1)


def _on_a_terminal(folder: Path, *arguments: str) -> str:
    """Return what a command writes to standard error where that is a terminal."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "generator", *arguments],
        cwd=folder,
        env=environment(PYTHONPATH=str(CHECKOUT), TERM="xterm", COLUMNS="80"),
        stdout=subprocess.PIPE,
        stderr=theirs,
    ) as process:
        os.close(theirs)
        process.communicate()
        written = b""
        try:
            while part := os.read(ours, 65536):
                written += part
        except OSError:  # a terminal whose other side is gone says so in this way
            pass
        os.close(ours)
    assert process.returncode == 0
    return written.decode("utf-8")


@pytest.mark.parametrize(
    ("arguments", "doing"),
    [
        (("summarize",), "summarising"),
        (("summarize", "--together"), "reading"),
        (("readability",), "reading"),
    ],
)
def test_long_work_shows_how_far_it_is_on_a_terminal(
    tmp_path: Path, arguments: tuple[str, ...], doing: str
) -> None:
    """And writes nothing there in a pipe."""
    names = _files(tmp_path, 12)
    assert doing in _on_a_terminal(tmp_path, *arguments, *names)
    assert _run(*arguments, *names, cwd=tmp_path).stderr == ""
