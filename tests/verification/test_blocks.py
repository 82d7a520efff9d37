"""What a page does not show as its article's words, and where one block's words end."""

from __future__ import annotations

import pytest

from generator.model import Markup, Span
from generator.text.projection import project
from generator.verification import judged

UNSEEN = [
    "<p hidden>We sell the crane today.</p>",
    "<p hidden>We sell the crane today.<p>Other words.",
    '<p style="color: red; Display : None">We sell the crane today.</p>',
    "<div style='visibility:hidden'><p>We sell <b>the</b> crane today.</p></div>",
    "<div hidden=until-found><div>One.</div>We sell the crane today.</div>",
    '<p><span aria-hidden="true">We sell the crane today.</span></p>',
    '<p><span class="big sr-only">We sell the crane today.</span></p>',
    "<p><del>We sell the crane today.</del></p>",
    "<p><s>We sell the crane today.</s></p>",
    "<nav><ul><li>We sell the crane today.</ul></nav>",
    "<script>We sell the crane today.</script>",
    "<style>We sell the crane today.</style>",
    "<template><template></template>We sell the crane today.</template>",
    "<noscript>We sell the crane today.</noscript>",
    "<iframe>We sell the crane today.</iframe>",
    "<video>We sell the crane today.</video>",
    "<canvas>We sell the crane today.</canvas>",
    "<button>We sell the crane today.</button>",
    "<textarea>We sell the <b>crane today.</textarea>",
    "<dialog>We sell the crane today.</dialog>",
    "<!-- We sell the crane today. -->",
    '<img alt="We sell the crane today."><p title="We sell the crane today.">x</p>',
    "<head><title>We sell the crane today.</title></head>",
    "<title>We sell the crane today.</title>",
]
SEEN = [
    "<details><summary>More</summary>We sell the crane today.</details>",
    "<dialog open>We sell the crane today.</dialog>",
    "<figure><img><figcaption>We sell the crane today.</figcaption></figure>",
    "<p aria-hidden=false data-hidden>We sell the crane today.</p>",
    "<p><ins>We sell the crane today.</ins></p>",
    "<p>We sell <i aria-hidden=true></i>the <del>old</del> crane <!-- no --> today.</p>",
    "<p hidden>Not this.</p><p>We sell the crane today.</p>",
    "<p hidden>Not this.<p>We sell the crane today.",
    "<ruby>We<rp>(</rp><rt>wi</rt><rp>)</rp></ruby> sell the crane today.",
    "<p>We sell the<sup>[<a href='#n1'>1</a>]</sup> crane today.</p>",
    "<input hidden>We sell the crane today.",
    "<head><title>No</title><body><p>We sell the crane today.</p>",
]
EDGES: list[tuple[Markup, str]] = [
    ("html", "<ul><li>We sell the old<li>Crane for the town</ul>"),
    ("html", "<ol><li><p>We sell the old</p></li><li><p>Crane for the town</p></li></ol>"),
    ("html", "<table><tr><td>We sell the old</td><td>Crane for the town</td></tr></table>"),
    ("html", "<table><tr><th>We sell the old</th></tr><tr><td>Crane for the town</table>"),
    ("html", "<dl><dt>We sell the old<dd>Crane for the town</dl>"),
    ("html", "<h2>We sell the old</h2><p>Crane for the town</p>"),
    ("html", "<div>We sell the old</div><div>Crane for the town</div>"),
    ("html", "<figcaption>We sell the old</figcaption>Crane for the town"),
    ("html", "<p>We sell the old<blockquote>Crane for the town</blockquote>"),
    ("markdown", "- We sell the old\n- Crane for the town"),
    ("markdown", "1. We sell the old\n\n2. Crane for the town"),
    ("markdown", "- We sell the old\n\nCrane for the town"),
    ("markdown", "# We sell the old\nCrane for the town"),
    ("markdown", "We sell the old\n===\nCrane for the town"),
    ("markdown", "We sell the old\n\n* * *\n\nCrane for the town"),
    ("markdown", "We sell the old\n\n> Crane for the town"),
    ("markdown", "<ul><li>We sell the old</li><li>Crane for the town</li></ul>"),
    ("markdown", "We sell the old\n\nCrane for the town"),
    ("text", "We sell the old\n\nCrane for the town"),
]
RUNS_ON: list[tuple[Markup, str, str]] = [
    ("html", "sell it. Then we", "<p>We sell it.</p><p>Then we go.</p>"),
    ("html", "sell it. Then we", "<div>We sell it.</div>\n<div>Then we go.</div>"),
    ("html", "one two", "<p>say one<br>two three</p>"),
    ("markdown", "one two", "say one<br>two three"),
    ("markdown", "one two", "- say one\n  two three"),
    ("markdown", "a line that goes", "> a line\nthat goes on"),
    ("markdown", "came on the 2. May", "They came on the\n2. May at last."),
    ("markdown", "the text ends", "So the text[^1] ends.\n\n[^1]: A note."),
    ("markdown", "write <del> and so on", "We write `<del>` and so on"),
    ("text", "the old quay is", "We know that the old\n\nquay is lost."),
    ("text", "“We go.” Then", "They said: “We go.”\n\nThen they went."),
]
VOICES: list[tuple[str, Markup, str]] = [
    ("The town waits … Sell it", "markdown", "The town waits.\n\n> Sell it now.\n\nKest wrote it."),
    ("Sell it … Kest wrote", "markdown", "The town waits.\n\n> Sell it now.\n\nKest wrote it."),
    ("The town waits … Kest wrote", "markdown", "The town waits.\n\n> Sell it.\n\nKest wrote it."),
    ("Sell it … Keep", "markdown", "- > Sell it now.\n\n- Keep it now."),
    ("Sell it … Keep it", "markdown", "> Sell it now.\n\n> Keep it now."),
    ("Sell it now. Keep it", "markdown", "> Sell it now.\n\n> Keep it now."),
    (
        "The town waits … Sell it",
        "html",
        "<p>The town waits.</p><blockquote><p>Sell it now.</p></blockquote>",
    ),
    ("It is … true", "html", "<p>It is <span aria-hidden=true>not</span> true.</p>"),
    ("It is true", "html", "<p>It is <span aria-hidden=true>not</span> true.</p>"),
]


