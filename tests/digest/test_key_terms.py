"""Key terms of a digest, and the digests that they relate."""

from __future__ import annotations

import datetime as dt
import time
from dataclasses import replace

from generator.digest.key_terms import with_key_terms
from generator.digest.surface_forms import counted_terms
from generator.model import Digest, Editorial, Outlet, OutletRoundup, Quotation, Summary, Topic

HERALD = Outlet(slug="weir-herald", name="The Weir Herald")
WEIR = (
    "The weir at Dun Orrin broke on Sunday. Weirs are old here, and the bailiffs of Dun Orrin knew "
    "it. Eels went through the weir; a bailiff watched other bailiffs, The Weir Herald reports."
)
EELS = (
    "The eels of Dun Orrin are gone since the weir broke. No eel was seen all week, say the "
    "bailiffs, and an eel is money."
)
BAKERS = "The bakers of Sallow strike. Bread is short, and the bakers blame the flour of the mill."


def digest_of(slug: str, text: str, *, language: str = "en", title: str = "News") -> Digest:
    """Return a published digest whose page gives `text` to read."""
    quotation = Quotation(
        id=slug, kind="direct", parts=(text,), outlet=HERALD, language=language, verdict=None
    )
    return Digest(
        slug=slug,
        file="",
        editorial=Editorial(title=title, date=dt.date(2026, 5, 1), language=language),
        topic=None,
        review=None,
        narrative_language="",
        articles=(),
        quotations=(quotation,),
        roundups=(OutletRoundup(outlet=HERALD, articles=(), quotations=(quotation,)),),
        summary=Summary(sentences=(), made_by="extractive"),
        readability=None,
        undecided=(),
        furniture=(),
    )


def test_terms_are_words_as_readers_meet_them() -> None:
    """Forms count together and the commonest is printed; a name of two words is one term."""
    (digest,) = with_key_terms((digest_of("weir", WEIR),))
    assert set(digest.key_terms) == {"weir", "bailiffs", "Dun Orrin"}


def test_function_words_and_outlets_are_no_terms() -> None:
    """The round-up lists the outlets already."""
    counted = counted_terms(digest_of("weir", WEIR))
    assert not {"the", "herald", "are", "and"} & {
        form.casefold() for form in counted.forms.values()
    }
    assert counted.said["weir"] == 2


def test_what_is_said_once_is_no_term() -> None:
    """Nor is a line of fewer than three worth printing."""
    (digest,) = with_key_terms((digest_of("short", "The weir broke. The weir is old."),))
    assert digest.key_terms == ()


def test_a_language_whose_function_words_are_unknown_has_none() -> None:
    """They would be its commonest terms."""
    arabic = digest_of("library", "المكتبة في المدينة، والمدينة في الشتاء، والمكتبة في المدينة.")
    (digest,) = with_key_terms(
        (replace(arabic, editorial=replace(arabic.editorial, language="ar")),)
    )
    assert (digest.key_terms, digest.alike) == ((), ())


def test_withdrawn_words_are_not_counted() -> None:
    """What was taken back tells nothing any more."""
    digest = digest_of("weir", WEIR)
    gone = tuple(replace(q, withdrawn="It was made up.") for q in digest.quotations)
    assert not counted_terms(replace(digest, quotations=gone)).said.get("weir")


def test_what_all_digests_say_tells_none_apart() -> None:
    """A term of one digest comes before one that all have, said as often."""
    goods = ("herring", "barley", "copper")
    texts = (f"Rain, {g}, rain. Slow {g}. Rain on {g}, slow and slow." for g in goods)
    digests = with_key_terms([digest_of(g, text) for g, text in zip(goods, texts, strict=True)])
    assert [digest.key_terms for digest in digests] == [(g, "rain", "slow") for g in goods]


def test_digests_of_one_matter_are_related_and_others_not() -> None:
    """In both directions, whatever their order."""
    three = (digest_of("weir", WEIR), digest_of("eels", EELS), digest_of("bakers", BAKERS))
    for digests in (three, three[::-1]):
        alike = {d.slug: d.alike for d in with_key_terms(digests)}
        assert alike == {"weir": ("eels",), "eels": ("weir",), "bakers": ()}


def test_a_shared_topic_alone_relates_nothing() -> None:
    """The editor's topic counts, but the digests must share words too."""
    topic = Topic(slug="rivers", name="Rivers")
    two = (digest_of("weir", WEIR), digest_of("bakers", BAKERS))
    assert [d.alike for d in with_key_terms(tuple(replace(d, topic=topic) for d in two))] == [
        (),
        (),
    ]


def test_at_most_three_are_related() -> None:
    """The likest; of equals the first by name."""
    many = with_key_terms(tuple(digest_of(f"d{n}", WEIR) for n in range(6)))
    assert [d.alike for d in many][:2] == [("d1", "d2", "d3"), ("d0", "d2", "d3")]


def test_time_grows_with_the_digests_and_not_with_their_pairs() -> None:
    """Four times as many digests take about four times as long."""

    def seconds(count: int) -> float:
        # Every digest shares words with its neighbours, and one with all.
        words = [[f"word{(n + k) // 3}x" for k in range(30)] for n in range(count)]
        digests = [digest_of(f"d{n}", f"river {' '.join(w)}") for n, w in enumerate(words)]
        begin = time.process_time()
        with_key_terms(digests)
        return time.process_time() - begin

    seconds(100)
    assert seconds(1600) < 8 * max(seconds(400), 0.02)
