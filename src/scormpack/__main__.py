"""``python -m scormpack``."""

from scormpack.cli import main

main()
