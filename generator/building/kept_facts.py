"""What one digest adds to the pages of many, as the state keeps it: rows that are ready to write.

Who speaks in it is kept as bytes that all digests share which name the same outlet or speaker, so
that a build of ten thousand makes and reads each of them once.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from generator.building.facts import Facts
from generator.building.fingerprints import plain_bytes, print_of_bytes
from generator.model import Outlet, Speaker, Topic
from generator.quick_state import quickly_pickled

NUMBERS = ("entries", "said", "standing", "digests", "silences", "words", "found", "own")
"""Of a voice, as the state's table has them."""
_numbers = attrgetter(*NUMBERS)

VoiceRow = tuple[object, ...]
"""Kind, name, fingerprint of who it is, and `NUMBERS`."""

_MOST = 4096
"""Outlets and speakers that are remembered: those that many digests quote."""


@quickly_pickled
@dataclass(frozen=True, kw_only=True, slots=True)
class KeptFacts:
    """What one digest adds to the pages of many."""

    voices: tuple[VoiceRow, ...]
    values: dict[bytes, bytes]
    """Who they are, by fingerprint: pickled."""
    changed: str
    """When the digest last changed."""
    recorded: bool
    """Whether it is listed among corrections."""
    figures: dict[tuple[str, str], int]
    """What is counted, by kind and name."""


def kept_facts(facts: Facts) -> KeptFacts:
    """Return what is kept of `facts`."""
    voices: list[VoiceRow] = []
    values: dict[bytes, bytes] = {}
    for voice in facts.voices:
        name, value = _value_of(voice.value) if voice.value else (None, b"")
        if name:
            values[name] = value
        voices.append((voice.kind, voice.name, name, *_numbers(voice)))
    figures = {(kind, name): number for kind, name, number in facts.figures if name or number}
    (changed,) = (name for kind, name in figures if kind == "changed")
    recorded = figures.pop(("record", ""), 0) > 0
    del figures["changed", changed]
    return KeptFacts(
        voices=tuple(voices), values=values, changed=changed, recorded=recorded, figures=figures
    )


@lru_cache(maxsize=_MOST)
def _value_of(value: Outlet | Speaker | Topic) -> tuple[bytes, bytes]:
    """Return the fingerprint of a voice, and itself pickled."""
    data = plain_bytes(value)
    return print_of_bytes(data), data
