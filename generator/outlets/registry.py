"""The registry: outlets by slug, name, domain and mention; frozen once made.

`builtin_registry()` reads the package's data once a process. A site's own rows are laid over it
with `with_site_rows`, which gives a new registry.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from importlib import resources

from rapidfuzz import fuzz, process

from generator.model import Outlet
from generator.outlets.mentions import Mention, NameIndex
from generator.outlets.name_forms import first_word, names_by_first_word, written_names
from generator.outlets.names import key_of
from generator.outlets.preference import Bearer, chosen, ranked
from generator.outlets.rows import outlet_of

LIKENESS = 75.0
"""Per cent of likeness (rapidfuzz's plain ratio) from which a name is worth suggesting."""


class Registry:
    """A set of outlets that can be asked for names, domains and mentions."""

    def __init__(
        self, outlets: tuple[Outlet, ...], *, site_slugs: frozenset[str] = frozenset()
    ) -> None:
        """Hold `outlets`; those of `site_slugs` are the site's own and win on names."""
        self._by_slug = {outlet.slug: outlet for outlet in sorted(outlets, key=lambda o: o.slug)}
        self._site_slugs = site_slugs
        self._bearers_met: dict[str, dict[str, list[Bearer]]] = {}
        """By first word, of those asked for so far, and by name."""

    def __iter__(self) -> Iterator[Outlet]:
        """Yield all outlets by slug."""
        return iter(self._by_slug.values())

    def __len__(self) -> int:
        """Return how many outlets there are."""
        return len(self._by_slug)

    def by_slug(self, slug: str) -> Outlet | None:
        """Return the outlet whose slug is `slug`."""
        return self._by_slug.get(slug)

    def by_domain(self, domain: str) -> Outlet | None:
        """Return the outlet at `domain` or at a domain above it; None where several share it."""
        labels = _host(domain).split(".")
        while len(labels) > 1:
            if sharers := self._domains.get(".".join(labels)):
                if len(sharers) == 1:
                    return sharers[0]
                # thetimes.com is The Times, though The Sunday Times lives there too.
                own = [o for o in sharers if o.name.lower().replace(" ", "") == labels[0]]
                return own[0] if len(own) == 1 else None
            labels.pop(0)
        return None

    def named(self, name: str, *, country: str | None = None) -> tuple[Outlet, ...]:
        """Return the outlets called `name` (of `country`, if given), the likeliest first."""
        return tuple(
            bearer.outlet
            for bearer in ranked(self._bearers(name))
            if country is None or bearer.outlet.country == country
        )

    def resolve(self, name: str, *, country: str | None = None) -> Outlet | None:
        """Return the one outlet that `name` plainly means; None if unknown or undecided."""
        bearers = self._bearers(name)
        return chosen(bearers, name=name, country=country) if bearers else None

    def suggest(self, name: str, limit: int = 3) -> tuple[str, ...]:
        """Return the names of outlets most like `name`, for "did you mean"."""
        best = process.extract(
            key_of(name), self._names.keys(), scorer=fuzz.ratio, score_cutoff=LIKENESS, limit=20
        )
        names = (ranked(self._names[key])[0].outlet.name for key, _, _ in best)
        return tuple(dict.fromkeys(names))[:limit]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """Return all outlets named in `text`, longest match, not overlapping, in order."""
        return self._index.mentions(text)

    def with_site_rows(self, rows: tuple[Outlet, ...]) -> Registry:
        """Return a registry in which `rows` replace the outlets of the same slug, or join them."""
        if not rows:
            return self
        slugs = frozenset(row.slug for row in rows)
        kept = tuple(outlet for outlet in self if outlet.slug not in slugs)
        return Registry(kept + rows, site_slugs=self._site_slugs | slugs)

    def _bearers(self, name: str) -> list[Bearer]:
        first = first_word(name)
        if first not in self._bearers_met and first in self._by_first_word:
            self._bearers_met[first] = self._bearing(self._by_first_word[first])
        bearers = self._bearers_met.get(first, {}).get(key_of(name), [])
        if not bearers and (outlet := self.by_domain(name)):
            return [Bearer(outlet, 0, outlet.slug in self._site_slugs)]
        return bearers

    def _bearing(self, written: Iterable[tuple[str, Outlet, int]]) -> dict[str, list[Bearer]]:
        """Return who bears each name of `written`, by the form that names are looked up in."""
        names: dict[str, dict[str, Bearer]] = {}
        for words, outlet, level in written:
            bearers = names.setdefault(key_of(words), {})
            if outlet.slug not in bearers:  # the fullest bearing comes first
                bearers[outlet.slug] = Bearer(outlet, level, outlet.slug in self._site_slugs)
        return {key: list(bearers.values()) for key, bearers in names.items()}

    @cached_property
    def _names(self) -> dict[str, list[Bearer]]:
        every = ((words, o, level) for o in self for words, level in written_names(o))
        return self._bearing(every)

    @cached_property
    def _by_first_word(self) -> dict[str, list[tuple[str, Outlet, int]]]:
        return names_by_first_word(self)

    @cached_property
    def _domains(self) -> dict[str, list[Outlet]]:
        domains: dict[str, list[Outlet]] = {}
        for outlet in self:
            if outlet.domain:
                domains.setdefault(_host(outlet.domain), []).append(outlet)
        return domains

    @cached_property
    def _index(self) -> NameIndex:
        return NameIndex(self._by_first_word, site_slugs=self._site_slugs)


@cache
def builtin_registry() -> Registry:
    """Return the registry that comes with the package."""
    text = resources.files(__package__).joinpath("registry.psv").read_text(encoding="utf-8")
    return Registry(tuple(outlet_of(line) for line in text.splitlines()[1:]))


def _host(address: str) -> str:
    """Return the host of a domain or web address, without `www.`."""
    host = address.strip().lower().rpartition("://")[2].split("/")[0].split(":")[0]
    return host.removeprefix("www.")
