from __future__ import annotations

import argparse
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.cli import summarize
from generator.reading import read
from generator.summary import ENGINES, Engine, summarise

ARTICLE = """Harbour levy splits the town council

TORMUND HAVEN (Bay Agency) - The harbour council voted on Tuesday to raise the levy on fishing \
boats by a tenth, the first rise of the harbour levy in nine years.

He said it was a hard evening for every fishing boat in the harbour, and for the council.

“The levy will pay for a new breakwater,” said Ada Tormund, who leads the council.

“We pay twice for the same harbour, and the council knows it. “Nobody asked the boats first.”

Fishing crews say that the levy will drive the smaller boats out of the harbour by spring.

The council will meet again in March to hear from the crews before the levy comes into force."""
OTHER = """Crews tie up over the new levy

Some forty fishing boats stayed in harbour on Wednesday in protest against the council's levy.

The council raised the harbour levy by a tenth the evening before, its first rise in nine years.

A spokesman for the crews called the vote a theft, and asked for the books to be opened."""


def _sentences(text: str, *, count: int = 3, engine: Engine = "extractive") -> list[str]:
    summary = summarise({"a": read(text, language="en")}, sentences=count, engine=engine)
    return [sentence.text for sentence in summary.sentences]


@pytest.mark.parametrize("engine", ENGINES)
def test_every_sentence_is_a_slice_of_its_document(engine: Engine) -> None:
    """The span of a summary sentence gives its words."""
    readings = {"a": read(ARTICLE, language="en"), "b": read(OTHER, language="en")}
    summary = summarise(readings, sentences=4, engine=engine)
    assert len(summary.sentences) == 4
    assert summary.made_by == engine
    for sentence in summary.sentences:
        assert [s.of(readings[sentence.document].text) for s in sentence.spans] == [sentence.text]


def test_the_gist_leaves_out_headline_dateline_and_broken_quotations() -> None:
    """What cannot be read alone is no part of a summary, however long it may be."""
    sentences = _sentences(ARTICLE, count=9)
    assert sentences[0].startswith("The harbour council voted")
    assert not any("splits the town" in sentence for sentence in sentences)
    assert not any("We pay twice" in sentence for sentence in sentences)
    assert "“The levy will pay for a new breakwater,” said Ada Tormund, who leads the council." in (
        sentences
    )


def test_a_sentence_that_hangs_on_another_is_a_second_choice() -> None:
    """Another sentence stands in where there is one."""
    assert not any(sentence.startswith("He said") for sentence in _sentences(ARTICLE))
    assert any(sentence.startswith("He said") for sentence in _sentences(ARTICLE, count=9))


def test_the_lead_is_the_first_sentences_of_the_copy() -> None:
    """Lead takes them as they come."""
    sentences = _sentences(ARTICLE, count=2, engine="lead")
    assert [sentence.split()[0] for sentence in sentences] == ["The", "He"]


def test_what_is_said_already_is_not_said_again() -> None:
    """A near copy of a chosen sentence loses against something new."""
    text = """The council raised the harbour levy by a tenth on Tuesday after a long debate.

The council raised the harbour levy by a tenth on Tuesday evening after a long debate.

Forty crews of the smaller fishing boats will sail to the capital in protest next week."""
    assert [sentence.split()[0] for sentence in _sentences(text, count=2)] == ["The", "Forty"]


@pytest.mark.parametrize(("count", "shares"), [(2, [1, 1]), (3, [2, 1]), (4, [2, 2])])
def test_no_document_gives_more_than_its_share(count: int, shares: list[int]) -> None:
    """However long one of them is."""
    readings = {"long": read(ARTICLE, language="en"), "short": read(OTHER, language="en")}
    given_by = [s.document for s in summarise(readings, sentences=count).sentences]
    assert sorted((given_by.count("long"), given_by.count("short")), reverse=True) == shares
    assert given_by == sorted(given_by, key=list(readings).index)


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("words", [10, 40, 80])
def test_a_summary_keeps_to_its_words(words: int, engine: Engine) -> None:
    """The words of all sentences together fit."""
    summary = summarise({"a": read(ARTICLE, language="en")}, words=words, engine=engine)
    assert sum(len(sentence.text.split()) for sentence in summary.sentences) <= words


@pytest.mark.parametrize("text", ["", "Word.", "“", "\n\n\n", "No stop at all in this short text"])
def test_a_text_without_sentences_has_an_empty_summary_or_itself(text: str) -> None:
    """Nothing to say is no fault."""
    assert len(summarise({"a": read(text, language="en")}).sentences) <= 1


@settings(max_examples=50)
@given(st.lists(st.text(st.sampled_from("ab. “”\"'\n?éЖ") | st.characters()), max_size=3))
def test_no_text_breaks_the_summary(texts: list[str]) -> None:
    """Any texts have a summary, and twice the same one."""
    readings = {str(i): read(text) for i, text in enumerate(texts)}
    assert summarise(readings) == summarise(readings)


def _printed(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[str]:
    parser = argparse.ArgumentParser()
    summarize.configure(parser)
    assert summarize.run(parser.parse_args(arguments)) == 0
    return capsys.readouterr().out.splitlines()


def test_the_command_prints_spans_of_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Front matter and Markdown signs count, for the span is a place in the file."""
    file = tmp_path / "levy.md"
    file.write_text(
        "---\noutlet: The Buoy\n---\n" + ARTICLE.replace("council voted", "*council* voted")
    )
    (line,) = _printed(capsys, str(file), "--format", "jsonl", "--sentences", "1")
    row = json.loads(line)
    (sentence,) = row["sentences"]
    start, end = sentence["span"]
    assert file.read_text()[start:end].replace("*", "") == sentence["text"]
    assert row["doc"] == sentence["doc"] == "levy.md"
    assert row["words"] == len(sentence["text"].split())


def test_together_prints_one_line_for_all_files(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --together there is a line for each."""
    files = [tmp_path / "one.txt", tmp_path / "two.txt"]
    for file, text in zip(files, (ARTICLE, OTHER), strict=True):
        file.write_text(text)
    names = [str(file) for file in files]
    assert len(_printed(capsys, *names, "--format", "jsonl")) == 2
    (line,) = _printed(capsys, *names, "--format", "jsonl", "--together")
    assert json.loads(line)["docs"] == ["one.txt", "two.txt"]


def test_a_summary_of_news_is_not_its_headline_or_boilerplate(shared: Path) -> None:
    """On real news texts every summary has its sentences, each a slice."""
    for file in sorted((shared / "eval/summaries").glob("*.jsonl")):
        for line in file.read_text(encoding="utf-8").splitlines():
            reading = read(json.loads(line)["text"], language="en")
            summary = summarise({"a": reading})
            assert len(summary.sentences) == 3
            assert all(s.spans[0].of(reading.text) == s.text for s in summary.sentences)


@pytest.mark.parametrize(
    "text", ["It rained. It poured.\n\nWe left.", "昨日は雨だった。橋が閉まった。\n\n誰も来ない。"]
)
def test_short_notes_have_a_summary_too(text: str) -> None:
    """Where no sentence has the usual length, short ones serve."""
    assert summarise({"a": read(text)}).sentences
