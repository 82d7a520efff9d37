from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.verification import quoted_fragments, verify, word_diff

HARBOUR = """Harbour levy splits the council

“We will not raise the levy this year,” said Ada Tormund, the harbour-master, “and we can’t \
promise anything for the next.” She called the plan “a leaky boat”.

“Every skipper pays twice,” Ivo Brandt said. “Nobody asked us.”

The levy, first announced in March after long talks with the guild of pilots, rose by 3.5 per \
cent. He trusts the pilots… mostly. They voted to keep the old quay and to sell the new one."""
FERRY = "The ferry company said: «The crossing stays open all winter», and meant it."
HEBREW = "ראש העיר אמר: „הגשר ייפתח בשבוע הבא, ולא יהיה צורך במעבורת”. התושבים שמחו."
RUSSIAN = "Капитан порта заявил: «Мы не закроем причал до весны, и рыбаки это знают»."
SOURCES = {"harbour": HARBOUR, "ferry": FERRY, "bridge": HEBREW, "quay": RUSSIAN}

CASES = [
    # as it stands
    ("exact", "harbour", "We will not raise the levy this year"),
    ("exact", "harbour", "“We will not raise the levy this year,”"),
    ("exact", "harbour", '"a leaky boat."'),
    ("exact", "harbour", "we can't promise anything for the next"),
    ("exact", "harbour", "kee\u00adp the old   quay\nand to sell the new one."),
    ("exact", "harbour", "They voted to keep the old quay,"),
    ("exact", "harbour", "He trusts the pilots... mostly"),
    ("exact", "harbour", "She called the plan ‘a leaky boat’"),
    ("exact", "bridge", "„הגשר ייפתח בשבוע הבא”"),
    ("exact", "quay", "“Мы не закроем причал до весны”"),
    # a fair cut
    ("edited", "harbour", "The levy … rose by 3.5 per cent."),
    ("edited", "harbour", "The levy, [...] rose by 3.5 per cent"),
    ("edited", "harbour", "The levy (…) rose by . . . per cent"),
    ("edited", "harbour", "… the old quay and to sell […]"),
    ("edited", "harbour", "We will not raise the levy this year … and we can’t promise anything"),
    ("edited", "harbour", "Every skipper pays twice … Nobody asked us"),
    ("edited", "harbour", "[They] voted to keep the old quay"),
    ("edited", "harbour", "[t]he levy, first announced in March"),
    ("edited", "harbour", "[the harbour-master] trusts the pilots"),
    ("edited", "harbour", "They voted [last night] to keep the old quay"),
    ("edited", "harbour", "the guild of pilots, [it] rose by 3.5 per cent"),
    ("edited", "harbour", "Every skipper pay[s] twice"),
    ("edited", "harbour", "keep the old [stone] quay … sell the new one"),
    ("edited", "bridge", "הגשר ייפתח … ולא יהיה צורך במעבורת"),
    ("edited", "quay", "Мы не закроем причал [у рынка] до весны … рыбаки это знают"),
    # no such words
    ("absent", "harbour", "We will raise the levy this year"),
    ("absent", "harbour", "We will … raise the levy this year"),
    ("absent", "harbour", "We will [gladly] raise the levy this year"),
    ("absent", "harbour", "They voted [not] to keep the old quay"),
    ("absent", "harbour", "They voted to [never] keep the old quay"),
    ("absent", "harbour", "We will not raise the LEVY this year"),
    ("absent", "harbour", "we cant promise anything"),
    ("absent", "harbour", "we can"),
    ("absent", "harbour", "harbour master"),
    ("absent", "harbour", "the harbour"),
    ("absent", "harbour", "rose by 3"),
    ("absent", "harbour", "raise the levy, this year"),
    ("absent", "harbour", "this year the levy"),
    ("absent", "harbour", "to sell the new one … to keep the old quay"),
    ("absent", "harbour", "anything for the next … Every skipper pays twice"),
    ("absent", "harbour", "We will not raise the levy … sell the new one"),
    ("absent", "harbour", "[w]e voted to keep the old quay"),
    ("absent", "harbour", "Every skipper pays twice. They voted to keep the old quay"),
    ("absent", "harbour", "… […]"),
    ("absent", "harbour", "“”"),
    ("absent", "bridge", "הגשר ייפתח … יהיה צורך במעבורת [ולא]"),
    ("absent", "quay", "Мы закроем причал до весны"),
    ("absent", "quay", "Мы … закроем причал до весны"),
    # true words, wrong source
    ("elsewhere", "ferry", "Every skipper pays twice"),
    ("elsewhere", "ferry", "Every skipper … twice"),
    ("elsewhere", "harbour", "The crossing stays open all winter"),
]


@pytest.mark.parametrize(("kind", "claimed", "words"), CASES)
def test_each_writing_gets_its_verdict(kind: str, claimed: str, words: str) -> None:
    """Only a slice of the claimed source is exact, only a fair cut of it edited."""
    assert verify(words, SOURCES, claimed=claimed).kind == kind


@pytest.mark.parametrize(
    ("words", "id_", "stands"),
    [
        ("“a leaky boat.”", "harbour", "a leaky boat"),
        (
            "The levy … rose by 3.5",
            "harbour",
            (
                "The levy, first announced in March after long talks with the guild of pilots, rose"
                " by 3.5"
            ),
        ),
        ("Every skipper pay[s] twice", "harbour", "Every skipper pays twice"),
        ("the crossing … winter", "ferry", ""),
        ("The crossing … winter", "ferry", "The crossing stays open all winter"),
    ],
)
def test_the_span_slices_to_the_words(words: str, id_: str, stands: str) -> None:
    """A verdict's span lies in the text of `found_in`."""
    verdict = verify(words, SOURCES, claimed=id_)
    if stands:
        assert verdict.found_in == id_
        assert verdict.span is not None
        assert verdict.span.of(SOURCES[id_]) == stands
    else:
        assert verdict.kind == "absent"


