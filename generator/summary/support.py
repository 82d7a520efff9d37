"""Hold a language model's sentences to their sources: what no cited passage bears out, goes.

The checks compare words and nothing else, so that an editor can follow each: no model judges
another. They err on the strict side: a true sentence in quite different words is dropped, for a
summary can do without it. `CHECKS` names them all; each says why it objects, or nothing.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from generator.languages import language as language_of
from generator.model import SummarySentence
from generator.summary import binding, facts, hearsay, meaning
from generator.summary.answer import Claim
from generator.summary.case import Case
from generator.summary.question import Question
from generator.summary.terms import words
from generator.text.matching import normalised
from generator.verification import quoted_fragments

LEAST_SHARE = 0.5
"""Of a sentence's content words, so many stand in the passages it cites. Abstracts of news by
people share more with their articles; less is another subject."""
LONGEST = 600
"""Characters of a sentence; twice the longest that newspapers print."""
_PLAIN = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]+")
_MARK = re.compile('["“”„«»]')


@dataclass(frozen=True, kw_only=True, slots=True)
class Rejection:
    """A sentence that is left out, and why."""

    text: str
    why: str
    """For the editor; no full stop."""


def judged(
    given: Iterable[Claim], question: Question
) -> tuple[tuple[SummarySentence, ...], tuple[Rejection, ...]]:
    """Return the sentences that their passages support, as many as were asked for; and the rest."""
    kept: list[SummarySentence] = []
    rejected: list[Rejection] = []
    for claim in given:
        text = " ".join(claim.text.split())
        if why := _objection(claim, text, question) or _surplus(text, kept, question):
            rejected.append(Rejection(text=text, why=why))
        else:
            kept.append(_supported(text, claim, question))
    return tuple(kept), tuple(rejected)


def _supported(text: str, claim: Claim, question: Question) -> SummarySentence:
    """Return a sentence that passed, with the citations that bear it out."""
    case = _case(text, claim, question)
    own = case.own_content()
    shares = [(len(own & case.content(p.text)), p) for p in case.cited]
    telling = tuple(p.citation for share, p in shares if share)
    found = own & case.content(*(p.text for p in case.cited))
    return SummarySentence(
        text=text,
        document=telling[0].document,
        spans=telling[0].spans,
        score=round(len(found) / len(own), 4),
        cites=telling,
    )


def _case(text: str, claim: Claim, question: Question) -> Case:
    cited = {id_: question.by_id[id_] for id_ in dict.fromkeys(claim.cites)}
    return Case(
        text=text,
        cited=tuple(cited.values()),
        others=tuple(p for id_, p in question.by_id.items() if id_ not in cited),
        language=language_of(question.language),
        tag=question.language,
    )


def _objection(claim: Claim, text: str, question: Question) -> str:
    """Return why the sentence cannot stand; empty if it can."""
    if not text or not _PLAIN.fullmatch(text) or len(text) > LONGEST:
        return "it is no plain sentence of fair length"
    unknown = next((id_ for id_ in claim.cites if id_ not in question.by_id), None)
    if unknown is not None:
        return f"it cites {unknown!r}, and no passage has that id"
    if not claim.cites:
        return "it cites no passage"
    case = _case(text, claim, question)
    return next((why for check in CHECKS for why in check(case)), "")


def _surplus(text: str, kept: list[SummarySentence], question: Question) -> str:
    """Return why a sentence is one too many; empty if it is not."""
    if any(sentence.text == text for sentence in kept):
        return "it is written twice"
    if question.words is None:
        return "there is one too many" if len(kept) >= question.sentences else ""
    length = sum(len(words(sentence)) for sentence in (text, *(s.text for s in kept)))
    return f"with it the summary is longer than {question.words} words" * (length > question.words)


def _no_address(case: Case) -> Iterator[str]:
    if facts.has_address(case.text):
        yield "it holds an address of the web or of mail"


def _quotations(case: Case) -> Iterator[str]:
    """Words inside quotation marks are a quotation, and stand in a cited passage."""
    spans = quoted_fragments(case.text)
    sources = [normalised(passage.text) for passage in case.cited]
    for span in spans:
        said = normalised(span.of(case.text)).rstrip(".,;:!?… ")
        whole = re.compile(rf"(?<!\w){re.escape(said)}(?!\w)")
        if not any(whole.search(source) for source in sources):
            yield f"the words “{span.of(case.text)}” stand in no passage it cites"
    if len(_MARK.findall(case.text)) % 2:
        yield "a quotation mark is left open"


def _figures(case: Case) -> Iterator[str]:
    """Every figure, counting word, date and currency stands in a cited passage."""
    known = case.evidence
    missing = sorted(facts.figures(case.text) - facts.figures(known))
    missing += sorted(
        facts.number_words(case.text, case.language) - facts.number_words(known, case.language)
    )
    missing += sorted(facts.date_words(case.text, case.tag) - facts.date_words(known, case.tag))
    missing += sorted(facts.currencies(case.text) - facts.currencies(known))
    for found in missing:
        yield f"“{found}” stands in no passage it cites"


def _names(case: Case) -> Iterator[str]:
    """Every capitalised word stands in a cited passage, or in the name of who said it."""
    known = facts.letters(case.evidence)
    names = [word for word in known if word[0].isupper()]
    for word in facts.capitalised(case.text):
        if word.leads and facts.says_little(word.text, case.language):
            continue
        pool = known if word.leads else names
        if not any(facts.same_name(word.text, other, case.language) for other in pool):
            yield f"“{word.text}” stands in no passage it cites"


def _subject(case: Case) -> Iterator[str]:
    """Enough of what the sentence says stands in the passages it cites."""
    own = case.own_content()
    found = own & case.content(*(p.text for p in case.cited))
    if not found or len(found) < LEAST_SHARE * len(own):
        yield f"only {len(found)} of its {len(own)} telling words stand in the passages it cites"


CHECKS: tuple[Callable[[Case], Iterator[str]], ...] = (
    _no_address,
    _quotations,
    _figures,
    _names,
    hearsay.uncited,
    _subject,
    meaning.denials,
    meaning.opposites,
    meaning.doubts,
    meaning.universals,
    binding.figures,
    binding.counted,
    binding.names,
    hearsay.attributed,
)
"""In the order in which an editor would want to know."""
