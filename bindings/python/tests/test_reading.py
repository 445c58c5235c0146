# SPDX-License-Identifier: BSD-2-Clause
"""Files that are read as a whole, and the scripts among the examples."""
from __future__ import annotations

import os
import pathlib
import random

import pytest
from aetherboot import _reading as reading
from aetherboot._reading import LARGE, read_file
from conftest import HERE


@pytest.mark.parametrize("size", [0, 1, LARGE - 1, LARGE, LARGE + 1, 3 * LARGE + 5])
def test_each_byte(size: int, tmp_path: pathlib.Path) -> None:
    data = random.Random(size).randbytes(size)
    (tmp_path / "file").write_bytes(data)
    got = read_file(str(tmp_path / "file"), size)
    assert got == data and memoryview(got).readonly
    if size:
        with pytest.raises(ValueError, match=f"must have at most {size - 1} bytes, all"):
            read_file(str(tmp_path / "file"), size - 1, ", all")


def test_a_file_that_does_not_say_how_long_it_is() -> None:
    assert os.stat("/proc/self/maps").st_size == 0
    assert b"python" in bytes(read_file("/proc/self/maps", 1 << 20))
    with pytest.raises(ValueError, match="must have at most 10 bytes"):
        read_file("/proc/self/maps", 10)


def test_a_file_that_others_change(tmp_path: pathlib.Path) -> None:
    """One that is cut has what is left, one that grows what was there. Neither ends the process, as
    a mapped one would."""
    path = tmp_path / "file"
    path.write_bytes(b"a" * (2 * LARGE))
    with open(path, "rb") as file:
        os.truncate(path, LARGE + 1)
        cut = reading._large(file.fileno(), 2 * LARGE)
    assert len(cut) == LARGE + 1
    with open(path, "rb") as file:
        os.truncate(path, 3 * LARGE)
        assert len(reading._large(file.fileno(), LARGE + 1)) == LARGE + 1
    os.truncate(path, 0)
    assert cut == b"a" * (LARGE + 1)


def test_a_kernel_without_huge_pages(tmp_path: pathlib.Path,
                                     monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("mmap.MADV_HUGEPAGE", 0x7fff)  # no advice
    (tmp_path / "file").write_bytes(b"b" * LARGE)
    assert read_file(str(tmp_path / "file"), LARGE) == b"b" * LARGE


@pytest.mark.parametrize("path", sorted((HERE / "examples").glob("*.sh")), ids=lambda path: path.stem)
def test_scripts_have_five_commands_at_most(path: pathlib.Path) -> None:
    """Lines that end within quotes, or in a backslash, go on."""
    commands, rest = 0, ""
    for line in path.read_text().splitlines():
        if line.startswith("#"):
            continue
        rest = rest.removesuffix("\\") + line if rest else line
        if rest.endswith("\\") or rest.count("'") % 2:
            continue
        commands += rest != ""
        assert ";" not in rest.split("'")[0] and "&&" not in rest, rest
        rest = ""
    assert 3 <= commands <= 5
