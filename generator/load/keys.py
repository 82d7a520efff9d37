"""Tell which keys may stand where, and what each is for, from the JSON Schema of a shape."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core import core_schema

Schema = dict[str, Any]


class _Plain(GenerateJsonSchema):
    """pydantic's schemas without what only repeats the key: titles, null, empty defaults."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's hook
        """Return that no field has a title of its own."""
        return False

    def nullable_schema(self, schema: core_schema.NullableSchema) -> Schema:
        """Return the schema of the value: to leave a key out, one leaves it out."""
        return self.generate_inner(schema["schema"])

    def default_schema(self, schema: core_schema.WithDefaultSchema) -> Schema:
        """Return the schema with its default, if that says anything."""
        plain = super().default_schema(schema)
        if plain.get("default") in (None, "", [], ()):
            plain.pop("default", None)
        return plain


@cache
def schema_of(shape: type[BaseModel]) -> Schema:
    """Return the JSON Schema of `shape`."""
    return shape.model_json_schema(by_alias=True, schema_generator=_Plain)


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
