"""jieba's table of inverse document frequencies, read without jieba's dictionary."""

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from pressparse.errors import ReadError


@cache
def read_inverse_frequencies() -> tuple[dict[str, float], float]:
    """IDF by word (natural logarithm, simplified script), and the median, which stands for words not in the table.

    The table is the file analyse/idf.txt of the package jieba; its median is the upper one, as jieba takes it.
    Raises ReadError when jieba is not installed with it.
    """
    path = jieba_folder() / "analyse" / "idf.txt"
    try:
        cells = path.read_text("utf-8").split()
    except OSError as error:
        raise ReadError("the IDF table of jieba cannot be read; install jieba again", path=str(path)) from error
    table = dict(zip(cells[::2], map(float, cells[1::2]), strict=True))
    return table, sorted(table.values())[len(table) // 2]


def jieba_folder() -> Path:
    """Where the package jieba lies, found without importing it. Raises ReadError when it is not installed."""
    spec = find_spec("jieba")
    if spec is None or spec.origin is None:
        raise ReadError("the package jieba is missing, which holds the IDF table; install jieba")
    return Path(spec.origin).parent
