"""Pressreview: a static-site generator for press reviews.

The story of a digest runs one way: content → load → model → analysis → digest → views → pages.
"""

__version__ = "0.1.0"
