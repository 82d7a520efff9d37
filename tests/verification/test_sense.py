"""Cuts and brackets that turn the sense, and those that do not."""

from __future__ import annotations

import pytest

from generator.verification import judged

CUTS = [
    # the negation goes, what it denies stays
    ("absent", "The crane … belong to the guild", "The crane does by law not belong to the guild."),
    ("absent", "We are … ruined", "We are today very far from ruined."),
    ("absent", "The guild … mend the sluice", "The guild again failed to mend the sluice."),
    ("absent", "They … pay the toll", "They openly refused to pay the toll."),
    ("absent", "It is … a bargain", "It is by now anything but a bargain."),
    ("absent", "Wir verkaufen … den Kran", "Wir verkaufen heute gar nicht mehr den Kran."),
    ("absent", "Wir verkaufen … . Er bleibt", "Wir verkaufen den Kran nicht. Er bleibt."),
    ("absent", "Le quai … fermé", "Le quai n’est aucunement fermé."),
    ("absent", "Мы … закроем порт", "Мы сегодня отнюдь не закроем порт."),
    ("absent", "نحن … نبيع الرافعة", "نحن اليوم لسنا نبيع الرافعة."),
    ("absent", "In town … people agree", "In town few people agree."),
    ("edited", "In town … agree", "In town a few people agree."),
    # the negation goes with its clause
    (
        "edited",
        "We weigh the fish … and go home",
        "We weigh the fish, we do not sell it, and go home.",
    ),
    (
        "edited",
        "The ferry sails … The town sleeps",
        "The ferry sails. It does not wait. The town sleeps.",
    ),
    ("edited", "The ferry … does not wait", "The ferry that was built here does not wait."),
]

BRACKETS = [
    ("absent", "It is [possible] to go", "It is impossible to go."),
    ("absent", "The bridge [collapsed] today", "The bridge stands today."),
    ("absent", "The bridge [collapsed]", "The bridge stands today."),
    ("absent", "We [burned] the boat", "We sold the boat."),
    ("absent", "We [agree] to pay", "We refuse to pay."),
    ("absent", "A [careless] pilot came", "A careful pilot came."),
    ("absent", "We are [keineswegs] tired", "We are tired."),
    ("absent", "We are [far from] tired", "We are tired."),
    ("absent", "We [refused to] pay", "We pay."),
    ("absent", "Nous sommes [nullement] las", "Nous sommes las."),
    ("absent", "Estamos [tampoco] aquí", "Estamos aquí."),
    ("absent", "Мы [едва] устали", "Мы устали."),
    ("absent", "نحن [لسنا] هنا", "نحن هنا."),
    ("absent", "我们[勿]关闭渡口", "我们关闭渡口。"),
    ("absent", "[Some] pilots agree", "All pilots agree."),
    ("absent", "[All] pilots agree", "The pilots agree."),
    ("absent", "[All] pilots agree", "Pilots agree."),
    ("absent", "Pilots [always] agree", "Pilots agree."),
    ("absent", "We [must] sell", "We sell."),
    ("absent", "We [will] sell", "We may sell."),
    ("absent", "I [was] robbed", "I robbed."),
    ("absent", "We [have] sold it", "We sold it."),
    ("absent", "We left on [Friday]", "We left on Monday."),
    ("absent", "We worked all [day]", "We worked all night."),
    ("absent", "We [wait] today", "We march today."),
    ("edited", "We left on [13 May]", "We left on Monday."),
    ("edited", "We left [on 13 May]", "We left yesterday."),
    ("edited", "She [had] sold it", "She has sold it."),
    ("edited", "[Kest’s] boat sank", "His boat sank."),
    ("absent", "[Alle] Lotsen gehen", "Die Lotsen gehen."),
    ("absent", "[Tous] les pilotes partent", "Les pilotes partent."),
    ("edited", "Then [the pilot] left us", "Then he left us."),
    ("edited", "I told [the guild] twice", "I told them twice."),
    ("edited", "I told [the guild]", "I told them."),
    ("edited", "The bridge stands [on oak]", "“The bridge stands,” she said."),
    ("edited", "It [promised] a boat", "It promises a boat."),
    ("edited", "The sluice [was] shut", "The sluice is shut."),
    ("edited", "The sluice [of 1911] is shut", "The sluice is shut."),
]

BEGINNINGS = [
    ("edited", "[Kest] refused to pay", "He refused to pay."),
    ("edited", "[Kest] refused to pay", "She heard that he refused to pay."),
    ("edited", "[Kest] refused to pay", "Kest came late and refused to pay."),
    ("edited", "[Kest] refused to pay", "Kest, who refused to pay, left."),
    ("edited", "[Kest] refused to pay", "He “refused to pay” and left."),
    ("edited", "[For years] They refused to pay", "It rained. They refused to pay."),
    ("edited", "… [Kest] refused to pay", "In the end he refused to pay."),
    ("edited", "[Our] pilot refused to pay", "The pilot refused to pay."),
    ("absent", "[Kest] refused to pay", "Brandt refused to pay."),
    ("absent", "[Kest] refused to pay", "The pilot refused to pay."),
    ("absent", "[Kest] refused to pay", "Kest, the mate of Brandt, refused to pay."),
    ("absent", "[Kest] refused to pay", "At 5 p.m. refused to pay was Brandt."),
    ("absent", "[Kest] to pay the toll", "The guild refuses to pay the toll."),
    ("absent", "[Kest] weighs the fish", "Nobody weighs the fish."),
    ("absent", "… [Kest] refused to pay", "In the end Brandt refused to pay."),
    ("absent", "[Kest] … refused to pay", "Brandt, in the end, refused to pay."),
    ("edited", "[Kest] … refused to pay", "He, in the end, refused to pay."),
]

BESIDE_DOTS = [
    ("absent", "The bridge … [collapsed] today", "The bridge stands today."),
    ("absent", "The bridge [collapsed] … today", "The bridge stands firmly today."),
    ("edited", "The levy … [it] rose", "The levy, as we know, the one of May, it rose."),
    ("edited", "The pilot [Kest] … left", "The pilot he, long after dark, left."),
    ("edited", "We sell it. … [Then] They wept", "We sell it. It is old. They wept."),
    ("edited", "We sell it … [T]hey wept", "We sell it. It is old. And they wept."),
    ("edited", "We sell … [t]hey wept", "We sell it. They wept."),
    ("edited", "… [t]hey wept", "We sell it. They wept."),
    ("edited", "It promise[d] … a boat", "It promises by law a boat."),
    ("absent", "We sell … [h]ey wept", "We sell it. They wept."),
    ("edited", "We sell teh [sic] crane", "We sell teh crane."),
    ("edited", "We sell teh [sic]", "We sell teh crane."),
    ("absent", "We sell [sic] crane", "We sell the crane."),
]


@pytest.mark.parametrize(("kind", "words", "text"), CUTS + BRACKETS + BEGINNINGS + BESIDE_DOTS)
def test_no_cut_or_bracket_turns_the_sense(kind: str, words: str, text: str) -> None:
    """A negation goes only with its clause; a bracket stands for no word that says something."""
    assert judged(words, {"a": text}, claimed=["a"]).kind == kind
