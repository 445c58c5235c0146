# SPDX-License-Identifier: BSD-2-Clause
"""What the README says can be run, runs."""
import re
import runpy
import subprocess
import sys

from aetherboot import Fdt
from check_acpi import raw, table
from conftest import HERE, kernel


def test_blocks_of_the_readme(tmp_path, monkeypatch):
    (tmp_path / "vmlinuz").write_bytes(kernel("linux, bzImage"))
    text = (HERE / "README.md").read_text()
    guest, = re.findall(r"```toml\n(.*?)```", text, re.S)
    (tmp_path / "guest.toml").write_text(guest)
    (tmp_path / "guest.dtb").write_bytes(Fdt.build(lambda fdt: fdt.flag("a")))
    (tmp_path / "tables").mkdir()
    (tmp_path / "tables/MCFG").write_bytes(raw(table(b"MCFG", bytes(8)), 9, b"\0"))
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"```python\n(.*?)```", text, re.S)
    assert len(blocks) == 5
    names = {}
    for block in blocks:
        exec(block.replace("/boot/vmlinuz", str(tmp_path / "vmlinuz")), names)
    assert names["code"][:2] == b"\x5b\x82" and names["guest"].regions
    assert names["machine"].n_cpus == 2 and names["payload"].cmdline == "console=ttyS0 quiet"
    assert names["report"].kinds == ["ACPI tables", "device tree"]
    assert names["picture"].startswith("<svg ") and "command line" in names["picture"]


def test_the_example_is_what_the_readme_shows():
    lines = (HERE / "examples/place.py").read_text().splitlines()
    block = re.search(r"```python\n(.*?)```", (HERE / "README.md").read_text(), re.S)[1]
    *shown, entry = block.replace('"/boot/vmlinuz"', "sys.argv[1]").splitlines()
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
