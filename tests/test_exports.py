"""The exports that stand in the project are what the code writes now."""

from pathlib import Path

import pytest

from remake_exports import ROOT, remake
from timeline.views import VIEWS


@pytest.fixture(scope="module")
def remade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("exports")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        remake(folder)
    return folder


@pytest.mark.parametrize("name", VIEWS)
def test_export_is_up_to_date(name: str, remade: Path) -> None:
    now = (remade / f"timeline.{name}").read_bytes()
    kept = (ROOT / "exports" / f"timeline.{name}").read_bytes()
    assert now == kept, "remake them with `python tests/remake_exports.py` and look at what has changed"
