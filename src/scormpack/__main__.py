"""``python -m scormpack``, and what the command ``scormpack`` calls."""

from __future__ import annotations

import gc
import os
import sys

_OBJECTS_BETWEEN = 200_000
"""A course is a million values that stay: to look for rings among them every 700 is a fourth of the time of loading.

At this number none is looked for in a build after one edit: it takes a twentieth of its time.
"""


def main() -> None:
    """Answer at once what needs nothing loaded, else load the command line; Ctrl-C ends either in a sentence.

    Raises:
        SystemExit: with the exit code.
    """
    try:
        from scormpack.front import answer  # noqa: PLC0415 (within the try: Ctrl-C may come at any moment)

        said = answer(sys.argv[1:])
        if said is None:
            gc.set_threshold(_OBJECTS_BETWEEN, 20, 100)
            from scormpack.cli import main as run  # noqa: PLC0415

            try:
                run(prog_name="scormpack")
            except SystemExit as end:
                _leave(end.code)
                raise
            return
        print(said, flush=True)  # noqa: T201 (Click would take longer to load than all the rest)
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted before anything was done.\n")
        sys.exit(130)
    except BrokenPipeError:
        from scormpack.front import leave_closed_pipe  # noqa: PLC0415 (loaded by then)

        sys.exit(leave_closed_pipe())


def _leave(code: object) -> None:
    """End at once: to take apart all that a build has made costs a twentieth of its time.

    Not while a thread is still at work, or a profiler, a debugger or a measure of coverage has something to write.
    """
    import threading  # noqa: PLC0415 (loaded by then, and by nothing that answers at once)

    if isinstance(code, int) and threading.active_count() == 1 and sys.gettrace() is None and sys.getprofile() is None:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(code)


if __name__ == "__main__":
    main()
