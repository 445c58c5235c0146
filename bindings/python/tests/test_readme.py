# SPDX-License-Identifier: BSD-2-Clause
"""What the README shows is what there is; its blocks are run by tests/docs."""
import re
import runpy
import subprocess
import sys

from conftest import HERE, kernel


def test_the_example_is_what_the_readme_shows():
    lines = (HERE / "examples/place.py").read_text().splitlines()
    block = re.search(r"```python\n(.*?)```", (HERE / "README.md").read_text(), re.S)[1]
    *shown, entry = block.replace('"vmlinuz"', "sys.argv[1]").splitlines()
    assert set(shown) <= set(lines) and entry == "print(guest.entry(0))"


def test_the_example(tmp_path, capsys, monkeypatch):
    file = tmp_path / "vmlinuz"
    file.write_bytes(kernel("linux, bzImage"))
    monkeypatch.setattr(sys, "argv", ["place.py", str(file)])
    runpy.run_path(str(HERE / "examples/place.py"), run_name="__main__")
    out = capsys.readouterr().out
    assert out.startswith("protocol linux") and "0x1000: 48 bytes" in out


def test_import_takes_only_cffi_and_the_standard_library():
    program = ("import sys; before = set(sys.modules); import aetherboot; "
               "print(*sorted({m.split('.')[0] for m in set(sys.modules) - before}))")
    run = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    others = {m for m in run.stdout.split() if m not in sys.stdlib_module_names}
    assert others <= {"aetherboot", "_cffi_backend"}
    assert not {"enum", "typing", "re", "dataclasses", "argparse"} & set(run.stdout.split())
