"""A language model's sentence stands only if the passages it cites bear it out."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import Citation
from generator.summary.answer import Claim, UnusableAnswerError, claims
from generator.summary.question import Passage, Question, answer_key, input_key, messages
from generator.summary.support import judged
from generator.summary.written import Place, written


def _passage(id_: str, text: str, outlet: str, speaker: str = "", role: str = "") -> Passage:
    citation = Citation(document=id_, quotation=id_)
    return Passage(text=text, outlet=outlet, speaker=speaker, role=role, citation=citation)


HARBOUR = (
    _passage(
        "a",
        "The council raised the harbour levy by a tenth on Tuesday, the first rise in 9 years.",
        "Bay Courier",
    ),
    _passage(
        "b",
        "We were not asked, and 1,200 boats pay twice for the same harbour.",
        "Quay Post",
        "Nora Lake",
        "skipper",
    ),
    _passage("c", "The levy will pay for a new breakwater, says the mayor.", "Fen Herald"),
)
QUESTION = Question(passages=HARBOUR, language="en", sentences=3, title="The harbour levy")


def _why(text: str, *cites: str, question: Question = QUESTION) -> str:
    """Return why a sentence is rejected; empty if it is kept."""
    kept, rejected = judged([Claim(text=text, cites=cites)], question)
    assert len(kept) + len(rejected) == 1
    return rejected[0].why if rejected else ""


@pytest.mark.parametrize(
    ("text", "cites"),
    [
        ("The harbour levy went up by a tenth on Tuesday.", ["p1"]),
        ("For the first time in 9 years the council raised its harbour levy.", ["p1"]),
        ("Nora Lake says 1200 boats pay twice, and were not asked.", ["p2"]),
        ("Quay Post hears of boats that “pay twice for the same harbour”.", ["p2"]),
        ("The levy was raised on Tuesday and will pay for a breakwater.", ["p1", "p3"]),
    ],
)
def test_what_the_passages_bear_out_stays(text: str, cites: list[str]) -> None:
    """A sentence in the passages' names, figures and most of their words is kept as it is."""
    (sentence,), rejected = judged([Claim(text=text, cites=tuple(cites))], QUESTION)
    assert not rejected
    assert sentence.text == text
    assert [citation.quotation for citation in sentence.cites] == [
        "abc"[int(c[1]) - 1] for c in cites
    ]


@pytest.mark.parametrize(
    ("text", "cites", "why"),
    [
        ("The harbour levy went up by a tenth.", [], "it cites no passage"),
        ("The levy went up by a tenth.", ["p4"], "it cites 'p4', and no passage has that id"),
        (
            "The council raised the harbour levy by 12 per cent.",
            ["p1"],
            "“12” stands in no passage it cites",
        ),
        (
            "The council raised the harbour levy by a third.",
            ["p1"],
            "“third” stands in no passage it cites",
        ),
        (
            "The council raised the harbour levy on Friday.",
            ["p1"],
            "“Friday” stands in no passage it cites",
        ),
        (
            "The council raised the harbour levy by €9.",
            ["p1"],
            "“€” stands in no passage it cites",
        ),
        (
            "The council under Ida Storm raised the harbour levy.",
            ["p1"],
            "“Ida” stands in no passage it cites",
        ),
        (
            "Storm raised the harbour levy by a tenth.",
            ["p1"],
            "“Storm” stands in no passage it cites",
        ),
        (
            "The council raised the levy “to punish the boats”.",
            ["p1"],
            "the words “to punish the boats” stand in no passage it cites",
        ),
        (
            "Nora Lake says the council raised the harbour levy by a tenth.",
            ["p1"],
            "“Nora” stands in no passage it cites",
        ),
        (
            "The council did not raise the harbour levy by a tenth.",
            ["p1"],
            "it denies something, and no passage it cites does",
        ),
        (
            "The skippers were asked about the boats and the harbour.",
            ["p2"],
            "its passage denies what it says: “We were not asked”",
        ),
        (
            "The harbour sank beneath enormous purple waves while musicians played.",
            ["p1"],
            "only 1 of its 9 telling words stand in the passages it cites",
        ),
        (
            "The levy will pay for a new breakwater, more at www.levy.example/buy.",
            ["p3"],
            "it holds an address of the web or of mail",
        ),
        ("The levy\u0000 will pay.", ["p3"], "it is no plain sentence of fair length"),
        ("The levy will pay. " * 40, ["p3"], "it is no plain sentence of fair length"),
        ("", ["p3"], "it is no plain sentence of fair length"),
    ],
)
def test_what_they_do_not_bear_out_goes(text: str, cites: list[str], why: str) -> None:
    """Uncited, miscited, with a strange figure, date, name, quotation, denial or subject: out."""
    assert _why(text, *cites) == why


