"""`make bench`: each figure as a ratio to a floor measured in the same run, with its goal."""

import sys

from tests.bench import certificates, drops, mails, memory, names, pages, readers


def out(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main() -> int:
    """Print every figure; 1 where a goal was missed."""
    missed = 0
    out("verdict  ratio  goal          what")
    for part in (certificates, names, readers, pages, drops, mails, memory):
        for figure in part.figures():
            out(str(figure))
            missed += figure.missed
    out(f"{missed} goals were missed." if missed else "Every goal was met.")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
