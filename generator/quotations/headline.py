"""Rule `headline`: an article's first line cites somebody: `Obi: The harbour will reopen`.

Before a colon many headlines carry a label ("Analysis: …"). So the name counts only where the
article itself goes on to attribute words to it.
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.quotations.clauses import content_end
from generator.quotations.draft import Draft
from generator.quotations.elements import Elements

_LONGEST_NAME = 5
_TITLE_SHARE = 0.7
"""Of the words in a headline in title case, at least this share begins with a capital."""


def title_case_until(elements: Elements) -> int:
    """Return the element after a first line in title case, whose verbs have capitals too."""
    if not elements.units:
        return 0
    unit = elements.units[0]
    words = [at for at in range(unit.low, unit.high) if elements.is_word(at)]
    capitals = sum(elements.capital(at) for at in words)
    return unit.high if len(words) > 2 and capitals >= _TITLE_SHARE * len(words) else 0  # noqa: PLR2004 - two words are a name


def headline(elements: Elements, drafts: Sequence[Draft]) -> list[Draft]:
    """Return the finding in the first line, if it names a later source before a colon."""
    if not elements.units or any(draft.unit == 0 for draft in drafts):
        return []
    unit, forms = elements.units[0], elements.forms
    colon = next((at for at in range(unit.low, unit.high - 2) if forms[at] == ":"), unit.low)
    if not 0 < colon - unit.low <= _LONGEST_NAME or not elements.capital(colon - 1):
        return []
    if not any(_names(elements, draft, forms[colon - 1]) for draft in drafts):
        return []
    return [
        Draft(
            rule="headline",
            content=((colon + 1, content_end(elements, colon + 1, unit.high)),),
            unit=0,
            source=(unit.low, colon),
            cue=(colon, colon + 1),
            cue_class="say",
        )
    ]


def _names(elements: Elements, draft: Draft, name: str) -> bool:
    return draft.source is not None and name in elements.forms[draft.source[0] : draft.source[1]]