def test_a_citation_that_bears_nothing_out_is_no_pointer() -> None:
    """Of several citations those stay that share what the sentence says."""
    claim = Claim(text="There will be a new breakwater.", cites=("p3", "p2"))
    (sentence,), _ = judged([claim], QUESTION)
    assert [citation.quotation for citation in sentence.cites] == ["c"]
    assert sentence.document == "c"
    assert sentence.score == 1.0


def test_no_more_than_was_asked_for() -> None:
    """A sentence too many goes, and so does one that is written twice."""
    two = Question(passages=HARBOUR, language="en", sentences=2)
    first = Claim(text="The harbour levy went up by a tenth.", cites=("p1",))
    second = Claim(text="The levy will pay for a breakwater.", cites=("p3",))
    third = Claim(text="The council raised the levy.", cites=("p1",))
    kept, rejected = judged([first, first, second, third], two)
    assert [sentence.text for sentence in kept] == [first.text, second.text]
    assert [rejection.why for rejection in rejected] == [
        "it is written twice",
        "there is one too many",
    ]
    few = Question(passages=HARBOUR, language="en", sentences=3, words=10)
    kept, rejected = judged([first, second], few)
    assert [sentence.text for sentence in kept] == [first.text]
    assert rejected[0].why == "with it the summary is longer than 10 words"


RUSSIAN = Question(
    passages=(
        _passage("a", "Порт Лисс закроют на 2 недели, сообщил мэр Олег Рогов.", "Вестник"),
        _passage("b", "Рыбаки не ждут ничего хорошего.", "Маяк", "Анна Белова"),
    ),
    language="ru",
    sentences=2,
)
ARABIC = Question(
    passages=(
        _passage("a", "فتحت المكتبة أبوابها من جديد بعد ثلاثين عامًا.", "صوت المرسى"),
        _passage("b", "رممنا الحجر، وبقي أن نرمم عادة القراءة.", "البحر", "هدى الشاطئي"),
    ),
    language="ar",
    sentences=2,
)
GERMAN = Question(
    passages=(
        _passage("a", "Die Nationalbank hob den Leitzins am Dienstag auf 3,5 Prozent.", "Bote"),
    ),
    language="de",
    sentences=2,
)


@pytest.mark.parametrize(
    ("question", "text", "cite", "why"),
    [
        (RUSSIAN, "Мэр Рогов сообщил, что порт закроют на 2 недели.", "p1", ""),
        (RUSSIAN, "Порт закроют на 3 недели.", "p1", "“3” stands in no passage it cites"),
        (
            RUSSIAN,
            "Мэр Беловой сообщил: порт закроют.",
            "p1",
            "“Беловой” stands in no passage it cites",
        ),
        (ARABIC, "فتحت المكتبة أبوابها بعد ثلاثين عامًا.", "p1", ""),
        (
            ARABIC,
            "فتحت هدى الشاطئي المكتبة أبوابها بعد ثلاثين عامًا.",
            "p1",
            "“هدى الشاطئي” has said none of the passages it cites",
        ),
        (GERMAN, "Am Dienstag hob die Nationalbank den Leitzins auf 3,5 Prozent.", "p1", ""),
        (
            GERMAN,
            "Im Juni hob die Nationalbank den Leitzins.",
            "p1",
            "“Juni” stands in no passage it cites",
        ),
    ],
)
def test_in_other_languages(question: Question, text: str, cite: str, why: str) -> None:
    """Names are told by capitals and endings, and without capitals by who speaks in the digest."""
    assert _why(text, cite, question=question) == why


