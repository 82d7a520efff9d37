"""Give the stored answers of our own sites the keys that their questions have today.

Run `python -m tests.asking.restamp` after changing what a model is asked, or what is published of
the demonstration: the answers were given to another question then, and are kept all the same.
An editor asks again instead.
"""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from generator.asking.correspondence import answers_in
from generator.edition import assembled
from generator.load import read_sound
from generator.outlets import builtin_registry
from generator.settings import SiteSettings
from generator.store.answers import AnswersError, StoredAnswer
from generator.summary.question import answer_key, input_key
from tests.conftest import CHECKOUT

SETTINGS = SiteSettings(title="")


def restamp(content: Path) -> None:
    """Stamp all answers stored in the folder `content` anew, the last of each digest."""
    site, _ = read_sound(content, registry=builtin_registry(), language=SETTINGS.language)
    found = assembled(site, SETTINGS)
    answers = answers_in(content)
    for digest in found.digests:
        try:
            stored = answers.of(digest.first_slug)
        except AnswersError:
            continue
        if stored and digest.slug in found.wanted:
            question, model = found.wanted[digest.slug].question, stored[-1].model
            stamp = {"key": answer_key(question, model=model), "input": input_key(question)}
            (answers.folder / f"{digest.first_slug}.json").unlink()
            answers.add(digest.first_slug, StoredAnswer(**{**asdict(stored[-1]), **stamp}))


if __name__ == "__main__":
    for folder in (CHECKOUT, *sorted((CHECKOUT / "tests" / "problems").iterdir())):
        if (folder / "content" / "summaries").is_dir():
            restamp(folder / "content")
