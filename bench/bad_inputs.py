"""Texts that no newsroom would print, made to any length: what a rule might stumble over."""

from __future__ import annotations

from collections.abc import Mapping

PIECES: Mapping[str, str] = {
    "prose on one line": (
        "The harbour will stay shut, Ian Poll said on Monday. Vera Holt told Reuters that “nobody "
        "was warned” in time. The clerk left at noon, and it rained. "
    ),
    "an odd mark a sentence": 'Ian Poll said: "The dredger is broken. Nobody mends it. ',
    "marks that only open": "Ian Poll said: “The dredger is broken. Nobody mends it. ",
    "only straight marks": '"',
    "only mixed marks": "“»\"'„”«‘’’『",
    "no full stop": "and the clerk said that the mate said that ",
    "no space": "harbour",
    "only full stops": ".",
    "mixed scripts": "The Beacon said: “Гавань закрыта”, 港口已关闭。 المرفأ مغلق, το λιμάνι. ",
    "right to left": "قال حارس الميناء إن «الرافعة معطلة» منذ أيام. אמר הקברניט: ”הנמל סגור”. ",
    "zero width": "Ian\u200b Poll\u200d s\u200bai\u200bd it ra\u0301\u0301ins\u2060. \u200f",
    "NUL": "Ian Poll\0 said: \0“It\0 rains.” \0\0",
    "brackets and tags": "[(<a '\"](<b ",
}
"""What is repeated, by what it tries."""


def bad_text(piece: str, *, length: int) -> str:
    """Return `piece` repeated to `length` characters, on one line."""
    return (piece * (length // len(piece) + 1))[:length]
