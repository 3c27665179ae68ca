"""`python -m kogu.sandbox` says what this machine takes away from the child."""

import subprocess
import sys

# In a process of its own: a confined one writes to pipes, but not to the file that this one's
# output may be.
_CONFINE = "from kogu.sandbox.confinement import confine; print(*confine())"
_MEANINGS = {
    "files": "reading files and other processes",
    "network": "reaching others",
    "processes": "starting and signalling processes",
}


def main() -> None:
    command = [sys.executable, "-c", _CONFINE]
    taken = subprocess.check_output(command, text=True).split()  # noqa: S603 our own code
    for what, meaning in _MEANINGS.items():
        print(f"{what} ({meaning}): {'taken away' if what in taken else 'LEFT'}")  # noqa: T201 a command answers by printing


if __name__ == "__main__":
    main()
