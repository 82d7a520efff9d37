"""What stays of a withdrawn quotation, and whether its words stay somewhere in spite of it.

Where the attribution was the mistake, a tombstone that names the speaker would repeat it. Nobody
can tell from the reason, so every tombstone keeps the outlet and the article alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.digest.judging import first_words, place_of
from generator.digest.printed import Printed
from generator.digest.word_runs import IndexedArticle
from generator.model import Digest, Quotation
from generator.problems import Problem
from generator.text.matching import identity_form

FEWEST = 3
"""Words of a withdrawn quotation that are looked for in a longer one of its outlet: one or two
are also said by chance."""


def tombstone(quotation: Quotation) -> Quotation:
    """Return `quotation` without whom it credited and what was remarked, if it is withdrawn."""
    if not quotation.withdrawn:
        return quotation
    return replace(quotation, speaker=None, via="", translator="", note="", acknowledged="")


def withdrawn_words_left(digest: Digest, printed: Iterable[Printed]) -> Iterator[Problem]:
    """Yield a problem where words of a withdrawn quotation are still published.

    In an extracted quotation of the same outlet that is an error; one that the editor wrote or
    changed stands by intention. In the editor's own words, `printed`, it is a warning.
    """
    withdrawn = [quotation for quotation in digest.quotations if quotation.withdrawn]
    texts = [each for each in printed if not each.quoted] if withdrawn else []
    for gone in withdrawn:
        index = IndexedArticle(_words(gone))
        for quotation in digest.quotations:
            if _is_left(gone, index, quotation):
                yield _still_quoted(gone, quotation, digest)
        for each in texts:
            run = next(index.runs_in(each.text), None)
            if run:
                words = first_words(run.span.of(each.text))
                yield _still_printed(gone, words, each.file, each.line(run.span.start))


def _is_left(gone: Quotation, index: IndexedArticle, quotation: Quotation) -> bool:
    """Whether an extracted quotation of the same outlet has the words, or a run of them."""
    if quotation.withdrawn or quotation.entry is not None:
        return False
    if quotation.outlet.slug != gone.outlet.slug:
        return False
    return _holds(quotation, gone) or any(True for _ in index.runs_in(_words(quotation)))


def _holds(quotation: Quotation, gone: Quotation) -> bool:
    words = identity_form(_words(gone))
    long_enough = len(words.split()) >= FEWEST
    return long_enough and f" {words} " in f" {identity_form(_words(quotation))} "


def _words(quotation: Quotation) -> str:
    return " ".join(quotation.parts)


def _still_quoted(gone: Quotation, quotation: Quotation, digest: Digest) -> Problem:
    file, line = place_of(gone, digest)
    return Problem(
        file=file,
        line=line,
        code="Q012",
        what=f"words of the withdrawn quotation stay in “{first_words(_words(quotation))}”, "
        f"whose id is '{quotation.id}'",
        mend=f"Withdraw that one: write `id: {quotation.id}` in place of this entry's words. If "
        "it is right, give it an entry of its own that says what makes it so.",
    )


def _still_printed(gone: Quotation, words: str, file: str, line: int) -> Problem:
    return Problem(
        file=file,
        line=line,
        code="Q012",
        what=f"words of the withdrawn quotation '{gone.id}' are still printed here: “{words}”",
        mend="Take them out, or say it in words of your own.",
        severity="warning",
    )
