"""Write the JSON Schemas of the content files: `python -m generator.load.schemas`.

They tell YAML-aware editors which keys there are, as one types. `digest.yaml` and the list files
name theirs in a comment; they are found by `schema_folder`, from a checkout and from the wheel.
"""

from __future__ import annotations

import json
from pathlib import Path

from pydantic import BaseModel

from generator.load.keys import schema_of
from generator.load.shapes import ArticleKeys, DigestKeys, OutletList, PersonList, TopicList
from generator.places import folder_of

SHAPES: dict[str, type[BaseModel]] = {
    "article.json": ArticleKeys,
    "digest.json": DigestKeys,
    "outlets.json": OutletList,
    "people.json": PersonList,
    "topics.json": TopicList,
}
"""File name → the shape it describes."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def schema_folder() -> Path:
    """Return the folder that holds the schemas."""
    return folder_of("schema")


def schema_text(shape: type[BaseModel]) -> str:
    """Return the JSON Schema of `shape` as it is stored."""
    schema = {"$schema": DRAFT, **schema_of(shape)}
    return json.dumps(schema, ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write all schemas."""
    folder = schema_folder()
    for name, shape in SHAPES.items():
        (folder / name).write_text(schema_text(shape), encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
