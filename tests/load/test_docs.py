"""docs/content-reference.md lists every file and every key, and no others."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.load import SITE_FILES
from generator.load.articles import MARKUPS
from generator.load.digests import PARTS
from generator.load.keys import schema_of
from generator.load.schemas import SHAPES

DOCS = Path(__file__).parents[2] / "docs"
REFERENCE = (DOCS / "content-reference.md").read_text(encoding="utf-8")
HEADINGS = {
    "DigestKeys": "digest.yaml",
    "SummaryKeys": "summary",
    "ImageKeys": "image",
    "WorkKeys": "work",
    "ArticleChoice": "articles",
    "QuotationKeys": "quotations",
    "CorrectionKeys": "corrections",
    "NeutralKeys": "neutral",
    "ArticleKeys": "articles/*.md, *.txt, *.html",
    "OutletKeys": "outlets.yaml",
    "PersonKeys": "people.yaml",
    "TopicKeys": "topics.yaml",
}
"""Shape → the heading below which its keys stand in a table."""
IN_A_LINE = {"OriginalKeys": "original", "LeanKeys": "lean"}
"""Shape of two keys → the key whose line in a table names them."""


def shapes() -> dict[str, dict[str, dict[str, object]]]:
    """Return the keys of every mapping an editor may write, by the name of its shape."""
    found: dict[str, dict[str, dict[str, object]]] = {}
    for shape in SHAPES.values():
        schema = schema_of(shape)
        for name, mapping in {**schema.get("$defs", {}), shape.__name__: schema}.items():
            if "properties" in mapping:
                found[name] = mapping["properties"]
    return found


def documented(heading: str) -> set[str]:
    """Return the keys in the table below `heading`."""
    section = re.search(
        rf"^##+ {re.escape(heading)}\n(.*?)(?=^##|\Z)", REFERENCE, re.MULTILINE | re.DOTALL
    )
    assert section, f"no heading {heading}"
    cells = re.findall(r"^\| (`[^|]*`) \|", section[1], re.MULTILINE)
    return {key for cell in cells for key in re.findall(r"`(\w+)`", cell)}


@pytest.mark.parametrize("shape", HEADINGS)
def test_keys(shape: str) -> None:
    """The table of each mapping lists its keys, all of them and no others."""
    assert documented(HEADINGS[shape]) == set(shapes()[shape])


@pytest.mark.parametrize("shape", IN_A_LINE)
def test_keys_in_a_line(shape: str) -> None:
    """A mapping of two keys is described in the line of the key that holds it."""
    (line,) = re.findall(rf"^\| `{IN_A_LINE[shape]}` .*$", REFERENCE, re.MULTILINE)
    assert all(f"`{key}`" in line for key in shapes()[shape])


def test_every_shape_is_documented() -> None:
    """No mapping is left out of the tests above."""
    assert set(shapes()) == {*HEADINGS, *IN_A_LINE}


def test_files() -> None:
    """Every file and folder that is read is named."""
    for name in (*SITE_FILES, *PARTS, *MARKUPS, *SHAPES):
        assert name in REFERENCE


def test_choices() -> None:
    """Every word that a key may take is named in its line."""
    for shape, heading in HEADINGS.items():
        for key, schema in shapes()[shape].items():
            for word in schema.get("enum", []):  # type: ignore[attr-defined]
                if isinstance(word, str) and shape != "ArticleChoice" and key != "pin":
                    (line,) = re.findall(
                        rf"^\| `{key}` .*`{word}`.*$", REFERENCE, re.MULTILINE
                    ) or [""]
                    assert line, f"{heading}: {key}: {word}"
