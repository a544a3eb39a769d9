"""``python -m amend`` is the command ``amend``."""

from amend.cli import main

main()
