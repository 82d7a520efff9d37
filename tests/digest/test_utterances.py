"""The same words in several outlets: what is one utterance, and how each outlet cut it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.digest.cuts import versions_of
from generator.digest.sayings import words_of
from generator.digest.utterances import utterances
from generator.model import Quotation, Verdict, VerdictKind
from tests.digest.said import article, quotation

WEIR = (
    "We will not mend the old weir this winter. We will build a new one, of stone, and we will "
    "send the bill to the people upstream who broke it."
)


def groups(*quotations: Quotation) -> list[set[str]]:
    """Return the outlets of each utterance."""
    return [{q.outlet.slug for q in u.quotations} for u in utterances(quotations)]


@pytest.mark.parametrize(
    "cut",
    [
        "We will not mend the old weir this winter.",
        "we will send the bill to the people upstream who broke it",
        "We will not mend the old weir … we will send the bill to the people upstream",
        "We will build a new one […] and we will send the bill",
        "[The town] will build a new one, of stone, and we will send the bill",
        "“We will build a new one—of stone—and we will send the bill”",
        "We will not mend the old mill this winter",
        "WE WILL BUILD A NEW ONE",
    ],
    ids=["start", "end", "middle", "brackets", "insertion", "dashes", "another word", "capitals"],
)
def test_a_cut_of_the_same_words_is_the_same_utterance(cut: str) -> None:
    """However a speaker's words are cut, marked or set, they are found to be the same."""
    full = quotation("herald", WEIR, speaker="Reed")
    assert groups(full, quotation("post", cut, speaker="Reed")) == [{"herald", "post"}]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("That is a red line for us.", "a red line"),
        ("We will not mend the old weir.", "We will not sell the mill."),
        ("He said it is not for the council to say who pays.", "it is not the miller who pays"),
    ],
    ids=["three words", "a beginning", "scattered words"],
)
def test_a_turn_of_phrase_makes_no_utterance(one: str, other: str) -> None:
    """What a speaker may say every day is not taken for the same words, even under one name."""
    said = quotation("herald", one, speaker="Reed"), quotation("post", other, speaker="Reed")
    assert groups(*said) == []


def test_two_speakers_are_never_one() -> None:
    """The same words under two names stay apart, and what has no name goes with neither."""
    reed, lake = quotation("herald", WEIR, speaker="Reed"), quotation("post", WEIR, speaker="Lake")
    nobody = quotation("gazette", WEIR[:80])
    assert groups(reed, lake) == []
    assert groups(reed, lake, nobody) == []
    assert groups(reed, nobody) == [{"herald", "gazette"}]


def test_words_without_a_speaker_do_not_lead_from_one_to_another() -> None:
    """A nameless version heard as one speaker's takes no nameless one of another's along."""
    start, end = WEIR[:80], WEIR[50:]
    versions = (
        quotation("herald", start, speaker="Reed"),
        quotation("post", end, speaker="Lake"),
        quotation("gazette", WEIR),
        quotation("echo", start),
    )
    for utterance in utterances(versions):
        assert len({q.speaker.slug for q in utterance.quotations if q.speaker}) < 2


def test_words_without_a_speaker_need_more_than_a_saying() -> None:
    """Where nobody is named, six words in common prove nothing, a whole sentence does."""
    saying = quotation("herald", "At the end of the day, it is our river.")
    assert groups(saying, quotation("post", "at the end of the day")) == []
    assert groups(saying, quotation("post", "at the end of the day it is our river")) == [
        {"herald", "post"}
    ]


def test_two_cuts_may_overlap() -> None:
    """One outlet's end, eight words or more, is the other's beginning."""
    words = WEIR.split()
    end = quotation("post", " ".join(words[8:]))
    assert groups(quotation("herald", " ".join(words[:16])), end) == [{"herald", "post"}]
    assert groups(quotation("herald", " ".join(words[:15])), end) == []


def test_two_statements_may_begin_alike() -> None:
    """Words that go on to different things are two utterances, however long they begin alike."""
    start = "At the end of the day we in this valley"
    one = quotation(
        "herald", f"{start} want our bread baked here and not in the town", speaker="Reed"
    )
    other = quotation(
        "post", f"{start} were promised a school, a road and a doctor", speaker="Reed"
    )
    assert groups(one, other) == []


def test_one_outlet_alone_carries_nothing_further() -> None:
    """The same words twice in one outlet are no utterance of several."""
    assert groups(quotation("herald", WEIR), quotation("herald", WEIR[:80])) == []


