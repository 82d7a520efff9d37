"""Outlets: the built-in registry, and finding outlets by name and in running text.

`builtin_registry()` holds the facts of `registry.psv`; `Registry.with_site_rows` lays a site's
own rows over them. `docs/outlet-registry.md` says how names are matched and chosen between.
"""

from generator.outlets.countries import country_of
from generator.outlets.mentions import Mention
from generator.outlets.registry import Registry, builtin_registry

__all__ = ["Mention", "Registry", "builtin_registry", "country_of"]
