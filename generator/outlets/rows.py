"""One line of `registry.psv` is one outlet; here lines become outlets and outlets lines.

Columns are parted by `|`, the values in a column by `;`. Neither sign occurs in a value: the
build script replaces them.
"""

from __future__ import annotations

from generator.model import Outlet

HEADER = (
    "slug|name|native_names|aliases|country|languages|domain|kind|ownership|confirmed|provenance"
)


def outlet_of(line: str) -> Outlet:
    """Return the outlet that a line of the registry describes."""
    (
        slug,
        name,
        native_names,
        aliases,
        country,
        languages,
        domain,
        kind,
        ownership,
        confirmed,
        provenance,
    ) = line.split("|")
    return Outlet(
        slug=slug,
        name=name,
        native_names=tuple(native_names.split(";")) if native_names else (),
        aliases=tuple(aliases.split(";")) if aliases else (),
        country=country or None,
        languages=tuple(languages.split(";")) if languages else (),
        domain=domain or None,
        kind=kind or None,
        ownership=ownership or None,
        confirmed=confirmed == "yes",
        provenance=provenance,
    )


def line_of(outlet: Outlet) -> str:
    """Return the line of the registry that describes `outlet`."""
    return "|".join(
        (
            outlet.slug,
            outlet.name,
            ";".join(outlet.native_names),
            ";".join(outlet.aliases),
            outlet.country or "",
            ";".join(outlet.languages),
            outlet.domain or "",
            outlet.kind or "",
            outlet.ownership or "",
            "yes" if outlet.confirmed else "no",
            outlet.provenance,
        )
    )


def is_flagship(outlet: Outlet) -> bool:
    """Say whether the outlet stands in the hand-written list of the world's best-known ones."""
    return "flagships" in outlet.provenance.split("+")
