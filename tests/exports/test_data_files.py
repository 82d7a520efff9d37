"""The data files: what they hold, and that it is what the contract says."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.exports import data_files
from generator.exports.facts import digest_facts
from generator.exports.schemas import DATA_SHAPES, schema_text
from generator.exports.shapes import NOTICE, SiteData
from generator.exports.table import COLUMNS, guarded, unguarded
from generator.places import folder_of
from generator.settings import SiteSettings
from tests.conftest import CHECKOUT
from tests.views.press import HERALD, MILL, SETTINGS, digests

DOCS = (CHECKOUT / "docs/data.md").read_text(encoding="utf-8")

ENTRIES = """modified: 2026-10-03
editors: [A. Pryce]
silent: [Quay Post]
corrections:
- {date: 2026-10-02, what: The year was wrong., why: A slip., kind: figure}
quotations:
- from: herald
  text: We have waited long enough for bread
  speaker: Tom Reed
  role: miller
  via: Quay Post
- {from: herald, text: The old mill opened its doors on Monday, withdrawn: Wrong mill.}
- {outlet: Quay Post, text: "=1+1 loaves, of our own", acknowledge: As heard on the quay.}
"""
KEPT = "We have waited long enough for bread"


def files(folder: Path, settings: SiteSettings = SETTINGS, more: str = "") -> dict[str, bytes]:
    """Return the data files of a site with one digest, `mill`, and one held back."""
    home = "digests/mill"
    written = {
        f"{home}/digest.yaml": MILL + ENTRIES + more,
        f"{home}/articles/herald.md": HERALD.replace("url:", "byline: Ada Brook\nurl:"),
        "digests/held/digest.yaml": "title: Held\ndate: 2026-10-01\nstatus: draft\n",
        "digests/held/review.md": "The Fen Herald says “nobody may read of the quillwort yet”.\n",
    }
    return data_files(digests(folder, written), settings)


def data(folder: Path, settings: SiteSettings = SETTINGS) -> dict[str, Any]:
    """Return what digest.json holds."""
    value = json.loads(files(folder, settings)["digests/mill/digest.json"])
    assert isinstance(value, dict)
    return value


def test_every_file_of_a_digest_and_of_the_site(tmp_path: Path) -> None:
    """Published digests have four files, the site has one, a held digest has none."""
    found = files(tmp_path)
    assert sorted(found) == [
        "digests/mill/citations.bib",
        "digests/mill/citations.json",
        "digests/mill/digest.json",
        "digests/mill/quotations.csv",
        "quotations.json",
    ]
    assert not [name for name, held in found.items() if b"quillwort" in held]


def test_a_quotation_has_its_whole_chain(tmp_path: Path) -> None:
    """Outlet, article, speaker, via, words, verdict: every key of the contract, in its order."""
    (row, *_) = data(tmp_path)["quotations"]
    ident = row["id"]
    assert json.dumps(row, ensure_ascii=False) == json.dumps(
        {
            "id": ident,
            "permalink": f"https://test.example/digests/mill/#q-{ident}",
            "digest": {
                "slug": "mill",
                "title": "Mill",
                "date": "2026-10-01",
                "permalink": "https://test.example/digests/mill/",
            },
            "outlet": {"slug": "fen-herald", "name": "Fen Herald", "country": "XV"},
            "article": {
                "id": "herald",
                "headline": "The mill opens",
                "byline": "Ada Brook",
                "published": None,
                "url": "https://fen.example/mill",
                "archived": None,
                "language": "en",
            },
            "speaker": {"slug": "tom-reed", "name": "Tom Reed", "role": "miller"},
            "via": "Quay Post",
            "kind": "direct",
            "words": [KEPT],
            "language": "en",
            "original": None,
            "translator": None,
            "passage": "https://fen.example/mill#:~:text=We%20have%20waited%20long%20enough%20for"
            "%20bread",
            "verdict": {"kind": "exact", "acknowledged": None},
            "withdrawn": None,
            "corrections": [],
            "note": None,
            "rule": "editor",
            "own_words": False,
        },
        ensure_ascii=False,
    )


def test_a_withdrawn_quotation_has_no_words(tmp_path: Path) -> None:
    """Its place, its chain and the reason stay; nothing of its words is in any file."""
    gone = data(tmp_path)["quotations"][1]
    assert (gone["words"], gone["withdrawn"], gone["verdict"], gone["passage"]) == (
        [],
        "Wrong mill.",
        None,
        None,
    )
    assert gone["article"]["headline"] == "The mill opens"
    found = files(tmp_path / "again")
    assert not [name for name, held in found.items() if b"opened its doors" in held]
    assert f"q-{gone['id']}" not in found["digests/mill/citations.bib"].decode()


def test_an_article_gives_nothing_but_its_quotations(tmp_path: Path) -> None:
    """No sentence beside a quotation, before it or after, stands in any file."""
    for name, held in files(tmp_path).items():
        assert b"Nobody objected" not in held, name
        assert b"of our own in this valley" not in held, name


def test_a_digest_tells_about_itself(tmp_path: Path) -> None:
    """Dates, editors, silent outlets, and the corrections of the digest as a whole."""
    digest = data(tmp_path)["digest"]
    assert digest["modified"] == "2026-10-03"
    assert digest["editors"] == ["A. Pryce"]
    assert digest["silent"] == ["Quay Post"]
    assert digest["corrections"] == [
        {"date": "2026-10-02", "what": "The year was wrong.", "why": "A slip.", "kind": "figure"}
    ]


def test_without_a_site_address_links_start_from_the_root(tmp_path: Path) -> None:
    """An unknown host is not made up."""
    found = data(tmp_path, SiteSettings(title="Test"))
    assert found["site"]["url"] is None
    assert found["digest"]["permalink"] == "digests/mill/"
    assert found["quotations"][0]["permalink"].startswith("digests/mill/#q-")


def test_the_site_has_the_quotations_of_its_digests(tmp_path: Path) -> None:
    """quotations.json is the rows of every digest.json."""
    found = files(tmp_path)
    site = json.loads(found["quotations.json"])
    assert site["quotations"] == json.loads(found["digests/mill/digest.json"])["quotations"]
    assert len(site["quotations"]) == 3


def _rows(table: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(table.decode("utf-8"), newline=""), strict=True))


def test_the_table_has_a_row_for_each(tmp_path: Path) -> None:
    """Every fact of a quotation but its outer keys is a cell; lines end in CR LF."""
    found = files(tmp_path)
    table = found["digests/mill/quotations.csv"]
    header, *rows = _rows(table)
    quotations = json.loads(found["digests/mill/digest.json"])["quotations"]
    assert table.endswith(b"\r\n")
    assert len(rows) == len(quotations) == 3
    assert tuple(header) == COLUMNS
    for row, quotation in zip(rows, quotations, strict=True):
        cells = dict(zip(header, map(unguarded, row), strict=True))
        assert cells["words"] == "\n\n".join(quotation["words"])
        assert cells["outlet_name"] == quotation["outlet"]["name"]
        assert cells["withdrawn"] == (quotation["withdrawn"] or "")
        assert cells["speaker_role"] == ((quotation["speaker"] or {}).get("role") or "")
        assert cells["notice"] == NOTICE
        assert cells["own_words"] == "false"


def test_no_cell_is_a_formula(tmp_path: Path) -> None:
    """Words that begin like a formula get an apostrophe in the table, and in it alone."""
    found = files(tmp_path)
    rows = _rows(found["digests/mill/quotations.csv"])
    words = [row[COLUMNS.index("words")] for row in rows]
    assert "'=1+1 loaves, of our own" in words
    assert json.loads(found["digests/mill/digest.json"])["quotations"][2]["words"] == [
        "=1+1 loaves, of our own"
    ]


@pytest.mark.parametrize(
    ("cell", "safe"),
    [
        ("=1+1", "'=1+1"),
        ("+1", "'+1"),
        ("-1", "'-1"),
        ("@x", "'@x"),
        ("\tx", "'\tx"),
        ("'=1", "''=1"),
        ("’tis", "’tis"),
        ("'tis", "'tis"),
        ("1=1", "1=1"),
        ("", ""),
    ],
)
def test_what_is_guarded(cell: str, safe: str) -> None:
    """Signs that begin a formula, and apostrophes that would be taken for a guard."""
    assert guarded(cell) == safe


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n x")))
def test_every_guarded_cell_can_be_had_back(cell: str) -> None:
    """No cell begins like a formula, and the documented way back gives the very words."""
    assert not guarded(cell).startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
    assert unguarded(guarded(cell)) == cell


VALIDATORS = {
    name: Draft202012Validator(json.loads(schema_text(shape)))
    for name, shape in DATA_SHAPES.items()
}


@pytest.mark.parametrize("name", DATA_SHAPES)
def test_the_schema_is_in_step(name: str) -> None:
    """The stored schema is that of the shapes: else run `python -m generator.exports.schemas`."""
    assert (folder_of("schema") / name).read_text(encoding="utf-8") == schema_text(
        DATA_SHAPES[name]
    )
    Draft202012Validator.check_schema(VALIDATORS[name].schema)


def test_the_files_of_the_demonstration_keep_the_contract(built_site: Path) -> None:
    """Every data file that a build writes is valid, and every key of it is required."""
    names = sorted(built_site.glob("digests/*/digest.json"))
    assert len(names) > 4
    for path in names:
        value = json.loads(path.read_text(encoding="utf-8"))
        assert [e.message for e in VALIDATORS["data-digest.json"].iter_errors(value)] == []
    site = json.loads((built_site / "quotations.json").read_text(encoding="utf-8"))
    assert [e.message for e in VALIDATORS["data-quotations.json"].iter_errors(site)] == []
    for key in site["quotations"][0]:
        less = {k: v for k, v in site["quotations"][0].items() if k != key}
        assert not VALIDATORS["data-quotations.json"].is_valid({**site, "quotations": [less]})


def test_figures_and_data_agree(built_site: Path) -> None:
    """Each quotation figure of a digest's page is a row of its data, in the same order."""
    for path in built_site.glob("digests/*/digest.json"):
        page = (path.parent / "index.html").read_text(encoding="utf-8")
        rows = json.loads(path.read_text(encoding="utf-8"))["quotations"]
        figures = re.findall(r'<figure class="quotation[^>]* id="q-([^"]+)"', page)
        assert [row["id"] for row in rows] == figures