def test_only_verbatim_words_count() -> None:
    """A paraphrase and a withdrawn quotation are left out; of a mixed passage, the marks count."""
    full = quotation("herald", WEIR, speaker="Reed")
    paraphrase = quotation("post", WEIR, speaker="Reed", kind="indirect")
    withdrawn = quotation("post", WEIR, speaker="Reed", withdrawn="Wrong speaker.")
    mixed = quotation(
        "post",
        "Reed said the town would “build a new one, of stone” soon",
        speaker="Reed",
        kind="mixed",
    )
    assert groups(full, paraphrase) == []
    assert groups(full, withdrawn) == []
    assert [word.form for word in words_of(mixed)] == ["build", "a", "new", "one", "of", "stone"]
    assert groups(full, mixed) == [{"herald", "post"}]


def test_of_a_translation_the_original_counts() -> None:
    """Two translations of the same words differ; their originals are compared."""
    german = "Wir bauen das Wehr neu, aus Stein, und die Rechnung geht flussaufwärts."
    one = quotation("herald", "We rebuild the weir.", speaker="Reed", original=german)
    other = quotation("post", "The weir is built anew.", speaker="Reed", original=german)
    assert groups(one, other) == [{"herald", "post"}]


def test_each_version_says_how_it_was_cut() -> None:
    """Against the fullest version: words kept, left out, put in; same words are one version."""
    herald = quotation("herald", WEIR, speaker="Reed")
    mill = "We will not mend the old mill … this winter"
    post = quotation("post", mill, speaker="Reed", checked=True)
    echo = quotation("echo", mill.replace("not", "NOT"), speaker="Reed", checked=True)
    (utterance,) = utterances((echo, post, herald))
    stored = (article("post", f"“{mill}.”"), article("echo", f"“{mill}.”"))
    fullest, cut = versions_of(utterance, stored)
    assert [q.outlet.slug for q in fullest.quotations] == ["herald"]
    assert [(step.kind, step.text) for step in fullest.steps] == [("kept", WEIR)]
    assert [q.outlet.slug for q in cut.quotations] == ["echo", "post"]
    assert [(step.kind, step.text) for step in cut.steps] == [
        ("kept", "We will NOT mend the old"),
        ("left-out", "weir"),
        ("added", "mill …"),
        ("kept", "this winter"),
        ("left-out", WEIR.partition("winter. ")[2]),
    ]
    assert [cut.count(kind) for kind in ("kept", "left-out", "added")] == [8, 22, 1]


def test_what_the_editor_did_not_quote_is_not_said_to_be_left_out() -> None:
    """Words that the outlet's stored article has, or that nothing is stored to tell of, differ."""
    herald = quotation("herald", WEIR, speaker="Reed")
    start = "We will not mend the old weir this winter"
    rest = WEIR.partition("winter. ")[2]
    for stored, kind in (
        ((), "unquoted"),
        ((article("post", f"“{start},” he said. “{rest}”"),), "unquoted"),
        ((article("post", f"“{start},” he said."),), "left-out"),
    ):
        post = quotation("post", start, speaker="Reed", checked=bool(stored))
        (utterance,) = utterances((herald, post))
        cut = versions_of(utterance, stored)[1]
        assert [(step.kind, step.text) for step in cut.steps] == [("kept", start), (kind, rest)]


def test_an_article_may_leave_out_only_a_part() -> None:
    """Of words that are not quoted, those the article has are told from those it is without."""
    herald = quotation("herald", WEIR, speaker="Reed")
    post = quotation("post", "We will not mend the old weir", speaker="Reed", checked=True)
    (utterance,) = utterances((herald, post))
    told = "“We will not mend the old weir,” he said to the people upstream who broke it"
    (_, cut) = versions_of(utterance, (article("post", told),))
    assert [(step.kind, step.text) for step in cut.steps] == [
        ("kept", "We will not mend the old weir"),
        ("left-out", "this winter. We will build a new one, of stone, and we will send the bill"),
        ("unquoted", "to the people upstream who broke it."),
    ]


def test_a_sign_that_stands_alone_goes_with_its_word() -> None:
    """Dots and dashes are printed where they stand, and not compared."""
    words = words_of(quotation("post", "… we — the town—will pay [sic] …"))
    assert [(word.text, word.form, word.spaced) for word in words] == [
        ("… we —", "we", True),
        ("the", "the", True),
        ("town—", "town", False),
        ("will", "will", True),
        ("pay", "pay", True),
        ("[sic] …", "sic", True),
    ]


