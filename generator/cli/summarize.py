"""`summarize`: the gist of each file, or of all together, in sentences with their places."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, get_args

from generator.cli import UsageError
from generator.cli.texts import NamedText, progress, read_texts, reading_of
from generator.model import Span, Summary, SummaryEngine, SummarySentence
from generator.reading import Reading
from generator.summary import summarise
from generator.summary.terms import words

HELP = "summarise texts in sentences that show where they come from"
ENGINES: tuple[SummaryEngine, ...] = get_args(SummaryEngine)


def configure(parser: argparse.ArgumentParser) -> None:
    """Declare the arguments."""
    parser.add_argument("files", nargs="+", metavar="FILE", help="a UTF-8 file, or -")
    length = parser.add_mutually_exclusive_group()
    length.add_argument("--sentences", type=_count, default=3, metavar="N", help="3 by default")
    length.add_argument("--words", type=_count, metavar="N", help="as many sentences as fit")
    parser.add_argument(
        "--engine",
        choices=ENGINES,
        default="extractive",
        metavar="NAME",
        help=f"{', '.join(ENGINES)}; openai sends the texts to a language model",
    )
    parser.add_argument("--format", choices=("text", "jsonl"), default="text")
    parser.add_argument("--together", action="store_true", help="one summary of all the files")


def run(options: argparse.Namespace) -> int:
    """Print a summary for each file, or one of all."""
    texts = read_texts(options.files)
    groups = [texts] if options.together else [(text,) for text in texts]
    summary_of = _summariser(options, texts=len(groups))
    for group in progress(groups, "summarising"):
        documents = _documents(group)
        summary = summary_of(documents)
        if not summary.sentences:
            fits = f" of at most {options.words} words" if options.words else ""
            sys.stderr.write(f"{', '.join(documents)}: no sentence{fits} to choose\n")
        if options.format == "jsonl":
            row = _row(summary, documents, together=options.together)
            print(json.dumps(row, ensure_ascii=False))
        else:
            _print_text(summary, group, named=len(texts) > 1 and not options.together)
    return 0


def _summariser(
    options: argparse.Namespace, *, texts: int
) -> Callable[[Mapping[str, Reading]], Summary]:
    """Return the engine asked for, with the length asked for."""
    length = {"sentences": options.sentences, "words": options.words}
    if options.engine == "openai":
        # Imported late: what opens connections is loaded where one is wanted, and nowhere else.
        from generator.cli.asked import by_model  # noqa: PLC0415

        return by_model(partial(summarise, **length), texts=texts, **length)
    return partial(summarise, engine=options.engine, **length)


def _count(written: str) -> int:
    try:
        number = int(written)
    except ValueError as error:
        message = f"{written!r} is no whole number"
        raise argparse.ArgumentTypeError(message) from error
    if number < 1:
        message = f"{number} is less than 1"
        raise argparse.ArgumentTypeError(message)
    return number


def _documents(texts: tuple[NamedText, ...]) -> dict[str, Reading]:
    documents: dict[str, Reading] = {}
    for text in progress(texts, "reading"):
        if text.name in documents:
            message = f"two files are named {text.name}, so a sentence could not say whose it is"
            raise UsageError(message)
        documents[text.name] = reading_of(text)
    return documents


def _row(summary: Summary, documents: dict[str, Reading], *, together: bool) -> dict[str, Any]:
    """Return the contract's line; spans count code points of the file."""
    sentences = [_sentence(sentence, documents) for sentence in summary.sentences]
    head: dict[str, Any] = {"docs": list(documents)} if together else {"doc": next(iter(documents))}
    count = sum(len(words(sentence.text)) for sentence in summary.sentences)
    return {**head, "sentences": sentences, "words": count}


def _sentence(sentence: SummarySentence, documents: dict[str, Reading]) -> dict[str, Any]:
    """Return a sentence with its place; one that a model wrote, with all that it rests on."""
    row = {
        "doc": sentence.document,
        "span": _place(sentence.document, sentence.spans, documents),
        "text": sentence.text,
        "score": round(sentence.score, 4),
    }
    if sentence.cites:
        row["cites"] = [
            {"doc": cited.document, "span": _place(cited.document, cited.spans, documents)}
            for cited in sentence.cites
        ]
    return row


def _place(document: str, spans: tuple[Span, ...], documents: dict[str, Reading]) -> list[int]:
    in_file = documents[document].projection.in_file
    return [in_file(spans[0]).start, in_file(spans[-1]).end]


def _print_text(summary: Summary, texts: tuple[NamedText, ...], *, named: bool) -> None:
    if named:
        print(f"{texts[0].name}:")
    for sentence in summary.sentences:
        print(" ".join(sentence.text.split()))
    if named:
        print()
