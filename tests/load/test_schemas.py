"""The stored JSON Schemas say what the loader does."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]

from generator.load import read_site
from generator.load.front_matter import parts_of
from generator.load.schemas import SHAPES, schema_folder, schema_text
from generator.outlets import builtin_registry
from tests.load.site import FILES, every_key

SCHEMAS = {
    name: Draft202012Validator(json.loads(schema_text(shape))) for name, shape in SHAPES.items()
}


class Yaml12Loader(yaml.SafeLoader):
    """Reads YAML 1.2's core schema, as YAML-aware editors do: `no` is a word, `1984` a number."""


Yaml12Loader.yaml_implicit_resolvers = {}
for _tag, _pattern, _first in (
    ("bool", "true|True|TRUE|false|False|FALSE", "tTfF"),
    ("int", "[-+]?[0-9]+", "-+0123456789"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?", "-+.0123456789"),
    ("null", "null|Null|NULL|~|", ["n", "N", "~", ""]),
):
    Yaml12Loader.add_implicit_resolver(
        f"tag:yaml.org,2002:{_tag}", re.compile(f"^(?:{_pattern})$"), list(_first)
    )


def as_editors_read(name: str) -> Any:  # noqa: ANN401 - a YAML value
    """Return what a YAML-aware editor makes of a file of the sample site."""
    text = FILES[name]
    front = parts_of(text).front
    value = yaml.load(front.of(text) if front else text, Loader=Yaml12Loader)  # noqa: S506 - safe
    return {k: v for k, v in value.items() if v is not None} if isinstance(value, dict) else value


@pytest.mark.parametrize("name", SHAPES)
def test_in_step(name: str) -> None:
    """The stored schema is the one the shapes give: else run `python -m generator.load.schemas`."""
    assert (schema_folder() / name).read_text(encoding="utf-8") == schema_text(SHAPES[name])


@pytest.mark.parametrize("name", SHAPES)
def test_is_a_schema(name: str) -> None:
    """The schema is valid under the 2020-12 meta-schema, and every key has a description."""
    schema = SCHEMAS[name].schema
    Draft202012Validator.check_schema(schema)
    mappings = [*schema.get("$defs", {}).values(), schema]
    for mapping in mappings:
        for key, value in mapping.get("properties", {}).items():
            assert value.get("description"), f"{name}: {key}"


@pytest.mark.parametrize("file", [file for file in FILES if not file.endswith("review.md")])
def test_accepts_what_the_loader_accepts(file: str) -> None:
    """Editors' programs find no fault in content that uses every key."""
    name = "article.json" if "/articles/" in file else f"{Path(file).stem}.json"
    assert [error.message for error in SCHEMAS[name].iter_errors(as_editors_read(file))] == []


def test_sample_site_is_sound(tmp_path: Path) -> None:
    """The sample site has no problem, so the test above tests something."""
    assert read_site(every_key(tmp_path), registry=builtin_registry())[1] == ()


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("digest.json", {"title": "T"}),
        ("digest.json", {"title": "T", "date": "23.11.2026"}),
        ("digest.json", {"title": "T", "date": "2026-11-23", "standfrist": "S"}),
        ("digest.json", {"title": "T", "date": "2026-11-23", "status": "ready"}),
        ("digest.json", {"title": "T", "date": "2026-11-23", "articles": [{"stance": "for"}]}),
        ("digest.json", {"title": "T", "date": "2026-11-23", "embargo": "2026-11-23T18:00"}),
        ("article.json", {"outlet": "O"}),
        ("article.json", {"outlet": "O", "headline": "H", "url": "javascript:alert(1)"}),
        ("outlets.json", [{"country": "NO"}]),
        ("outlets.json", {"name": "N"}),
        ("topics.json", [{"name": "N", "parents": "P"}]),
        ("people.json", [{"name": ["N"]}]),
    ],
)
def test_refuses_what_the_loader_refuses(name: str, value: object) -> None:
    """Editors' programs mark what we would refuse."""
    assert not SCHEMAS[name].is_valid(value)
