"""What pyproject.toml cannot say: the theme stands at the top of the checkout.

The wheel takes it inside the package, where `generator/places.py` finds it; packages that are
named one by one would be forgotten one by one, so they are found.
"""

from setuptools import find_namespace_packages, setup

THEME = "generator.themes.pressreview"

setup(
    packages=[*find_namespace_packages(include=["generator", "generator.*"]), THEME],
    package_dir={THEME: "themes/pressreview"},
)
