"""Where most texts are plain, a quick way gives what the general one gives."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from generator.digest.surface_forms import without_names
from generator.model import Span
from generator.outlets.names import TOKEN, token_pattern
from generator.summary import terms
from generator.text.markdown_marks import hidden_in_markdown, is_plain, paragraph_breaks
from generator.text.projection import project

SIGNS = st.text(alphabet="ab A1.-–'’\"“”*_~`#>+=|:;&<>[](){}\\\n\r\t0é語и\u0301", max_size=60)
NAMES = ["The Daily Bell", "Daily Bell", "Bell", "Bell & Co", "é"]


@given(SIGNS)
def test_plain_markdown_has_no_marks(text: str) -> None:
    """Of a text that is called plain, the scanner hides nothing and parts nothing."""
    if is_plain(text):
        assert not any(hidden_in_markdown(text))
        assert not paragraph_breaks(text)
        in_full = project(f"*a*\n\n{text}", body=Span(0, 5 + len(text)), markup="markdown")
        assert in_full.visible == f"a\n\n{text}"
        assert not in_full.edges


@given(SIGNS)
def test_tokens_are_the_same_either_way(text: str) -> None:
    """The words of a text that names are looked up by do not depend on how it is parted."""
    assert token_pattern(text).split(text)[1::2] == TOKEN.findall(text)


@given(SIGNS)
def test_words_are_the_same_either_way(text: str) -> None:
    """A plain text has the words that the pattern for all texts finds."""
    general = re.findall(r"[^\W_]+(?:[’'-][^\W_]+)*", text)
    if text.isascii():
        assert terms.words(text) == general


@given(st.lists(st.sampled_from([*NAMES, " ", "s", "_", ".", "The ", "-"]), max_size=12))
def test_names_are_taken_out_whole(pieces: list[str]) -> None:
    """Names go where one pattern of them all, the longest first, would find them."""
    text = "".join(pieces)
    names = sorted(NAMES, key=lambda name: (-len(name), name))
    pattern = rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)"
    assert without_names(text, names) == re.sub(pattern, " . ", text)
