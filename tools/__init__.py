"""Programs for the maintainers: the registry, the README's pictures."""
