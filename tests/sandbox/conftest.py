"""What tests of the sandbox share: a child whose code the test says."""

import textwrap

import pytest

from kogu.sandbox import parent


@pytest.fixture
def child(tmp_path):
    """Runs the code in a confined child, where `taken` is what `confine` took away."""

    def ask(code: str, before: str = "", **more):
        lines = ("from kogu.sandbox.confinement import confine", "taken = confine()")
        (tmp_path / "gone_wrong.py").write_text(
            "\n".join(["import json, os, sys", before, *lines, textwrap.dedent(code)])
        )
        return parent.ask("gone_wrong", {}, b"", root=tmp_path, **more)

    return ask
