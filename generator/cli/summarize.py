"""`summarize`: the gist of each file, or of all together, in sentences with their places."""

from __future__ import annotations

import argparse
import json
from typing import Any

from generator.cli import UsageError
from generator.cli.texts import NamedText, progress, read_texts, reading_of
from generator.model import Summary
from generator.reading import Reading
from generator.summary import ENGINES, summarise
from generator.summary.terms import words

HELP = "summarise texts in sentences taken from them"


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a UTF-8 file, or -")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--sentences", type=_count, default=3, metavar="N", help="3 by default")
    length.add_argument("--words", type=_count, metavar="N", help="as many sentences as fit")
    parser.add_argument("--engine", choices=ENGINES, default="extractive", metavar="NAME")
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")
    parser.add_argument("--together", action="store_true", help="one summary of all the files")


def run(options: argparse.Namespace) -> int:
    """Print a summary for each file, or one of all."""
    texts = read_texts(options.files)
    groups = [texts] if options.together else [(text,) for text in texts]
    for group in progress(groups, "summarising"):
        documents = _documents(group)
        summary = summarise(
            documents, sentences=options.sentences, words=options.words, engine=options.engine
        )
        if options.format == "jsonl":
            row = _row(summary, documents, together=options.together)
            print(json.dumps(row, ensure_ascii=False))
        else:
            _print_text(summary, group, named=len(texts) > 1 and not options.together)
    return 0


def _count(written: str) -> int:
    number = int(written)
    if number < 1:
        message = f"{number} is less than 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _documents(texts: tuple[NamedText, ...]) -> dict[str, Reading]:
    documents: dict[str, Reading] = {}
    for text in texts:
        if text.name in documents:
            message = f"two files are named {text.name}, so a sentence could not say whose it is"
            raise UsageError(message)
        documents[text.name] = reading_of(text)
    return documents


def _row(summary: Summary, documents: dict[str, Reading], *, together: bool) -> dict[str, Any]:
    """Return the contract's line; spans count code points of the file."""
    sentences = []
    for sentence in summary.sentences:
        places = [documents[sentence.document].projection.in_file(span) for span in sentence.spans]
        sentences.append(
            {
                "doc": sentence.document,
                "span": [places[0].start, places[-1].end],
                "text": sentence.text,
                "score": round(sentence.score, 4),
            }
        )
    head: dict[str, Any] = {"docs": list(documents)} if together else {"doc": next(iter(documents))}
    count = sum(len(words(sentence.text)) for sentence in summary.sentences)
    return {**head, "sentences": sentences, "words": count}


def _print_text(summary: Summary, texts: tuple[NamedText, ...], *, named: bool) -> None:
    if named:
        print(f"{texts[0].name}:")
    for sentence in summary.sentences:
        print(" ".join(sentence.text.split()))
    if named:
        print()
