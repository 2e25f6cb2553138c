"""One piece of work done in shares, by several processes where the machine has them."""

import os
import pickle
import threading
from collections.abc import Callable, Sequence
from typing import TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")


def work_in_shares(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], *, workers: int
) -> tuple[Result, ...]:
    """The results of `work` over consecutive shares of the items, in order: the same whatever the number of workers.

    All shares but the first are done by copies of this process, which see the items without any being sent, and send
    their result back. Where no copy can be made (no fork here, or other threads run) there is one share.
    """
    if workers < 2 or len(items) < 2 or not hasattr(os, "fork") or threading.active_count() > 1:
        return (work(items),)
    size = -(-len(items) // workers)
    own, *others = [items[start : start + size] for start in range(0, len(items), size)]
    copies = [_start(work, share) for share in others]
    results = [work(own)]
    for share, (process, pipe) in zip(others, copies, strict=True):
        with os.fdopen(pipe, "rb") as reader:
            sent = reader.read()
        _, status = os.waitpid(process, 0)
        # A copy that failed says nothing: done here, the share fails with its own message, or does not.
        results.append(work(share) if status else pickle.loads(sent))
    return tuple(results)


def _start(work: Callable[[Sequence[Item]], Result], share: Sequence[Item]) -> tuple[int, int]:
    """A copy of this process at work on the share: its id, and the pipe that its result comes through."""
    reader, writer = os.pipe()
    process = os.fork()
    if process:
        os.close(writer)
        return process, reader
    status = 1
    try:
        with os.fdopen(writer, "wb") as pipe:
            pickle.dump(work(share), pipe, protocol=pickle.HIGHEST_PROTOCOL)
        status = 0
    finally:
        os._exit(status)  # nothing of the parent's (buffers, exit handlers) is done twice
