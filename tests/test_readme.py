"""The README tells the truth; what its commands print is compared in test_exports."""

from __future__ import annotations

import doctest
import re

import pytest

from remake import ROOT
from timeline.views import VIEWS

README = (ROOT / "README.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```$", README, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("block", blocks("python"))
def test_python_example_is_true(block: str) -> None:
    test = doctest.DocTestParser().get_doctest(block, {}, "README", "README.md", 0)
    assert doctest.DocTestRunner().run(test).failed == 0


def test_set_up_is_one_line_for_each_shell() -> None:
    posix, powershell = (block.splitlines() for kind in ("sh", "powershell") for block in blocks(kind)[:1])
    assert [line.split("bin/")[-1] for line in posix] == ["timeline show seeds/", "pytest"]
    assert [line.split("Scripts\\")[-1] for line in powershell] == ["timeline show seeds/", "pytest"]


def test_continuous_integration_runs_the_test_command_of_the_readme() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    pattern = re.search(r"-E '(.*?)' README.md", script)
    assert pattern
    assert re.findall(pattern[1], README, re.MULTILINE) == blocks("sh")[0].splitlines()[1:]


def test_links_lead_somewhere() -> None:
    for link in re.findall(r"\]\((?!https?:|#)([^)#]+)", README):
        assert (ROOT / link).exists(), link


def test_every_export_is_named() -> None:
    for form in VIEWS:
        assert f"| `{form}` |" in README
