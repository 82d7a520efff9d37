"""Decide whether a quotation is a fair cut of its source: omissions and brackets, nothing else.

The customs are those of the Chicago Manual of Style (17th ed., 13.50–13.60): three dots, in or
out of brackets, say that words are left out; a bracket holds what the quoter put in. On top of
them our own limits: an omission is of at most 40 words, never across another speaker's marks,
and neither an omission nor a bracket may turn the sense.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from generator.alignment import is_edge, is_unspaced
from generator.text.matching import MatchableText
from generator.verification.marks import crosses_speakers
from generator.verification.negation import denies, denies_only, denies_onward
from generator.verification.replacements import may_replace

LONGEST_OMISSION = 40
"""Words; the desk's rule."""
_LONGEST_INSERTION = 15
"""Words in one bracket: a name with its role; more is no explanation but a text of its own."""
_REPLACED = 3
"""Source words a bracket may stand for: `[the minister]` for `he`, or for `my old friend`."""
_INFLECTION = 3
"""Letters a bracket may change at a word's end: `promise[d]`, `vote[s]`."""

_SIGN = re.compile(
    r"[\[(]\s?\.\s?\.\s?\.(?:\s?\.)?\s?[\])]|\.\s?\.\s?\.(?:\s?\.)?|\[(?P<inserted>(?![\s.]*\])[^\[\]]*)\]"
)
_CLAUSE_ENDS = ".,;:!?…،؛؟。，—–"
_REST = re.compile(r"(?:(?!,?'(?:\s|\Z)|[.!?](?:\s|'|\Z))[^;:…؛؟。！？])*")
"""What is left of a sentence, or of somebody's words in marks."""
_WORD = re.compile(r"\S+")
_TOKEN = re.compile(r"[^\W_]+(?:'[^\W_]+)*'?")


Limit = Literal["length", "speakers", "negation", "bracket"]
"""What bounds a fair cut: how much is left out, of whose words, and whether it turns the sense."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Join:
    """What stands between two stretches of source words."""

    omits: bool = False
    inserted: tuple[str, ...] = ()
    glued_before: bool = False
    """The bracket follows its word without a space, as in `promise[d]`."""
    glued_after: bool = False
    """Its word follows the bracket without a space, as in `[W]e`."""


def edited(
    words: str, source: MatchableText, text: str, *, waived: frozenset[Limit] = frozenset()
) -> tuple[int, int] | None:
    """Return where in `source.form` the normalised, cut or filled-in `words` stand, or None.

    `source` is the matchable form of `text`. Of several places the first to end wins. `waived`
    limits are not kept: to find out which one it was that words offend against.
    """
    stretches, joins = parsed(words)
    if not joins or not any(map(_TOKEN.search, stretches)):
        return None
    if "bracket" not in waived and _turns_sense(joins):
        return None
    form = source.form.replace('"', "'")
    if not all(stretch in form for stretch in stretches):
        return None
    ends = dict(_openings(form, stretches[0], joins[0]))
    for number, join in enumerate(joins):
        stretch = stretches[number + 1]
        if not stretch and number == len(joins) - 1:
            ends = {
                close: start
                for end, start in ends.items()
                if (close := _closing(form, end, join, text, waived)) is not None
            }
            break
        onward: dict[int, int] = {}
        following = joins[number + 1] if number + 1 < len(joins) else Join()
        for end, start in ends.items():
            first = number == 0 and not stretches[0]
            places = (
                _leading(form, stretch, join, following)
                if first
                else _continuations(source, text, form, end, stretch, join, following, waived)
            )
            for here in places:
                onward[here + len(stretch)] = here - len(_glued_letters(join)) if first else start
        ends = onward
    return min(((start, end) for end, start in ends.items()), key=lambda s: s[1], default=None)


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
            earlier = joins.pop()
            join = Join(
                omits=earlier.omits or join.omits, inserted=earlier.inserted + join.inserted
            )
        else:
            stretches.append(stretch)
        joins.append(join)
        done = match.end()
    return [*stretches, words[done:].strip()], joins


def _is_letter(sign: str) -> bool:
    """Tell whether a bracket beside `sign` stands in a word; without spaces it cannot be told."""
    return sign.isalpha() and not is_unspaced(sign)


def _openings(form: str, stretch: str, join: Join) -> Iterator[tuple[int, int]]:
    """Yield (end, start) of each place of the first stretch; one dummy when there is none."""
    if not stretch:
        yield 0, 0
    for here in _places(form, stretch, 0, len(form)):
        end = here + len(stretch)
        if is_edge(form, here) and (join.glued_before or is_edge(form, end)):
            yield end, here


def _leading(form: str, stretch: str, join: Join, following: Join) -> Iterator[int]:
    """Yield where `stretch` stands after a join that begins the quotation."""
    letters = _glued_letters(join)
    for here in _places(form, stretch, 0, len(form)):
        begin = here - len(letters)
        if (
            begin >= 0
            and form[begin:here].casefold() == letters.casefold()
            and is_edge(form, begin)
            and (following.glued_before or is_edge(form, here + len(stretch)))
        ):
            yield here


def _glued_letters(join: Join) -> str:
    """Return the letters of a bracket that begins a word, as in `[W]e`."""
    return join.inserted[-1] if join.glued_after and not join.omits else ""


def _continuations(  # noqa: PLR0917 - the state of one search
    source: MatchableText,
    text: str,
    form: str,
    end: int,
    stretch: str,
    join: Join,
    following: Join,
    waived: frozenset[Limit],
) -> Iterator[int]:
    """Yield where `stretch` may stand after a stretch that ended at `end`."""
    reach = end
    limit = LONGEST_OMISSION if join.omits else _REPLACED
    if join.omits and "length" in waived:
        limit = len(form)
    for number, word in enumerate(_WORD.finditer(form, end)):
        if number > limit + 1:
            break
        reach = word.end()
    for here in _places(form, stretch, end, min(len(form), reach + len(stretch))):
        begins = join.glued_after or is_edge(form, here)
        if not (begins and (following.glued_before or is_edge(form, here + len(stretch)))):
            continue
        gap = form[end:here]
        turns = join.omits and "negation" not in waived and _turns_clause(form, end, here)
        if turns or not _allows(join, gap, text, waived):
            continue
        if join.glued_before and not join.omits and _turns_word(form, end, here, join):
            continue
        if "speakers" in waived or not crosses_speakers(text, source.original(end, here)):
            yield here


def _places(form: str, stretch: str, begin: int, end: int) -> Iterator[int]:
    here = form.find(stretch, begin, end) if stretch else -1
    while here >= 0:
        yield here
        here = form.find(stretch, here + 1, end)


def _turns_clause(form: str, end: int, here: int) -> bool:
    """Tell whether leaving out `form[end:here]` takes a negation from words that are kept."""
    inside = end > 0 and form[end - 1] not in _CLAUSE_ENDS
    return denies_onward(form[end:here], form[here:], begins_inside=inside)


def _allows(join: Join, gap: str, text: str, waived: frozenset[Limit]) -> bool:
    """Tell whether `join` may stand for the source's words in `gap`."""
    left_out = [token for token in _WORD.findall(gap) if _TOKEN.search(token)]
    if join.omits:
        if "length" not in waived and len(left_out) > LONGEST_OMISSION:
            return False
        return "negation" in waived or not denies_only(gap)
    if join.glued_after:
        return gap.strip().casefold() == join.inserted[-1].casefold()
    if join.glued_before:
        return _is_inflection(gap.rstrip()) and _is_inflection(join.inserted[0])
    if denies(gap) or re.search(r"[.!?](?:\s|$)", gap):
        return not left_out and not gap.strip()
    fits = "bracket" in waived or may_replace(gap, " ".join(join.inserted), text)
    return len(left_out) <= _REPLACED and fits


