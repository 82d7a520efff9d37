"""Who said words that the editor took from an article without naming the speaker.

The article's own attributions tell, where one of them holds the words: what the rules found counts
next after the editor. A reporter's paraphrase is no speech, so its words stay the outlet's.
"""

from __future__ import annotations

from dataclasses import replace

from generator.analysis import AnalysedText
from generator.digest.speakers import Speakers
from generator.digest.stored import StoredArticles
from generator.model import Attribution, Quotation, Span
from generator.verification import quoted_fragments

_FOUND = {"exact", "edited"}


def heard(quotation: Quotation, stored: StoredArticles, speakers: Speakers) -> Quotation:
    """Return a checked quotation with the speaker whom its article credits with the words.

    Only one that the editor wrote without a speaker changes, and only if the rules decided.
    """
    verdict = quotation.verdict
    if quotation.rule != "editor" or quotation.speaker or quotation.kind == "indirect":
        return quotation
    if verdict is None or verdict.kind not in _FOUND or not verdict.span or not verdict.found_in:
        return quotation
    text = stored.texts[verdict.found_in]
    credited = [a for a in text.analysis.attributions if _speaks(a, verdict.span, text)]
    names = {(a.speaker, a.role or "") for a in credited}
    if len(names) != 1:
        return quotation
    ((name, role),) = names
    if not name:
        return quotation
    return replace(quotation, speaker=speakers.named(name, role))


def _speaks(attribution: Attribution, words: Span, text: AnalysedText) -> bool:
    """Whether `words` of the article lie in what an attribution has between marks."""
    return any(
        span.start <= words.start and words.end <= span.end for span in _spoken(attribution, text)
    )


def _spoken(attribution: Attribution, text: AnalysedText) -> tuple[Span, ...]:
    """Return where the speaker's own words stand, in offsets of the file."""
    content = attribution.content
    if attribution.kind == "direct":
        # Between two parts stands the reporter's cue clause alone, which a cut leaves out.
        return (Span(content[0].start, content[-1].end),)
    if attribution.kind == "indirect":
        return ()
    in_file = text.reading.projection.in_file
    return tuple(
        in_file(Span(visible.start + part.start, visible.start + part.end))
        for visible in map(text.visible, content)
        for part in quoted_fragments(visible.of(text.reading.text))
    )
