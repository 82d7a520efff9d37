"""Invented utterances in several outlets, for the theme's tests: cut, reworded, right to left."""

from __future__ import annotations

import dataclasses
from typing import Literal

from generator.views import shapes

LONG_NAME = "The Quarterly Transactions of the Harbourmasters’ and Pilots’ Benevolent Society"


def version(*steps: shapes.StepView, **more: object) -> shapes.VersionView:
    """Return a version of an utterance, of The Esker Ledger unless `more` says otherwise."""
    plain = shapes.VersionView(
        carriers=(shapes.Link(text="The Esker Ledger", address="#q-a1"),),
        steps=steps,
        difference="kept 8 words, left out 6 and has 1 other",
        fullest=False,
        cite="",
        language="en",
        direction="ltr",
    )
    return dataclasses.replace(plain, **more)  # type: ignore[arg-type]


def step(
    text: str, kind: Literal["kept", "left-out", "unquoted", "added"] = "kept"
) -> shapes.StepView:
    """Return a stretch of a version."""
    return shapes.StepView(kind=kind, text=text, spaced=True)


UTTERANCES = (
    shapes.UtteranceView(
        anchor="u-a1",
        speaker=shapes.Link(text="Ilse Varga", address="speakers/ilse-varga/"),
        carried_by="Carried by 3 outlets",
        versions=(
            version(
                step(
                    "We poured the last caisson knowing that the money had run out the week before,"
                ),
                fullest=True,
                cite="https://ledger.example/2031/03/14/barrier-letters",
                difference="carries the fullest version: 14 words",
            ),
            version(
                step("We poured the last"),
                step("caisson knowing that the", "left-out"),
                step("stone and the", "added"),
                step("money had run out"),
                step("the week before,", "unquoted"),
                carriers=(
                    shapes.Link(text="Küsten-Kurier", address="#q-b1"),
                    shapes.Link(text=LONG_NAME, address="#q-d1"),
                ),
            ),
        ),
    ),
    shapes.UtteranceView(
        anchor="u-c1",
        speaker=shapes.Link(text="No speaker named", address=""),
        carried_by="Carried by 2 outlets",
        versions=(
            version(
                step("البحر لا ينتظر توقيع الوزراء، ومن بنى على الرمل فليسأل الموج."),
                fullest=True,
                difference="carries the fullest version: 10 words",
                language="ar",
                direction="rtl",
            ),
            version(
                step("البحر لا ينتظر"),
                step("توقيع الوزراء، ومن", "left-out"),
                step("وكل من", "added"),
                step("بنى على الرمل فليسأل الموج."),
                carriers=(shapes.Link(text="صحيفة الساحل", address="#q-c1"),),
                language="ar",
                direction="rtl",
            ),
        ),
    ),
)