def test_elsewhere_names_the_article_that_holds_the_words() -> None:
    """True words with the wrong source are told from invented ones."""
    verdict = verify("Nobody asked us", SOURCES, claimed="quay")
    assert (verdict.kind, verdict.found_in) == ("elsewhere", "harbour")


def test_absent_words_come_with_the_nearest_passage() -> None:
    """The editor sees what the source really says, in whole words."""
    verdict = verify("They voted to keep the new quay and sell", SOURCES, claimed="harbour")
    assert verdict.kind == "absent"
    assert verdict.span is not None
    assert verdict.nearest == verdict.span.of(HARBOUR)
    assert verdict.nearest.startswith("They voted to keep the old quay")


@pytest.mark.parametrize("sources", [{}, {"ferry": FERRY}])
def test_a_source_not_stored_leaves_the_words_unverified(sources: dict[str, str]) -> None:
    """Nothing is said of words whose own source nobody stored."""
    assert verify("Nobody asked us", sources, claimed="harbour").kind == "unverified"


def test_any_source_may_hold_words_that_claim_none() -> None:
    """Without a claimed article no source is the wrong one."""
    verdict = verify("Nobody asked us", SOURCES, claimed=None)
    assert (verdict.kind, verdict.found_in) == ("exact", "harbour")


def _long(omitted: int) -> dict[str, str]:
    return {"a": "Start here " + "word " * omitted + "and end there."}


def test_an_omission_of_forty_words_is_the_longest() -> None:
    """Forty words may be left out, forty-one may not."""
    assert verify("Start here … and end there", _long(40), claimed="a").kind == "edited"
    assert verify("Start here … and end there", _long(41), claimed="a").kind == "absent"


def test_an_omission_may_pass_a_title_in_marks() -> None:
    """A film's name in marks is no speaker's words; a sentence in marks is."""
    text = {"a": "The crew of “Grey Water” left early, and “we saw nothing,” the cook said, again."}
    assert verify("The crew … left early", text, claimed="a").kind == "edited"
    assert verify("left early … again", text, claimed="a").kind == "absent"


@pytest.mark.parametrize(
    ("text", "fragments"),
    [
        ('said it was "a mess" and "a shame".', ["a mess", "a shame"]),
        ("sagte, „das ist “gut” so“, und ging", ["das ist “gut” so"]),
        ("a déclaré : « c’est l’heure »", ["c’est l’heure"]),
        ("It’s the skippers’ quay, ‘not yours’, he wrote", ["not yours"]),
        ("“One paragraph.\n\n“Another one,” she said", ["One paragraph.", "Another one,"]),
        ("She said “and never closed it", ["and never closed it"]),
        ("“He said ‘no’ twice”", ["He said ‘no’ twice"]),
        ("``We go,'' they wrote", ["We go,"]),
        ("「行きます」と言った", ["行きます"]),
        ("קרא לזה „בושה”", ["בושה"]),
        ("no marks at all", []),
        ("“”", []),
    ],
)
def test_fragments_are_the_words_inside_the_outermost_marks(
    text: str, fragments: list[str]
) -> None:
    """Marks of every kind are paired; apostrophes are not marks."""
    assert [span.of(text) for span in quoted_fragments(text)] == fragments


def test_a_word_diff_names_what_is_missing_and_added() -> None:
    """Read in order, the steps give both texts back."""
    assert word_diff("we will raise the big levy", "we will not raise the levy") == (
        ("same", "we will"),
        ("missing", "not"),
        ("same", "raise the"),
        ("added", "big"),
        ("same", "levy"),
    )


WORDS = st.lists(st.text("abcdeéß'", min_size=1, max_size=6), min_size=4, max_size=30, unique=True)


@given(WORDS, st.data())
def test_a_slice_of_whole_words_is_exact(words: list[str], data: st.DataObject) -> None:
    """Whatever stands in the text verifies."""
    first = data.draw(st.integers(0, len(words) - 1))
    last = data.draw(st.integers(first + 1, len(words)))
    plain = [word.replace("'", "") + "x" for word in words]
    text = " ".join(plain)
    assert verify(" ".join(plain[first:last]), {"a": text}, claimed="a").kind == "exact"


@given(st.lists(st.text("abcdeéß", min_size=1), min_size=3, unique=True), st.data())
def test_a_dropped_word_is_never_overlooked(words: list[str], data: st.DataObject) -> None:
    """A word left out inside, without dots, makes the quotation absent."""
    dropped = data.draw(st.integers(1, len(words) - 2))
    quoted = " ".join(words[:dropped] + words[dropped + 1 :])
    assert verify(quoted, {"a": " ".join(words)}, claimed="a").kind == "absent"
    with_dots = " ".join([*words[:dropped], "…", *words[dropped + 1 :]])
    assert verify(with_dots, {"a": " ".join(words)}, claimed="a").kind == "edited"


TEXTS = st.text(st.sampled_from("ab .,…[]()'’“”«»\"\n\u0301\u00adעЖ1-") | st.characters())


@given(TEXTS, TEXTS)
def test_no_string_breaks_the_verdict(words: str, text: str) -> None:
    """Any words against any text give a verdict whose span lies in the text."""
    verdict = verify(words, {"a": text}, claimed="a")
    if verdict.span:
        assert 0 <= verdict.span.start <= verdict.span.end <= len(text)
    for span in quoted_fragments(text):
        assert 0 <= span.start < span.end <= len(text)
