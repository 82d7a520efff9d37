"""Read one of the site's optional list files: outlets.yaml, people.yaml, topics.yaml."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel, RootModel

from generator.load.files import YAML_LIMIT, Folder, read_text
from generator.load.validation import read_shape
from generator.load.yaml_tree import Tree, read_yaml
from generator.problems import Problem

Entry = TypeVar("Entry", bound=BaseModel)


@dataclass(frozen=True, kw_only=True, slots=True)
class Listed(Generic[Entry]):
    """An entry of a list file, and its place for messages."""

    entry: Entry
    position: int
    tree: Tree

    def problem(self, code: str, what: str, mend: str, *, key: str = "") -> Problem:
        """Return a problem of this entry, or of its key `key`."""
        path = (self.position, key) if key else (self.position,)
        line = self.tree.line_of(*path)
        return Problem(file=self.tree.file, line=line, code=code, what=what, mend=mend)

    def says(self, key: str) -> bool:
        """Tell whether the editor wrote `key`; false for a stand-in of a faulty value."""
        return (self.position, key) in self.tree.lines


def read_list(
    name: str,
    shape: type[RootModel[tuple[Entry, ...]]],
    folder: Folder,
    problems: list[Problem],
) -> tuple[Listed[Entry], ...]:
    """Return the entries of the file `name`; none where there is no such file."""
    path = folder.path / name
    if not os.path.lexists(path):
        return ()
    text = read_text(path, folder, problems, limit=YAML_LIMIT)
    tree = None if text is None else read_yaml(text, folder.name_of(path), problems)
    found = None if tree is None else read_shape(tree, shape, problems)
    if tree is None or found is None:
        return ()
    return tuple(
        Listed(entry=entry, position=position, tree=tree)
        for position, entry in enumerate(found.root)
    )
