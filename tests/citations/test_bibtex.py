"""Citations as BibTeX."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.citations.bibtex import bibtex, bibtex_file, escaped
from generator.citations.names import names_in
from tests.citations.facts import WHOLE, barely, cited

TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciicircum{}": "^",
    r"\textasciitilde{}": "~",
    **{f"\\{sign}": sign for sign in "$&#%_"},
}


def printed(tex: str) -> str:
    """Return what TeX prints of an escaped text; a sign of TeX's that is left bare is a fault."""
    known = "|".join(map(re.escape, TEX))
    assert not re.search(r"[\\{}$&#%_^~]", re.sub(known, "", tex)), tex
    return re.sub(known, lambda found: TEX[found[0]], tex)


def fields(entry: str) -> dict[str, str]:
    """Return the fields of an entry as BibTeX delimits them: by braces, however escaped."""
    head, _, rest = entry.partition("\n")
    assert re.fullmatch(r"@(article|misc)\{[\w-]+,", head)
    found = {}
    while not rest.startswith("}"):
        name, _, rest = rest.strip().partition(" = ")
        depth = end = 0
        for end, sign in enumerate(rest):  # noqa: B007 (where it stops is what is sought)
            depth += (sign == "{") - (sign == "}")
            if depth == 0 and sign == ",":
                break
        found[name], rest = rest[:end], rest[end + 1 :].lstrip()
    return found


def test_an_article() -> None:
    """The article is what is cited, its words and who quotes it are told of it."""
    assert bibtex(WHOLE) == (
        "@article{q-abc,\n"
        "  author = {{Ada Brook}},\n"
        "  title = {{Smoke over the pottery}},\n"
        "  journal = {{Fen Herald}},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  day = {1},\n"
        "  url = {https://fen.example/kiln},\n"
        "  urldate = {2026-03-02},\n"
        "  note = {Archived at https://archive.example/kiln. Tom Reed (potter), quoted; "
        "via Meridian Wire; translated from Arabic by S. Holt. Quoted by "
        "“The kiln is lit again”, Test, 3 March 2026, "
        "https://test.example/digests/kiln/\\#q-abc},\n"
        "  annote = {We fired the first pot … and it held water},\n"
        "}"
    )


def test_where_no_article_is_known_the_digest_is_cited() -> None:
    """Then the note names the outlet; no author and no address are made up."""
    assert bibtex(barely()) == (
        "@misc{q-abc,\n"
        "  title = {{The kiln is lit again}},\n"
        "  howpublished = {{Test}},\n"
        "  year = {2026},\n"
        "  month = mar,\n"
        "  day = {3},\n"
        "  note = {Quoted in Fen Herald},\n"
        "  annote = {Nobody cheered.},\n"
        "}"
    )


@pytest.mark.parametrize("missing", ["byline", "url", "published", "captured"])
def test_an_article_of_which_less_is_known(missing: str) -> None:
    """What is not known is no field."""
    found = fields(bibtex(cited(**{missing: None if missing in {"published", "captured"} else ""})))
    gone = {"byline": {"author"}, "url": {"url"}, "captured": {"urldate"}}
    assert set(fields(bibtex(WHOLE))) - set(found) == gone.get(missing, {"year", "month", "day"})


def test_a_paraphrase_is_called_one() -> None:
    """The note never says of a paraphrase that it is quoted."""
    assert fields(bibtex(barely(kind="indirect", speaker="Tom Reed")))["note"] == (
        "{Tom Reed, paraphrased from Fen Herald}"
    )
    assert "uoted" not in bibtex(cited(kind="indirect"))


@given(st.text())
def test_every_sign_is_printed_as_it_is(text: str) -> None:
    """TeX prints exactly the text, and its braces are balanced."""
    assert printed(escaped(text)) == text


@given(st.text(alphabet=st.sampled_from('{}\\$&#%_^~," =@x\u0627'), min_size=1))
def test_no_words_end_a_field(text: str) -> None:
    """Whatever headline, byline and words hold, the entry has its fields and no other."""
    entry = fields(bibtex(cited(words=(text,), headline=text, byline=f"A{text}", url=f"x:{text}")))
    assert set(entry) == set(fields(bibtex(WHOLE)))
    assert printed(entry["annote"][1:-1]) == text
    assert printed(entry["title"][2:-2]) == text


@pytest.mark.parametrize(
    ("byline", "names"),
    [
        ("", ()),
        ("Ada Brook", ("Ada Brook",)),
        ("Ada Brook and Tom Reed", ("Ada Brook", "Tom Reed")),
        ("Ada Brook & Tom Reed", ("Ada Brook", "Tom Reed")),
        ("Ada Brook, Tom Reed and Nora Lake", ("Ada Brook", "Tom Reed", "Nora Lake")),
        ("Ada Brook, Tom Reed, and Nora Lake", ("Ada Brook", "Tom Reed", "Nora Lake")),
        ("Marks and Spencer", ("Marks and Spencer",)),
        ("Ada Brook, science editor, and Tom Reed",) * 2,
        ("Ada Brook in Fen",) * 2,
        ("Staff and agencies",) * 2,
        ("Solène Aubrac et Ivo Clegg",) * 2,
        ("ليلى البحراوي",) * 2,
    ],
)
def test_a_byline_is_taken_apart_only_where_it_lists(
    byline: str, names: tuple[str, ...] | str
) -> None:
    """Several people are several authors; what may be one name or a place stays whole."""
    assert names_in(byline) == ((names,) if isinstance(names, str) else names)


def test_authors_of_a_group_byline() -> None:
    """Each name stands in braces of its own, so that none is taken for a family name."""
    assert fields(bibtex(cited(byline="Ada Brook and Tom Reed")))["author"] == (
        "{{Ada Brook} and {Tom Reed}}"
    )
    assert fields(bibtex(cited(byline="Staff and agencies")))["author"] == "{{Staff and agencies}}"


def test_a_file_has_an_entry_for_each() -> None:
    """Entries are apart by an empty line; no quotation gives an empty file."""
    both = bibtex_file((WHOLE, barely(key="q-d")))
    assert both == f"{bibtex(WHOLE)}\n\n{bibtex(barely(key='q-d'))}\n"
    assert bibtex_file(()) == ""


@given(st.lists(st.text(alphabet=st.sampled_from("{}\\@,=\n\r \u2028a-"), min_size=1), min_size=1))
def test_an_entry_is_cut_out_by_its_lines(texts: list[str]) -> None:
    """Whatever the fields hold: from the line that ends in its key to the next lone brace."""
    several = [
        cited(key=f"q-{n}", words=(text,), headline=f"{text}\n@article{{q-0,\n}}", byline=text)
        for n, text in enumerate(texts)
    ]
    lines = bibtex_file(several).split("\n")
    for citation in several:
        heads = [n for n, line in enumerate(lines) if line.endswith(f"{{{citation.key},")]
        (start,) = heads
        end = lines.index("}", start)
        assert "\n".join(lines[start : end + 1]) == bibtex(citation)