def test_a_large_digest_is_grouped_word_by_word() -> None:
    """Of 800 quotations with one everyday turn in common, each utterance has its own four cuts."""
    said = []
    for number in range(200):
        own = [f"{word}{number}" for word in WEIR.split()[:12]]
        full = ["At", "the", "end", "of", "the", "day", "we", "will", *own]
        for outlet, cut in enumerate((full, full[:16], full[4:], [*full[:12], "…", *full[14:]])):
            words, speaker = " ".join(cut), f"Reed{number % 50}" if outlet else ""
            said.append(quotation(f"o{number % 9}{outlet}", words, speaker=speaker))
    said = [replace(q, id=str(place)) for place, q in enumerate(said)]
    found = [sorted(int(q.id) for q in u.quotations) for u in utterances(said)]
    assert found == [[4 * n, 4 * n + 1, 4 * n + 2, 4 * n + 3] for n in range(200)]


PIECES = st.lists(st.sampled_from(WEIR.split()[:14]), min_size=1, max_size=12).map(" ".join)
SAID = st.lists(
    st.builds(
        lambda outlet, words, speaker: quotation(outlet, words, speaker=speaker),
        st.sampled_from(["herald", "post", "echo"]),
        PIECES | st.sampled_from([WEIR, WEIR[:80], WEIR[40:], WEIR[20:90]]),
        st.sampled_from(["", "Reed", "Lake"]),
    ),
    max_size=8,
    unique_by=lambda q: q.id,
)


@given(SAID.flatmap(lambda said: st.tuples(st.just(said), st.permutations(said))))
def test_the_order_of_quotations_groups_nothing_else(
    orders: tuple[list[Quotation], list[Quotation]],
) -> None:
    """Shuffled input, same groups; in each two outlets or more, and one named speaker at most."""
    one, other = (
        {frozenset(q.id for q in u.quotations) for u in utterances(said)} for said in orders
    )
    assert one == other
    for utterance in utterances(orders[0]):
        assert len({q.outlet.slug for q in utterance.quotations}) > 1
        assert len({q.speaker.slug for q in utterance.quotations if q.speaker}) < 2


@given(SAID)
def test_a_comparison_spells_both_versions(said: list[Quotation]) -> None:
    """Kept and added words are the version, kept and left-out ones the fullest, in order."""
    for utterance in utterances(said):
        fullest = [word.form for word in words_of(utterance.quotations[0])]
        for version in versions_of(utterance, ()):
            assert version.count("kept") + version.count("unquoted") == len(fullest)
            own = [s.text for s in version.steps if s.kind in {"kept", "added"}]
            words = words_of(version.quotations[0])
            assert " ".join(own).split() == " ".join(word.text for word in words).split()
            assert version.count("kept") + version.count("added") == len(words)


@given(st.text(max_size=60))
def test_words_are_slices(text: str) -> None:
    """Each compared word stands in the published words, in order, whatever these are."""
    at = 0
    for word in words_of(quotation("herald", text)):
        at = text.index(word.text, at) + len(word.text)
        assert word.form


OPEN = "The quay will be open to every boat from the first of May"


@pytest.mark.parametrize("kind", ["absent", "elsewhere"])
def test_words_that_their_source_does_not_hold_are_in_no_utterance(kind: VerdictKind) -> None:
    """Nobody is said to carry what its stored article is without."""
    doubtful = replace(quotation("post", OPEN), verdict=Verdict(kind=kind))
    assert groups(quotation("herald", OPEN), doubtful) == []
    assert groups(quotation("herald", OPEN), quotation("post", OPEN)) == [{"herald", "post"}]


def test_a_surname_is_its_only_bearers() -> None:
    """The surname Reed beside Tom Reed is he; beside two Reeds it is nobody known."""
    said = (
        quotation("herald", OPEN, speaker="Tom Reed"),
        quotation("post", OPEN, speaker="Reed"),
    )
    assert groups(*said) == [{"herald", "post"}]
    other = quotation("wire", "The weir is another matter for another day", speaker="Ida Reed")
    assert groups(*said, other) == []


@pytest.mark.parametrize(
    "turned",
    [
        "The quay will not be open to every boat from the first of May",
        "The quay will never again be open to every boat from the first of May",
        "The quay won’t be open to every boat from the first of May",
        "No boat is welcome: the quay will be open to every boat but not from the first of May",
    ],
)
def test_versions_that_differ_by_a_negation_stay_apart(turned: str) -> None:
    """A "not" that one outlet has and the other has not is no cut: one of them is wrong."""
    one = quotation("herald", turned, speaker="Reed")
    assert groups(one, quotation("post", OPEN, speaker="Reed")) == []


def test_a_denial_in_a_sentence_of_its_own_is_left_out_like_any_other() -> None:
    """Sentences that only one outlet has do not turn those that both have."""
    fuller = f"{OPEN}. Nobody pays. The lamps are lit at six in the evening. We do not sell it."
    shorter = f"{OPEN}. The lamps are lit at six in the evening."
    said = quotation("herald", fuller, speaker="Reed"), quotation("post", shorter, speaker="Reed")
    assert groups(*said) == [{"herald", "post"}]
