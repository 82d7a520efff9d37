"""What a page or a narrative may bring along: its headings, its ids, its links."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from generator.render.narrative import article_copy, narrative
from generator.render.sanitise import _HARMLESS, _usual_cleaner, markdown_html, sanitised
from tests.render.test_narrative import _view
from tests.theme.samples import ROUNDUPS


def _page(text: str) -> str:
    """Return an ordinary page as Pelican's reader and our filter make it."""
    return str(sanitised(Markdown(extensions=["extra"]).convert(text)))


def _headings(html: str) -> list[str]:
    return re.findall(r"<(h\d)", html)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# One\n\n## Two\n\n###### Six", ["h2", "h3", "h6"]),
        ("## Two\n\n### Three", ["h2", "h3"]),
        ("Words.", []),
    ],
)
def test_the_headings_of_a_page_stand_below_its_title(text: str, expected: list[str]) -> None:
    """A page has one h1; all headings of its text move down alike where the text has one too."""
    assert _headings(_page(text)) == expected


def test_headings_of_a_narrative_stand_below_its_section() -> None:
    """Also those that Markdown or an article's HTML begins at the first level."""
    assert _headings(str(narrative(_view("# One\n\n## Two\n\nWords.")))) == ["h3", "h4"]
    article = replace(
        ROUNDUPS[0].articles[0], full_text="<h1 id=a>One</h1><p>Two.", full_text_markup="html"
    )
    assert str(article_copy(article)) == "<h4>One</h4><p>Two.</p>"


def test_links_within_a_page_find_their_target() -> None:
    """Footnotes and named headings keep their ids, with a prefix; other fragments stay."""
    html = _page("## Sec {#main}\n\nText[^1], [up](#main), [out](#q-x).\n\n[^1]: The note.")
    ids = set(re.findall(r'id="([^"]+)"', html))
    assert ids == {"text-main", "text-fn:1", "text-fnref:1"}
    targets = re.findall(r'href="#([^"]+)"', html)
    assert sorted(targets) == ["q-x", "text-fn:1", "text-fnref:1", "text-main"]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../b/", "../b/index.html"),
        ("../b/#sec", "../b/index.html#sec"),
        ("../", "../index.html"),
        ("..", "../index.html"),
        ("../images/a.png", "../images/a.png"),
        ("https://a.example/b/", "https://a.example/b/"),
        ("//a.example/b/", "//a.example/b/"),
        ("/b/", "/b/"),
        ("?x", "?x"),
    ],
)
def test_links_to_folders_open_from_disk(address: str, expected: str) -> None:
    """A link inside the site names the file, for `file://` has no index of a folder."""
    assert f'href="{expected}"' in _page(f"[x]({address})")


TABLE = """<table><thead><tr><th>a</th></tr></thead><tbody>
<tr><td>b</td></tr>
</tbody></table>"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'a' \"b\" -- c...", "<p>'a' \"b\" -- c...</p>"),
        ("Said:\n- one\n- two", "<p>Said:</p>\n<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("One ~~two~~.", "<p>One <del>two</del>.</p>"),
        ("5. five", '<ol start="5">\n<li>five</li>\n</ol>'),
        ("|a|\n|-|\n|b|", TABLE),
    ],
)
def test_narratives_are_commonmark(text: str, expected: str) -> None:
    """Typed marks stay as they are; lists, tables and struck words are drawn as such."""
    assert markdown_html(text, top=3) == expected


@given(
    st.lists(
        st.one_of(
            st.sampled_from(["<p>", "</p>", "</p>\n", "\n", "<em>", "<"]),
            st.text(st.characters(codec="utf-8"), max_size=6),
        ),
        max_size=8,
    )
)
def test_a_cleaner_leaves_what_is_called_harmless(pieces: list[str]) -> None:
    """Paragraphs that are not given to it would come back as they are."""
    for html in ("".join(pieces), f"<p>{''.join(pieces)}</p>"):
        if _HARMLESS.fullmatch(html):
            assert _usual_cleaner(ids=True).clean(html) == html
            assert _usual_cleaner(ids=False).clean(html) == html
