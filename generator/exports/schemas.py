"""Write the JSON Schemas of the data files: `python -m generator.exports.schemas`.

They stand beside those of the content files, for programs that read the data.
"""

from __future__ import annotations

import json

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema

from generator.exports.shapes import DigestData, SiteData
from generator.places import folder_of

DRAFT = "https://json-schema.org/draft/2020-12/schema"

DATA_SHAPES: dict[str, type[BaseModel]] = {
    "data-digest.json": DigestData,
    "data-quotations.json": SiteData,
}
"""File name → the shape it describes."""


class _Untitled(GenerateJsonSchema):
    """pydantic's schemas without titles that only repeat the key."""

    def field_title_should_be_set(self, schema: object) -> bool:  # noqa: ARG002 - pydantic's hook
        """Return that no field has a title of its own."""
        return False


def schema_text(shape: type[BaseModel]) -> str:
    """Return the JSON Schema of `shape` as it is stored; every key is required in it."""
    schema = {"$schema": DRAFT, **shape.model_json_schema(schema_generator=_Untitled)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write all schemas."""
    for name, shape in DATA_SHAPES.items():
        (folder_of("schema") / name).write_text(schema_text(shape), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
