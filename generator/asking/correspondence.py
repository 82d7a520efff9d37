"""The correspondence of one run with a language model: what is stored, then what may be asked.

A stored answer is never asked for again. Where nobody can be asked (no address, offline, the budget
spent, the endpoint failing), an answer to the same input that another model gave earlier serves,
for an editor has seen it. An endpoint that failed is not asked again in the same run.
"""

from __future__ import annotations

import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.asking.endpoint import MODEL, Endpoint, EndpointError, endpoint_from
from generator.settings import SiteSettings
from generator.store.answers import FOLDER, Answers, AnswersError, StoredAnswer
from generator.summary.question import Question, answer_key, input_key, messages


class NoAnswerError(Exception):
    """No answer is stored, and none was got; says why, empty where nobody was to be asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Answer:
    """What a model wrote, and what an editor should know about how it was got."""

    model: str
    text: str
    instead: str = ""
    """Why the model at hand could not be asked, and this stored answer serves instead."""
    not_kept: str = ""
    """Why it could not be stored."""


class Correspondent:
    """Asks, within the budget, what is not answered yet."""

    def __init__(
        self,
        *,
        answers: Answers | None,
        endpoint: Endpoint | None,
        model: str,
        why_not: str,
        budget: int,
    ) -> None:
        """Use `answers` (None: keep nothing); ask `endpoint`, or nobody for the reason `why_not`.

        `model` is the one whose stored answers come first, `budget` how many questions may be
        asked.
        """
        self.answers = answers
        self.endpoint = endpoint
        self.model = model
        self.left = budget
        self._why_not = why_not

    def answer(self, question: Question, *, slug: str) -> Answer:
        """Return an answer about the digest `slug`, or about the text of that name.

        Raises `NoAnswerError`, or `AnswersError` where a stored answer cannot be read.
        """
        stored = self.answers.of(slug) if self.answers else ()
        key = answer_key(question, model=self.model)
        if same := next((row for row in stored if row.key == key), None):
            return Answer(model=same.model, text=same.answer)
        try:
            return self._asked(question, slug)
        except NoAnswerError as error:
            about = input_key(question)
            earlier = next((row for row in reversed(stored) if row.input == about), None)
            if earlier is None:
                raise
            why = str(error) if self.endpoint else ""
            return Answer(model=earlier.model, text=earlier.answer, instead=why)

    def _asked(self, question: Question, slug: str) -> Answer:
        """Ask, and keep the answer. Raises `NoAnswerError`."""
        # urllib3 is not loaded where nobody is asked.
        from generator.asking.exchange import ExchangeError, answer_to  # noqa: PLC0415

        endpoint = self.endpoint
        if endpoint is None or self._why_not:
            raise NoAnswerError(self._why_not)
        if question.is_too_long:
            message = "there are too many passages for one question"
            raise NoAnswerError(message)
        if not self.left:
            message = "the budget of this build is spent (setting summary_requests)"
            raise NoAnswerError(message)
        self.left -= 1
        # What leaves the machine is said aloud.
        sys.stderr.write(f"Asking {endpoint.model} at {endpoint.host} to sum up {slug}…\n")
        sys.stderr.flush()
        try:
            text = answer_to(messages(question), endpoint)
        except ExchangeError as error:
            message = f"{endpoint.host} was asked, and {error}"
            if error.is_final:
                self._why_not = message
            raise NoAnswerError(message) from error
        return Answer(
            model=endpoint.model, text=text, not_kept=self._kept(question, slug, endpoint, text)
        )

    def _kept(self, question: Question, slug: str, endpoint: Endpoint, text: str) -> str:
        """Keep an answer; return why that failed, or nothing."""
        if self.answers is None:
            return ""
        answer = StoredAnswer(
            key=answer_key(question, model=endpoint.model),
            input=input_key(question),
            model=endpoint.model,
            answer=text,
        )
        try:
            self.answers.add(slug, answer)
        except AnswersError as error:
            return str(error)
        return ""


def correspondent(
    content: Path, settings: SiteSettings, environ: Mapping[str, str]
) -> Correspondent:
    """Return the correspondent of a build of the site in the folder `content`."""
    endpoint, why_not = None, ""
    try:
        endpoint = endpoint_from(environ, seconds=settings.summary_timeout)
    except EndpointError as error:
        why_not = str(error)
    return Correspondent(
        answers=answers_in(content),
        endpoint=endpoint,
        model=environ.get(MODEL, "").strip(),
        why_not=why_not,
        budget=settings.summary_requests,
    )


def reader_of_answers(content: Path) -> Correspondent:
    """Return a correspondent that asks nobody, and knows what is stored in `content`."""
    return Correspondent(answers=answers_in(content), endpoint=None, model="", why_not="", budget=0)


def answers_in(content: Path) -> Answers:
    """Return the answers of the site whose content folder is `content`."""
    return Answers(folder=content.absolute() / FOLDER)
