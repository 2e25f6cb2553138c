"""Speed, as figures of one run: start-up as ratios, reading and extracting as rates, others side by side.

usage: python tests/bench.py [startup] [turns] [numbers] [keywords] [others]

Texts are built from our own gate records, repeated up to the size asked for. Machines are noisy: of several runs the
best counts, and only ratios within one run mean anything.
"""

import gc
import os
import pty
import random
import re
import resource
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

ROOT = Path(__file__).parent.parent
PROGRAM = Path(sys.executable).parent / "pressparse"
RECORDS = [ROOT / "tests/gate" / name for name in ("gangdong-statistics.txt", "xiling-county.txt")]
SAMPLE = ROOT / "data/linhe-2025-half-year.txt"
# Our gate records have a number every 30 characters, a real record one every 60 to 700: both are measured.
REAL = ROOT.parent / "shared/transcripts"


def number_records() -> list[tuple[str, str]]:
    """The records that numbers are looked for in: the name and the text of each, markup read."""
    from pressparse.transcript.source import read_source

    files = [*RECORDS, *sorted(REAL.glob("*.*"))]
    return [(file.name, read_source(str(file)).text.rstrip() + "\n\n") for file in files]


def build() -> str:
    """Whether the modules that find claims are compiled."""
    from pressparse.claims import claim

    return "interpreted" if str(claim.__file__).endswith(".py") else "compiled"


BARE = """
import typer
from rich.console import Console
from rich.table import Table
app = typer.Typer()
@app.command()
def main():
    table = Table("name", "value")
    for number in range(10):
        table.add_row(str(number), "x")
    Console().print(table)
app()
"""


def best(run: Callable[[], object], times: int = 3) -> float:
    """Seconds of the fastest of several runs."""
    seconds = []
    for _ in range(times):
        start = time.perf_counter()
        run()
        seconds.append(time.perf_counter() - start)
    return min(seconds)


def in_terminal(*command: str) -> None:
    """Run a command with a terminal as its output, which is what decides about a table."""
    leader, follower = pty.openpty()
    process = subprocess.Popen(command, stdin=follower, stdout=follower, stderr=follower, close_fds=True)
    os.close(follower)
    while True:
        try:
            if not os.read(leader, 65536):
                break
        except OSError:
            break
    os.close(leader)
    process.wait()


def repeated(text: str, size: int) -> str:
    """A text again and again up to `size` characters."""
    return text * max(1, size // len(text))


def shuffled(size: int) -> str:
    """The sentences of all our records in ever new order, up to `size` bytes of UTF-8.

    One record again and again has so few words that a segmenter's dictionary never leaves the processor's cache.
    """
    texts = [
        file.read_text("utf-8") for folder in ("data", "tests/gate") for file in sorted((ROOT / folder).glob("*.txt"))
    ]
    sentences = [sentence for text in texts for sentence in re.findall(r"[^。\n]+[。\n]+", to_simplified(text))]
    order = random.Random(5)
    out: list[str] = []
    while size > 0:
        order.shuffle(sentences)
        out += sentences
        size -= sum(len(sentence.encode()) for sentence in sentences)
    return "".join(out)


def to_simplified(text: str) -> str:
    """The text in simplified script, its signs as they are."""
    from pressparse.text.script import convert_script

    return convert_script(text, "hans")


def startup() -> None:
    """`turns` and `--help` against a bare script that imports typer and rich.table and prints a table."""
    # As installed, with the bytecode kept; the first of the runs below writes it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    commands = {
        "bare script": (sys.executable, "-c", BARE),
        "pressparse --help": (str(PROGRAM), "--help"),
        "pressparse turns": (str(PROGRAM), "turns", str(SAMPLE)),
    }
    seconds = dict.fromkeys(commands, 99.0)
    for _ in range(15):
        for name, command in commands.items():
            seconds[name] = min(seconds[name], best(lambda command=command: in_terminal(*command), 1))
    bare = seconds["bare script"]
    for name, spent in seconds.items():
        print(f"{name:<24} {spent * 1000:6.0f} ms   {spent / bare:5.2f} x")


