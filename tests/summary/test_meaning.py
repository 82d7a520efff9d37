"""A sentence that shares its passages' words and turns their sense is left out."""

from __future__ import annotations

import pytest

from generator.languages import known
from generator.model import Citation
from generator.summary.answer import Claim
from generator.summary.question import Passage, Question
from generator.summary.senses import senses
from generator.summary.support import judged

PASSAGES = {
    "suit": (
        "Bay Courier",
        "",
        "Harrow Shipping sued the Port of Varn on Monday over unpaid fees.",
    ),
    "rate": ("Quay Post", "", "The key rate rose by 2 percentage points to 5 per cent."),
    "dam": ("Fen Herald", "", "The minister never said that the dam was safe."),
    "school": (
        "Quay Post",
        "Nora Lake",
        "We will not close the school, and nobody will lose a job.",
    ),
    "jobless": ("Bay Courier", "", "Unemployment fell from 9 to 7 per cent last year."),
    "profit": (
        "Bay Courier",
        "",
        "The bank raised its profit forecast from 40 million to 55 million.",
    ),
    "theft": ("Fen Herald", "", "Critics claim the mayor stole public money."),
    "budget": ("Fen Herald", "", "The council failed to agree on a budget."),
    "bridge": ("Fen Herald", "", "It is unlikely that the bridge will open in May."),
    "strike": ("Fen Herald", "", "If the strike goes on, the port may close."),
    "fire": ("Fen Herald", "", "Police ruled out arson in the warehouse fire."),
    "lie": ("Fen Herald", "", "Tom Reed accused Ada Obi of lying to parliament."),
    "storm": ("Bay Courier", "", "More than 200 people were hurt and 3 died."),
    "prices": ("Bay Courier", "", "Prices rose by 5 per cent in Varn."),
    "film": ("Fen Herald", "", "The film is no masterpiece, but it is a brave film."),
    "match": ("Bay Courier", "", "Varn beat Orrin 4-2 on Sunday."),
    "trade": ("Fen Herald", "", "Exports rose in spring, and imports fell."),
}


def _question(passages: dict[str, tuple[str, str, str]], language: str) -> Question:
    rows = (
        Passage(
            text=text,
            outlet=outlet,
            speaker=speaker,
            citation=Citation(document=id_, quotation=id_),
        )
        for id_, (outlet, speaker, text) in passages.items()
    )
    return Question(passages=tuple(rows), language=language, sentences=9)


def _why(text: str, *cites: str) -> str:
    """Return why a sentence is rejected; empty if it is kept."""
    ids = list(PASSAGES)
    claim = Claim(text=text, cites=tuple(f"p{ids.index(id_) + 1}" for id_ in cites))
    _, rejected = judged([claim], _question(PASSAGES, "en"))
    return rejected[0].why if rejected else ""


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("Over unpaid fees, Harrow Shipping sued the Port of Varn on Monday.", ["suit"]),
        ("The Port of Varn was sued by Harrow Shipping over unpaid fees.", ["suit"]),
        ("The key rate rose by 2 percentage points and is now 5 per cent.", ["rate"]),
        ("The minister never said the dam was safe.", ["dam"]),
        ("Nobody will lose a job, Nora Lake tells Quay Post.", ["school"]),
        ("Last year unemployment fell from 9 per cent to 7 per cent.", ["jobless"]),
        ("The bank raised its forecast for profit from 40 million to 55 million.", ["profit"]),
        ("Critics say the mayor stole public money.", ["theft"]),
        ("The council did not agree on a budget.", ["budget"]),
        ("The bridge is unlikely to open in May.", ["bridge"]),
        ("The port may close if the strike goes on.", ["strike"]),
        ("Police ruled out arson in the fire at the warehouse.", ["fire"]),
        ("Ada Obi was accused of lying by Tom Reed.", ["lie"]),
        ("3 people died and more than 200 were hurt.", ["storm"]),
        ("In Varn, prices rose by 5 per cent, Bay Courier reports.", ["prices"]),
        ("Fen Herald calls it a brave film but no masterpiece.", ["film"]),
        (
            "Bay Courier has prices rise by 5 per cent in Varn, while Quay Post has a key rate.",
            ["prices", "rate"],
        ),
        ("Imports fell and exports rose in spring.", ["trade"]),
    ],
)
def test_what_keeps_the_sense_stays(text: str, cites: list[str]) -> None:
    """In another order, in the passive voice, with another verb of saying."""
    assert _why(text, *cites) == ""


