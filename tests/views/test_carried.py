"""What a digest's page says of words and texts that several outlets carry."""

from __future__ import annotations

from pathlib import Path

from generator.views.shapes import DigestView, OutletView, SpeakerView, View
from tests.views.press import HERALD, MILL, digests, entries, the, views

BODY = HERALD.partition("---\n")[2].partition("---\n")[2]
QUAY = (
    f"---\noutlet: Quay Post\nheadline: Bread\nvia: Fen Herald\n---\n{BODY}And so to the bridge.\n"
)
ECHO = """---
outlet: Weir Echo
headline: Waiting for bread
---
“We have waited long enough for good bread of our own,” Tom Reed told the Echo.
"""
ENTRIES = """articles: [herald, quay, echo]
quotations:
- from: herald
  text: We have waited long enough for bread of our own in this valley
  speaker: Tom Reed
- from: quay
  text: We have waited long enough for bread of our own in this valley
  speaker: Tom Reed
- {from: echo, text: We have waited long enough for good bread of our own, speaker: Tom Reed}
"""
OUTLETS = "- {name: Weir Echo, country: XV, domain: echo.example}\n"


def pages(folder: Path, **more: str) -> tuple[View, ...]:
    """Return all pages of a site with the digest `mill` in three outlets."""
    home = {
        "digest.yaml": MILL + ENTRIES,
        "articles/herald.md": HERALD,
        "articles/quay.md": QUAY,
        "articles/echo.md": ECHO,
        **more,
    }
    outlets = (
        "- {name: Fen Herald, country: XV, domain: fen.example}\n"
        "- {name: Quay Post, country: XV, domain: quay.example}\n" + OUTLETS
    )
    files = {f"digests/mill/{name}": text for name, text in home.items()}
    return views(digests(folder, {"outlets.yaml": outlets, **files}))


def test_a_digest_shows_who_carried_the_same_words(tmp_path: Path) -> None:
    """The fullest version comes first with all who carry it, then each other cut against it."""
    (utterance,) = the(DigestView, pages(tmp_path)).utterances
    assert utterance.speaker.address == "speakers/tom-reed/"
    assert (utterance.speaker.text, utterance.carried_by) == ("Tom Reed", "Carried by 3 outlets")
    fullest, cut = utterance.versions
    assert [link.text for link in fullest.carriers] == ["Fen Herald", "Quay Post"]
    assert (fullest.difference, fullest.fullest, fullest.cite) == (
        "carry the fullest version: 13 words",
        True,
        "https://fen.example/mill",
    )
    assert [(step.kind, step.text) for step in cut.steps] == [
        ("kept", "We have waited long enough for"),
        ("added", "good"),
        ("kept", "bread of our own"),
        ("left-out", "in this valley"),
    ]
    assert cut.difference == "kept 10 words, left out 3 and has 1 other"


def test_what_is_not_quoted_is_told_from_what_is_not_stored(tmp_path: Path) -> None:
    """An article that has the words is said to have them; the editors' own … is nobody's cut."""
    whole = "We have waited long enough … for bread of our own in this valley today"
    herald = HERALD.replace("in this valley,", "in this valley today,").replace(
        "enough for", "enough, and more than enough, for"
    )
    echo = ECHO.replace("good bread of our own,", "bread of our own in this valley,")
    entries = ENTRIES.partition("quotations:")[0] + (
        f"quotations:\n- {{from: herald, text: {whole}, speaker: Tom Reed}}\n"
        "- {from: echo, text: We have waited long enough for bread of our own, speaker: Tom Reed}\n"
    )
    more = {"digest.yaml": MILL + entries, "articles/herald.md": herald, "articles/echo.md": echo}
    (utterance,) = the(DigestView, pages(tmp_path, **more)).utterances
    _, cut = utterance.versions
    assert not [step for step in cut.steps if step.kind == "left-out" and "…" in step.text]
    assert ("unquoted", "in this valley") in [(step.kind, step.text) for step in cut.steps]
    assert "3 in the article, not quoted here" in cut.difference


def test_each_figure_links_to_the_others(tmp_path: Path) -> None:
    """On the pages of the digest, the outlet and the speaker alike, by the digest's address."""
    site = pages(tmp_path)
    digest = the(DigestView, site)
    (herald,) = (r for r in digest.roundups if r.outlet.name == "Fen Herald")
    said = herald.quotations[0].carried
    assert said is not None
    assert said.text == "Quay Post and Weir Echo"
    assert said.address == f"digests/mill/#{digest.utterances[0].anchor}"
    outlet = next(v for v in site if isinstance(v, OutletView) and v.outlet.name == "Fen Herald")
    speaker = the(SpeakerView, site)
    assert entries(outlet)[0].quotations[0].carried == said
    assert entries(speaker)[0].quotations[0].carried == said


def test_words_that_all_carry_alike_are_shown_once(tmp_path: Path) -> None:
    """One version, and that it is the same word for word."""
    entries = ENTRIES.partition("- {from: echo")[0]
    (utterance,) = the(DigestView, pages(tmp_path, **{"digest.yaml": MILL + entries})).utterances
    (version,) = utterance.versions
    assert version.difference == "carry it word for word: 13 words"


def test_an_article_says_which_share_is_another_ones(tmp_path: Path) -> None:
    """In per cent rounded down, with a link to the source's round-up."""
    digest = the(DigestView, pages(tmp_path))
    copies = {r.outlet.name: r.articles[0].copy for r in digest.roundups}
    assert (copies["Fen Herald"], copies["Weir Echo"]) == (None, None)
    copy = copies["Quay Post"]
    assert copy is not None
    words = len(BODY.split())
    assert copy.words == f"{100 * words // (words + 5)} % of this text comes from"
    assert (copy.source.text, copy.source.address) == ("Fen Herald", "#o-fen-herald")


def test_of_a_hidden_agency_only_the_name_is_shown(tmp_path: Path) -> None:
    """The outlet is named without a link, for its article is not on the page."""
    entries = (
        "articles: [quay, {id: herald, hide: true}]\nquotations:\n"
        "- {from: quay, text: We have waited long enough, speaker: Tom Reed}\n"
    )
    digest = the(DigestView, pages(tmp_path, **{"digest.yaml": MILL + entries}))
    (copy,) = (a.copy for r in digest.roundups for a in r.articles if r.outlet.name == "Quay Post")
    assert copy is not None
    assert (copy.source.text, copy.source.address) == ("Fen Herald", "")