def turns() -> None:
    """Turns of a 20 MB label-colon text: rate and memory of reading it."""
    from pressparse.briefing import parse_briefing
    from pressparse.transcript.source import read_source

    file = Path(os.environ.get("TMPDIR", "/tmp")) / "pressparse-bench.txt"
    text = RECORDS[0].read_text("utf-8").rstrip() + "\n\n"
    size = file.write_bytes(text.encode() * (20_000_000 // len(text.encode())))
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    found: list[int] = []
    spent = best(lambda: found.append(len(parse_briefing(read_source(str(file))).turns)))
    memory = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) * 1024
    rate = f"{size / 1e6 / spent:.1f} MB/s"
    print(f"turns of {size / 1e6:.0f} MB   {rate}   {found[0]} turns   memory {memory / size:.1f} x the file")
    file.unlink()


def numbers() -> None:
    """Full claim rows: rate on one core, at three sizes."""
    from pressparse.briefing import Settings, parse_briefing
    from pressparse.report.views import claims_table
    from pressparse.transcript.source import Source

    print(f"claims modules: {build()}")
    for name, record in number_records():
        for size in (200_000, 1_000_000, 7_000_000):
            text = repeated(record, size)
            rows: list[int] = []

            def run(text: str = text, rows: list[int] = rows) -> None:
                briefing = parse_briefing(Source("bench", text), Settings(on=date(2025, 9, 16)))
                rows.append(len(claims_table([briefing])))

            spent = best(run, 3 if size < 5_000_000 else 1)
            rate = f"{len(text) / spent:,.0f} characters/s"
            print(f"numbers {name:<30} {len(text):>9,} characters {rows[0]:>7,} rows   {rate}")


def keywords() -> None:
    """Keywords of 20 MB against rjieba's own segmentation of it plus conversion, and against jieba.analyse."""
    import rjieba

    from pressparse.keywords.passage import Passage
    from pressparse.keywords.rank import rank_keywords
    from pressparse.text.script import convert_script, to_analysis

    simplified = shuffled(20_000_000)
    texts = {"simplified": simplified, "traditional": convert_script(simplified, "hant")}
    for script, text in texts.items():
        turns = range(0, len(text), 2000)

        def ours(workers: int = os.cpu_count() or 1, text: str = text, turns: range = turns) -> None:
            words = to_analysis(text)
            passages = (Passage("", words[at : at + 2000], text[at : at + 2000]) for at in turns)
            rank_keywords(passages, workers=workers)

        def alone(ours: Callable[[int], None] = ours) -> None:
            ours(1)

        def by_turn(text: str = text, turns: range = turns) -> None:
            words = to_analysis(text)
            for at in turns:
                rjieba.cut(words[at : at + 2000])

        def whole(text: str = text) -> None:
            rjieba.cut(to_analysis(text))

        # Turn about, so that a busy moment of the machine falls on all.
        rounds = [[best(run, 1) for run in (ours, alone, by_turn, whole)] for _ in range(4)]
        mine, single, cut, cut_whole = (min(times) for times in zip(*rounds, strict=True))
        size = f"{len(text.encode()) / 1e6:.0f} MB {script}"
        print(f"keywords of {size}: {mine:.2f} s on {os.cpu_count()} cores, {single:.2f} s on one")
        for name, theirs in (("of the whole", cut_whole), ("turn by turn", cut)):
            ratios = f"{mine / theirs:.2f} x, on one core {single / theirs:.2f} x"
            print(f"  against conversion + rjieba {name} ({theirs:.2f} s): {ratios}")
    import jieba.analyse

    jieba.analyse.extract_tags("预热")
    for script, text in texts.items():
        part = text[:200_000]
        spent = best(lambda part=part: jieba.analyse.extract_tags(part), 1)
        small = best(lambda part=part: rank_keywords([Passage("", to_analysis(part), part)]), 2)
        ratio = f"{spent / small:.1f} x the speed of jieba.analyse.extract_tags"
        print(f"keywords of {len(part):,} characters {script}: {ratio}")


def others() -> None:
    """Numbers side by side with other extractors, on the same text in the same run."""
    from pressparse.briefing import parse_briefing
    from pressparse.report.views import claims_table
    from pressparse.transcript.source import Source

    print(f"claims modules: {build()}")
    for name, text in number_records():
        long = repeated(text, 300_000)
        own = len(long) / best(lambda long=long: claims_table([parse_briefing(Source("bench", long))]))
        print(f"{name}: pressparse (all fields) {own:,.0f} characters/s")
        rivals = {"Recognizers-Text": recognizers(text), "JioNLP money": jionlp_money(text), "cn2an": cn2an(text)}
        for rival, rate in rivals.items():
            if rate:
                print(f"  {rival:<28} {rate:>10,.0f} characters/s   pressparse {own / rate:,.1f} x")
            else:
                print(f"  {rival:<28} is not installed (pip install 'pressparse[bench]')")


def recognizers(text: str) -> float:
    """Number, currency and dimension of Recognizers-Text: characters a second."""
    try:
        from recognizers_number import Culture, NumberRecognizer
        from recognizers_number_with_unit import NumberWithUnitRecognizer
    except ImportError:
        return 0.0
    units = NumberWithUnitRecognizer(Culture.Chinese)
    models = (
        NumberRecognizer(Culture.Chinese).get_number_model(),
        units.get_currency_model(),
        units.get_dimension_model(),
    )
    lines = [line for line in text.splitlines() if line]
    return len(text) / best(lambda: [model.parse(line) for line in lines for model in models], 1)


def jionlp_money(text: str) -> float:
    """JioNLP's money extractor: characters a second."""
    try:
        import jionlp
    except ImportError:
        return 0.0
    return len(text) / best(lambda: jionlp.ner.extract_money(text, with_parsing=True), 1)


def cn2an(text: str) -> float:
    """cn2an's transform of a whole text: characters a second."""
    try:
        import cn2an as package
    except ImportError:
        return 0.0
    return len(text) / best(lambda: package.transform(text), 1)


PARTS = {"startup": startup, "turns": turns, "numbers": numbers, "keywords": keywords, "others": others}

if __name__ == "__main__":
    gc.disable()  # as the program does
    for part in sys.argv[1:] or PARTS:
        print(f"-- {part}: {PARTS[part].__doc__.splitlines()[0]}")
        # Each part in a process of its own: memory and caches of one do not colour the next.
        if len(sys.argv) == 2:
            PARTS[part]()
        else:
            subprocess.run([sys.executable, __file__, part], check=False)
