"""Clauses, and the ways in which a review credits one to an outlet.

Each way is a pattern of words that newspapers' reviews use (cue before or after, with and without
marks, with and without a speaker), so that the passages have to be found as in real reviews. The
narrator's own sentences hold no cue and no outlet's name: what is found is what was put in.
"""

from __future__ import annotations

import random
from dataclasses import dataclass
from typing import Literal

from bench.corpus.vocabulary import MadeOutlet, MadePerson, Vocabulary

Kind = Literal["direct", "mixed", "indirect"]


@dataclass(frozen=True, kw_only=True, slots=True)
class Way:
    """How a passage is credited."""

    pattern: str
    """With {said}, {Said} (capital), {outlet}, {person}, {role} and {more} (in marks, if mixed)."""
    kind: Kind
    speaker: bool = False
    """Whether a person says the words to the outlet."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MadePassage:
    """One outlet's words in a digest, as they were put there."""

    outlet: MadeOutlet
    person: MadePerson | None
    kind: Kind
    words: str
    """What is credited, as a page shows it: a direct quotation without its marks."""
    sentence: str
    """The whole sentence of the review."""


SPOKEN = (
    Way(pattern="“{Said},” {person} told {outlet}.", kind="direct", speaker=True),
    Way(pattern="{person}, the {role}, told {outlet}: “{Said}.”", kind="direct", speaker=True),
    Way(pattern="{person} told {outlet} that {said}.", kind="indirect", speaker=True),
)
PRINTED = (
    Way(pattern="“{Said},” {outlet} writes.", kind="direct"),
    Way(pattern="“{Said},” {outlet} remarked.", kind="direct"),
    Way(pattern="{outlet} writes: “{Said}.”", kind="direct"),
    Way(pattern="{outlet} argues that {said}.", kind="indirect"),
    Way(pattern="According to {outlet}, {said}.", kind="indirect"),
    Way(pattern="{outlet} reports that {said}.", kind="indirect"),
    Way(pattern="{outlet} notes that {said} “{more}”.", kind="mixed"),
)


def clause(rng: random.Random, words: Vocabulary) -> str:
    """Return a clause of 10 to 25 words, without a capital or a full stop."""
    first, second, third, fourth = rng.sample(words.things, k=4)
    one, other, last = rng.choices(words.adjectives, k=3)
    deed, then = rng.choices(words.deeds, k=2)
    ending = rng.choice(words.endings)
    match rng.randrange(4):
        case 0:
            return f"the {one} {first} {deed} the {other} {second} {ending}"
        case 1:
            place = rng.choice(words.places)
            return f"the {first} of {place} {deed} every {one} {second} and {then} the {third}"
        case 2:
            end = f"and the {other} {third} {then} the {last} {fourth} {ending}"
            return f"the {first} {deed} the {one} {second} {end}"
        case _:
            return f"neither the {first} nor the {one} {second} {deed} the {other} {third} {ending}"


def narration(rng: random.Random, words: Vocabulary, *, sentences: int) -> str:
    """Return sentences of the narrator's own."""
    return " ".join(f"{capital(clause(rng, words))}." for _ in range(sentences))


def passage(
    rng: random.Random, words: Vocabulary, outlet: MadeOutlet, person: MadePerson | None
) -> MadePassage:
    """Return a passage of `outlet`, spoken by `person` if there is one."""
    way = rng.choice(SPOKEN if person else PRINTED)
    said = clause(rng, words)
    more = f"{rng.choice(words.endings)} and {rng.choice(words.endings)}"
    sentence = way.pattern.format(
        said=said,
        Said=capital(said),
        more=more,
        outlet=outlet.name,
        person=person.name if person else "",
        role=person.role if person else "",
    )
    words_credited = {"direct": in_marks(sentence), "mixed": f"{said} “{more}”", "indirect": said}
    return MadePassage(
        outlet=outlet,
        person=person,
        kind=way.kind,
        words=words_credited[way.kind],
        sentence=sentence,
    )


def in_marks(sentence: str) -> str:
    """Return the words in the first quotation marks of `sentence`, with their own comma or stop."""
    return sentence.partition("“")[2].partition("”")[0]


def capital(text: str) -> str:
    """Return `text` with a capital first."""
    return text[:1].upper() + text[1:]
