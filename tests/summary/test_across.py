"""Summaries across outlets: what several tell, what one tells alone, and who gets how much room."""

from __future__ import annotations

import itertools
from collections.abc import Mapping

import pytest

from generator.model import Span
from generator.reading import read
from generator.summary.across import (
    Length,
    Pick,
    Place,
    VoicedText,
    Voices,
    first_across,
    picked_across,
)

WEIR = "The council of Orrin closed the old weir on the Lamp river after a crack was found."
WEIR_TOO = "After a crack was found, the council of Orrin closed the old weir on the Lamp."
EELS = "Eel fishers fear that their traps will lie dry until the autumn."
MILLS = "Three mills downstream have sent their workers home without wages."
TRAINS = "Commuters enjoyed the quiet, because lorries were kept off the bridge."
BISHOP = "The bishop blessed the crack and asked for patience."


def _voiced(sentences: tuple[str, ...], outlet: str, language: str = "en") -> VoicedText:
    reading = read(" ".join(sentences), language=language)
    voice = Voices((outlet,) if outlet else ())
    return VoicedText(reading=reading, voices=dict.fromkeys(reading.sentences, voice))


def _texts(**sentences: tuple[str, ...]) -> dict[str, VoicedText]:
    return {outlet: _voiced(said, outlet) for outlet, said in sentences.items()}


def _told(
    texts: Mapping[str, VoicedText],
    length: Length,
    origins: Mapping[str, str] | None = None,
) -> list[tuple[str, str]]:
    picks = picked_across(texts, length, origins=origins or {})
    return [(pick.part, _words(pick, texts)) for pick in picks]


def _words(pick: Pick, texts: Mapping[str, VoicedText]) -> str:
    return _words_at(pick.place, texts)


def _words_at(place: Place, texts: Mapping[str, VoicedText]) -> str:
    return place.span.of(texts[place.document].reading.text)


PRESS = {"herald": (WEIR, EELS), "post": (WEIR_TOO, MILLS), "echo": (TRAINS, BISHOP)}


def test_what_several_tell_comes_first_then_what_one_tells_alone() -> None:
    """Then those are heard who have not been."""
    texts = _texts(**PRESS)
    (part, said), *others = _told(texts, Length(3))
    assert part == "agreement"
    assert said in {WEIR, WEIR_TOO}
    assert [part for part, _ in others] == ["difference", "difference"]
    assert {said for _, said in others} < {EELS, MILLS, TRAINS, BISHOP}
    picks = picked_across(texts, Length(3), origins={})
    assert {pick.place.document for pick in picks} == {"herald", "post", "echo"}


def test_an_agreement_shows_where_the_others_say_it() -> None:
    """So that a reader can judge how much they agree."""
    texts = _texts(**PRESS)
    first = picked_across(texts, Length(3), origins={})[0]
    said = [_words_at(place, texts) for place in (first.place, *first.echoes)]
    assert sorted(said) == sorted((WEIR, WEIR_TOO))


@pytest.mark.parametrize(
    "other",
    [
        "After a crack was found, the council of Orrin has not closed the old weir on the Lamp.",
        "After a crack was found in 1911, the council of Orrin closed the old weir on the Lamp.",
        "After a crack was found, the council of Orrin opened the old weir on the Lamp.",
        "After a crack was found, the council of Orrin may have closed the old weir on the Lamp.",
        "After a crack was found, the council of Orrin failed to close the old weir on the Lamp.",
    ],
)
def test_what_is_denied_or_dated_otherwise_is_no_agreement(other: str) -> None:
    """Near in words is not the same in sense."""
    dated = WEIR.replace("found", "found in 1912")
    texts = _texts(herald=(dated, EELS), post=(other, MILLS))
    assert {part for part, _ in _told(texts, Length(4))} == {""}


def test_copies_of_one_text_are_one_voice() -> None:
    """An agency's words in two outlets are no agreement."""
    texts = _texts(**PRESS)
    one = {"herald": "agency", "post": "agency"}
    assert {part for part, _ in _told(texts, Length(3), one)} == {""}


def test_one_outlet_twice_is_no_agreement() -> None:
    """However often it says so."""
    reading = _voiced((WEIR, EELS), "herald")
    again = _voiced((WEIR_TOO, MILLS), "herald")
    told = _told({"a": reading, "b": again, "c": _voiced((TRAINS,), "echo")}, Length(3))
    assert {part for part, _ in told} == {""}


def test_an_agreement_without_a_difference_is_not_announced() -> None:
    """Headings stand only where there is something under each."""
    assert {part for part, _ in _told(_texts(herald=(WEIR,), post=(WEIR_TOO,)), Length(3))} == {""}


def test_outlets_that_speak_together_agree() -> None:
    """`Both the Herald and the Post report…` says it of both."""
    reading = read(f"{MILLS} {WEIR} {EELS}", language="en")
    mills, weir, eels = reading.sentences
    voices = {
        mills: Voices(),
        weir: Voices(("herald", "post"), joint=True),
        eels: Voices(("echo",)),
    }
    told = _told({"review": VoicedText(reading=reading, voices=voices)}, Length(3))
    assert told == [("", MILLS), ("agreement", WEIR), ("difference", EELS)]
    apart = {**voices, weir: Voices(("herald", "post"))}
    told = _told({"review": VoicedText(reading=reading, voices=apart)}, Length(3))
    assert {part for part, _ in told} == {""}


