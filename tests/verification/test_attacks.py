"""Writings that might deceive the verdict, one by one, against the source they claim."""

from __future__ import annotations

import pytest

from generator.model import Markup, Span
from generator.text.projection import project
from generator.verification import judged

NESTED = "He said: “My father told me ‘never trust a dry well’, and I never did,” and left."
ONE_SPEAKER = "“First paragraph stands here.\n\n“Second one goes on,” she said."
TWO_SPEAKERS = "“First paragraph stands here.”\n\n“Second one goes on,” she said."

TEXTS = [
    # nested quotations
    ("exact", "My father told me ‘never trust a dry well’, and I never did", NESTED),
    ("exact", '“My father told me "never trust a dry well", and I never did.”', NESTED),
    ("exact", "‘never trust a dry well’", NESTED),
    ("edited", "My father told me ... and I never did", NESTED),
    ("absent", "My father told me never trust a dry well, and I never did", NESTED),
    # a quotation that goes on in the next paragraph
    ("exact", "First paragraph stands here. Second one goes on", ONE_SPEAKER),
    ("exact", "First paragraph stands here.\n\n“Second one goes on", ONE_SPEAKER),
    ("edited", "First paragraph stands here. Second … goes on", ONE_SPEAKER),
    ("absent", "First paragraph stands here. Second one goes on", TWO_SPEAKERS),
    # figures and their signs
    ("exact", "10 000 people", "There were 10\u202f000 people."),
    ("absent", "10,000 people", "There were 10\u202f000 people."),
    ("absent", "0,000 people", "There were 10,000 people."),
    ("absent", "10,000", "There were 10,000,000 people."),
    ("absent", "rose by 3", "It rose by 3.5 per cent."),
    ("absent", "5 per cent", "It rose by 3.5 per cent."),
    ("absent", "rose by 3", "It rose by 3% today."),
    ("exact", "rose by 3%", "It rose by 3% today."),
    ("exact", "-3 degrees", "It was -3 degrees."),
    ("absent", "3 degrees", "It was -3 degrees."),
    ("absent", "3 degrees", "It was −3 degrees."),
    ("absent", "3 a head", "It cost €3 a head."),
    ("absent", "10²", "It is 102 metres."),
    ("absent", "١٠ سفن", "10 سفن"),
    ("absent", "500 people", "There were 10\u202f500 people."),
    ("absent", "9 people", "There were 7–9 people."),
    ("absent", "5 per cent", "It fell by .5 per cent."),
    ("absent", "a B", "The critic gave it a B+ at last."),
    # a question is no statement
    ("absent", "You sold it.", "“You sold it?” she asked."),
    ("absent", "You … it.", "“You sold it?” she asked."),
    ("exact", "You sold it", "“You sold it?” she asked."),
    ("exact", "You sold it,", "“You sold it?” she asked."),
    ("exact", "You sold it.", "“You sold it?” she asked. “You sold it,” he said."),
    # dashes, apostrophes, emoji
    ("absent", "we go - and soon", "Then we go — and soon."),
    ("exact", "rock ’n’ roll", "It is rock 'n' roll."),
    ("exact", "heure juste", "C’est l’heure juste."),
    ("absent", "we can", "We know that we can’t go."),
    ("exact", "well done 👍", "He wrote “well done 👍 all”."),
    ("absent", "well done 👍🏽", "He wrote “well done 👍 all”."),
    # gaps that only some houses set
    ("exact", "Il dit « oui »: partons!", "Il dit «\u00a0oui\u00a0»\u00a0: partons\u202f!"),
    ("exact", "他说“好”就走", "他说「好」就走。"),
    ("exact", "Il dit “oui” et part", "Il dit « oui » et part."),
    ("exact", "sagte “ja” und ging", "Er sagte »ja« und ging."),
    # signs for vowels
    ("exact", "الكتاب الجديد", "قرأ الْكِتَابَ الجديد أمس."),
    ("exact", "الْكِتَابَ الجديد", "قرأ الْكِتَابَ الجديد أمس."),
    ("absent", "كُتِبَ اليوم", "هكذا كَتَبَ اليوم."),
    ("absent", "كُتِبَ اليوم", "هكذا كتب اليوم."),
    ("exact", "שלום עולם", "הוא אמר שָׁלוֹם עולם."),
    # direction signs
    ("exact", "קרא לזה בושה", "הוא \u202bקרא\u200f לזה\u200e בושה\u202c."),
    # omissions that turn the sense
    ("absent", "Dogs … bite", "Dogs do not bite."),
    ("absent", "I … resign", "I don’t resign."),
    ("absent", "I will … resign", "I will never ever resign."),
    ("absent", "Ce … vrai", "Ce n’est pas vrai."),
    ("absent", "Das … gut", "Das gar nicht gut."),
    ("absent", "我们…关闭渡口", "我们不会关闭渡口。"),
    # brackets that turn the sense, or make another word
    ("absent", "I will [hardly] resign", "I will resign."),
    ("absent", "can[not] go", "We can go."),
    ("absent", "I will no[t] go", "I will now go."),
    ("absent", "I will no[w] go", "I will not go."),
    ("absent", "I will no[t]", "I will now."),
    ("absent", "It is [un]true", "It is true."),
    ("absent", "It is …true", "It is untrue."),
    ("absent", "我们[不会]关闭渡口", "我们关闭渡口。"),
    ("edited", "我们[非洲人]关闭渡口", "我们关闭渡口。"),
    ("exact", "he is [sic] gone", "So he is [sic] gone."),
    # too much, or nothing
    ("absent", "one two three four five", "one two three"),
    ("absent", "", "one two three"),
    ("absent", "“…”", "one two … three"),
    ("absent", "[…] [not]", "it is not so"),
    ("absent", "Strasse", "Straße"),
]

