"""Which sentences may stand in a summary: none that is broken, hangs or is no copy."""

from __future__ import annotations

import pytest

from generator.reading import read
from generator.summary import ENGINES, Engine, summarise
from generator.summary.candidates import candidates

NEWS = "The ferry board of Varn closed the northern quay on Monday after a crack was found in it."
MORE = "Engineers from the mainland will look at the northern quay of Varn before the week is over."


def told(text: str, *, language: str = "en") -> list[str]:
    """Return what may be chosen of a text, without what is a second choice."""
    reading = read(text, language=language)
    return [c.span.of(reading.text) for c in candidates("", reading) if c.hangs_on is None]


def summary(text: str, *, count: int = 3, language: str = "en") -> list[str]:
    """Return the sentences of a summary."""
    made = summarise({"": read(text, language=language)}, sentences=count)
    return [sentence.text for sentence in made.sentences]


@pytest.mark.parametrize(
    ("quoted", "left"),
    [
        ("“The quay is closed for good.” Nobody in the port of Varn disagreed with it.", 2),
        ("“The quay is closed for good. Nobody can say when it opens.” Ms Obi left.", 1),
        ("“One day we close it for good. Another day we do not. Who can know it?” he asked.", 0),
        ("'The quay is closed for good,' said Ms Obi. 'Nobody can say when it opens.'", 2),
        ("'The quay is closed for good. Nobody in the port can say when it opens,' said Obi.", 0),
        ("She said: ‘The quay is closed. I have not been told a thing. We wait,’ and went.", 0),
        ("The boys' boats lay at the closed quay. The girls' boats had sailed to the island.", 2),
        ('The plank was 6" wide and a foot too short. The other plank was a foot too long.', 2),
        ("« Le quai de Varn est fermé », dit le maire. Le bac ne part plus de ce quai.", 2),
        ("„Der Kai ist bis auf Weiteres zu“, sagte Obi. Die Fähre fährt seit Montag nicht.", 2),
        ("»Der Kai ist bis auf Weiteres zu«, sagte Obi. Die Fähre fährt seit Montag nicht.", 2),
        ("“The quay is closed and so is the bar. A mark that opened never came to its end.", 1),
        ("The board (it met on Monday. It met again on Friday) closed the quay for good now.", 0),
    ],
)
def test_no_quotation_is_broken(quoted: str, left: int) -> None:
    """A sentence that holds a part of a quotation, or stands inside one, is no candidate."""
    reading = read(quoted, language="und")
    assert len(candidates("", reading)) == left


def test_a_quotation_over_paragraphs_stays_out() -> None:
    """Each paragraph opens it anew and only the last one closes it."""
    speech = (
        "“The quay is old and nobody mended it.\n\n“I told the board so a year ago.” Ms Obi left."
    )
    assert told(f"{NEWS}\n\n{speech}") == [NEWS]


@pytest.mark.parametrize(
    ("language", "before", "hanging", "other"),
    [
        ("en", "The board met for hours on it.", "This was the end of the old quay.", MORE),
        ("en", "The board met for hours on it.", "However, the quay stays closed.", MORE),
        ("en", "The board met for hours on it.", "On Monday she closed the old quay.", MORE),
        (
            "fr",
            "Le quai nord de Varn est vieux.",
            "Elle a donc fermé le quai lundi.",
            "Le bac de Varn part d’ici.",
        ),
        (
            "de",
            "Der Kai von Varn ist alt.",
            "Deshalb bleibt er seit Montag zu.",
            "Die Fähre legt nun hier ab.",
        ),
        (
            "es",
            "El muelle de Varn es viejo.",
            "Pero nadie lo cerró hasta ayer.",
            "El barco sale ya de aquí.",
        ),
        (
            "ru",
            "Причал в Варне очень старый.",
            "Однако его никто не закрывал.",
            "Паром ходит теперь от другого.",
        ),
    ],
)
def test_a_sentence_that_hangs_is_a_second_choice(
    language: str, before: str, hanging: str, other: str
) -> None:
    """In five languages, where the sentence before is not in the summary."""
    text = f"{before} {hanging} {other}"
    assert hanging not in summary(text, count=1, language=language)
    assert hanging in summary(text, count=3, language=language)


