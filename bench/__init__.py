"""Measurements of speed: run by hand, never a test, for a busy machine would fail it."""