def test_the_notice_is_the_one_on_every_page(built_site: Path) -> None:
    """Pages and data say the same of whose the words are."""
    assert f"<p>{NOTICE}</p>" in (built_site / "index.html").read_text(encoding="utf-8")


FLAGS = re.DOTALL | re.MULTILINE


def _documented(heading: str) -> set[str]:
    section = re.search(rf"^### {re.escape(heading)}\n(.*?)(?=^##|\Z)", DOCS, FLAGS)
    assert section, heading
    return set(re.findall(r"^\| `(\w+)` \|", section[1], re.MULTILINE))


HEADINGS = {
    "DigestData": "digest.json",
    "SiteData": "quotations.json",
    "SiteFacts": "site",
    "DigestFacts": "digest of digest.json",
    "ReadabilityFacts": "readability",
    "QuotationFacts": "quotations",
    "DigestReference": "digest of a quotation",
    "OutletFacts": "outlet",
    "ArticleFacts": "article",
    "SpeakerFacts": "speaker",
    "OriginalWords": "original",
    "VerdictFacts": "verdict",
    "CorrectionFacts": "corrections",
}
"""Shape → the heading of docs/data.md below which its keys stand."""


def test_every_key_is_documented() -> None:
    """docs/data.md lists the keys of every mapping, all of them and no others."""
    found: dict[str, set[str]] = {}
    for shape in DATA_SHAPES.values():
        schema = shape.model_json_schema()
        for name, mapping in {**schema["$defs"], shape.__name__: schema}.items():
            found[name] = set(mapping["properties"])
    assert found.keys() == HEADINGS.keys()
    for name, keys in found.items():
        assert _documented(HEADINGS[name]) == keys, name


