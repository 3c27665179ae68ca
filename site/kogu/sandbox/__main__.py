"""`python -m kogu.sandbox` says what this machine takes away from the child."""

import sys

from kogu.sandbox.confinement import confine


def main() -> None:
    write = sys.stdout.write
    taken = confine()
    for what in ("files", "network", "processes"):
        write(f"{what}: {'taken away' if what in taken else 'LEFT'}\n")


if __name__ == "__main__":
    main()
