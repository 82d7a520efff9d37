"""The narrative on the page: every word as written, each passage marked."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Span
from generator.render import link
from generator.render.narrative import article_copy, narrative
from generator.render.sanitise import sanitised
from generator.settings import SiteSettings
from generator.views.frame import frame, site_view
from generator.views.shapes import NarrativeMark, NarrativeView
from tests.theme.samples import ROUNDUPS


def _view(
    text: str,
    *quoted: str,
    markup: str = "markdown",
    omit: tuple[Span, ...] = (),
    withdrawn: tuple[int, ...] = (),
) -> NarrativeView:
    """Return a narrative in which each of `quoted` is a passage, by number."""
    spans = [(text.index(words), words) for words in quoted]
    return NarrativeView(
        text=text,
        body=Span(0, len(text)),
        markup=markup,
        omit=omit,
        marks=tuple(
            NarrativeMark(
                quotation=str(number),
                spans=(Span(start, start + len(words)),),
                kind="direct",
                label=f"Outlet {number}",
                withdrawn=number in withdrawn,
            )
            for number, (start, words) in enumerate(spans)
        ),
        language="en",
        direction="ltr",
    )


def _marked(html: str) -> list[str]:
    return [unescape(re.sub("<[^>]+>", "", m)) for m in re.findall("<mark.*?</mark>", html)]


def _plain(html: str) -> str:
    return unescape(re.sub(r"<a class=\"to-roundup\".*?</a>|<[^>]+>", "", html))


def test_a_passage_is_marked_and_linked() -> None:
    """The mark carries the passage's id and leads to its round-up entry."""
    html = narrative(_view("The Herald said “bread & water” today.", "“bread & water”"))
    assert str(html) == (
        '<p>The Herald said <mark class="direct" id="n-0">“bread &amp; water”</mark>'
        '<a class="to-roundup" href="#q-0" aria-label="Outlet 0: in the round-up"></a> today.</p>'
    )


def test_a_mark_is_split_at_element_edges() -> None:
    """Emphasis and links inside a passage stay; the passage's own link waits for their end."""
    html = str(
        narrative(_view("He said *one* and [two](https://a.example) then.", "*one* and [two]"))
    )
    assert _marked(html) == ["one", "and", "two"]
    assert html.count('id="n-0"') == 1
    assert html.index("to-roundup") > html.index("</a>")


def test_a_shared_statement_is_marked_for_each_outlet() -> None:
    """Two outlets with the same words give two ids and two links."""
    html = str(narrative(_view("Both said it rained.", "it rained", "it rained")))
    assert 'id="n-0"' in html
    assert 'id="n-1"' in html
    assert html.count("to-roundup") == 2


def test_furniture_is_left_off() -> None:
    """What is page furniture is not drawn; the marks after it stay right."""
    text = "Share this\n\nThe Herald said it rained.\n"
    html = str(narrative(_view(text, "it rained", markup="text", omit=(Span(0, 10),))))
    assert "Share" not in html
    assert _marked(html) == ["it rained"]


def test_withdrawn_words_are_not_shown() -> None:
    """A placeholder stands in their stead, with the passage's id and a link to the reason."""
    text = "The Herald said “bread & water” today. The Post said it rained."
    html = str(narrative(_view(text, "“bread & water”", "it rained", withdrawn=(0,))))
    assert html == (
        '<p>The Herald said <span class="withdrawn" id="n-0">[withdrawn]</span>'
        '<a class="to-roundup" href="#q-0" aria-label="Outlet 0: in the round-up"></a> today. '
        'The Post said <mark class="indirect" id="n-1">it rained</mark>'
        '<a class="to-roundup" href="#q-1" aria-label="Outlet 1: in the round-up"></a>.</p>'
    ).replace("indirect", "direct")


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("He *said one* two* then.", "one* two", "said"),
        (
            "He said [one](https://a.example) and *two* then.",
            "one](https://a.example) and *two",
            "He",
        ),
        ("He said one &amp; two\\\nand three then.", "one &amp; two\\\nand three", "then"),
        ("> He said one\n> two\n\n- and three\n- then", "one\n> two\n\n- and three", "then"),
        ("He said `one` snake_two_three then.", "`one` snake_two_three", "then"),
        ("# One two\n\nthen.", "One two", "then"),
    ],
)
@pytest.mark.parametrize("markup", ["markdown", "text"])
def test_no_markup_lets_withdrawn_words_through(
    text: str, words: str, left: str, markup: str
) -> None:
    """Whatever marks stand in or around the passage, none of its words is drawn, and once told."""
    html = str(narrative(_view(text, words, markup=markup, withdrawn=(0,))))
    shown = _plain(html)
    for word in ("one", "two", "three", "snake", "amp"):
        assert word not in shown.casefold()
    assert shown.count("[withdrawn]") == 1
    assert html.count('id="n-0"') == 1
    assert left in shown


