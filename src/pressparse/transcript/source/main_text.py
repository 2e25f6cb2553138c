"""Which blocks of a page are the record: where the sentences are, without the lists of links around them."""

from dataclasses import dataclass

from pressparse.pattern import on_demand
from pressparse.transcript.source.block import BLOCKS, Tree
from pressparse.transcript.source.container import words

# What sentences have and addresses, dates and lists of links have not.
_SENTENCE = on_demand(r"[，。！？；…]|[,.!?;](?=\s|\Z)")
_BLANKS = on_demand(r"\s+")
# A page that hides or names as furniture more than this share of its sentences means something else by the name.
_FURNITURE_SHARE = 0.3
# A block that holds this share of the sentences of its parent is where the text goes on.
_NEARLY_ALL = 0.95
_MOST = 0.6
# Sentences next to it count as more of the record from this share on, where they stand in a block of the same kind.
_SIBLING_SHARE = 0.05
# A list of so many links and hardly anything else is navigation.
_LINKS = 3
_PARAGRAPHS = frozenset(words("html")["paragraphs"])


@dataclass(slots=True)
class Measures:
    """For each block, characters in sentences, in links and in all, and the number of links, with all it contains."""

    prose: list[int]
    linked: list[int]
    chars: list[int]
    links: list[int]


def find_main(tree: Tree) -> list[bool]:
    """For each block of a page, whether its texts belong to the record."""
    left_out = _inherit(tree, [block.hidden for block in tree.blocks])
    all_of_it = _measure(tree, left_out)
    if all_of_it.prose[0]:
        most = all_of_it.prose[0] * _FURNITURE_SHARE
        named = [
            out or (block.furniture and all_of_it.prose[number] < most)
            for number, (block, out) in enumerate(zip(tree.blocks, left_out, strict=True))
        ]
        left_out = _inherit(tree, named)
    measures = _measure(tree, left_out)
    main = _descend(tree, measures)
    inside = [False] * len(tree.blocks)
    for number, block in enumerate(tree.blocks):
        inside[number] = number == main or (block.parent >= 0 and inside[block.parent])
    dropped = [not inside[number] or left_out[number] or _is_link_list(tree, measures, number, main)
               for number in range(len(tree.blocks))]  # fmt: skip
    _trim(tree, measures, main, dropped)
    return [not out or number == main for number, out in enumerate(_inherit_below(tree, dropped, main))]


def _inherit(tree: Tree, flags: list[bool]) -> list[bool]:
    """`flags`, true also for all that stands inside a flagged block."""
    for number, block in enumerate(tree.blocks):
        if block.parent >= 0 and flags[block.parent]:
            flags[number] = True
    return flags


def _inherit_below(tree: Tree, flags: list[bool], main: int) -> list[bool]:
    for number, block in enumerate(tree.blocks):
        if block.parent >= 0 and main not in (block.parent, number) and flags[block.parent]:
            flags[number] = True
    return flags


def _measure(tree: Tree, left_out: list[bool]) -> Measures:
    count = len(tree.blocks)
    measures = Measures([0] * count, [0] * count, [0] * count, [0] * count)
    for run in tree.runs:
        if not run.text or left_out[run.block]:
            continue
        length = len(_BLANKS.sub("", run.text))
        measures.chars[run.block] += length
        if run.link:
            measures.linked[run.block] += length
            measures.links[run.block] += 1
        elif _SENTENCE.search(run.text):
            measures.prose[run.block] += length
    for number in range(count - 1, 0, -1):
        parent = tree.blocks[number].parent
        for values in (measures.prose, measures.linked, measures.chars, measures.links):
            values[parent] += values[number]
    return measures


def _descend(tree: Tree, measures: Measures) -> int:
    """The innermost block with nearly all sentences; the whole page where there are none."""
    children: dict[int, list[int]] = {}
    for number, block in enumerate(tree.blocks):
        if measures.prose[number] and block.parent >= 0:
            children.setdefault(block.parent, []).append(number)
    main = 0
    while main in children:
        best = max(children[main], key=lambda number: measures.prose[number])
        block = tree.blocks[best]
        if block.tag in _PARAGRAPHS - {"td", "th", "blockquote"}:
            break
        share = measures.prose[best] / measures.prose[main]
        if share < _NEARLY_ALL and (share < _MOST or _goes_on_beside(tree, measures, children[main], best, main)):
            break
        main = best
    return main


def _goes_on_beside(tree: Tree, measures: Measures, children: list[int], best: int, main: int) -> bool:
    """Whether sentences beside the best child are of the same record: bare ones, paragraphs, blocks of its kind."""
    least = measures.prose[main] * _SIBLING_SHARE
    bare = measures.prose[main] - sum(measures.prose[number] for number in children)
    kind = (tree.blocks[best].tag, tree.blocks[best].group)
    alike = sum(
        measures.prose[number]
        for number in children
        if number != best
        and (tree.blocks[number].tag in _PARAGRAPHS or (tree.blocks[number].tag, tree.blocks[number].group) == kind)
    )
    return bare + alike >= least


def _is_link_list(tree: Tree, measures: Measures, number: int, main: int) -> bool:
    """Whether a block is a list of links, which no paragraph is."""
    block = tree.blocks[number]
    return (
        number != main
        and block.tag in BLOCKS
        and block.tag not in _PARAGRAPHS
        and measures.links[number] >= _LINKS
        and not measures.prose[number]
        and measures.linked[number] * 2 > measures.chars[number]
    )


def _trim(tree: Tree, measures: Measures, main: int, dropped: list[bool]) -> None:
    """Drop the blocks before the first and behind the last sentence of the record that are no paragraphs."""
    outer = [number for number, block in enumerate(tree.blocks) if block.parent == main and block.tag in BLOCKS]
    for numbers in (outer, outer[::-1]):
        for number in numbers:
            if measures.prose[number]:
                break
            if tree.blocks[number].tag not in _PARAGRAPHS:
                dropped[number] = True