@pytest.mark.parametrize(
    ("text", "cites", "why"),
    [
        (
            "The Port of Varn sued Harrow Shipping on Monday over unpaid fees.",
            ["suit"],
            "“Port of Varn” and “Harrow Shipping” stand the other way round in its passage",
        ),
        (
            "Ada Obi accused Tom Reed of lying to parliament.",
            ["lie"],
            "“Ada Obi” and “Tom Reed” stand the other way round in its passage",
        ),
        (
            "The key rate rose by 2 per cent to 5 per cent.",
            ["rate"],
            "“2” has another unit in its passage",
        ),
        (
            "The key rate fell by 2 percentage points to 5 per cent.",
            ["rate"],
            "it says “fell” where its passage says “rose”",
        ),
        (
            "Unemployment fell from 7 to 9 per cent last year.",
            ["jobless"],
            "“from 7” is “to 7” in its passage",
        ),
        (
            "On Sunday, Varn beat Orrin 2-4.",
            ["match"],
            "“2” and “4” stand the other way round in its passage",
        ),
        (
            "Exports fell in spring, and imports rose.",
            ["trade"],
            "it says “fell” where its passage says “rose”",
        ),
        (
            "Bay Courier reports that the bank raised its profit forecast to 40 million.",
            ["profit"],
            "“to 40” is “from 40” in its passage",
        ),
        (
            "The bank raised its profit forecast to 55 crowns.",
            ["profit"],
            "“55 crowns” stands in no passage it cites",
        ),
        (
            "More than 200 people died.",
            ["storm"],
            "“died” stands with another figure than 200 in its passage",
        ),
        (
            "The mayor stole public money.",
            ["theft"],
            "its passage is less sure: “Critics claim the mayor stole public money.”",
        ),
        (
            "The port will close.",
            ["strike"],
            "its passage is less sure: “the port may close.”",
        ),
        (
            "The council agreed on a budget.",
            ["budget"],
            "its passage denies what it says: “The council failed to agree on a budget.”",
        ),
        (
            "The bridge will open in May.",
            ["bridge"],
            "its passage denies what it says: “It is unlikely that the bridge will open in May.”",
        ),
        (
            "Police suspect arson in the warehouse fire.",
            ["fire"],
            "its passage denies what it says: “Police ruled out arson in the warehouse fire.”",
        ),
        (
            "The film is a masterpiece.",
            ["film"],
            "its passage denies what it says: “The film is no masterpiece”",
        ),
        (
            "Prices never rose by 5 per cent in Varn, and nobody will lose a job.",
            ["prices", "school"],
            "it denies what its passage says: “Prices rose by 5 per cent in Varn.”",
        ),
        (
            "All prices rose by 5 per cent in Varn.",
            ["prices"],
            "“all” stands in no passage it cites",
        ),
        (
            "Fen Herald says prices rose by 5 per cent in Varn.",
            ["prices", "budget"],
            "“Fen Herald” says too little of it in the passages it cites",
        ),
        (
            "Quay Post says prices rose by 5 per cent in Varn.",
            ["prices", "rate"],
            "“Quay Post” says too little of it in the passages it cites",
        ),
        (
            "Nora Lake says the port may close.",
            ["school", "strike"],
            "“Nora Lake” says too little of it in the passages it cites",
        ),
    ],
)
def test_what_turns_it_goes(text: str, cites: list[str], why: str) -> None:
    """Doer and done to, units, direction, doubt, denial, all for some, one outlet for another."""
    assert _why(text, *cites) == why


OTHERS = {
    "fr": ("Le taux a baissé de 3 points à 5 pour cent.", "Le taux augmente à 5 pour cent."),
    "de": ("Der Zins stieg um 2 Prozentpunkte auf 5 Prozent.", "Der Zins sank auf 5 Prozent."),
    "es": ("El paro bajó 2 puntos al 7 por ciento.", "El paro subió al 7 por ciento."),
    "ru": ("Ставка выросла на 2 пункта, до 5 процентов.", "Ставка снизилась до 5 процентов."),
}


@pytest.mark.parametrize("language", OTHERS)
def test_in_other_languages(language: str) -> None:
    """Each has its own words for up and down; what the passage says itself stays."""
    passage, contrary = OTHERS[language]
    question = _question({"a": ("", "", passage)}, language)
    assert judged([Claim(text=passage, cites=("p1",))], question)[1] == ()
    (rejection,) = judged([Claim(text=contrary, cites=("p1",))], question)[1]
    assert rejection.why.startswith("it says “")


@pytest.mark.parametrize("tag", known())
def test_every_language_has_its_senses(tag: str) -> None:
    """No word is its own opposite, and every list has words."""
    found = senses(tag)
    assert found.opposites
    assert all(not ours.words & theirs.words for ours, theirs in found.opposites)
    assert all(row.words for row in (found.denials, found.doubts, found.claims, found.universals))
    assert len(found.units) >= 4
