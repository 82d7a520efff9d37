"""Rule N004 for quotations written in digest.yaml: their kind and their words must agree."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model import EditorsWords, QuotationEntry, Span
from generator.neutrality.finding import PARAPHRASE, Finding
from generator.neutrality.paraphrases import MEND, first_words, reported
from generator.neutrality.passages import Placed
from generator.neutrality.words import NeutralityWords
from generator.problems import Problem
from generator.text.outer_marks import CLOSING, OPENING, without_outer_marks


def in_entries(
    entries: tuple[QuotationEntry, ...],
    texts: Mapping[int, EditorsWords],
    file: str,
    words: NeutralityWords | None,
) -> Iterator[Placed]:
    """Yield the entries whose marks say one thing and whose words or `kind` another.

    `texts` are the entries' texts by place. An entry that its editor acknowledged is a decision
    taken and published, and a withdrawn one shows no words.
    """
    for place, entry in enumerate(entries):
        passage = texts.get(place)
        if passage is None or entry.acknowledge or entry.withdrawn:
            continue
        if fault := _fault(entry, passage.text.strip(), words):
            yield _placed(passage, fault, file)


def _fault(entry: QuotationEntry, text: str, words: NeutralityWords | None) -> str:
    if entry.kind == "indirect":
        return "is a paraphrase (`kind: indirect`) in quotation marks" if _in_marks(text) else ""
    if entry.kind == "mixed" or words is None:
        return ""
    return reported(text.strip('"“”„«»'), words, spoken=bool(entry.speaker))


def _in_marks(text: str) -> bool:
    """Tell whether one pair of marks stands around all of `text`."""
    inner = without_outer_marks(text)
    within = inner.of(text)
    return (
        text[:1] in tuple(OPENING)
        and text[-1:] in tuple(CLOSING)
        and inner == Span(1, len(text) - 1)
        and not any(sign in within for sign in '"“”„«»')
    )


def _placed(passage: EditorsWords, fault: str, file: str) -> Placed:
    line = passage.lines[0][1] if passage.lines else passage.line
    what = f"{first_words(passage.text)} {fault}"
    found = Finding(span=Span(0, len(passage.text)), code=PARAPHRASE, what=what, mend=MEND)
    return Placed(
        finding=found,
        problem=Problem(
            file=file, line=line, code=PARAPHRASE, what=what, mend=MEND, severity="warning"
        ),
        words=passage.text,
        sentence=passage.text,
        last_line=passage.lines[-1][1] if passage.lines else line,
        key_line=passage.line,
    )