def _kind(words: str, text: str, markup: Markup) -> str:
    source = project(text, body=Span(0, len(text)), markup=markup, stored=True).parted
    return judged(words, {"a": source}, claimed=["a"]).kind


@pytest.mark.parametrize("text", UNSEEN)
def test_unseen_words_bear_nothing_out(text: str) -> None:
    """What a page hides, strikes out or says beside its article is not the article's."""
    assert _kind("We sell the crane today", text, "html") == "absent"
    assert _kind("We sell the crane today", f"Words.\n\n{text}\n\nMore.", "markdown") == "absent"


@pytest.mark.parametrize("text", SEEN)
def test_seen_words_do(text: str) -> None:
    """Nothing else is hidden, and hidden words part no others."""
    assert _kind("We sell the crane today", text, "html") == "exact"


def test_words_struck_out_in_markdown_are_gone() -> None:
    """Two tildes strike out in a stored article."""
    text = "We ~~never~~ sell the crane."
    assert _kind("We sell the crane", text, "markdown") == "exact"
    assert _kind("We never sell", text, "markdown") == "absent"


@pytest.mark.parametrize(("markup", "text"), EDGES)
def test_words_do_not_run_over_the_edges_of_blocks(markup: Markup, text: str) -> None:
    """Two entries of a list, or headline and text, are no row of words, with a bracket neither."""
    assert _kind("sell the old", text, markup) == "exact"
    assert _kind("Crane for the", text, markup) == "exact"
    assert _kind("sell the old Crane for", text, markup) == "absent"
    assert _kind("sell the old [and] Crane for", text, markup) == "absent"


@pytest.mark.parametrize(("markup", "text"), EDGES)
def test_dots_may_leave_the_edge_of_a_block_out(markup: Markup, text: str) -> None:
    """Who leaves words out with dots may do so over a block's end; not over a block quotation's."""
    wanted = "absent" if "> Crane" in text or "<blockquote>" in text else "edited"
    assert _kind("We sell … Crane for", text, markup) == wanted


@pytest.mark.parametrize(("markup", "words", "text"), RUNS_ON)
def test_paragraphs_and_wrapped_lines_run_on(markup: Markup, words: str, text: str) -> None:
    """A quotation may go on over the end of a sentence's paragraph, or a line within one."""
    assert _kind(words, text, markup) == "exact"


@pytest.mark.parametrize(("words", "markup", "text"), VOICES)
def test_no_cut_joins_a_block_quotation_to_its_frame(words: str, markup: Markup, text: str) -> None:
    """What a block quotation holds is somebody else's words, though it has no marks."""
    assert _kind(words, text, markup) == "absent"


def test_a_cut_within_a_block_quotation_is_fair() -> None:
    """Of its own words dots leave out as anywhere."""
    text = "The town waits.\n\n> Sell the crane, and sell it now.\n\nKest wrote it."
    assert _kind("Sell the crane … now", text, "markdown") == "edited"
