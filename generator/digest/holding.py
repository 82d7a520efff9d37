"""What may be shown when: status, embargo, and who has approved it.

The four-eyes principle: where a site asks for two approvals, two different people must have given
theirs, and at least one of them must not be an editor of the digest. Where it asks for one, an
editor may give it: somebody puts a name to the release.
"""

from __future__ import annotations

import datetime as dt

from generator.model import Editorial
from generator.problems import Problem
from generator.text.matching import identity_form

FOUR_EYES = 2
"""Approvals from which on one must come from outside the digest's editors."""


def is_published(editorial: Editorial, now: dt.datetime, *, approvals: int = 0) -> bool:
    """Whether a digest is shown at the moment `now`: released, and its embargo lifted."""
    lifted = editorial.embargo is None or editorial.embargo <= now
    return is_released(editorial, approvals=approvals) and lifted


def is_released(editorial: Editorial, *, approvals: int = 0) -> bool:
    """Whether its editors have published a digest, and `approvals` people approved that."""
    return editorial.status == "published" and not _lacks(editorial, approvals)


def unapproved(editorial: Editorial, *, file: str, approvals: int) -> tuple[Problem, ...]:
    """Return a warning for a digest that is held only because nobody, or one, has approved it."""
    lack = _lacks(editorial, approvals)
    if editorial.status != "published" or not lack:
        return ()
    return (
        Problem(
            file=file,
            line=editorial.approved_line,
            code="D020",
            what=f"the digest is held back: {lack}",
            mend="Name who has released it under `approved_by`, or say `status: review`.",
            severity="warning",
        ),
    )


def _lacks(editorial: Editorial, approvals: int) -> str:
    """Say what a digest lacks of the `approvals` that its site asks for; empty for nothing."""
    names = _people(editorial.approved_by)
    if len(names) < approvals:
        return f"approved by {len(names)} of {approvals}"
    if approvals >= FOUR_EYES and not names - _people(editorial.editors):
        return "only its own editors have approved it"
    return ""


def _people(names: tuple[str, ...]) -> set[str]:
    """Return names without case, marks and punctuation: one person has one name."""
    return {form for name in names if (form := identity_form(name))}
