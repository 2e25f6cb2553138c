"""The way in: `pressparse` and `python -m pressparse`."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and exit."""
    # One short run makes many small objects and no cycles: collecting them costs a tenth of a start and a quarter of
    # the time of a long text. Set before anything large is imported.
    gc.set_threshold(200_000, 20, 20)
    from pressparse.cli.app import start

    start()


if __name__ == "__main__":
    main()
