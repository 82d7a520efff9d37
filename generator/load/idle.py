"""Find what an editor wrote in digest.yaml that changes nothing, from the file alone.

An override that is silently without effect misleads whoever reads the file next, so each is a
warning. What only the quotations show is in `generator/digest/idle.py`.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.load.keys import keys_at
from generator.load.shapes import DigestKeys, QuotationKeys
from generator.load.words import shown
from generator.load.yaml_tree import Tree
from generator.problems import Problem
from generator.views.words import day

Told = tuple[str, str, str]
"""The key that has no effect, what is said of it, and the mend."""


def idle_overrides(keys: DigestKeys, tree: Tree) -> Iterator[Problem]:
    """Yield a warning for each value of a digest.yaml that has no effect."""
    for position, entry in enumerate(keys.quotations):
        written = {
            path[2] for path in tree.lines if path[:2] == ("quotations", position) and path[2:]
        }
        if written - keys_at(DigestKeys, ("quotations", 0)).keys():
            continue  # what a mistyped key was to say, nobody knows
        for key, what, mend in _idle_in(entry, written):
            line = tree.line_of("quotations", position, key)
            yield _problem(tree, line, f"entry {position + 1} of `quotations` {what}", mend)
    yield from _merged_away(keys, tree)
    yield from _hidden_in_vain(keys, tree)
    yield from _summary(keys, tree)
    if keys.modified and day(keys.modified) < day(keys.date):
        mend = "Correct it, or delete it: readers are told of changes after `date` only."
        yield _problem(tree, tree.line_of("modified"), "`modified` is before `date`", mend)


def _idle_in(entry: QuotationKeys, written: set[str | int]) -> Iterator[Told]:
    """Yield what has no effect within one entry of `quotations`, whose keys are `written`."""
    if entry.text and entry.role and not entry.speaker:
        yield "role", "gives a `role` and no `speaker`", "Name the `speaker` whose role it is."
    if entry.text and entry.article and entry.outlet:
        mend = "Delete `outlet`: the article says who published it."
        yield "outlet", "has both `from` and `outlet`", mend
    if entry.id and entry.article:
        mend = "Delete `from`; `outlet` is what credits the words to another publisher."
        yield "from", "has `from` beside `id`", mend
    if entry.translator and not entry.original:
        mend = "Write the words before translation as `original`, or delete `translator`."
        yield "translator", "names a `translator` and gives no `original`", mend
    if entry.acknowledge and entry.withdrawn:
        mend = "Delete `acknowledge`: what is withdrawn is not kept."
        yield "acknowledge", "is both acknowledged and withdrawn", mend
    if entry.id and written <= {"id"}:
        yield "id", f"changes nothing of {shown(entry.id)}", "Say what changes, or delete it."


def _merged_away(keys: DigestKeys, tree: Tree) -> Iterator[Problem]:
    """Yield a warning for each entry whose quotation another entry merges into its own."""
    merged = {
        id_: position for position, entry in enumerate(keys.quotations) for id_ in entry.merge
    }
    for position, entry in enumerate(keys.quotations):
        into = merged.get(entry.id) if entry.id else None
        if into is not None and into != position:
            line = tree.line_of("quotations", into)
            what = f"{shown(entry.id)} is merged into another by the entry in line {line}"
            mend = "Write what changes there, and delete this entry."
            yield _problem(tree, tree.line_of("quotations", position), what, mend)


def _hidden_in_vain(keys: DigestKeys, tree: Tree) -> Iterator[Problem]:
    """Yield a warning for each id that is hidden twice, or hidden and changed."""
    changed = {entry.id: place for place, entry in enumerate(keys.quotations) if entry.id}
    first: dict[str, int] = {}
    for position, id_ in enumerate(keys.hide):
        line = tree.line_of("hide", position)
        if id_ in first:
            what = f"{shown(id_)} is hidden already, in line {first[id_]}"
            yield _problem(tree, line, what, "Delete one of the two.")
        elif id_ in changed:
            entry = tree.line_of("quotations", changed[id_])
            what = f"{shown(id_)} is hidden, so nothing of its entry in line {entry} shows"
            mend = "Delete one of the two; `withdrawn` alone leaves the reason in its place."
            yield _problem(tree, line, what, mend)
        first.setdefault(id_, line)


def _summary(keys: DigestKeys, tree: Tree) -> Iterator[Problem]:
    """Yield a warning for each option of how to extract a summary that is not extracted."""
    for key in ("engine", "sentences", "words"):
        if keys.summary.text and ("summary", key) in tree.lines:
            what = f"`summary` has words of yours, so its `{key}` changes nothing"
            yield _problem(tree, tree.line_of("summary", key), what, "Delete one of the two.")


def _problem(tree: Tree, line: int, what: str, mend: str) -> Problem:
    return Problem(file=tree.file, line=line, code="D021", what=what, mend=mend, severity="warning")
