"""The way in: `pressparse` and `python -m pressparse`."""

import gc
from typing import NoReturn


def main() -> NoReturn:
    """Run the program and exit."""
    # One short run makes many small objects and hardly a cycle (some hundred of them in three million characters):
    # looking for them costs a tenth of a start and a quarter of the time of a long text. Memory is the same without.
    gc.disable()
    from pressparse.cli.app import start

    try:
        start()
    finally:
        # At its end the interpreter looks for cycles once more, whatever was said.
        gc.freeze()


if __name__ == "__main__":
    main()
