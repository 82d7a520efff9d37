"""The telling terms of a digest as the state keeps them.

Four long values instead of some hundred short ones: packed, fingerprinted and taken apart at a
third of the price, and who asks for the terms alone gets them at a tenth.
"""

from __future__ import annotations

from generator.digest.surface_forms import Counted

Kept = tuple[str, list[int], list[int], str]
"""The terms, a line each; how much each counts; how often it stands on the page; its forms, a line
each. A term that does not stand on the page has no form: its line is empty."""


def kept_terms(terms: Counted) -> Kept:
    """Return what is kept of `terms`, of which none has a line break in it."""
    said, forms = terms.said, terms.forms
    return (
        "\n".join(terms.counts),
        list(terms.counts.values()),
        [said.get(key, 0) for key in terms.counts],
        "\n".join([forms.get(key, "") for key in terms.counts]),
    )


def terms_of(kept: Kept) -> Counted:
    """Return the terms of which `kept` is kept."""
    keys, counts, said, forms = keys_of(kept), *kept[1:]
    stands = [(key, times) for key, times in zip(keys, said, strict=True) if times]
    return Counted(
        counts=dict(zip(keys, counts, strict=True)),
        said=dict(stands),
        forms={key: form for key, form in zip(keys, forms.split("\n"), strict=bool(keys)) if form},
    )


def keys_of(kept: Kept) -> list[str]:
    """Return the terms alone."""
    return kept[0].split("\n") if kept[1] else []
