from __future__ import annotations

import re
import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textstat.backend.counts import count_sentences, count_words
from textstat.backend.metrics import flesch_reading_ease
from textstat.backend.utils import get_cmudict
from textstat.backend.utils.constants import LANG_CONFIGS

from generator.readability import _FORMULAS, _textstat_tag, readability
from generator.reading import read

PLAIN = "The old quay is shut. The boats lie in the bay. No one goes out at night any more. " * 3
DENSE = (
    "Notwithstanding considerable administrative reservations, the municipal harbour authority "
    "subsequently recommended comprehensive infrastructural modernisation. "
) * 3


def test_plain_words_read_more_easily_than_dense_ones() -> None:
    """The score orders texts as a reader would."""
    plain = readability(read(PLAIN, language="en"))
    dense = readability(read(DENSE, language="en"))
    assert plain.score is not None
    assert dense.score is not None
    assert plain.score > dense.score + 70
    assert plain.formula == "Flesch reading ease"


def test_the_score_is_the_formula_over_our_own_counts() -> None:
    """Abbreviations that textstat takes for sentence ends do not count."""
    text = "Dr. Tormund met Mr. Brandt at 3.5 p.m. by the quay. They went home by boat at once."
    found = readability(read(text, language="en"))
    assert found.sentences == 2
    assert found.score is not None
    # One syllable more a word costs 84.6, one word more a sentence 1.015 (Flesch 1948).
    base = 206.835 - 1.015 * found.words / found.sentences
    assert 1 <= (base - found.score) / 84.6 <= 1.6


@pytest.mark.parametrize("tag", ["en", "en-GB", "de", "de-AT", "es", "fr", "it", "nl", "ru"])
def test_a_covered_language_names_its_formula(tag: str) -> None:
    """Every language for which textstat has constants of its own gets a score."""
    found = readability(read("Alma bela cora dena. " * 10, language=tag))
    assert found.score is not None
    assert found.formula.startswith("Flesch reading ease")
    assert found.language == tag


@pytest.mark.parametrize("tag", ["pl", "ar", "zh", "und", "sv"])
def test_a_language_without_constants_gets_no_score(tag: str) -> None:
    """The English constants are not applied to other languages."""
    found = readability(read("Alma bela cora dena. " * 10, language=tag))
    assert (found.formula, found.score) == ("", None)
    assert found.words == 40


def test_our_formulas_are_those_textstat_has_constants_for() -> None:
    """A row of ours without constants in textstat would be the English formula in disguise."""
    fitted = {tag for tag, row in LANG_CONFIGS.items() if "fre_base" in row}
    assert set(_FORMULAS) <= fitted


def test_textstat_asks_for_no_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    """No tag we hand over makes textstat look for cmudict, so it never goes to the network."""
    reached: list[object] = []
    monkeypatch.setattr(socket.socket, "connect", lambda _, address: reached.append(address))
    assert all(get_cmudict(_textstat_tag(tag)) is None for tag in _FORMULAS)
    readability(read("An offline text has words nobody ever scored before now.", language="en"))
    assert reached == []


def test_no_words_give_no_score() -> None:
    """An empty text takes no time and has no score."""
    found = readability(read("", language="en"))
    assert (found.score, found.words, found.sentences, found.minutes) == (None, 0, 0, 0)


@pytest.mark.parametrize(("count", "minutes"), [(10, 1), (238, 1), (476, 2), (1000, 4)])
def test_minutes_are_at_238_words(count: int, minutes: int) -> None:
    """Reading time follows from the words."""
    text = "Go on now. " * (count // 3) + "word " * (count % 3)
    assert readability(read(text, language="en")).minutes == minutes


WORD = st.from_regex(r"[a-zA-Zéü0-9]+(['’.,-][a-z0-9]+)?", fullmatch=True)
SENTENCE = st.lists(WORD, min_size=3, max_size=12)


@given(st.lists(SENTENCE, min_size=1, max_size=8), st.sampled_from(sorted(_FORMULAS)))
def test_the_score_is_textstats_own(sentences: list[list[str]], tag: str) -> None:
    """A text that textstat parts as we do has the score that textstat gives it as a whole."""
    text = "".join(f"Ab {' '.join(sentence)}.\n\n" for sentence in sentences)
    found = readability(read(text, language=tag))
    plain = re.sub(r"[.,-](?=\w)", "", text.replace("’", "'"))
    assert count_sentences(plain) == found.sentences == len(sentences)
    assert count_words(plain) == found.words
    assert found.score == round(flesch_reading_ease(plain, _textstat_tag(tag)), 1)


@given(st.text())
def test_no_string_breaks_it(text: str) -> None:
    """Any text has a readability."""
    assert readability(read(text, language="en")).minutes >= 0
