# SPDX-License-Identifier: BSD-2-Clause
"""The man page and the completions that are kept: made of what the parsers say now, and judged by
mandoc, bash and zsh."""
from __future__ import annotations

import pathlib
import re
import subprocess
import sys

import pytest
from aetherboot import tool
from conftest import HERE

HELP = HERE / "help"
BASH = """
. "$0"
COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
compopt() { :; }
_shtab_aetherboot
printf '%s\\n' "${COMPREPLY[@]}"
"""


def completed(folder: pathlib.Path, *words: str) -> set[str]:
    """What bash offers behind these words."""
    run = subprocess.run(["bash", "--norc", "-c", BASH, HELP / "aetherboot.bash", "aetherboot", *words],
                         cwd=folder, capture_output=True, text=True, check=True, timeout=60)
    assert run.stderr == ""
    return set(run.stdout.split("\n")[:-1])


def test_what_is_kept_is_what_the_parsers_say(tmp_path: pathlib.Path) -> None:
    subprocess.run([sys.executable, HERE / "generator/help.py", tmp_path], check=True)
    names = {path.name for path in tmp_path.iterdir()}
    assert names == {path.name for path in HELP.iterdir()} == {"aetherboot.1", "aetherboot.bash",
                                                               "_aetherboot"}
    for name in names:
        stale = f"help/{name} is stale: cmake --build build/dev --target python-help-update"
        assert (tmp_path / name).read_text() == (HELP / name).read_text(), stale


def test_mandoc_has_no_remark() -> None:
    run = subprocess.run(["mandoc", "-T", "lint", HELP / "aetherboot.1"], capture_output=True, text=True)
    assert (run.returncode, run.stdout, run.stderr) == (0, "", "")


def test_the_page_has_all_commands_and_options() -> None:
    text = (HELP / "aetherboot.1").read_text().replace("\\-", "-")
    for name in tool.COMMANDS:
        said = subprocess.run([sys.executable, "-m", "aetherboot", name, "--help"], check=True,
                              capture_output=True, text=True).stdout
        section = text.split(f"'aetherboot {name}'\\/\\fR\nusage")[1].split("\n.SH COMMAND")[0]
        options = re.findall(r"^ +(?:-\w(?: \w+)?, )?(--[a-z-]+)", said, re.M)
        assert options and set(options) - {"--help"} <= set(re.findall(r"\\fB(--[a-z-]+)", section))
    for heading in "NAME", "SYNOPSIS", "DESCRIPTION", "COMMANDS", "EXIT STATUS", "SEE ALSO":
        assert f"\n.SH {heading}\n" in text


@pytest.mark.parametrize("words, offered", [
    (("",), set(tool.COMMANDS)), (("in",), {"inspect"}), (("build", "--fo"), {"--format", "--force"}),
    (("build", "--format", ""), {"folder", "raw", "qemu"}), (("plan", "--kernel", "v"), {"vmlinuz"}),
    (("inspect", "a"), {"a folder"}), (("extract", "-o", ""), {"a folder"}),
    (("plan", "--cmdline", ""), set())])
def test_bash_completes(tmp_path: pathlib.Path, words: tuple[str, ...], offered: set[str]) -> None:
    (tmp_path / "vmlinuz").touch()
    (tmp_path / "a folder").mkdir()
    assert completed(tmp_path, *words) - {""} == offered


def test_zsh_takes_the_specifications() -> None:
    """Each option of each command, in the arrays that _arguments gets."""
    script = '. "$0"; print -rl -- $_shtab_aetherboot_build_options $_shtab_aetherboot_plan_options'
    run = subprocess.run(["zsh", "-f", "-c", "_arguments() { :; }; " + script, HELP / "_aetherboot"],
                         capture_output=True, text=True, check=True)
    assert run.stderr == ""
    for option in "--kernel", "--initrd", "--cmdline", "--append", "--output", "--format", "--json":
        assert re.search(rf"^\*?{option}\[", run.stdout, re.M), option
