# SPDX-License-Identifier: BSD-2-Clause
"""QEMU's own tables are right: those that it hands to firmware, those that SeaBIOS, OVMF and AAVMF
make of them, and its device trees. No error is found, and only warnings that are listed here."""
from __future__ import annotations

import os
import pathlib
import shutil
import subprocess

import pytest
import qemu
import qemu_firmware
from aetherboot import check
from aetherboot.decode import read

WHOLE = "AB_WHOLE" in os.environ  # all of a matrix; else one of each
FIRMWARE = {"SeaBIOS": "/usr/share/seabios/bios-256k.bin", "OVMF": "/usr/share/ovmf/OVMF.fd",
            "AAVMF": "/usr/share/qemu-efi-aarch64/QEMU_EFI.fd"}
# warnings that are known, with the reason
KNOWN = {
    "fdt.unit-address": "QEMU names its PCIe bridge by the first address of its ranges, not of reg",
}


def found(paths: list[pathlib.Path]) -> set[str]:
    """Ids of what the check finds; an error is shown."""
    report = check.check([(path.name, read(str(path))) for path in paths])
    wrong = [f"{' / '.join(one.path)}: {one.finding.text} [{one.rule.id}]" for one in report.found
             if one.rule.severity == check.ERROR or one.rule.id not in KNOWN]
    assert not wrong, "\n".join(wrong[:20])
    return {one.rule.id for one in report.found}


def numa(count: int) -> list[str]:
    """Nodes of a CPU and 128 MiB each."""
    words = ["-smp", str(count), "-m", f"{128 * count}M"]
    for node in range(count):
        words += ["-object", f"memory-backend-ram,id=m{node},size=128M", "-numa",
                  f"node,nodeid={node},memdev=m{node},cpus={node}"]
    return words


X86 = {
    "pc": ["-M", "pc"], "q35": ["-M", "q35"], "microvm": ["-M", "microvm,acpi=on"],
    "q35-numa": ["-M", "q35", *numa(4)],
    "q35-iommu": ["-M", "q35,kernel-irqchip=split", "-device", "intel-iommu,intremap=on"],
    "q35-virtio-iommu": ["-M", "q35", "-device", "virtio-iommu-pci"],
}
ARM = ["-cpu", "cortex-a57"]
VIRT = {
    "gicv2": ["-M", "virt,gic-version=2", *ARM], "gicv3": ["-M", "virt,gic-version=3", *ARM],
    "smmu": ["-M", "virt,gic-version=3,iommu=smmuv3", *ARM],
    "numa": ["-M", "virt,gic-version=3", *ARM, *numa(4)],
}
CPUS = (1, 2, 3, 7, 8, 16, 33, 64)


def matrix(machines: dict[str, list[str]], cpus: tuple[int, ...]) -> list[tuple[str, list[str]]]:
    """Each machine with each number of CPUs; those with nodes have theirs."""
    rows = []
    for name, words in machines.items():
        for count in cpus:
            if "numa" in name:
                if count == cpus[0]:
                    rows.append((name, words))
            elif not (name == "gicv2" and count > 8):
                rows.append((f"{name}-{count}", [*words, "-smp", str(count)]))
    return rows


HANDED = [("x86_64", *row) for row in matrix(X86, CPUS if WHOLE else (3,))] + [
    ("aarch64", *row) for row in matrix(VIRT, CPUS if WHOLE else (3,))]


@pytest.mark.parametrize("system, name, words", HANDED, ids=[row[1] for row in HANDED])
def test_handed_to_firmware(system: str, name: str, words: list[str],
                            tmp_path: pathlib.Path) -> None:
    with qemu.Machine(system, *words) as machine:
        tables = qemu.tables(machine.file("etc/acpi/tables", 1 << 17))
    assert len(tables) > 3
    (tmp_path / "tables").mkdir()
    for number, data in enumerate(tables):
        # pointers are the firmware's to write: here they are offsets
        if data[:4] in (b"RSDT", b"XSDT", b"FACP"):
            continue
        (tmp_path / "tables" / f"{number}.dat").write_bytes(data)
    found([tmp_path / "tables"])


BOOTS = [
    ("SeaBIOS", "x86_64", name, words) for name, words in matrix(
        {name: X86[name] for name in (("pc", "q35", "q35-iommu") if WHOLE else ("pc",))},
        (1, 16, 64) if WHOLE else (2,))] + [
    ("OVMF", "x86_64", name, words) for name, words in matrix(
        {name: X86[name] for name in (("pc", "q35") if WHOLE else ("q35",))},
        (1, 8) if WHOLE else (2,))] + [
    ("AAVMF", "aarch64", name, words) for name, words in matrix(
        {name: VIRT[name] for name in (("gicv2", "gicv3", "smmu") if WHOLE else ("smmu",))},
        (1, 8) if WHOLE else (2,))]


@pytest.mark.parametrize("firmware, system, name, words", BOOTS,
                         ids=[f"{row[0]}-{row[2]}" for row in BOOTS])
def test_in_memory(firmware: str, system: str, name: str, words: list[str],
                   tmp_path: pathlib.Path) -> None:
    """Tables where the firmware has put them, with its pointers and checksums."""
    if not pathlib.Path(FIRMWARE[firmware]).exists():
        pytest.skip(f"{FIRMWARE[firmware]} is not there")
    with qemu_firmware.Booted(tmp_path, system, "-bios", FIRMWARE[firmware], *words) as machine:
        tables = machine.acpi()
        (tmp_path / "acpi.txt").write_bytes(qemu_firmware.acpidump(tables))
        (tmp_path / "smbios.bin").write_bytes(machine.smbios())
    assert len(tables) > 5
    found([tmp_path / "acpi.txt", tmp_path / "smbios.bin"])


TREES = matrix(VIRT, CPUS if WHOLE else (3,))


@pytest.mark.skipif(not shutil.which("qemu-system-aarch64"), reason="QEMU for arm64 is not there")
@pytest.mark.parametrize("name, words", TREES, ids=[row[0] for row in TREES])
def test_tree(name: str, words: list[str], tmp_path: pathlib.Path) -> None:
    machine, *more = words[1:]
    subprocess.run(["qemu-system-aarch64", "-M", f"{machine},dumpdtb=tree", *more, "-display",
                    "none"], cwd=tmp_path, check=True, timeout=60, capture_output=True)
    found([tmp_path / "tree"])
