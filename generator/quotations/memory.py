"""Decides whom "the paper", "she", "Adu" or "the Post" mean, from what the text said before.

The nearest fitting outlet wins: the one last credited, if the noun suits it, else the one last
named. A pronoun reaches back one sentence, a surname as far as its full name.
"""

from __future__ import annotations

from generator.model import Outlet
from generator.quotations.credit import Credit
from generator.quotations.draft import Draft, Range
from generator.quotations.elements import Elements
from generator.quotations.naming import Named
from generator.quotations.people import person_in, surname_in

_PRONOUN_REACH = 2
"""Sentences back that a pronoun may point."""
_SUBJECT_REACH = 4
"""Elements at the start of a sentence among which its subject's surname stands."""
_SUBJECT_NEAR = 30
"""Characters from the start of a sentence within which the outlet it is about is named."""
_KEPT = 40
"""Outlets remembered: a review's short names point no further back."""


class Memory:
    """What a reader remembers at one point of a review."""

    def __init__(self, elements: Elements) -> None:
        """Start with nothing known."""
        self.elements = elements
        self.named: list[Named] = []
        self.people: dict[str, Credit] = {}
        self.last: tuple[Credit, ...] = ()
        self.last_unit = -10
        self.last_outlets: tuple[Outlet, ...] = ()

    def mention(self, named: Named) -> None:
        """Remember that the text named an outlet."""
        if named.outlet is not None and not named.weak:
            self.named.append(named)
            del self.named[:-_KEPT]

    def remember(self, draft: Draft, found: tuple[Credit, ...]) -> None:
        """Remember whom a finding was credited to."""
        self.last, self.last_unit = found, draft.unit
        outlets = tuple(credit.outlet for credit in found if credit.outlet)
        if outlets:
            self.last_outlets = outlets
        for credit in found:
            if credit.speaker and credit.outlet and " " in credit.speaker:
                self.people[credit.speaker.split()[-1].casefold()] = credit

    def resolve(self, draft: Draft) -> tuple[Credit, ...]:
        """Return what a source that names no outlet points back to; empty if nothing."""
        source = draft.source
        if source is None:
            return ()
        return (
            self._pronoun(draft, source)
            or self._colleague(source)
            or self._person(source)
            or self._short(source)
            or self._generic(source)
        )

    def full_name(self, source: Range, named: list[Named]) -> str | None:
        """Return the full name of a person whom a source gives by surname beside an outlet."""
        for at in range(*source):
            start = self.elements.starts[at]
            if any(outlet.span.start <= start < outlet.span.end for outlet in named):
                continue
            known = self.people.get(_bare(self.elements.forms[at]))
            if known:
                return known.speaker
        return None

    def _pronoun(self, draft: Draft, source: Range) -> tuple[Credit, ...]:
        form = self.elements.forms[source[0]]
        words = self.elements.language.kind_of_words
        if source[1] - source[0] > 1 or form not in words("pronouns"):
            return ()
        if draft.unit - self.last_unit > _PRONOUN_REACH:
            return ()
        if form in words("personal"):
            if known := self._subject_before(draft.unit):
                return (known,)
            return tuple(credit for credit in self.last if credit.speaker)
        if outlet := self._named_since(source):
            return (Credit(outlet=outlet),)
        return self.last if any(credit.outlet for credit in self.last) else ()

    def _named_since(self, source: Range) -> Outlet | None:
        """Return the outlet that the sentence before is about, if none of its words were cited."""
        if not self.named or self.named[-1].outlet in self.last_outlets:
            return None
        units, starts, last = self.elements.units, self.elements.starts, self.named[-1]
        here = next(
            (n for n in range(max(self.last_unit, 0), len(units)) if units[n].high > source[0]), 0
        )
        if here == 0 or here - 1 <= self.last_unit:
            return None
        before = units[here - 1]
        if before.paragraph != units[here].paragraph:
            return None
        near = starts[before.low] <= last.span.start <= starts[before.low] + _SUBJECT_NEAR
        return last.outlet if near else None

    def _colleague(self, source: Range) -> tuple[Credit, ...]:
        """Resolve "the paper’s critic Ada Obi", "Ada Obi, the paper’s critic", "its critic"."""
        language, forms = self.elements.language, self.elements.forms
        words = language.kind_of_words
        for at in range(source[0], source[1] - 1):
            outlet: Outlet | None = None
            noun = _bare(forms[at])
            first = at == source[0] or forms[at - 1] == ","
            if forms[at] in words("possessives") and first:
                outlet = self._named_since(source) or next(reversed(self.last_outlets), None)
            elif at > source[0] and forms[at - 1] in words("definite") and noun != forms[at]:
                kind = language.outlet_nouns.get(noun)
                outlet = self._called(kind) if kind is not None else None
            if outlet and (role := self._role_from(at + 1, source[1])):
                person = person_in(self.elements, source, [])
                return (Credit(outlet=outlet, speaker=person, role=role),)
        return ()

    def _role_from(self, low: int, high: int) -> str | None:
        """Return the words from `low` up to a name or comma, if they name a role of the trade."""
        end = low
        while end < high and self.elements.is_word(end) and not self.elements.capital(end):
            end += 1
        roles = self.elements.language.roles
        if not any(self.elements.forms[at] in roles for at in range(low, end)):
            return None
        return self.elements.span(low, end).of(self.elements.text)

    def _subject_before(self, unit: int) -> Credit | None:
        """Return the known person whom the sentence before is about, named at its start."""
        elements = self.elements
        before = elements.units[unit - 1]
        if unit == 0 or before.paragraph != elements.units[unit].paragraph:
            return None
        for at in range(before.low, min(before.high, before.low + _SUBJECT_REACH)):
            known = self.people.get(_bare(elements.forms[at]))
            if known and elements.capital(at):
                return known._replace(role=None)
        return None

    def _person(self, source: Range) -> tuple[Credit, ...]:
        surname = surname_in(self.elements, source)
        known = self.people.get(surname.casefold()) if surname else None
        return (known._replace(role=None),) if known else ()

    def _short(self, source: Range) -> tuple[Credit, ...]:
        words = [self.elements.forms[at] for at in range(*source) if self.elements.is_word(at)]
        capitals = [
            at for at in range(*source) if self.elements.is_word(at) and self.elements.capital(at)
        ]
        found: list[Outlet] = []
        for at in capitals:
            outlet = self.short_name(self.elements.span(at, at + 1).of(self.elements.text))
            if outlet and outlet not in found:
                found.append(outlet)
        if not found or len(words) > 3 + 3 * len(found):
            return ()
        return self._credits(found)

    def short_name(self, word: str) -> Outlet | None:
        """Return the outlet named before that `word` is short for: its last word, its initials."""
        word = word.removesuffix("’s").removesuffix("'s")
        for named in reversed(self.named):
            if named.outlet and _is_short_for(word, named):
                return named.outlet
        return None

    def _generic(self, source: Range) -> tuple[Credit, ...]:
        language = self.elements.language
        words = [self.elements.forms[at] for at in range(*source) if self.elements.is_word(at)]
        if not words or len(words) > 8:  # noqa: PLR2004 - longer says more than "the paper"
            return ()
        if words[0] in language.kind_of_words("shared"):
            return self._both()
        plain = [word.removesuffix("’s").removesuffix("'s") for word in words]
        noun = next((word for word in plain if word in language.outlet_nouns), None)
        role = next((word for word in plain if word in language.roles), None)
        definite = words[0] in language.kind_of_words("definite") or self.elements.forms[
            source[0]
        ] in (language.kind_of_words("possessives"))
        if not definite and not (
            words[0] in language.kind_of_words("articles") and language.tag != "en"
        ):
            return ()
        if any(
            self.elements.capital(at) and self.elements.forms[at] not in language.outlet_nouns
            for at in range(source[0] + 1, source[1])
        ):
            return ()
        outlet = self._called(language.outlet_nouns[noun]) if noun and len(words) <= 4 else None  # noqa: PLR2004
        if outlet is None and role:
            outlet = self.last_outlets[-1] if self.last_outlets else None
        if outlet is None:
            return ()
        return self._credits([outlet], role=" ".join(words[1:]) if role else None)

    def _called(self, kind: str) -> Outlet | None:
        """Return the outlet nearest back that may be called a `kind`."""
        near = [named for named in reversed(self.named) if _may_be_called(named, kind)]
        if near:
            return near[0].outlet
        return self.last_outlets[-1] if self.last_outlets else None

    def _both(self) -> tuple[Credit, ...]:
        outlets: list[Outlet] = []
        for named in reversed(self.named):
            if named.outlet and named.outlet not in outlets:
                outlets.insert(0, named.outlet)
            if len(outlets) == 2:  # noqa: PLR2004 - "both"
                return self._credits(outlets)
        return ()

    def _credits(self, outlets: list[Outlet], role: str | None = None) -> tuple[Credit, ...]:
        return tuple(Credit(outlet=outlet, role=role) for outlet in outlets)


def _bare(form: str) -> str:
    return form.removesuffix("’s").removesuffix("'s")


def _is_short_for(word: str, named: Named) -> bool:
    if named.outlet is None:
        return False
    names = (named.name, named.outlet.name)
    if any(name.split()[-1].casefold() == word.casefold() for name in names if " " in name):
        return True
    if not word.isupper() or len(word) < 2:  # noqa: PLR2004 - one letter is no short name
        return False
    for name in names:
        parts = [part for part in name.split() if part.lower() != "the"]
        initials = "".join(part if part.isupper() else part[0] for part in parts).upper()
        if len(parts) > 1 and word == initials:
            return True
    return False


def _may_be_called(named: Named, kind: str) -> bool:
    """Return whether the outlet may be called "the agency" or "the magazine"."""
    if not kind:
        return True
    own = (named.called, named.outlet.kind or "" if named.outlet else "")
    if kind == "newspaper":
        return not any(other in own for other in ("agency", "magazine", "broadcaster"))
    if kind in own:
        return True
    return not any(own) and kind != "agency"
