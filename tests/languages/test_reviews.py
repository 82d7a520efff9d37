"""Reviews in other languages than English, credited to outlets by their data alone."""

from __future__ import annotations

import pytest

from generator.model import Outlet
from generator.outlets import Registry
from tests.quotations.spec import Case, cases, found_in

INVENTED = Registry(
    (
        Outlet(slug="le-phare", name="Le Phare", country="FR", kind="daily"),
        Outlet(slug="courrier-dunes", name="Courrier des Dunes", country="FR", kind="daily"),
        Outlet(slug="la-vigie", name="La Vigie", country="BE", kind="magazine"),
        Outlet(slug="hirondelle", name="Hirondelle", kind="agency"),
        Outlet(
            slug="hafenbote",
            name="Der Hafenbote",
            country="DE",
            kind="daily",
            provenance="flagships",
        ),
        Outlet(slug="neue-deichzeitung", name="Neue Deichzeitung", country="DE", kind="daily"),
        Outlet(slug="laternenblick", name="Laternenblick", country="AT", kind="magazine"),
        Outlet(slug="moewe", name="Seemöwe", kind="agency"),
        Outlet(slug="el-fanal", name="El Fanal", country="ES", kind="daily"),
        Outlet(slug="diario-de-la-ria", name="Diario de la Ría", country="ES", kind="daily"),
        Outlet(slug="la-brujula", name="La Brújula", country="MX", kind="magazine"),
        Outlet(slug="agencia-gaviota", name="Gaviota", kind="agency"),
        Outlet(slug="portovy-mayak", name="Портовый маяк", country="RU", kind="daily"),
        Outlet(slug="priboy", name="Прибой", country="RU", kind="daily"),
        Outlet(slug="yakor", name="Якорь", country="RU", kind="magazine"),
        Outlet(slug="burevestnik", name="Буревестник", kind="agency"),
    )
)


@pytest.mark.parametrize(
    ("tag", "case"),
    [(tag, case) for tag in ("fr", "de", "es", "ru") for case in cases(f"{tag}-reviews")],
    ids=lambda value: value.name if isinstance(value, Case) else value,
)
def test_reviews(tag: str, case: Case) -> None:
    """A review's passages are credited to its outlets as the case says."""
    found = found_in(case.text, as_review=True, language=tag, registry=INVENTED)
    assert found == case.expected
