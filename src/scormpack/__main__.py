"""``python -m scormpack``, and what the command ``scormpack`` calls."""

from __future__ import annotations

import sys


def main() -> None:
    """Answer at once what needs nothing loaded, else load the command line; Ctrl-C ends either in a sentence.

    Raises:
        SystemExit: with the exit code.
    """
    try:
        from scormpack.front import answer  # noqa: PLC0415 (within the try: Ctrl-C may come at any moment)

        said = answer(sys.argv[1:])
        if said is None:
            from scormpack.cli import main as run  # noqa: PLC0415

            run(prog_name="scormpack")
            return
        print(said, flush=True)  # noqa: T201 (Click would take longer to load than all the rest)
    except KeyboardInterrupt:
        sys.stderr.write("\nInterrupted before anything was done.\n")
        sys.exit(130)
    except BrokenPipeError:
        sys.stderr.close()  # the reader has gone: nothing more to say
        sys.exit(0)


if __name__ == "__main__":
    main()
