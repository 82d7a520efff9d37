"""Read the dots and brackets of a quotation: what the quoter left out and put in.

The customs are those of the Chicago Manual of Style (17th ed., 13.50–13.60): three dots, in or
out of brackets, say that words are left out; a bracket holds what the quoter put in. Dots stand in
angle brackets or between strokes in Russian and Scandinavian writing, and in pairs in Chinese.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from generator.text.word_edges import is_unspaced

_DOTS = r"(?:⋯{1,2}|\.(?:\s?\.){2,3}(?:\.{2,3})?)"
"""Three or four; a pair of signs, as Chinese has it, makes six."""
_SIGN = re.compile(
    rf"[\[(<]\s?{_DOTS}\s?[\])>]|/\s?{_DOTS}\s?/|{_DOTS}|\[(?P<inserted>(?![\s.]*\])[^\[\]]*)\]"
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """What stands between two stretches of source words."""

    omits: bool = False
    inserted: tuple[str, ...] = ()
    glued_before: bool = False
    """The bracket follows its word without a space, as in `promise[d]`."""
    glued_after: bool = False
    """Its word follows the bracket without a space, as in `[W]e`."""
    bracket_first: bool = False
    """Where there are both, the dots stand behind the bracket."""

    @property
    def explained(self) -> str:
        """What is put in between words, not within one."""
        first = 1 if self.glued_before else 0
        last = len(self.inserted) - (1 if self.glued_after else 0)
        return " ".join(self.inserted[first:last])

    @property
    def ending(self) -> str:
        """What ends the word before, as in `promise[d]`."""
        return self.inserted[0] if self.glued_before else ""

    @property
    def opening(self) -> str:
        """What begins the word after, as in `[W]e`."""
        return self.inserted[-1] if self.glued_after else ""


def parsed(words: str) -> tuple[list[str], list[Join]]:
    """Part normalised `words` into stretches of the source and the joins between them."""
    stretches: list[str] = []
    joins: list[Join] = []
    done = 0
    for match in _SIGN.finditer(words):
        before, after = words[: match.start()], words[match.end() :]
        inserted = match["inserted"]
        join = Join(
            omits=inserted is None,
            inserted=() if inserted is None else (inserted.strip(),),
            glued_before=inserted is not None and _is_letter(before[-1:]),
            glued_after=inserted is not None and _is_letter(after[:1]),
        )
        stretch = words[done : match.start()].strip()
        if joins and not stretch:
            join = _together(joins.pop(), join)
        else:
            stretches.append(stretch)
        joins.append(join)
        done = match.end()
    return [*stretches, words[done:].strip()], joins


def _together(earlier: Join, later: Join) -> Join:
    """Return two joins with no source words between them as one."""
    return Join(
        omits=earlier.omits or later.omits,
        inserted=earlier.inserted + later.inserted,
        glued_before=earlier.glued_before,
        glued_after=later.glued_after,
        bracket_first=earlier.bracket_first or (later.omits and not earlier.omits),
    )


def _is_letter(sign: str) -> bool:
    """Tell whether a bracket beside `sign` stands in a word; without spaces it cannot be told."""
    return sign.isalpha() and not is_unspaced(sign)
