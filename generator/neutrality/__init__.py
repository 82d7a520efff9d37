"""The neutrality linter: where the words that an editor puts around quotations take a side.

Pressreview never tints a quotation; this looks at the editor's own words and warns. The rules are
a named list, one file each; their word lists are data files beside, one for each language, and
`README.md` says how entries got in. A language without a file has no findings.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from generator.analysis import AnalysedText
from generator.model import DigestContent, EditorsWords, Quotation, Silence
from generator.neutrality.collectives import collectives
from generator.neutrality.entries import in_entries
from generator.neutrality.finding import COLLECTIVE, LOADED, PARAPHRASE, SCARE, Finding
from generator.neutrality.loaded_verbs import loaded_verbs
from generator.neutrality.narration import Narration
from generator.neutrality.paraphrases import paraphrases
from generator.neutrality.passages import Placed, Runs, in_editors_words, in_review, narrated
from generator.neutrality.scare_quotes import runs_of, scare_quotes
from generator.neutrality.silences import silences_in, unsilenced
from generator.neutrality.words import NeutralityWords, words_of
from generator.outlets import Registry
from generator.problems import Problem
from generator.settings import SiteSettings
from generator.text.comments import comments_in_markdown

__all__ = ["RULES", "findings", "narrated", "neutrality_problems"]

RULES: dict[str, Callable[[Narration], Iterator[Finding]]] = {
    COLLECTIVE: collectives,
    LOADED: loaded_verbs,
    SCARE: scare_quotes,
    PARAPHRASE: paraphrases,
}
"""Code → the rule that finds it, in the order in which they look."""


def neutrality_problems(
    content: DigestContent,
    review: AnalysedText | None,
    quotations: Iterable[Quotation],
    *,
    registry: Registry,
    settings: SiteSettings,
) -> tuple[Problem, ...]:
    """Return a warning for each place where the editor's words in a digest take a side.

    `review` is the narrated review as analysed, `quotations` are all that the digest publishes: a
    title may repeat their words in marks. Also warns of silences without effect (N005).
    """
    quoted = runs_of(part for quotation in quotations for part in quotation.parts)
    placed = [
        one
        for one in _all_placed(content, review, quoted, registry, settings)
        if one.finding.code not in settings.neutrality_off
    ]
    silences: list[tuple[str, Silence]] = [(content.file, s) for s in content.silences]
    if content.review and content.review.markup == "markdown":
        found = silences_in(comments_in_markdown(content.review.text, content.review.body))
        silences += [(content.review.file, silence) for silence in found]
    return tuple(sorted(set(unsilenced(placed, silences, off=settings.neutrality_off))))


def findings(narration: Narration) -> Iterator[Finding]:
    """Yield what every rule finds in one passage, in text order."""
    yield from sorted(found for rule in RULES.values() for found in rule(narration))


def _all_placed(
    content: DigestContent,
    review: AnalysedText | None,
    quoted: Runs,
    registry: Registry,
    settings: SiteSettings,
) -> Iterator[Placed]:
    if review and content.review and (words := _words(review.analysis.language, settings)):
        yield from in_review(
            content.review, review, words, registry=registry, quoted=quoted, rules=findings
        )
    language = content.editorial.language
    words = _words(language, settings)
    texts: dict[int, EditorsWords] = {}
    for passage in content.words:
        match passage.key:
            case ("quotations", int(place), "text"):
                texts[place] = passage
            case _ if words:
                yield from in_editors_words(
                    passage,
                    content.file,
                    words,
                    language=language,
                    registry=registry,
                    quoted=quoted,
                    rules=findings,
                )
    yield from in_entries(content.editorial.quotations, texts, content.file, words)


def _words(language: str, settings: SiteSettings) -> NeutralityWords | None:
    """Return the words of a language, with those that the site adds."""
    words = words_of(language)
    added = settings.neutrality_words.get(language.split("-", 1)[0].casefold(), ())
    if words is None or not added:
        return words
    more = {word.casefold().replace("’", "'"): "added" for word in added}
    return replace(words, verbs={**words.verbs, **more})