def test_every_column_is_documented() -> None:
    """docs/data.md names the columns of the table in their order."""
    section = DOCS.split("## The table", 1)[1].split("**Formulas.**", 1)[0]
    assert tuple(n for n in re.findall(r"`(\w+)`", section) if n not in {"null", "date"}) == COLUMNS


def test_a_correction_changes_a_digest(tmp_path: Path) -> None:
    """`modified` is the day that the page, the feed and the sitemap give."""
    keys = "corrections: [{date: 2026-10-09, what: W}]\n"
    home = "digests/mill"
    stored = {f"{home}/digest.yaml": MILL + keys, f"{home}/articles/herald.md": HERALD}
    (digest,) = digests(tmp_path, stored)
    assert digest_facts(digest, SETTINGS).modified == "2026-10-09"


def test_each_reference_is_of_one_quotation(tmp_path: Path) -> None:
    """Both reference files have one entry for each published quotation, keyed by its anchor."""
    found = files(tmp_path)
    quotations = json.loads(found["digests/mill/digest.json"])["quotations"]
    keys = [f"q-{q['id']}" for q in quotations if not q["withdrawn"]]
    assert len(keys) == len(set(keys)) == 2
    references = json.loads(found["digests/mill/citations.json"])
    assert [reference["id"] for reference in references] == keys
    bibtex = found["digests/mill/citations.bib"].decode()
    assert re.findall(r"^@\w+\{(.*),$", bibtex, re.MULTILINE) == keys
    words = [" ".join(q["words"]) for q in quotations if not q["withdrawn"]]
    assert [reference["annote"] for reference in references] == words


def test_the_sites_file_is_one_value_written_whole(tmp_path: Path) -> None:
    """Put together from rows, it is what writing all quotations at once gives."""
    for folder, more in ((tmp_path / "one", ""), (tmp_path / "none", "status: draft\n")):
        text = files(folder, more=more)["quotations.json"].decode("utf-8")
        whole = SiteData.model_validate_json(text)
        assert bool(whole.quotations) is (more == "")
        assert text == f"{whole.model_dump_json(indent=1)}\n"
