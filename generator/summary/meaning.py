"""Object to a sentence that turns what its passages say: denied, doubted, or the contrary.

Clause is compared with clause, by the telling words they share. Natural language inference does
this with a trained model (Kryściński et al. 2020); words of closed classes and pairs of opposites
find the plain cases, offline and so that an editor can follow, and let the subtle ones through.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.summary import facts
from generator.summary.case import Case, parts, small_words
from generator.summary.senses import Phrases, senses

_FEWEST = 2
"""Telling words that a sentence shares with a clause that says the same."""


def denials(case: Case) -> Iterator[str]:
    """Denied is what the passage denies, and nothing else."""
    if not facts.is_negated(case.text, case.language):
        yield from _says_what_is_denied(case)
        return
    if not facts.is_negated(case.evidence, case.language):
        denying = senses(case.tag).denials
        if not denying.first_in(small_words(case.evidence)):
            yield "it denies something, and no passage it cites does"
            return
    yield from _denies_what_is_said(case)


def opposites(case: Case) -> Iterator[str]:
    """No clause says the contrary of the clause of a passage that it is nearest to."""
    for clause in case.text_clauses:
        said = small_words(clause)
        for ours, theirs in senses(case.tag).opposites:
            word = ours.first_in(said)
            if not word or theirs.first_in(said):
                continue
            own = case.content(clause) - case.content(*ours.words, *theirs.words)
            same, contrary = -1, 0
            against = ""
            for other in case.cited_clauses:
                words = small_words(other)
                shared = len(own & case.content(other))
                if ours.first_in(words):
                    same = max(same, shared)
                elif (found := theirs.first_in(words)) and shared > contrary:
                    contrary, against = shared, found
            if contrary > max(same, 0):
                yield f"it says “{word}” where its passage says “{against}”"


def doubts(case: Case) -> Iterator[str]:
    """Tell as possible, or as somebody's word, what a passage does."""
    known = senses(case.tag)
    said = small_words(case.text)
    turned = facts.is_negated(case.text, case.language) or bool(
        known.doubts.first_in(said) or known.denials.first_in(said)
    )
    credited = turned or bool(known.claims.first_in(said) or set(said) & set(case.language.cues))
    own = case.own_content()
    for turning, is_told in ((known.doubts, turned), (known.claims, credited)):
        if is_told:
            continue
        for clause in _clauses_turned(case, turning, own):
            yield f"its passage is less sure: “{clause.strip()}”"


def universals(case: Case) -> Iterator[str]:
    """Who speaks of all, or of most, has it from a passage."""
    known = senses(case.tag).universals
    there = set(small_words(case.evidence))
    for word in small_words(case.text):
        if word in known.words and word not in there:
            yield f"“{word}” stands in no passage it cites"


def _says_what_is_denied(case: Case) -> Iterator[str]:
    own = case.own_content()
    nothing = case.content(*case.language.kind_of_words("negations"))
    for clause in (clause for p in case.cited for clause in parts(p.text)):
        denied = case.content(clause) - nothing
        if facts.is_negated(clause, case.language) and len(own & denied) * 2 > len(denied):
            yield f"its passage denies what it says: “{clause.strip()}”"
    denying = senses(case.tag).denials
    if not denying.first_in(small_words(case.text)):
        for clause in _clauses_turned(case, denying, own):
            yield f"its passage denies what it says: “{clause.strip()}”"


def _denies_what_is_said(case: Case) -> Iterator[str]:
    """Yield an objection to a denying clause that is nearest to one that affirms."""
    denying = senses(case.tag).denials
    for clause in case.text_clauses:
        if not facts.is_negated(clause, case.language):
            continue
        own = case.content(clause) - case.content(*case.language.kind_of_words("negations"))
        denied, affirmed, nearest = 0, 0, ""
        for other in case.cited_clauses:
            shared = len(own & case.content(other))
            turned = facts.is_negated(other, case.language)
            if turned or denying.first_in(small_words(other)):
                denied = max(denied, shared)
            elif shared > affirmed:
                affirmed, nearest = shared, other
        if affirmed > denied and affirmed * 2 > len(own):
            yield f"it denies what its passage says: “{nearest.strip()}”"


def _clauses_turned(case: Case, turning: Phrases, own: Iterable[str]) -> Iterator[str]:
    """Yield the clauses of passages that `turning` words turn, if they say what `own` says."""
    ours = set(own)
    for clause in case.cited_clauses:
        words = small_words(clause)
        if not turning.first_in(_without_may(clause, words)):
            continue
        said = case.content(clause) - case.content(*turning.words)
        if len(ours & said) >= _FEWEST and len(ours & said) * 2 > len(said):
            yield clause


def _without_may(clause: str, words: tuple[str, ...]) -> tuple[str, ...]:
    """Return lower-case `words` without those that a capital makes a month: May, März."""
    return tuple(
        small
        for small, written in zip(words, facts.letters(clause), strict=True)
        if not (written[0].isupper() and small == "may")
    )
