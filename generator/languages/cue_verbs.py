"""Decides which word forms are cues, from verbs listed by what they take as content.

The classes are the engine's terms: `say` takes a clause and may stand after its quotation;
`tell` takes a hearer first; `think` a clause; `show` a clause, its subject being a document;
`call` a name for something; `quote` somebody else, whose words follow; `speak` a thing spoken of;
`want` an infinitive.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

CueClass = Literal["say", "tell", "think", "show", "call", "quote", "speak", "want"]
Form = Literal["finite", "past", "base", "participle"]
_CLASSES: tuple[CueClass, ...] = get_args(CueClass)
_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class CueForm:
    """One form of a cue verb."""

    lemma: str
    cue_class: CueClass
    form: Form


def cue_forms(
    listed: Mapping[str, str], irregular: Mapping[str, list[str]], *, rule: str
) -> dict[str, CueForm]:
    """Return every form of the verbs `listed` by class, inflected by `rule`.

    `irregular` gives a verb's forms as [finite…] in the order third person, past, participle.
    Only English is inflected here; other languages list their forms.
    """
    forms: dict[str, CueForm] = {}
    for cue_class in _CLASSES:
        for lemma in listed.get(cue_class, "").split():
            shapes: dict[str, Form] = {lemma: "past"}
            if rule == "english":
                shapes = _english(lemma, irregular.get(lemma))
            for word, form in shapes.items():
                forms.setdefault(word, CueForm(lemma, cue_class, form))
    return forms


def _english(verb: str, irregular: list[str] | None) -> dict[str, Form]:
    if irregular:
        third, past, participle = irregular[:3]
        extra: dict[str, Form] = dict.fromkeys(irregular[3:], "past")
        shapes: dict[str, Form] = _shapes(verb, third, past, participle)
        return shapes | extra
    stem = verb.removesuffix("e")
    consonant_y = verb.endswith("y") and verb[-2] not in _VOWELS
    if consonant_y:
        return _shapes(verb, f"{verb[:-1]}ies", f"{verb[:-1]}ied", f"{verb}ing")
    hiss = verb.endswith(("s", "sh", "ch", "x", "z"))
    participle = f"{verb if verb.endswith('ee') else stem}ing"
    return _shapes(verb, verb + ("es" if hiss else "s"), f"{stem}ed", participle)


def _shapes(base: str, third: str, past: str, participle: str) -> dict[str, Form]:
    return {base: "base", third: "finite", past: "past", participle: "participle"}
