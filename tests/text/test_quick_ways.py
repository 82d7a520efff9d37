"""Where most texts are plain, a quick way gives what the general one gives."""

from __future__ import annotations

import re
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from generator import readability
from generator.analysis import AnalysedText
from generator.digest.sayings import forms_of, words_of
from generator.digest.surface_forms import without_names
from generator.model import Analysis, AttributionKind, Outlet, Quotation, Span
from generator.outlets.beginnings import Beginnings
from generator.outlets.names import TOKEN, fold
from generator.quotations.parting import _parted_anyhow, parted
from generator.quotations.short_names import _shorts
from generator.reading import read
from generator.summary import terms
from generator.text.furniture import _MOST_COUNTED, _count
from generator.text.markdown_marks import hidden_in_markdown, is_plain, paragraph_breaks
from generator.text.plain_words import words_of_each
from generator.text.projection import project
from generator.text.words import count_words, word_places

SIGNS = st.text(alphabet="ab A1.-–'’\"“”*_~`#>+=|:;&<>[](){}\\\n\r\t0é語и\u0301", max_size=60)
NAMES = ["The Daily Bell", "Daily Bell", "Bell", "Bell & Co", "é"]


@given(SIGNS)
def test_plain_markdown_has_no_marks(text: str) -> None:
    """Of a text that is called plain, the scanner hides nothing and parts nothing."""
    if is_plain(text):
        assert not any(hidden_in_markdown(text))
        assert not paragraph_breaks(text)
        in_full = project(f"*a*\n\n{text}", body=Span(0, 5 + len(text)), markup="markdown")
        assert in_full.visible == f"a\n\n{text}"
        assert not in_full.edges


@given(SIGNS)
def test_names_begin_at_the_same_words_either_way(text: str) -> None:
    """Which words may begin a name does not depend on what stands between the same spaces."""
    first = {word: [(word, Outlet(slug=word, name=word), 3)] for word in ("a", "b", "e", "a1")}
    found = Beginnings(first, site_slugs=frozenset()).of(text)
    words = [word.span() for word in TOKEN.finditer(text) if fold(word[0]) in first]
    assert [(start, end) for start, end, _ in found] == words


@given(SIGNS)
def test_elements_are_the_same_either_way(text: str) -> None:
    """The elements of a text do not depend on what stands between spaces being parted alone."""
    assert parted(text, 0, len(text)) == _parted_anyhow(text, 0)


@given(st.lists(st.sampled_from([*" -A1.tx", "the ", "The ", "BC", "Fox", "-the ", "é"])))
def test_short_names_are_the_same_either_way(pieces: list[str]) -> None:
    """Initials and what follows "the" are found as one search for both would find them."""
    text = "".join(pieces)
    either = re.compile(r"\b([A-Z]{2,5})\b|\b[Tt]he\s([A-Z][\w-]*)\b(?!\s[A-Z])")
    assert _shorts(text) == [match.span(match.lastindex or 0) for match in either.finditer(text)]


@given(SIGNS, st.integers(min_value=0, max_value=9))
def test_words_are_counted_as_far_as_they_matter(text: str, times: int) -> None:
    """Furniture is told by how many words there are, up to a number that all larger ones equal."""
    line = f"{text} " * times
    words = re.findall(r"\w+(?:[’'‘.-]\w+)*", line)
    assert _count(line, Span(0, len(line))) == min(len(words), _MOST_COUNTED)


@given(SIGNS)
def test_words_are_the_same_either_way(text: str) -> None:
    """A plain text has the words that the pattern for all texts finds."""
    general = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text)
    if text.isascii():
        assert terms.words(text) == general


@given(st.lists(SIGNS, max_size=4))
def test_words_are_the_same_together(stretches: list[str]) -> None:
    """The words of several stretches, found at once, are those of each found by itself."""
    together = terms.words_of_each(stretches)
    assert list(map(list, together)) == list(map(terms.words, stretches))


@given(st.lists(SIGNS, max_size=4))
def test_words_that_count_are_the_same_together(stretches: list[str]) -> None:
    """The words whose syllables are counted do not depend on how many sentences are asked for."""
    general = [re.findall(r"[^\W_]+(?:['’.,-][^\W_]+)*", text) for text in stretches]
    found = words_of_each(
        stretches, joiners="'-", rare_joiners=".,", otherwise=readability.found_in
    )
    assert list(map(list, found)) == general


@given(SIGNS)
def test_words_are_counted_as_they_are_found(text: str) -> None:
    """A count of words is the number of their places."""
    assert count_words(text) == len(word_places(text))


@given(SIGNS, st.sampled_from(["direct", "mixed", "indirect"]))
def test_forms_are_those_of_the_words(text: str, kind: AttributionKind) -> None:
    """The forms that are compared are those of the words of a quotation, in order."""
    outlet = Outlet(slug="bell", name="Bell")
    quotation = Quotation(
        id="", kind=kind, parts=(text, text), outlet=outlet, language="en", verdict=None
    )
    assert forms_of(quotation) == tuple(word.form for word in words_of(quotation))


@given(SIGNS, st.integers(0, 90), st.integers(0, 90))
def test_a_place_is_the_same_where_nothing_is_hidden(text: str, start: int, end: int) -> None:
    """A plain text's places are reckoned, others looked up: the same visible span either way."""
    reading = read(f"***{text}", body=Span(3, 3 + len(text)), language="en")
    analysis = Analysis(language="en", furniture=(), attributions=())
    looked_up = replace(reading.projection, offsets=tuple(reading.projection.offsets))
    reckoned = AnalysedText(reading=reading, analysis=analysis)
    other = AnalysedText(reading=replace(reading, projection=looked_up), analysis=analysis)
    assert reckoned.visible(Span(start, end)) == other.visible(Span(start, end))


@given(st.lists(st.sampled_from([*NAMES, " ", "s", "_", ".", "The ", "-"]), max_size=12))
def test_names_are_taken_out_whole(pieces: list[str]) -> None:
    """Names go where one pattern of them all, the longest first, would find them."""
    text = "".join(pieces)
    names = sorted(NAMES, key=lambda name: (-len(name), name))
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
    assert without_names(text, names) == re.sub(pattern, " . ", text)
