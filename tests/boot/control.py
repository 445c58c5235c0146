# SPDX-License-Identifier: BSD-2-Clause
"""The judge is judged: good results, spoilt in many ways, must be complained of each time."""
import os
import re

from cases import folder, read
from judge import TABLE, judge_of

# ways to spoil what a guest said: a pattern and what it becomes; key by key of the facts
SPOILS = (
    (r"^AB end.*", ""), (r"^AB cpus (\d+)", r"AB cpus 1\1"), (r"^AB uname \S+", "AB uname 6.1.0"),
    (r"^AB cmdline \S+ ", "AB cmdline "), (r"^AB clock .*", "AB clock tsc"),
    (r"^AB extra.*", "AB extra lost"), (r"^AB memtotal \d+", "AB memtotal 100000"),
    (r"^AB memtotal ", "AB memtotal 9"), (r"^AB hwrng .*", "AB hwrng tpm"),
    (r"^AB random .*\n", ""), (r"^(AB random )..", r"\1"),
    (r"^AB virtio-irqs .*", "AB virtio-irqs 5 5"), (r"^AB tty-irqs .*", "AB tty-irqs 7 7"),
    (r"^AB echo .", "AB echo "), (r"^AB crng.*", "AB crng 3.1"),
    (r"^AB rtc.*", "AB rtc 946684800"), (r"^AB ready", "AB bad something\nAB ready"),
    (r"^AB ready", "[ 1.0] oh dear\nAB ready"), (r"^AB dump-begin\n....", "AB dump-begin\n"),
)
SPOILS_X86 = SPOILS + (
    (r"^AB apicids .*", "AB apicids 0 0"),
    (r"^(AB memmap 0x100000) \S+", r"\1 0x7ffffff"), (r"^AB memmap .*Reserved\n", ""),
    (r"^(AB memmap) 0x0 ", r"\1 0x1000 "), (r"^(AB memmap .*)ACPI Tables", r"\1System RAM"),
    (r"^(AB memmap) 0x100000 ", r"\1 0x90000 "),
    (r"^AB iomem 00100000-\S+", "AB iomem 00100000-01ffffff"),
    (r"^AB iomem( +)01000000-", r"AB iomem\g<1>03000000-"), (r"^AB pci .*", "AB pci"),
    (r"^AB bridge 0x06", "AB bridge 0x02"), (r"^AB setup-data.*\n", ""),
    (r"PCI MMCONFIG", "something"), (r"^AB dmi \w+", "AB dmi QEMU"),
    (r"^(AB dmi .*) Machine", r"\1 PC"),
)
SPOILS_ARM64 = SPOILS + (
    (r"^AB mpidrs .*", "AB mpidrs 0x0 0x100"), (r"^AB gic .*", "AB gic GICv4"),
    (r"^AB iomem 80000000-", "AB iomem 80200000-"), (r"^AB iomem 80000000-8", "AB iomem 80000000-9"),
    (r"^(AB iomem 80000000-\S+) : System RAM", r"\1 : reserved\nAB iomem 90000000-9fffffff : System RAM"),
    (r"^AB iomem( +)80", r"AB iomem\g<1>83"),
    (r"^AB log psci: probing .*", "AB log psci: probing for conduit method"),
    (r"^AB log psci: PSCIv1.*\n", ""), (r"^AB log CPU: All .*EL1", "AB log CPU: All EL2"),
    (r"^AB log printk: console .ttyAMA0.*\n", ""), (r"^AB log hw perfevents.*\n", ""),
    (r"^AB log KASLR enabled", "AB log KASLR disabled due to lack of seed"),
)
SPOILS_TREE = SPOILS_ARM64 + ((r"^AB log ITS.*\n", ""), (r"^AB log Machine model.*\n", ""))
SPOILS_ACPI = SPOILS_ARM64 + (
    (r"^AB log ACPI: RSDP 0x\w{8}", "AB log ACPI: RSDP 0x12345678"),
    (r"^AB log ACPI: SPCR: .*\n", ""), (r"^AB log efi: EFI .*\n", ""),
    (r"^AB log SMBIOS .*\n", ""), (r"^AB log DMI: .*\n", ""), (r"^AB log ITS.*\n", ""),
)


def control(opt, case):
    """Which spoilt results pass unnoticed."""
    def complaints(console):
        j = judge_of(opt, case, console)
        j.all()
        return j.bad

    console = read(folder(opt, case), "console").replace("\r", "")
    missed = []
    if complaints(console):
        missed.append("the real ones are not good")
    spoils = SPOILS_X86
    if case.arm64:
        spoils = SPOILS_ACPI if case.acpi else SPOILS_TREE
    for pattern, to in spoils:
        spoilt = re.sub(pattern, to, console, flags=re.M)
        if spoilt == console or not complaints(spoilt):
            missed.append(f"{pattern} -> {to}")
    for name in os.listdir(os.path.join(folder(opt, case), "dump")):
        path = os.path.join(folder(opt, case), "dump", name)
        with open(path, "rb") as f:
            right = f.read()
        at = 9  # a table's checksum
        if name.startswith("device-tree-") and not case.acpi:
            at = right.index(b"arm,pl011")
        elif name.startswith("SMBIOS-"):
            at = right.index(b"libaetherboot")
        elif not TABLE.fullmatch(name.partition(".")[0]) or name[:4] in ("RSDP", "XSDT"):
            continue
        with open(path, "wb") as f:
            f.write(right[:at] + bytes([right[at] ^ 1]) + right[at + 1:])
        if not complaints(console):
            missed.append(f"{name} with another byte")
        with open(path, "wb") as f:
            f.write(right)
    for what in missed:
        print("  not noticed:", what)
    return missed