@given(st.text(max_size=200), st.lists(st.sampled_from(["p1", "p2", "p3", "p9", ""]), max_size=4))
def test_no_text_breaks_the_check(text: str, cites: list[str]) -> None:
    """Whatever a model writes is kept or rejected, and what is kept has its pointers."""
    kept, rejected = judged([Claim(text=text, cites=tuple(cites))], QUESTION)
    assert len(kept) + len(rejected) == 1
    assert all(sentence.cites for sentence in kept)


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        ("", "it is no JSON"),
        ("Here is your summary: the levy rose.", "it is no JSON"),
        ('{"sentences": [{"text": "x", "cites": ["p1"]}]} I hope this helps!', "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", "it is not a mapping with the one key `sentences`"),
        ('{"sentences": [], "note": ""}', "it is not a mapping with the one key `sentences`"),
        ('{"sentences": []}', "`sentences` is no list of 1 to 40"),
        ('{"sentences": "x"}', "`sentences` is no list of 1 to 40"),
        (
            '{"sentences": [{"text": "x", "cites": ["p1"]}, {"text": "x"}]}',
            "sentence 2 is not words as `text` and a list of ids as `cites`",
        ),
        (
            '{"sentences": [{"text": "x", "cites": [1]}]}',
            "sentence 1 is not words as `text` and a list of ids as `cites`",
        ),
        (
            '{"sentences": [{"text": "x", "cites": ["p1"], "html": "<b>"}]}',
            "sentence 1 is not words as `text` and a list of ids as `cites`",
        ),
    ],
)
def test_an_answer_of_another_shape(answer: str, why: str) -> None:
    """Nothing is repaired: an answer has the shape asked for, or it is none."""
    with pytest.raises(UnusableAnswerError) as found:
        claims(answer)
    assert str(found.value) == why


@pytest.mark.parametrize("fence", ["```json\n{}\n```", "```\n{}\n```\n", "{}"])
def test_a_fence_is_taken_off(fence: str) -> None:
    """Many models put JSON between three backticks."""
    answer = fence.replace("{}", '{"sentences": [{"text": "x", "cites": ["p1"]}]}')
    assert claims(answer) == (Claim(text="x", cites=("p1",)),)


def test_notes_tell_the_editor_why() -> None:
    """Each sentence left out gives a warning with its place, reason and words."""
    rows = [
        {"text": "The harbour levy went up by a tenth.", "cites": ["p1"]},
        {"text": "Ida Storm is delighted.", "cites": ["p1"]},
    ]
    place = Place(file="content/digests/levy/digest.yaml", line=4)
    answer = json.dumps({"sentences": rows})
    summary, notes = written(answer, QUESTION, model="quill-2", place=place)
    assert summary is not None
    assert (summary.made_by, summary.model) == ("openai", "quill-2")
    assert [str(note) for note in notes] == [
        (
            "content/digests/levy/digest.yaml:4: S003 a sentence of the language model is left "
            "out, for “Ida” stands in no passage it cites: “Ida Storm is delighted.”. "
            "Nothing needs doing; or write the summary yourself."
        )
    ]
    assert {note.severity for note in notes} == {"warning"}


def test_the_question_holds_the_passages_and_no_more() -> None:
    """The model reads each passage with its id and who said it, apart from the instructions."""
    system, user = messages(QUESTION)
    assert (system["role"], user["role"]) == ("system", "user")
    assert json.loads(user["content"]) == {
        "language": "en",
        "title": "The harbour levy",
        "passages": [
            {"id": "p1", "outlet": "Bay Courier", "text": HARBOUR[0].text},
            {
                "id": "p2",
                "outlet": "Quay Post",
                "speaker": "Nora Lake",
                "role": "skipper",
                "text": HARBOUR[1].text,
            },
            {"id": "p3", "outlet": "Fen Herald", "text": HARBOUR[2].text},
        ],
    }
    assert not any(passage.text in system["content"] for passage in HARBOUR)
    assert "at most 3 sentences" in system["content"]


def test_another_question_has_another_key() -> None:
    """A passage, a length or a model changed is a new question."""
    fewer = Question(passages=HARBOUR[:2], language="en", sentences=3, title="The harbour levy")
    longer = Question(passages=HARBOUR, language="en", sentences=4, title="The harbour levy")
    assert len({input_key(question) for question in (QUESTION, fewer, longer)}) == 3
    keys = {answer_key(q, model=m) for q in (QUESTION, fewer, longer) for m in ("a", "b")}
    assert len(keys) == 6
