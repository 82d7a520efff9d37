"""The denominators of a coverage report in words, so that no figure stands without its whole."""

from __future__ import annotations

from collections.abc import Iterator

from generator.views.shares import part
from generator.views.tallies import Standing, Tally
from generator.views.words import number

_ONE: dict[Standing, str] = {
    "paraphrased": "is only paraphrased",
    "listed": "is listed without a quotation",
    "silent": "said nothing",
}
_MANY: dict[Standing, str] = {
    "paraphrased": "are only paraphrased",
    "listed": "are listed without a quotation",
    "silent": "said nothing",
}


def sentences_of(tally: Tally, language: str, *, site: bool) -> tuple[str, ...]:
    """Return what the figures of `tally` are of; numbers as in `language`, the site's.

    `site` for the report on all digests.
    """
    if not tally.voices:
        return ()
    said = (
        _outlets(tally, language, site=site),
        _silence(tally, language, site=site),
        _words(tally, language),
        *_apart(tally, language),
    )
    return tuple(filter(None, said))


def _outlets(tally: Tally, language: str, *, site: bool) -> str:
    """Say how many of the outlets are quoted, and what became of the others."""
    quoted, every = tally.standing("quoted"), len(tally.voices)
    where = "looked at" if site or tally.with_silence else "in this digest"
    if every == 1:
        head = f"The one outlet {where} is {'quoted' if quoted else 'not quoted'}"
    elif quoted == every:
        head = f"All {number(every, language)} outlets {where} are quoted"
    elif quoted:
        verb = "is" if quoted == 1 else "are"
        whole = number(every, language)
        head = f"{number(quoted, language)} of the {whole} outlets {where} {verb} quoted"
    else:
        head = f"None of the {number(every, language)} outlets {where} is quoted"
    others = ", ".join(
        f"{'it' if every == 1 else number(count, language)} {(_ONE if count == 1 else _MANY)[each]}"
        for each in _ONE
        if (count := tally.standing(each))
    )
    return f"{head}: {others}." if others else f"{head}."


def _silence(tally: Tally, language: str, *, site: bool) -> str:
    """Say for how much of this the outlets that said nothing are known at all."""
    if not site:
        missing = "Whether others were looked at and said nothing is not recorded."
        return "" if tally.with_silence else missing
    if not tally.with_silence:
        return "No digest records which outlets were looked at and said nothing."
    some, every = number(tally.with_silence, language), number(tally.digests, language)
    verb = "records" if tally.with_silence == 1 else "record"
    head = f"{some} of the {every} digests {verb}"
    if tally.with_silence == tally.digests:
        head = "Every digest records"
    times = sum(voice.silences for voice in tally.voices)
    often = "once" if times == 1 else f"{number(times, language)} times"
    return f"{head} which outlets were looked at and said nothing: {often} in all."


def _words(tally: Tally, language: str) -> str:
    """Say how many words are quoted, of whom, and how many of them were found."""
    words, found = tally.words, tally.found
    if not tally.quotations:
        return "Nothing is quoted."
    if not words:
        return "No word stands in quotation marks."
    head = _standing(tally, language)
    if words == found:
        return f"{head}, every one found in a stored article."
    if not found:
        return f"{head}; none of them was found in a stored article."
    share = part(found, words)
    some = number(found, language) + (f" of them ({share})" if share else " of them")
    return f"{head}; {some} {'was' if found == 1 else 'were'} found in a stored article."


def _standing(tally: Tally, language: str) -> str:
    """Say where the quoted words stand: in quotation marks, or in sentences of the articles."""
    words, own = tally.words, tally.own
    whole = number(words, language)
    if own:
        where = (
            f"{number(words - own, language)} in quotation marks and {number(own, language)} in "
            "the articles’ own sentences"
            if own < words
            else "all of them in the articles’ own sentences"
        )
        return f"{whole} {'word is' if words == 1 else 'words are'} quoted, {where}"
    return f"{whole} {'word stands' if words == 1 else 'words stand'} in quotation marks"


def _of_articles(some: str, every: str) -> str:
    """Say how many quotations are no speech."""
    if some == "1":
        return f"1 of the {every} quotations is an article’s own sentence, and nobody’s speech."
    return f"{some} of the {every} quotations are articles’ own sentences, and nobody’s speech."


def _apart(tally: Tally, language: str) -> Iterator[str]:
    """Say what is counted apart, and what not at all."""
    some, every = number(tally.paraphrases, language), number(tally.quotations, language)
    if tally.paraphrases and tally.paraphrases == tally.quotations:
        yield "All that is told is told in paraphrase, which has no verdict and no counted word."
    elif tally.paraphrases == 1:
        yield f"1 of the {every} quotations is a paraphrase, without verdict or counted word."
    elif tally.paraphrases:
        yield f"{some} of the {every} quotations are paraphrases, without verdict or counted word."
    # Where nothing else is quoted the sentence before has said so.
    if 0 < tally.of_articles < tally.quotations:
        yield _of_articles(number(tally.of_articles, language), every)
    if tally.translations == 1:
        yield "1 quotation is translated; its words count once, as translated."
    elif tally.translations:
        translated = number(tally.translations, language)
        yield f"{translated} quotations are translated; their words count once, as translated."
    if tally.withdrawn == 1:
        yield "1 withdrawn quotation is not counted."
    elif tally.withdrawn:
        yield f"{number(tally.withdrawn, language)} withdrawn quotations are not counted."
