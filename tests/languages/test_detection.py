"""Which language a short text is in: told where it can be, left open where it cannot."""

from __future__ import annotations

import pytest

from generator.languages.detection import detect

SHORT = {
    "fr": (
        "Le port restera fermé tout l’hiver.",
        "La pluie n’a pas cessé de la nuit, et la digue tient toujours.",
        "Selon le préfet, aucune route ne sera coupée avant lundi.",
        "« Une soirée pour rien », titre le journal.",
        "Les pêcheurs attendent une réponse du ministère.",
    ),
    "de": (
        "Der Hafen bleibt den ganzen Winter geschlossen.",
        "Es regnete die ganze Nacht, und der Deich hält noch immer.",
        "Laut Bürgermeister wird keine Straße gesperrt.",
        "„Ein Abend für nichts“, schreibt die Zeitung.",
        "Niemand hatte die Anwohner gewarnt.",
    ),
    "es": (
        "El puerto seguirá cerrado todo el invierno.",
        "Llovió toda la noche y el dique aguanta todavía.",
        "Según el alcalde, no se cortará ninguna carretera.",
        "«Una noche para nada», titula el diario.",
        "Nadie había avisado a los vecinos.",
    ),
    "ru": (
        "Порт останется закрытым всю зиму.",
        "Всю ночь шёл дождь, но дамба ещё держится.",
        "По словам мэра, дороги перекрывать не будут.",
        "Рыбаки ждут ответа министерства, вечер выдался долгим.",
        "Причал закрыли, и рынок пуст.",
    ),
    "en": (
        "The harbour will stay closed all winter.",
        "Nobody had warned the neighbours.",
    ),
}

NEIGHBOURS = {
    "Portuguese": (
        "O porto vai ficar fechado durante todo o inverno, disse a ministra na segunda-feira. "
        "Segundo o jornal, os pescadores não foram avisados e muitos já venderam as redes."
    ),
    "Italian": (
        "Il porto resterà chiuso per tutto l’inverno, ha detto la ministra lunedì. Secondo il "
        "giornale, i pescatori non sono stati avvertiti e molti hanno già venduto le reti."
    ),
    "Catalan": (
        "El port restarà tancat tot l’hivern, va dir la ministra dilluns. Segons el diari, els "
        "pescadors no van ser avisats i molts ja s’han venut les xarxes amb pèrdues."
    ),
    "Dutch": (
        "De haven blijft de hele winter gesloten, zei de minister maandag. Volgens de krant zijn "
        "de vissers niet gewaarschuwd en hebben velen hun netten al verkocht."
    ),
    "Swedish": (
        "Hamnen förblir stängd hela vintern, sade ministern på måndagen. Enligt tidningen blev "
        "fiskarna inte varnade och många har redan sålt sina nät."
    ),
    "Hungarian": (
        "A kikötő egész télen zárva marad, mondta a miniszter hétfőn. A lap szerint a halászokat "
        "nem figyelmeztették, és sokan már eladták a hálóikat."
    ),
    "Ukrainian": (
        "Порт залишиться зачиненим усю зиму, сказала міністерка в понеділок. За даними газети, "
        "рибалок ніхто не попередив, і багато хто вже продав сіті."
    ),
    "Bulgarian": (
        "Пристанището ще остане затворено цяла зима, каза министърката в понеделник. Според "
        "вестника рибарите не са били предупредени и мнозина вече са продали мрежите си."
    ),
    "Serbian": (
        "Лука ће остати затворена целе зиме, рекла је министарка у понедељак. Према листу, рибари "
        "нису били упозорени и многи су већ продали мреже."
    ),
}


@pytest.mark.parametrize(
    ("tag", "text"), [(tag, text) for tag, texts in SHORT.items() for text in texts]
)
def test_a_sentence_is_enough(tag: str, text: str) -> None:
    """One ordinary sentence tells the language."""
    assert detect(text) == tag


@pytest.mark.parametrize("text", NEIGHBOURS.values(), ids=NEIGHBOURS.keys())
def test_a_neighbour_is_not_taken_for_a_known_language(text: str) -> None:
    """A language without data is left open, however many words it shares with one that has."""
    assert detect(text) == "und"


@pytest.mark.parametrize("text", ["", "Paris", "Le Phare", "12 : 30", "«Маяк»", "!!!"])
def test_too_little_is_left_open(text: str) -> None:
    """A name or a number is in no language."""
    assert detect(text, default="en") == "en"


def test_one_foreign_name_does_not_change_the_language() -> None:
    """A Russian text that names a Ukrainian town in its own letters is still Russian."""
    text = (
        "Мэр города Київ приехал в порт и сказал, что рынок откроют весной. По его словам, "
        "рыбаки получат ссуду, а дамбу начнут чинить уже в марте, как только сойдёт лёд."
    )
    assert detect(text) == "ru"