def test_a_pronoun_may_follow_whom_it_means() -> None:
    """Right after a sentence that is chosen and names somebody, “she” hangs no longer."""
    named = "Ada Obi of the ferry board closed the northern quay on Monday for good."
    hers = "She will show the crack in the quay to the ferry crews of the island on Friday."
    other = "Was it the rain that fell on the fields behind the town all week?"
    assert summary(f"{named} {hers} {other}", count=2) == [named, hers]
    nameless = f"{named} {hers} {other}".replace("Ada Obi", "Workers")
    assert not any(sentence.startswith("She") for sentence in summary(nameless, count=2))


def test_what_points_into_a_picture_is_a_second_choice() -> None:
    """Even after the sentence before it."""
    picture = "Ada Obi (left) and her crew stand before the crack in the northern quay of Varn."
    assert told(f"{NEWS} {picture} {MORE}") == [NEWS, MORE]


def test_what_says_little_is_a_second_choice() -> None:
    """A caption taken for copy, or "We shall see", stands in where nothing else is left."""
    caption = "The northern quay of Varn."
    assert summary(f"{NEWS}\n\n{caption}\n\n{MORE}", count=2) == [NEWS, MORE]
    assert summary(f"{NEWS}\n\n{caption}\n\n{MORE}", count=3) == [NEWS, caption, MORE]


@pytest.mark.parametrize(
    "line",
    [
        "By Ian Poll",
        "Friday, 6 March 2026",
        "Freitag, 6. März 2026",
        "14:05",
        "41 comments",
        "The northern quay of Varn in a storm. Image: Ian Poll.",
        "Share this",
        "Ian Poll contributed to this report.",
        "The northern quay of Varn on Monday. (Photo: Ian Poll/Bay Press)",
        "The northern quay of Varn on Monday. IAN POLL / BAY AGENCY",
        "The northern quay of Varn on Monday. / I. POLL (BNA)",
        "We use cookies to make this site work as it should. Accept all or choose your own here.",
        "Home | News | Sport. | Weather.",
        "Correction: this article named the wrong quay.",
        "Quay closed, ferry late, island cut off",
        "More about the quay:",
        "pilgrims on the northern quay.",
    ],
)
@pytest.mark.parametrize("engine", ENGINES)
def test_what_is_no_copy_is_in_no_summary(line: str, engine: Engine) -> None:
    """Byline, date, counter, caption with its credit, button, heading, a scrap."""
    reading = read(f"Varn waits for its ferry\n\n{line}\n\n{NEWS}\n\n{MORE}", language="en")
    made = summarise({"": reading}, sentences=5, engine=engine)
    assert [sentence.text for sentence in made.sentences] == [NEWS, MORE]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "Temps de lecture : 3 min."),
        ("fr", "Le vieux quai, le 10 juin. ADA OBI / AGENCE DU LITTORAL"),
        ("de", "Abonnieren Sie unseren Newsletter und bleiben Sie auf dem Laufenden."),
        ("de", "Dieser Artikel ist zuerst im Varner Boten erschienen."),
        ("es", "Si quieres apoyar un periodismo independiente, hazte socio."),
        ("ru", "Нашли опечатку? Выделите её и нажмите Enter."),
        ("ar", "اقرأ أيضا: حكاية الرصيف الذي لا ينام."),
    ],
)
def test_furniture_of_other_languages(language: str, line: str) -> None:
    """Reading times, credits, subscriptions, appeals, further reading."""
    assert line not in told(f"Varn\n\n{NEWS}\n\n{line}\n\n{MORE}", language=language)
    assert told(f"Varn\n\n{NEWS}\n\n{line}\n\n{MORE}", language=language) == [NEWS, MORE]


@pytest.mark.parametrize(
    "dateline",
    [
        "VARN (Bay Agency) — ",
        "(BNA) -- ",
        "Varn (bna) - ",
        "Port Hale/Varn (bna/opa) - ",
        "Varn del Norte, 4 jun (Agencia BNA).- ",
        "ÉVRAN (BNA) — ",
        "Varn (BNA) -- ",
        "Port Hale, Norland (BNA) -- ",
        "Port Hale, Norland — ",
        "Friday, March 6, 2026 ",
    ],
)
def test_a_dateline_is_left_out(dateline: str) -> None:
    """The first sentence begins after it."""
    assert told(f"{dateline}{NEWS} {MORE}") == [NEWS, MORE]


