"""Speed and memory beside Hugo, Eleventy and plain Pelican, on the same words (bench/README.md)."""
