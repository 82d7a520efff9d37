"""Readability of digests, of what outlets are shown with, and of stored articles."""

from __future__ import annotations

from pathlib import Path

from generator.views.shapes import DigestView
from tests.digest.mill import HERALD, digest_of, edition_of, write_site
from tests.views.press import the, views

LONG = "The river rose in the night and the miller did not sleep. " * 12
"""144 words."""


def _view(folder: Path, digest: str, **files: str) -> DigestView:
    return the(DigestView, views((digest_of(folder, digest, **files),)))


def test_an_article_is_judged_as_it_is_stored(tmp_path: Path) -> None:
    """A figure gives nothing of it away; a short one has its minutes and no score."""
    digest = digest_of(tmp_path)
    found = dict(digest.article_readability)
    assert found["herald"].formula == ""
    assert (found["herald"].words, found["herald"].score) == (85, None)
    write_site(tmp_path / "long", "")
    home = tmp_path / "long/content/digests/mill/articles/herald.md"
    home.write_text(f"{HERALD}\n{LONG}\n", encoding="utf-8")
    (longer_digest,) = edition_of(tmp_path / "long/content").digests
    longer = dict(longer_digest.article_readability)["herald"]
    assert longer.formula == "Flesch reading ease"
    assert longer.words == 85 + 144


def test_a_digest_is_judged_by_what_its_page_gives_to_read(tmp_path: Path) -> None:
    """The editor's words, the narrative and passages outside it, each once."""
    bare = digest_of(tmp_path / "bare").readability
    told = digest_of(tmp_path / "told", "standfirst: Bread, at last.\nlede: The oven is lit.\n")
    assert bare is not None
    assert told.readability is not None
    assert told.readability.words == bare.words + 7
    review = f"{LONG}\n\n“It was a brick,” Reuters wrote of the first loaf.\n"
    narrated = digest_of(tmp_path / "narrated", review_md=review)
    outside = [q for q in narrated.quotations if not q.in_review]
    assert narrated.readability is not None
    words = 144 + 10 + sum(len(" ".join(q.parts).split()) for q in outside)
    assert narrated.readability.words == words
    assert narrated.readability.score is not None


def test_what_an_outlet_is_shown_with_is_judged_where_it_is_enough(tmp_path: Path) -> None:
    """A hundred words; fewer say nothing."""
    assert all(r.readability is None for r in digest_of(tmp_path / "a").roundups)
    quoted = " ".join(f"“We waited {n} years for bread, and the mill was shut.”" for n in range(14))
    view = _view(tmp_path / "b", "", review_md=f"Reuters wrote: {quoted}\n")
    found = {r.outlet.name: r.readability for r in view.roundups}
    assert found["Reuters"] is not None
    assert found["Reuters"].formula == "Flesch reading ease"
    assert found["Fen Herald"] is None


def test_the_page_names_formula_and_language(tmp_path: Path) -> None:
    """And says nothing of scores where there are none."""
    view = _view(tmp_path / "a", "", review_md=f"{LONG}\n")
    assert "English: Flesch reading ease; computed by textstat" in view.readability_note
    assert _view(tmp_path / "b", "").readability_note == ""


def test_a_language_without_a_formula_has_minutes_alone(tmp_path: Path) -> None:
    """The English formula is not applied to it."""
    polish = "Rzeka wezbrała w nocy i młynarz nie spał do rana. " * 40
    view = _view(tmp_path, "language: pl\n", review_md=f"{polish}\n")
    assert view.readability is not None
    assert (view.readability.score, view.readability.formula) == ("", "")
    assert view.readability.minutes == 2