def _closing(form: str, end: int, join: Join, text: str, waived: frozenset[Limit]) -> int | None:
    """Return where the source's words end if `join` ends the quotation at `end`; None if not."""
    if not join.inserted:
        return end if is_edge(form, end) else None
    if not join.glued_before or join.omits:
        fits = "bracket" in waived or _may_end(form, end, join, text)
        return end if is_edge(form, end) and fits else None
    rest = re.compile(r"[^\W\d_]*").match(form, end)
    close = rest.end() if rest else end
    fits = _is_inflection(form[end:close]) and _is_inflection(join.inserted[0])
    return close if fits and not _turns_word(form, end, close, join) else None


def _may_end(form: str, end: int, join: Join, text: str) -> bool:
    """Tell whether a bracket may end a quotation at `end`.

    Only where the source's sentence ends too, or nothing but words that point are left of it:
    elsewhere it would say another thing in the place of what follows.
    """
    rest = _REST.match(form, end)
    left = rest[0] if rest else ""
    return len(left.split()) <= _REPLACED and may_replace(left, " ".join(join.inserted), text)


def _turns_word(form: str, end: int, close: int, join: Join) -> bool:
    """Tell whether the ending in a bracket makes a negation of a word, or of one a word."""
    stem = re.split(r"[^\w']", form[:end])[-1]
    return denies(stem + form[end:close].rstrip()) or denies(stem + join.inserted[0])


def _is_inflection(letters: str) -> bool:
    return len(letters) <= _INFLECTION and (not letters or letters.isalpha())


def _turns_sense(joins: list[Join]) -> bool:
    """Tell whether a bracket puts in a negation, or more than an explanation."""
    inserted = [text for join in joins for text in join.inserted]
    return any(len(text.split()) > _LONGEST_INSERTION or denies(text) for text in inserted)
