"""Read a value by the type that the schema gives it, from the words that were typed.

Each type is a function from words to value, which raises an error that carries one of our
codes, what we saw and the mend; and the JSON Schema that says the same to editors' programs.
Here: words, numbers and answers. Nothing is guessed from the look of a value: `no` is the word
"no" where words are meant, and the answer where an answer is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated, Any, NoReturn, get_args

from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from generator.load.files import CONTROL
from generator.load.words import did_you_mean, shown


def refuse(code: str, what: str, mend: str) -> NoReturn:
    """Raise the error that `validation` makes a problem of; the key's name goes before `what`."""
    # not in the template: braces in an editor's words would be read as fields
    raise PydanticCustomError("ours", "{what}", {"code": code, "what": what, "mend": mend})  # noqa: EM101 - pydantic's error type


@dataclass(frozen=True, eq=False)
class ReadBy:
    """Annotation: the value is what `parse` makes of the words."""

    parse: Callable[[str], object]
    schema: Mapping[str, Any]

    def __get_pydantic_core_schema__(self, _: object, __: GetCoreSchemaHandler) -> CoreSchema:
        """Check for words, then parse them."""
        return core_schema.no_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(
        self, _: CoreSchema, __: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        """Return what editors' programs are told."""
        return dict(self.schema)

    def _read(self, value: object) -> object:
        """Return the parsed words; a list or mapping in their place is a fault."""
        if isinstance(value, str):
            return self.parse(value.strip())
        kind = "a list" if isinstance(value, list) else "a mapping"
        kind = "empty" if value is None else f"{kind}, where one value is meant"
        refuse("Y010", f"is {kind}", "Write one value after the colon.")


def read_words(words: str) -> str:
    """Return words that must not be empty."""
    if not words:
        refuse("Y009", "is empty", "Write it, or delete the key.")
    if control := CONTROL.search(words):
        what = f"holds a control character (U+{ord(control[0]):04X})"
        refuse("F005", what, "Delete it; web pages and feeds cannot hold it.")
    return words


def read_whole(words: str) -> int:
    """Return a whole number."""
    if not re.fullmatch(r"-?\d{1,6}", words, re.ASCII):
        refuse("Y010", f"is no whole number: {shown(words)}", "Write digits, as 3.")
    return int(words)


def read_positive(words: str) -> int:
    """Return a whole number of at least 1."""
    number = read_whole(words)
    if number < 1:
        refuse("Y010", f"is less than 1: {number}", "Write a number from 1 on.")
    return number


_ANSWERS = {"true": True, "yes": True, "on": True, "false": False, "no": False, "off": False}


def read_yes_or_no(words: str) -> bool:
    """Return an answer."""
    answer = _ANSWERS.get(words.lower())
    if answer is None:
        refuse("Y010", f"is neither true nor false: {shown(words)}", "Write true or false.")
    return answer


def one_of(words: object) -> ReadBy:
    """Return the reading of one of the words of a `Literal`."""
    choices: tuple[str, ...] = get_args(words)

    def read(word: str) -> str:
        if word in choices:
            return word
        mend = did_you_mean(word, choices, otherwise=f"Write one of: {', '.join(choices)}.")
        refuse("Y011", f"cannot be {shown(word)}", mend)

    return ReadBy(read, {"type": "string", "enum": list(choices)})


# YAML-aware editors guess that 1984 is a number and true a truth value; to us both are words
Text = Annotated[str, ReadBy(read_words, {"type": ["string", "number", "boolean"]})]
Whole = Annotated[int, ReadBy(read_whole, {"type": "integer"})]
Positive = Annotated[int, ReadBy(read_positive, {"type": "integer", "minimum": 1})]
YesNo = Annotated[bool, ReadBy(read_yes_or_no, {"enum": [True, False, *_ANSWERS]})]
