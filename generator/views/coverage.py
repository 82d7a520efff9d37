"""Whose voices a digest carries, or the site: verdicts, countries, languages, words by outlet.

Every share is of a whole that its table names. What is not known is counted as unknown; an outlet
that said nothing is counted with those looked at.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from generator.quick_state import quickly_made
from generator.settings import SiteSettings
from generator.views.coverage_words import sentences_of
from generator.views.quotation import outlet_address
from generator.views.shapes import CoverageRow, CoverageTable, CoverageView
from generator.views.shares import LEAST_FOR_PERCENT, percent, shares
from generator.views.tallies import STANDINGS, Standing, Tally, Voice
from generator.views.words import VERDICTS, country_name, language_name, number

MOST_BARS = 12
"""Bars in one chart; the table below it has every row."""

_coverage_row = quickly_made(CoverageRow)

UNKNOWN_COUNTRY = "Country unknown"
UNKNOWN_LANGUAGE = "Language unknown"

NOTES: dict[Standing, str] = {
    "quoted": "",
    "paraphrased": "paraphrased",
    "listed": "listed",
    "silent": "silent",
}
OWN_WORDS = "own words"
"""Note on an outlet of whose articles only their own sentences are quoted."""
_PLACES = {note: place for place, note in enumerate(["", OWN_WORDS, *filter(None, NOTES.values())])}
"""In which order notes stand."""


def coverage_view(
    tally: Tally, settings: SiteSettings, *, with_pages: frozenset[str], site: bool = False
) -> CoverageView:
    """Return the figures of `tally`.

    `with_pages` are the slugs of outlets that have a page; `site` for the report on all digests,
    which lists its outlets elsewhere.
    """
    language = settings.language
    return CoverageView(
        sentences=sentences_of(tally, language, site=site),
        verdicts=_verdicts(tally, language),
        paraphrases=tally.paraphrases,
        countries=_countries(tally, settings),
        languages=_languages(tally, language),
        outlets=_outlets(() if site else tally.voices, language, with_pages=with_pages),
    )


class _Line(NamedTuple):
    """A row before its share is known; the last figure is what the share is of."""

    label: str
    figures: tuple[int, ...]
    address: str = ""
    note: str = ""


def _verdicts(tally: Tally, language: str) -> CoverageTable:
    lines = [_Line(label=VERDICTS[k][0], figures=(n,)) for k, n in tally.verdicts.items()]
    return _table(
        lines,
        heading="Verdicts",
        label="Verdict",
        columns=("Quotations",),
        basis="Quotations that are no paraphrases",
        language=language,
    )


def _countries(tally: Tally, settings: SiteSettings) -> CoverageTable:
    names = {
        voice.outlet.slug: country_of(voice, settings) or UNKNOWN_COUNTRY for voice in tally.voices
    }
    looked_at = Counter(names.values())
    quoted = Counter(names[v.outlet.slug] for v in tally.voices if v.standing == "quoted")
    words: Counter[str] = Counter()
    for voice in tally.voices:
        words[names[voice.outlet.slug]] += voice.words
    return _table(
        [_Line(label=n, figures=(looked_at[n], quoted[n], words[n])) for n in looked_at],
        heading="Countries",
        label="Country",
        columns=("Outlets", "Quoted", "Words"),
        basis="Outlets looked at, those quoted, and their quoted words",
        language=settings.language,
        last=UNKNOWN_COUNTRY,
    )


def country_of(voice: Voice, settings: SiteSettings) -> str:
    """Return the name of an outlet's country; empty if it is not known."""
    return country_name(voice.outlet.country, settings.language, settings.country_names)


def _languages(tally: Tally, language: str) -> CoverageTable:
    names = {
        tag: UNKNOWN_LANGUAGE if tag in {"", "und"} else language_name(tag, language)
        for tag in tally.languages
    }
    return _table(
        [
            _Line(label=name, figures=(tally.outlets_by_language[tag], tally.languages[tag]))
            for tag, name in names.items()
        ],
        heading="Languages",
        label="Language",
        columns=("Outlets", "Words"),
        basis="Outlets quoted, and quoted words, by language (of a translation: by the original’s)",
        language=language,
        last=UNKNOWN_LANGUAGE,
    )


def _outlets(
    voices: Iterable[Voice], language: str, *, with_pages: frozenset[str]
) -> CoverageTable:
    """Return every outlet looked at: those quoted by their words, then the others."""
    ordered = sorted(voices, key=lambda voice: STANDINGS.index(voice.standing))
    return _table(
        [
            _Line(
                label=voice.outlet.name,
                figures=(voice.quotations, voice.found, voice.words),
                address=outlet_address(voice.outlet.slug)
                if voice.outlet.slug in with_pages
                else "",
                note=OWN_WORDS if voice.own and voice.own == voice.words else NOTES[voice.standing],
            )
            for voice in ordered
        ],
        heading="Outlets",
        label="Outlet",
        columns=("Quoted", "Found", "Words"),
        basis="Quotations, words found in a stored article, and all quoted words",
        language=language,
    )


def _table(
    lines: Sequence[_Line],
    *,
    heading: str,
    label: str,
    columns: tuple[str, ...],
    basis: str,
    language: str,
    last: str = "",
) -> CoverageTable:
    """Return a table, the largest rows first and labels in order among equals; `last` at its end.

    Lines that share the last figure 0 keep their order by note, so that outlets stand by standing.
    """
    whole = sum([line.figures[-1] for line in lines])
    ordered = sorted(
        lines,
        key=lambda line: (
            line.label == last,
            -line.figures[-1],
            _PLACES[line.note],
            line.label.casefold(),
            line.address,
        ),
    )
    enough = whole >= LEAST_FOR_PERCENT
    parts = shares([line.figures[-1] for line in ordered])
    rows = [
        _coverage_row(
            label=line.label,
            figures=tuple([number(figure, language) for figure in line.figures]),
            share=percent(share, line.figures[-1], whole) if enough else "",
            bar=share,
            address=line.address,
            note=line.note,
        )
        for line, share in zip(ordered, parts, strict=True)
    ]
    drawn = [row for row, line in zip(rows, ordered, strict=True) if line.figures[-1]]
    return CoverageTable(
        heading=heading,
        label=label,
        columns=columns,
        basis=f"{basis}; share of all {number(whole, language)}" if enough else basis,
        rows=tuple(rows),
        bars=tuple(drawn[:MOST_BARS]),
        undrawn=len(drawn[MOST_BARS:]),
        percent=enough,
    )
