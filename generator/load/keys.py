"""Tell which keys may stand where, and what each is for, from the JSON Schema of a shape."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel

Schema = dict[str, Any]


@cache
def schema_of(shape: type[BaseModel]) -> Schema:
    """Return the JSON Schema of `shape`."""
    return shape.model_json_schema(by_alias=True)


def keys_at(shape: type[BaseModel], path: tuple[int | str, ...]) -> dict[str, str]:
    """Return the keys that may stand in the mapping at `path`, with their descriptions."""
    top = schema_of(shape)
    here = [top]
    for step in path:
        here = [below for schema in _forms(here, top) for below in _below(schema, step)]
    return {
        key: schema.get("description", "")
        for form in _forms(here, top)
        for key, schema in form.get("properties", {}).items()
    }


def _forms(schemas: list[Schema], top: Schema) -> list[Schema]:
    """Return `schemas` with references followed and alternatives spread out."""
    forms: list[Schema] = []
    for schema in schemas:
        if "$ref" in schema:
            forms += _forms([top["$defs"][schema["$ref"].rpartition("/")[2]]], top)
        elif "anyOf" in schema:
            forms += _forms(schema["anyOf"], top)
        else:
            forms.append(schema)
    return forms


def _below(schema: Schema, step: int | str) -> list[Schema]:
    """Return what `schema` says of the value at `step`."""
    if isinstance(step, int):
        return [schema["items"]] if "items" in schema else []
    return [schema["properties"][step]] if step in schema.get("properties", {}) else []