@pytest.mark.parametrize(
    ("language", "hanging"),
    [
        ("en", "Its chairman had the old quay closed."),
        ("en", "It also closed the old quay for good."),
        ("en", "As a result, the old quay is closed."),
        ("de", "Das sei ihr Wunsch schon immer gewesen."),
        ("es", "Sin embargo, nadie lo cerró hasta ayer."),
        ("fr", "Par conséquent, le quai reste fermé."),
        ("ru", "По её словам, причал был закрыт вчера."),
        ("ru", "Им придётся теперь ждать до понедельника."),
        ("ar", "وأضاف أن الرصيف القديم مغلق منذ أمس."),
    ],
)
def test_words_that_take_up_what_went_before(language: str, hanging: str) -> None:
    """Several words at the head may do so, where the first alone would prove nothing."""
    reading = read(f"{NEWS} {hanging}", language=language)
    assert [c.hangs_on for c in candidates("", reading)] == [None, "sentence"]


@pytest.mark.parametrize(
    ("language", "free"),
    [
        ("en", "It rained on the old quay all Monday."),
        ("de", "Das Amt hat den alten Kai gesperrt."),
        ("es", "Por la mañana cerraron el muelle viejo."),
        ("es", "Sin ayuda nadie cierra el muelle viejo."),
        ("fr", "Il faut fermer le vieux quai avant lundi."),
    ],
)
def test_words_that_only_seem_to_do_so(language: str, free: str) -> None:
    """An article, a preposition or an “it” that means nobody hangs on nothing."""
    reading = read(f"{NEWS} {free}", language=language)
    assert [c.hangs_on for c in candidates("", reading)] == [None, None]


def test_an_interview_gives_answers_without_its_letters() -> None:
    """And only after what stands on its own; questions are no statements."""
    turns = (
        "Q: You closed the old quay on Monday. Why did you do it?",
        "A: We closed the old quay because of the crack in it.",
        "Q: And when does it open again?",
        "A: Nobody in the port can say when it opens.",
    )
    text = "\n\n".join((NEWS, *turns))
    answers = [turn.removeprefix("A: ") for turn in turns if turn.startswith("A")]
    assert told(text) == [NEWS]
    assert summary(text, count=9) == [NEWS, *answers]


def test_what_tells_of_the_author_is_no_copy() -> None:
    """A paragraph at the end that begins with a name of the byline."""
    about = "Ian Poll is our correspondent in Varn. He has two boats and writes about ferries."
    other = "Ian Storm is the keeper of the quay and has lived beside it for all of his life."
    text = f"Varn waits\n\nBy Ada Obi and Ian Poll, Varn\n\n{NEWS}\n\n{MORE}\n\n{other}\n\n{about}"
    assert summary(text, count=9) == [NEWS, MORE, other]


@pytest.mark.parametrize(
    "line",
    [
        "Correction: An earlier version of this article named the wrong quay.",
        "(Reporting by Ian Poll; Editing by Ada Obi.)",
        "This interview has been edited for length and clarity.",
        "Do you have information about this story? Tell us what you know of the quay.",
        "Write to our correspondent at ian.poll@bay.example, or to the editors of the paper.",
    ],
)
def test_what_tells_of_the_article_is_copy_and_in_no_summary(line: str) -> None:
    """A page that prints the text keeps it."""
    reading = read(f"{NEWS}\n\n{MORE}\n\n{line}", language="en")
    assert not reading.furniture
    assert told(f"{NEWS}\n\n{MORE}\n\n{line}") == [NEWS, MORE]


def test_of_page_furniture_alone_there_is_no_summary() -> None:
    """Nothing to say is no fault."""
    assert summary("Share this\n\nLeave a Reply\n\n© 2026 The Beacon. All rights reserved.") == []


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("北方码头昨天关闭了。渡轮公司说，没有人知道何时重新开放。工程师下周到达。", 2),
        ("أغلق مجلس العبارات الرصيف الشمالي يوم الاثنين. وقال إن الشرخ خطير جدا. متى يفتح؟", 2),
    ],
)
def test_scripts_of_all_kinds_have_summaries(text: str, count: int) -> None:
    """Sentences are whole there too, and no more than asked for."""
    made = summarise({"": read(text)}, sentences=count).sentences
    assert len(made) == count
    assert all(sentence.text[-1] in "。.؟" for sentence in made)


def test_a_word_budget_counts_characters_where_no_spaces_are_written() -> None:
    """Else a Chinese article would count as a handful of words."""
    text = "北方码头昨天关闭了。" * 3 + "渡轮公司说没有人知道何时重新开放。"
    made = summarise({"": read(text)}, words=12).sentences
    assert [sentence.text for sentence in made] == ["北方码头昨天关闭了。"]
