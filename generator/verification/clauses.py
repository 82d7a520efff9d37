"""Decide whose words two quoted stretches are from what the reporter writes around them.

Unsure means two speakers. The words are one speaker's only where one reporting clause interrupts
them (“…,” said Oakes, “…”), or ends a sentence between them (“…,” said Oakes. “…”), and where a
clause that names nobody goes on (Oakes said. She added: “…”), there over a paragraph's end too;
and where one person's verb has both for its objects (she called it “…” and “…”).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from generator.languages import known, language
from generator.text.blocks import EDGE, VOICES

_WORD = re.compile(r"[^\W_]+")
_SENTENCE_END = re.compile(r"[.!?…؟。](?=\s|\Z)")
_PARAGRAPH_END = re.compile(rf"\n\s*\n|[{EDGE}{VOICES}]")
_FULL_NAME = 2
_MOST = 2
"""Clauses between two stretches: the first one's, and the second one's."""
_LINKS = ",،!?؟…—–"
_MARKS = "\"'“”„‘’‚«»‹›「」『』`"


def goes_on_over_paragraphs(between: str, after: str) -> bool:
    """Tell whether the speaker surely goes on in the paragraph that begins in `between`.

    Only a verb of saying on without a name tells so (She added: “…”, or “…,” she added), directly
    after the paragraph of the first words. `after` is the rest of the second stretch's sentence.
    """
    paragraphs = _PARAGRAPH_END.split(between)
    if len(paragraphs) != _MOST or not _WORD.search(paragraphs[0]):
        return False
    clause = paragraphs[1] if _WORD.search(paragraphs[1]) else after
    return bool(set(_words(clause)) & _listed("continuing")) and _goes_on(clause, paragraphs[0])


def says(text: str) -> bool:
    """Tell whether a verb of saying stands in `text`."""
    return bool(_cues(text))


def one_speaker(before: str, first: str, between: str, second: str, after: str) -> bool:
    """Tell whether `first` and `second` surely are of one speaker.

    `before` and `after` are the rest of their sentences, `between` what stands between them with
    the marks around it.
    """
    linked = _is_linked(first, between)
    clauses = _sentences(between.strip(f"{_MARKS} \t\r\n,،—–"))
    if _both_objects(before, between, after):
        return True
    unclear = ";" in between or not 1 <= len(clauses) <= _MOST
    if unclear or _names_another(second, after, clauses[-1]):
        return False
    if len(clauses) == 1:
        closed = second.rstrip()[-1:] in tuple(".!?…؟") or _goes_on(after, clauses[0])
        return _bridges(clauses[0], before, between, closed=closed, linked=linked)
    opened = linked and _reports(clauses[0]) and not _WORD.search(before)
    return opened and _goes_on(clauses[1], clauses[0])


def _bridges(clause: str, before: str, between: str, *, closed: bool, linked: bool) -> bool:
    """Tell whether the one clause between two stretches leaves no room for a second speaker.

    `closed`: nobody else can be named after the second stretch, `linked`: the first one's sentence
    goes on in the clause.
    """
    if _goes_on(clause, before):
        return True
    # Words before the first stretch may name its speaker, and the clause then another.
    if not linked or not _reports(clause) or _WORD.search(before):
        return False
    if _SENTENCE_END.search(clause):
        return closed
    return between.rstrip(f"{_MARKS} \t\r\n")[-1:] in tuple(",،—–")


def _is_linked(first: str, between: str) -> bool:
    """Tell whether the sentence goes on after the first stretch, so that the clause is its own."""
    outside = between.lstrip(_MARKS + " \t")
    if first.rstrip()[-1:] in tuple(_LINKS) or outside[:1] in tuple(_LINKS):
        return True
    return first.rstrip()[-1:] != "." and outside[:1].islower()


def _reports(clause: str) -> bool:
    """Tell whether `clause` is one reporting clause with room for one speaker."""
    words = _words(clause)
    return len(_cues(clause)) == 1 and not _listed("contrast") & set(words)


def _goes_on(clause: str, earlier: str) -> bool:
    """Tell whether `clause` has a verb of saying, and a pronoun or nobody for its subject."""
    words = _words(clause)
    cues = _cues(clause)
    subjects = _listed("pronouns") & set(words)
    closed = set(cues) | subjects | _listed("beside")
    if not cues or not set(words) <= closed or _listed("replying") & set(words):
        return False
    if not subjects and not (words[0] in cues and set(words) & _listed("continuing")):
        return False
    named = _listed("pronouns") & set(_words(earlier))
    if named and subjects and not named & subjects:
        return False
    # Whom the first speaker told something may be the one who says on.
    told = any(_class_of(word) == "tell" for word in _words(earlier))
    return not told or bool(set(words) & _listed("continuing"))


def _names_another(second: str, after: str, earlier: str) -> bool:
    """Tell whether the second stretch has an attribution of its own, to another or a name."""
    clause = after.strip(f"{_MARKS} \t,،—–")
    if not _cues(clause) or _goes_on(clause, earlier):
        return False
    last = second.rstrip()[-1:]
    return last != "." or after.lstrip(_MARKS + " ")[:1] in tuple(",،—–") or clause[:1].islower()


def _both_objects(before: str, between: str, after: str) -> bool:
    """Tell whether one person's verb has both stretches for its objects: called it “a” and “b”.

    The subject must be one person beyond doubt (`she`, or a full name before its verb), nothing but
    a conjunction may part the stretches, and the sentence must end with the second.
    """
    if between.strip(f"{_MARKS} \t\r\n,،").casefold() not in _listed("both") or _WORD.search(after):
        return False
    words = before.strip().split()
    verbs = [n for n, word in enumerate(words) if _is_naming(word)]
    if len(verbs) != 1 or not _is_one_person(words[: verbs[0]]):
        return False
    return not set(_words(before)) & _listed("contrast")


def _is_naming(word: str) -> bool:
    bare = word.strip(":,").casefold()
    return bare in _verbs() or bare in _listed("naming")


def _is_one_person(subject: list[str]) -> bool:
    """Tell whether the words before a verb name a single person and nothing else."""
    if not subject:
        return False
    if len(subject) == 1:
        return subject[0].casefold() in _listed("single")
    name = [word for word in subject if word.strip(".").casefold() not in _titles()]
    if not all(word[:1].isupper() and word[1:].islower() for word in name):
        return False
    return len(name) >= _FULL_NAME or 0 < len(name) < len(subject)


def _sentences(text: str) -> list[str]:
    """Part `text` after its sentence ends, not after an abbreviation or an initial."""
    parts: list[str] = []
    done = 0
    for match in _SENTENCE_END.finditer(text):
        earlier = _words(text[done : match.start()])
        if match[0] == "." and earlier and (len(earlier[-1]) == 1 or earlier[-1] in _titles()):
            continue
        parts.append(text[done : match.end()].strip())
        done = match.end()
    return [part for part in (*parts, text[done:].strip()) if _WORD.search(part)]


def _words(text: str) -> list[str]:
    return _WORD.findall(text.casefold())


def _cues(text: str) -> list[str]:
    """Return the verbs of saying in `text`."""
    return [word for word in _words(text) if word in _verbs()]


@cache
def _verbs() -> frozenset[str]:
    folders = (language(tag).speech_verbs for tag in known())
    listed = (_listed(name) for name in ("continuing", "replying", "speaking"))
    return frozenset().union(*folders, *listed) - _listed("beside")


def _class_of(word: str) -> str:
    forms = (language(tag).cues.get(word) for tag in known())
    return next((form.cue_class for form in forms if form), "")


@cache
def _titles() -> frozenset[str]:
    return frozenset().union(*(language(tag).titles for tag in known()))


@cache
def _listed(table: str) -> frozenset[str]:
    file = resources.files(__package__).joinpath("clauses.toml")
    rows = tomllib.loads(file.read_text(encoding="utf-8"))[table]
    return frozenset(word for row in rows.values() for word in row.split())
