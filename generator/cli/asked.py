"""Summaries of files by a language model, for `summarize --engine openai`.

Whoever gives this option sends the files' sentences to the model, and means to. Nothing is stored:
a file on the command line belongs to no site.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Mapping

from generator.asking.correspondence import Correspondent
from generator.asking.endpoint import EndpointError, endpoint_from
from generator.asking.summaries import summary_written
from generator.cli import UsageError
from generator.model import Citation, Summary
from generator.reading import Reading
from generator.settings import SiteSettings
from generator.summary.question import Passage, Question
from generator.summary.written import Place

Summariser = Callable[[Mapping[str, Reading]], Summary]


def by_model(rule: Summariser, *, texts: int, sentences: int, words: int | None) -> Summariser:
    """Return a summariser that asks the model named in the environment, once for each text.

    Where no answer of it can be used, `rule` chooses sentences, and standard error says why.
    Raises `UsageError` if the environment names no endpoint.
    """
    try:
        endpoint = endpoint_from(os.environ, seconds=SiteSettings(title="").summary_timeout)
    except EndpointError as error:
        message = f"no language model can be asked: {error}; docs/summaries.md says how"
        raise UsageError(message) from error
    correspondent = Correspondent(
        answers=None, endpoint=endpoint, model=endpoint.model, why_not="", budget=texts
    )

    def summarise_by_model(documents: Mapping[str, Reading]) -> Summary:
        question = _question(documents, sentences=sentences, words=words)
        name = ", ".join(documents)
        summary, notes = summary_written(question, correspondent, slug=name, place=Place(file=name))
        for note in notes:
            sys.stderr.write(f"{note} (a warning)\n")
        return summary or rule(documents)

    return summarise_by_model


def _question(documents: Mapping[str, Reading], *, sentences: int, words: int | None) -> Question:
    """Return the question about `documents`, in the language of the first of them."""
    tag = next((reading.tag for reading in documents.values()), "und")
    return Question(
        language=tag,
        sentences=sentences,
        words=words,
        passages=tuple(
            Passage(
                text=" ".join(span.of(reading.text).split()),
                citation=Citation(document=name, spans=(span,)),
            )
            for name, reading in documents.items()
            if reading.tag == tag
            for span in reading.sentences
        ),
    )
