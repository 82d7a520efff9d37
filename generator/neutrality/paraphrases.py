"""Rule N004: words in quotation marks that cannot be what was said.

Reported speech shifts persons and tenses (Huddleston and Pullum 2002, ch. 11, section 5.2; Quirk
et al. 1985, 14.28 to 14.35): “I will resign” becomes that he would resign. A clause in marks that
begins so is the reporter's. Much that is shifted is honest (a judge may say “he was a danger”), so
only forms count that are hardly ever a speaker's own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model import Span
from generator.neutrality.finding import PARAPHRASE, Finding
from generator.neutrality.narration import Narration
from generator.neutrality.words import NeutralityWords
from generator.quotations.elements import QUOTED, Unit

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_OPENING = "“„«‹‘‚\"'»›「『`"
_LOOKED_AT = 120
"""Characters of a stretch that are looked at: its first words decide."""
SHIFTED = "speaks of the speaker as somebody else"
REPORTED = "begins as reported speech"
SHOWN_WORDS = 6
"""Words of a stretch that a message shows."""
MEND = "Quote what was said, or take the marks off and call it a paraphrase."


def paraphrases(narration: Narration) -> Iterator[Finding]:
    """Yield the stretches in marks that the narrator credits and that are reported speech."""
    for unit in narration.units:
        for at in range(unit.low, unit.high):
            if narration.forms[at] != QUOTED:
                continue
            span = narration.span(at, at + 1)
            if (
                narration.text[span.start] not in _OPENING
                or not _is_speech(narration, unit, at)
                or _is_asked(narration, unit, at)
            ):
                continue
            words = span.of(narration.text)[1:_LOOKED_AT].lstrip()
            spoken = not _is_outlets_own(narration, span)
            if fault := reported(words, narration.words, spoken=spoken):
                first = first_words(span.of(narration.text))
                yield Finding(span=span, code=PARAPHRASE, what=f"{first} {fault}", mend=MEND)


def reported(words: str, known: NeutralityWords, *, spoken: bool) -> str:
    """Return what shows `words` to be reported speech; empty where nothing does.

    `spoken` tells that a person speaks: an outlet's own “he would” is about others.
    """
    forms = [match[0].lower().replace("’", "'") for match in _WORD.finditer(words[:_LOOKED_AT])]
    if not words[:1].islower() or len(forms) < 3:  # noqa: PLR2004 - a clause has a subject and a verb
        return ""
    first, second, third = forms[:3]
    if first in known.kind("that") and (
        second in known.kind("that_subjects") or second in known.kind("that_articles")
    ):
        return REPORTED
    verb = third if second in known.kind("negates") else second
    shifted = verb in known.kind("shifted") or verb.endswith(tuple(known.kind("shifted_endings")))
    return SHIFTED if spoken and first in known.kind("he") and shifted else ""


def _is_speech(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether the sentence has a verb of saying right before or after the marks."""
    elements = narration.elements
    beside = [
        *range(max(unit.low, at - 3), at),
        *range(at + 1, min(unit.high, at + 6)),
    ]
    for place in beside:
        cue = elements.language.cues.get(elements.forms[place])
        if cue and cue.cue_class in ("say", "tell") and cue.form != "participle":
            return True
    return False


def _is_asked(narration: Narration, unit: Unit, at: int) -> bool:
    """Tell whether the marks hold half of a question: `wondered if “he would …”`."""
    questions = narration.elements.language.kind_of_words("questions")
    return at > unit.low and narration.elements.forms[at - 1] in questions


def _is_outlets_own(narration: Narration, span: Span) -> bool:
    """Tell whether an outlet says it itself: its “he would” is about somebody else."""
    return any(
        a.outlet and not a.speaker and a.content[0].start <= span.start < a.content[-1].end
        for a in narration.attributions_at(span)
    )


def first_words(text: str) -> str:
    """Return the first words of a stretch for a message, in marks."""
    words = text.strip(_OPENING + "”").split()
    more = " …" if len(words) > SHOWN_WORDS else ""
    return f"“{' '.join(words[:SHOWN_WORDS]).rstrip(',.')}{more}”"