def test_words_that_another_outlet_still_says_stay() -> None:
    """What two outlets share is withdrawn for one of them: the other's passage stands."""
    html = str(narrative(_view("Both said it rained.", "it rained", "it rained", withdrawn=(0,))))
    assert _marked(html) == ["it rained"]
    assert html.count('id="n-0"') == 1


@given(st.text(max_size=200), st.integers(0, 200), st.integers(0, 200))
def test_withdrawn_words_leave_every_text(text: str, start: int, end: int) -> None:
    """Whatever the text, nothing of the withdrawn passage is left on the page, all else is."""
    text = text.replace("\x00", "")
    view = _view(text, text[start:end], markup="text", withdrawn=(0,))
    (mark,) = view.marks
    (span,) = mark.spans
    shown = "".join(_plain(str(narrative(view))).split())
    rest = "".join((text[: span.start] + " " + text[span.end :]).split())
    assert shown.replace("[withdrawn]", "") == rest.replace("[withdrawn]", "")


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_plain_text_keeps_its_paragraphs(newline: str) -> None:
    """Paragraphs of a .txt file are paragraphs on the page, and nothing in it is markup."""
    text = f"One <b>bold</b>.{newline}{newline}*Two*."
    html = str(narrative(_view(text, markup="text")))
    assert html == "<p>One &lt;b&gt;bold&lt;/b&gt;.</p>\n<p>*Two*.</p>"


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "<svg onload=alert(1)>",
        "<style>*{display:none}</style>",
        "<a href='data:text/html,x'>x</a>",
        "<iframe src='https://a.example'></iframe>",
    ],
)
def test_nothing_that_runs_gets_through(attack: str) -> None:
    """Markdown may hold HTML; only its harmless part is drawn."""
    html = str(narrative(_view(f"Text {attack} more.")))
    for sign in ("<script", "onerror", "onload", "javascript:", "<style", "data:", "<iframe"):
        assert sign not in html
    assert sign not in str(sanitised(attack))


@given(st.text(alphabet=st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=200))
def test_plain_text_is_never_changed(text: str) -> None:
    """Whatever the text, its visible letters stand on the page in order."""
    shown = "".join(_plain(str(narrative(_view(text, markup="text")))).split())
    assert shown.replace("\x00", "") == "".join(text.split()).replace("\x00", "")


@pytest.mark.parametrize(
    ("markup", "text", "expected"),
    [
        ("text", "<b>One.</b>", "<p>&lt;b&gt;One.&lt;/b&gt;</p>"),
        ("markdown", "*One* <script>x</script>.", "<p><em>One</em> .</p>"),
        ("html", "<p>One <b onclick=x>two</b>.</p>", "<p>One <b>two</b>.</p>"),
    ],
)
def test_a_full_article_is_drawn_by_its_markup(markup: str, text: str, expected: str) -> None:
    """An article that is published in full is plain text, Markdown or HTML; all are made safe."""
    article = replace(ROUNDUPS[0].articles[0], full_text=text, full_text_markup=markup)
    assert str(article_copy(article)) == expected


@pytest.mark.parametrize(
    ("page", "address", "expected"),
    [
        ("", "", "index.html"),
        ("", "outlets/x/", "outlets/x/index.html"),
        ("digests/a/", "outlets/x/", "../../outlets/x/index.html"),
        ("digests/a/", "digests/b/#q-1", "../../digests/b/index.html#q-1"),
        ("digests/a/", "#q-1", "#q-1"),
        ("page/2/", "theme/x.css", "../../theme/x.css"),
        ("404.html", "outlets/", "/site/outlets/index.html"),
        ("x/", "https://a.example/", "https://a.example/"),
    ],
)
def test_links_are_relative(page: str, address: str, expected: str) -> None:
    """Links work on a server, below a sub-path and from a file; 404's start at the host's root."""
    settings = SiteSettings(title="T", url="https://host.example/site")
    site = site_view(settings, (), generator="x", feed="")
    assert link(frame(site, page, title="T"), address) == expected


def test_no_picture_of_another_host_is_drawn() -> None:
    """A picture from elsewhere is left out whole; the digest's own stays."""
    text = "![a](https://a.example/t.png) ![b](images/b.png) ![c](//c.example/t.png)"
    html = str(narrative(_view(text)))
    assert re.findall(r'<img[^>]*src="([^"]*)"', html) == ["images/b.png"]
    assert html.count("<img") == 1