def test_what_is_said_already_is_not_said_again() -> None:
    """Even if the summary stays shorter; the one sentence shows who else has it."""
    texts = _texts(herald=(WEIR,), post=(WEIR_TOO,))
    (pick,) = picked_across(texts, Length(3), origins={})
    assert (pick.part, len(pick.echoes)) == ("", 1)


@pytest.mark.parametrize("count", range(1, 6))
def test_no_outlet_gets_more_than_its_share(count: int) -> None:
    """At most `ceil(n / outlets)` sentences, while the others have any to give."""
    texts = _texts(**PRESS)
    picks = picked_across(texts, Length(count), origins={})
    heard = [pick.place.document for pick in picks]
    assert len(heard) == count
    assert max(heard.count(outlet) for outlet in texts) <= -(-count // len(texts))


def test_no_outlet_gets_more_than_its_share_under_a_heading() -> None:
    """Where one alone differs, those that agree are heard instead of it twice."""
    texts = _texts(herald=(WEIR, EELS), post=(WEIR_TOO, EELS), echo=(TRAINS, BISHOP))
    picks = picked_across(texts, Length(3), origins={})
    assert sorted(pick.part for pick in picks) == ["", "agreement", "difference"]
    assert sorted(_words(pick, texts) for pick in picks if pick.part == "") == [EELS]


def test_copies_of_one_text_have_one_share() -> None:
    """Two outlets with an agency's text get no more of the summary than one."""
    texts = _texts(herald=(WEIR, EELS), post=(WEIR, MILLS), echo=(TRAINS, BISHOP))
    one = {"herald": "agency", "post": "agency"}
    for count in (2, 4):
        picks = picked_across(texts, Length(count), origins=one)
        heard = [pick.place.document for pick in picks]
        assert heard.count("echo") == count / 2


def test_of_a_text_and_its_copy_the_text_is_shown() -> None:
    """Whichever comes first."""
    for order in (("herald", "post"), ("post", "herald")):
        texts = _texts(**dict.fromkeys(order, (WEIR,)))
        (pick,) = picked_across(
            texts, Length(1), origins=dict.fromkeys(order, "herald"), copying={"herald"}
        )
        assert pick.place.document == "post"


def test_two_articles_of_an_outlet_have_one_share() -> None:
    """By rule and by lead."""
    texts = {
        "one": _voiced((WEIR, EELS), "herald"),
        "two": _voiced((MILLS,), "herald"),
        "three": _voiced((TRAINS, BISHOP), "echo"),
    }
    for picks in (
        picked_across(texts, Length(2), origins={}),
        first_across(texts, Length(2)),
    ):
        assert sorted(texts[p.place.document].voices[p.place.span].outlets for p in picks) == [
            ("echo",),
            ("herald",),
        ]


@pytest.mark.parametrize("length", [Length(2), Length(3), Length(4), Length(3, 40), Length(3, 60)])
def test_the_order_of_texts_changes_nothing_but_the_order(length: Length) -> None:
    """Shuffled texts, the same sentences in the same parts."""
    chosen = {
        frozenset(_told(dict(order), length))
        for order in itertools.permutations(_texts(**PRESS).items())
    }
    assert len(chosen) == 1


@pytest.mark.parametrize("words", [15, 31, 45, 90])
def test_a_word_budget_is_kept(words: int) -> None:
    """With both parts, where there is room for two sentences."""
    told = _told(_texts(**PRESS), Length(3, words))
    assert sum(len(said.split()) for _, said in told) <= words
    assert ("agreement" in {part for part, _ in told}) == (words > 30)


def test_words_of_another_language_are_no_difference() -> None:
    """Whether they say the same cannot be told by comparing words."""
    german = _voiced(
        ("Der Rat von Orrin schloss das alte Wehr, weil ein Riss da ist.",), "kurier", "de"
    )
    texts = {**_texts(herald=(WEIR,), post=(WEIR_TOO,)), "kurier": german}
    assert {part for part, _ in _told(texts, Length(3))} == {""}
    texts = {**_texts(**PRESS), "kurier": german}
    parts = {said: part for part, said in _told(texts, Length(6))}
    assert parts[german.reading.text] == ""


def test_a_sentence_not_let_in_is_not_taken() -> None:
    """Only those with a voice may serve; their places in the text stay what they are."""
    reading = read(f"{MILLS} He said that it was a hard day for every mill. {EELS}", language="en")
    voices: dict[Span, Voices] = {reading.sentences[1]: Voices(("herald",))}
    texts = {"a": VoicedText(reading=reading, voices=voices), "b": _voiced((TRAINS,), "echo")}
    assert _told(texts, Length(1)) == [("", TRAINS)]
    assert len(_told(texts, Length(5))) == 2
