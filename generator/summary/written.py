"""Make a summary of what a language model answered: the sentences that its passages support."""

from __future__ import annotations

from dataclasses import dataclass

from generator.model import Summary
from generator.problems import Problem
from generator.summary.answer import UnusableAnswerError, claims
from generator.summary.question import Question
from generator.summary.support import Rejection, judged

SHOWN = 90
"""Characters of a sentence that a message shows."""

_INSTEAD = "Sentences of the passages stand in its place"


@dataclass(frozen=True, kw_only=True, slots=True)
class Place:
    """Where an editor asked for a summary, for messages."""

    file: str
    line: int = 1

    def warning(self, code: str, what: str, mend: str) -> Problem:
        """Return a warning about the summary asked for here."""
        return Problem(
            file=self.file, line=self.line, code=code, what=what, mend=mend, severity="warning"
        )


def written(
    answer: str, question: Question, *, model: str, place: Place
) -> tuple[Summary | None, tuple[Problem, ...]]:
    """Return the summary that `model` wrote, and a note for each sentence that was left out.

    None where nothing of the answer can be used.
    """
    try:
        given = claims(answer)
    except UnusableAnswerError as error:
        return None, (_unusable(str(error), model, place),)
    kept, rejected = judged(given, question)
    notes = tuple(_left_out(rejection, place) for rejection in rejected)
    if not kept:
        return None, (*notes, _unusable("no sentence of it is left", model, place))
    return Summary(sentences=kept, made_by="openai", model=model), notes


def not_asked(why: str, place: Place) -> Problem:
    """Return the note that no language model could be asked."""
    mend = f"{_INSTEAD}; build again when that is mended, or write the summary yourself."
    return place.warning("S001", f"no language model wrote the summary: {why}", mend)


def another_answered(why: str, model: str, place: Place) -> Problem:
    """Return the note that an answer of another model, stored earlier, is used."""
    mend = f"The stored answer of {model} stands in its place; build again when that is mended."
    return place.warning("S001", f"no language model wrote the summary: {why}", mend)


def _unusable(why: str, model: str, place: Place) -> Problem:
    mend = f"{_INSTEAD}; delete the stored answer to ask again, or write the summary yourself."
    return place.warning("S002", f"the answer of {model} cannot be used: {why}", mend)


def _left_out(rejection: Rejection, place: Place) -> Problem:
    text = rejection.text
    shown = text if len(text) <= SHOWN else f"{text[:SHOWN].rstrip()}…"
    what = f"a sentence of the language model is left out, for {rejection.why}: “{shown}”"
    return place.warning("S003", what, "Nothing needs doing; or write the summary yourself.")