FILES: list[tuple[str, str, str, Markup]] = [
    ("exact", "AT&T won’t pay & go", "<p>AT&amp;T won&rsquo;t pay &amp; go</p>", "html"),
    ("exact", "ten million, soft", "<p>ten&nbsp;million, so&shy;ft</p>", "html"),
    ("exact", "unbelievable thing", "<p>an un<b>believ</b>able thing</p>", "html"),
    ("exact", "It is true", "<p>It is <!-- not --> true</p>", "html"),
    ("absent", "It is true", "<p>It is <em>not</em> true</p>", "html"),
    ("absent", "onetwo", "<p>one</p><p>two</p>", "html"),
    ("absent", "102 metres", "<p>It is 10<sup>2</sup> metres</p>", "html"),
    ("exact", "10² metres", "<p>It is 10<sup>2</sup> metres</p>", "html"),
    ("absent", "102 metres", "It is 10<sup>2</sup> metres", "markdown"),
    ("exact", "10² metres of H₂O", "It is 10<sup>2</sup> metres of H<sub>2</sub>O", "markdown"),
    ("exact", "he said “we go” and", "<p>Then he said <q>we go</q> and left</p>", "html"),
    ("exact", "he said “we go” and", "Then he said <q>we go</q> and left", "markdown"),
    (
        "absent",
        "The sluice is shut now … The sluice is open",
        "<p><q>The sluice is shut now</q>: Kest. <q>The sluice is open</q>: Mull.</p>",
        "html",
    ),
    ("exact", "It is not true", "It is **not** _true_", "markdown"),
    ("absent", "It is true", "It is *not* true", "markdown"),
    ("exact", "see the report now", "see [the report](https://a.example/x) now", "markdown"),
    ("exact", "a line that wraps", "> a line\n> that wraps", "markdown"),
    ("exact", "the snake_case name", "the snake_case name", "markdown"),
]


@pytest.mark.parametrize(("kind", "words", "text"), TEXTS)
def test_no_writing_deceives_the_verdict(kind: str, words: str, text: str) -> None:
    """Words count as what the source says, in whatever signs they come."""
    assert judged(words, {"a": text}, claimed=["a"]).kind == kind


@pytest.mark.parametrize(("kind", "words", "text", "markup"), FILES)
def test_readers_words_count_not_the_files(
    kind: str, words: str, text: str, markup: Markup
) -> None:
    """Of HTML and Markdown what a reader sees is compared."""
    visible = project(text, body=Span(0, len(text)), markup=markup).visible
    assert judged(words, {"a": visible}, claimed=["a"]).kind == kind


@pytest.mark.parametrize(
    ("words", "text", "stands"),
    [
        ("[w]e go home", "Then “We go home,” they said", "We go home"),
        ("we vote[d]", "and we votes for it", "we votes"),
        ("First here. Second on", "“First here.\n\n“Second on,” she", "First here.\n\n“Second on"),
    ],
)
def test_the_span_covers_the_words_that_brackets_change(words: str, text: str, stands: str) -> None:
    """The passage is in whole words of the source."""
    verdict = judged(words, {"a": text}, claimed=["a"])
    assert verdict.span
    assert verdict.span.of(text) == stands
