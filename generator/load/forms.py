"""Let an editor write the short form of a value: one for a list of one, words for a mapping."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, core_schema

from generator.load.values import Text, refuse


class Keys(BaseModel):
    """A mapping with a fixed set of keys; unknown ones are problems."""

    model_config = ConfigDict(extra="forbid", frozen=True, populate_by_name=False)


@dataclass(frozen=True)
class OneOrMore:
    """Annotation: a list, or its only entry without the list."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Make a list of a single entry, then read the list."""
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the schema of the list, or of one entry."""
        listed = handler(core)
        return {"anyOf": [listed["items"], listed]}

    def _listed(self, value: object) -> object:
        """Return `value` as a list; a comma in a single value may separate two."""
        if isinstance(value, str) and "," in value:
            refuse("Y010", "is one value with a comma", f"Write it as a list: [{value}].")
        return value if isinstance(value, list) else [value]


@dataclass(frozen=True)
class ShortFor:
    """Annotation: a mapping, or only the value of its key `key`."""

    key: str
    but: str = ""
    """A word that stands for the mapping with every key left out."""

    def __get_pydantic_core_schema__(
        self, source: object, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        """Make a mapping of a bare value, then read the mapping."""
        return core_schema.no_info_before_validator_function(self._mapped, handler(source))

    def __get_pydantic_json_schema__(
        self, core: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return the schema of the mapping, or of the bare value."""
        return {"anyOf": [{"type": ["string", "number", "boolean"]}, handler(core)]}

    def _mapped(self, value: object) -> object:
        """Return `value` as a mapping."""
        if not isinstance(value, str):
            return value
        return {} if self.but and value.strip() == self.but else {self.key: value}


Texts = Annotated[tuple[Text, ...], OneOrMore()]
