"""Citations as CSL-JSON."""

from __future__ import annotations

import json
from typing import Any

import pytest
from jsonschema import Draft7Validator  # type: ignore[import-untyped]

from generator.citations import Citation
from generator.citations.csl import csl, csl_file
from tests.citations.facts import WHOLE, barely, cited

TEXT = {"type": "string", "minLength": 1}
DATE = {
    "type": "object",
    "additionalProperties": False,
    "required": ["date-parts"],
    "properties": {
        "date-parts": {
            "type": "array",
            "minItems": 1,
            "maxItems": 2,
            "items": {
                "type": "array",
                "minItems": 1,
                "maxItems": 3,
                "items": {"type": "integer"},
            },
        }
    },
}
NAMES = {
    "type": "array",
    "minItems": 1,
    "items": {
        "type": "object",
        "additionalProperties": False,
        "required": ["literal"],
        "properties": {"literal": TEXT},
    },
}
RULES = Draft7Validator(
    {
        "type": "array",
        "items": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id", "type"],
            "properties": {
                "type": {"enum": ["article-newspaper", "article-magazine", "webpage"]},
                "author": NAMES,
                "issued": DATE,
                "accessed": DATE,
                **dict.fromkeys(
                    (
                        *("id", "title", "container-title", "URL", "archive_location"),
                        *("language", "note", "annote"),
                    ),
                    TEXT,
                ),
            },
        },
    }
)
"""What csl-data.json of CSL 1.0.2 says of the variables that are used here, and a little more: no
empty text, and every name whole."""


def reference(citation: Citation) -> dict[str, Any]:
    """Return the reference of a citation as a program reads it, checked against the rules."""
    items = json.loads(csl_file((citation,)))
    assert [error.message for error in RULES.iter_errors(items)] == []
    (item,) = items
    assert isinstance(item, dict)
    return item


def test_an_article() -> None:
    """Everything known has its variable; the words are whole."""
    assert reference(WHOLE) == {
        "id": "q-abc",
        "type": "article-newspaper",
        "title": "Smoke over the pottery",
        "author": [{"literal": "Ada Brook"}],
        "container-title": "Fen Herald",
        "issued": {"date-parts": [[2026, 3, 1]]},
        "URL": "https://fen.example/kiln",
        "accessed": {"date-parts": [[2026, 3, 2]]},
        "archive_location": "https://archive.example/kiln",
        "language": "en",
        "note": "Tom Reed (potter), quoted; via Meridian Wire; translated from Arabic by S. Holt. "
        "Quoted by “The kiln is lit again”, Test, 3 March 2026, "
        "https://test.example/digests/kiln/#q-abc",
        "annote": "We fired the first pot … and it held water",
    }


def test_where_no_article_is_known_the_digest_is_cited() -> None:
    """A page on the web, with the outlet in its note."""
    assert reference(barely(speaker="ليلى نهري", role="خزافة")) == {
        "id": "q-abc",
        "type": "webpage",
        "title": "The kiln is lit again",
        "container-title": "Test",
        "issued": {"date-parts": [[2026, 3, 3]]},
        "language": "en",
        "note": "ليلى نهري (خزافة), quoted in Fen Herald",
        "annote": "Nobody cheered.",
    }


@pytest.mark.parametrize(
    ("kind", "type_"),
    [
        ("daily", "article-newspaper"),
        ("agency", "article-newspaper"),
        ("monthly", "article-magazine"),
        ("broadcaster", "webpage"),
        ("", "webpage"),
    ],
)
def test_the_type_goes_by_the_outlet(kind: str, type_: str) -> None:
    """A kind that tells nothing gives a page on the web."""
    assert reference(cited(outlet_kind=kind))["type"] == type_


def test_what_is_not_known_is_left_out() -> None:
    """No variable is empty."""
    little = reference(cited(byline="", published=None, url="", archived="", captured=None))
    assert set(csl(WHOLE)) - set(little) == {
        *("author", "issued", "URL", "archive_location", "accessed"),
    }
