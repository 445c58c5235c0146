# SPDX-License-Identifier: BSD-2-Clause
"""The judge is judged: good results, spoilt in many ways, must be complained of each time."""
import copy
import glob
import json
import os
import re

import run

# What a guest said: a pattern, and what it becomes. Each must be noticed in every case that it
# changes, and change one at least.
SPOILS = (
    (r"^@@ end\n", ""), (r"reboot: Power down", ""), (r"^@@ begin\n", "@@ begin\ncannot load it\n"),
    (r"\A", "[    0.100000] something is odd\n"),
    (r"^<6>(.*PSCIv1)", r"<4>\1"), (r"conduit method from \w+", "conduit method from thin air"),
    (r"started at EL1", "started at EL2"), (r"^quiet panic=-1 ", "quiet panic=-1 acpi=off "),
    (r"^(<6>.*) PSCIv1.*$", r"\1"),
    (r"^(<6>\[.*\] )Machine model: .*$", r"\1Machine model: linux,dummy-virt"),
    (r"^model aetherboot", "model linux"), (r"^[0-9a-f](\w+  /sys/firmware/fdt)", r"g\1"),
    (r"^[0-9a-f](\w+  /sys/firmware/acpi/tables/DSDT)", r"g\1"),
    (r"^[0-9a-f](\w+  /sys/firmware/acpi/tables/PPTT)", r"g\1"),
    (r"^\w+  /sys/firmware/acpi/tables/APIC\n", ""),
    (r"^(\w+  /sys/firmware/acpi/tables/)APIC\n", r"\1APIC\n\1SSDT\n"),
    (r"(ACPI: FACP 0x\w+ \w+ \(v06 )AETHER", r"\1BOCHS "),
    (r"(ACPI: GTDT 0x\w+ \w+ \(v03 )AETHER", r"\1OTHERS"),
    (r"ACPI: MCFG 0x0000", "ACPI: MCFG 0x0001"), (r"^<6>.*ACPI: SPCR 0x.*\n", ""),
    (r"^<6>.*SPCR: console.*\n", ""), (r"by libaetherboot", "by EDK II"),
    (r"^<6>.*SMBIOS 3.*present.*\n", ""), (r"sys_vendor:libaetherboot", "sys_vendor:Other"),
    (r"^@@ firmware\n", "@@ firmware\n/proc/device-tree/flash@0\n"),
    (r"^ttyAMA0 .*\n", ""), (r"^ttyAMA0( +)", r"ttyS0\1"),
    (r"^(vd\w .* 8192 )\w", r"\1x"), (r"^(vd\w .* 2048 )\w", r"\1x"), (r"^vda .*\n", ""),
    (r"^3 packets transmitted, [23] packets", "3 packets transmitted, 1 packets"),
    (r"52:54:00:ae:7e:12", "52:54:00:ae:7e:13"), (r"^eth0 .*\n", ""),
    (r"^( *\d+: ).*(virtio\d-req.\d)$", r"\g<1>0 \2"),
    (r"^( *\d+: ).*(virtio\d-input.\d)$", r"\1 \2"),
    (r"^( *\d+: .*) (virtio2)$", r"\1 other"), (r"^( *\d+: .*) virtio0-req.\d$", r"\1 virtio0"),
    (r"cpu/online:.*", "cpu/online:0-6"), (r"(cpu1/cache/index1/id):.*", r"\1:3"),
    (r"on physical CPU 0x0000000000", "on physical CPU 0x0000000001"),
    (r"processor 0x0000000100", "processor 0x0000000010"),
    (r"processor 0x0000000001 ", "processor 0x0000000002 "),
    (r"^<6>.*Booted secondary processor.*\n", ""),
    (r"(cpu1/topology/package_cpus_list):.*", r"\1:1"),
    (r"(cpu1/topology/core_cpus_list):.*", r"\1:"),
    (r"(cache/index0/size):\d", r"\1:9"), (r"(cache/index2/shared_cpu_list):.*", r"\1:0"),
    (r"(cache/index1/type):.*", r"\1:Data"), (r"(cache/index2/level):.*", r"\1:3"),
    (r"(cache/index0/coherency_line_size):.*", r"\1:128"),
    (r"(cache/index1/number_of_sets):.*", r"\1:3"),
    (r"(cache/index2/ways_of_associativity):.*", r"\1:1"),
    (r"^.*cpu1/cache/index2/.*\n", ""), (r"(node0/cpulist):.*", r"\1:"),
    (r"(node0/distance):.*", r"\1:10 20 30"), (r"(node1/distance):31 ", r"\1:20 "),
    (r"node( +)0: \[mem 0x0000000040000000-", r"node\g<1>1: [mem 0x0000000040000000-"),
    (r"^(.*node +\d: \[mem 0x\w+)-0x\w+", r"\1-0x40000fff"),
    (r"^(\w+-\w+) : System RAM", r"\1 : Unknown"),
    (r"^(40000000-\w+) : reserved", r"\1 : System RAM"),
    (r"^08000000-\w+ : GICD\n", ""), (r"^(080a0000-\w+) : GICR", r"\1 : GICX"),
    (r"redistributor 0 region 0:0x00000000080a", "redistributor 0 region 0:0x000000000808"),
    (r"(\] |>)ITS \[mem 0x0808", r"\1ITS [mem 0x0809"), (r"SPI\[80:143\]", "SPI[80:111]"),
    (r"^.*GICv2m: range.*\n", ""),
    (r"^(/sys/kernel/irq/\d+/hwirq):27$", r"\1:30"),
    (r"^(/sys/kernel/irq/\d+/hwirq):33$", r"\1:34"),
    (r"^(/sys/kernel/irq/\d+/hwirq):23$", r"\1:22"),
    (r"^(/sys/kernel/irq/\d+/hwirq):79$", r"\1:78"),
    (r"^(/sys/kernel/irq/\d+/hwirq):106$", r"\1:107"),
    (r"^(/sys/kernel/irq/\d+/actions):rtc-pl031$", r"\1:rtc-pl030"),
    (r"^(/sys/kernel/irq/\d+/type):level$", r"\1:edge"),
    (r"^(amba|platform) 9000000.serial.*\n", ""), (r"^amba 9010000.rtc.*\n", ""),
    (r"^amba 9030000.gpio.*\n", ""), (r"^platform a000200.virtio.*\n", ""),
    (r"^(0a000200-\w+ : )LNRO", r"\1XXXX"), (r"^(09000000-\w+ : )ARMH", r"\1XXXX"),
    (r"^platform 9050000.iommu.*\n", ""), (r"^0000:00:02.0 .*\n", ""),
    (r" \S*iommu_groups/0$", ""), (r"^(0000:00:0.\.0 .*) 1 *$", r"\1 0 "),
    (r"root bus resource \[bus 00-", "root bus resource [bus 01-"),
    (r"root bus resource \[mem 0x10000000-", "root bus resource [mem 0x11000000-"),
    (r"root bus resource \[mem 0x8000000000-", "root bus resource [mem 0x9000000000-"),
    (r"root bus resource \[io  0x0000-0xffff", "root bus resource [io  0x0000-0x7fff"),
    (r"(IO 0x00|I/O 0x00000000)3eff", r"\g<1>3eef"), (r"^(\w+-\w+) : PCI ECAM", r"\1 : other"),
    (r"enabled with armv8_pmuv3", "disabled"), (r"^got typed.*\n", ""),
    (r"^ 0001 0074 0001 0000$", " 0001 0073 0001 0000"),
    (r"^( *\d+: ).*(uart-pl011)$", r"\1 0 \2"), (r"KASLR disabled", "KASLR enabled"),
    (r"(0x0000000070000000 0x\w+ )direct-relaxable", r"\1direct"),
    (r"reseeded due to virtual machine fork", "seeded"), (r":93$", ":94"),
    (r" 0x000000000c000000 0x\w+ direct", ""),
)

# Fields of the description that a guest's view does not show where they stand alone.
UNSEEN = (
    (r"timer\.phys", "Linux at EL1 takes the virtual timer"),
    (r"devs\.\d+\.size", "0, the usual"), (r"devs\.\d+\.segment", "no root complex but one"),
    (r"devs\.\d+\.node", "of a machine with one node, or of no interest to Linux"),
    (r"gic\.(cpu|v2m|dist|v2m_spis?)", "of the other version, or not in the log (GICv2's)"),
    (r"ram\.0\.node|regions\..*", "see above; what is reserved has a spoil of its own"),
    (r"devs\.\d+\.(irq_flags|probe_only|smmu)|cmdline", "no numbers to add 1 to"),
    (r"topology\.(dies|threads|cores)|pmu", "0, the usual"),
    (r"gic\.redist\.0\.1", "told as a region"),
)


def numbers(value, path=()):
    """Paths to all numbers in a description."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from numbers(inner, (*path, key))
    elif isinstance(value, list):
        for key, inner in enumerate(value):
            yield from numbers(inner, (*path, key))
    elif isinstance(value, int) and not isinstance(value, bool):
        yield path


def altered(told, path):
    told = copy.deepcopy(told)
    at = told
    for key in path[:-1]:
        at = at[key]
    at[path[-1]] += 1
    return told


def of_use(judge, path):
    """Whether the guest shows this number at all."""
    told, tables = judge.told, judge.case.tables
    name = ".".join(str(key) for key in path)
    dev = told["devs"][path[1]] if path[0] == "devs" else {}
    if dev.get("type") in ("rtc-pl031", "gpio-pl061") and tables == "acpi":
        return False  # see DIFFER
    if path[0] == "caches" and path[2] == "cpus":
        cache = told["caches"][path[1]]
        return cache["cpus"] < told["n_cpus"] and (tables == "acpi" or cache["level"] > 1)
    if dev.get("type") == "virtio-mmio":
        return path[2] == "base" or (path[2] == "irq" and dev["base"] == run.MMIO_DISK)
    if dev.get("type") == "gpio-pl061" and path[2] == "irq":
        return False  # nobody asked for it
    if dev.get("type") in ("vmgenid", "acpi-ged") and path[2] == "base":
        return False  # the guest is told it by its command line, and finds it to be right
    if path[2:3] == ("intx",):
        return not judge.msi() and path[3] in run.SLOTS
    if dev.get("type") == "pcie-ecam":
        if path[2] == "irq" or (path[2] in ("pio", "mmio32", "mmio64") and not dev[path[2]][1]):
            return False  # none
    return not any(re.fullmatch(pattern, name) for pattern, _ in UNSEEN)


def unnoticed_words(opt, case, console, told, used):
    for pattern, to in SPOILS:
        spoilt = re.sub(pattern, to, console, flags=re.M)
        if spoilt == console or ("cache/index" in pattern and not told["caches"]) or \
                ("pmuv3" in pattern and not told["pmu"]):
            continue
        used.add(pattern)
        if not run.Judge(opt, case, spoilt, told).all():
            yield f"{case.name}: {pattern} -> {to}"


def unnoticed_numbers(opt, case, console, told):
    n = 0
    good = run.Judge(opt, case, console, told)
    for path in numbers(told):
        if of_use(good, path):
            n += 1
            if not run.Judge(opt, case, console, altered(told, path)).all():
                yield f"{case.name}: {'.'.join(str(key) for key in path)} + 1"
    if n < 20:
        yield f"{case.name}: only {n} numbers"


def unnoticed_bytes(opt, case, console, told):
    """A bit of the tree, and one of the tables."""
    folder = os.path.join(opt.out, case.name)
    for path in glob.glob(f"{glob.escape(folder)}/mem-*.bin"):
        if os.path.getsize(path) > 1 << 17:
            continue
        with open(path, "rb") as f:
            data = f.read()
        if data[:4] != b"\xd0\x0d\xfe\xed" and b"FACP" not in data:
            continue
        try:
            with open(path, "r+b") as f:
                at = data.find(b"FACP") + 40 if b"FACP" in data else 60
                f.seek(at)
                f.write(bytes([data[at] ^ 1]))
            if not run.Judge(opt, case, console, told).all():
                yield f"{case.name}: byte {at:#x} of {os.path.basename(path)}"
        finally:
            with open(path, "wb") as f:
                f.write(data)


def missed(opt, cases):
    """Which spoilt results pass unnoticed."""
    out, used, consoles = [], set(), []
    for case in cases:
        folder = os.path.join(opt.out, case.name)
        console = run.read(folder, "console").replace("\r", "")
        told = json.loads(run.read(folder, "machine.json"))
        consoles.append(console)
        if run.Judge(opt, case, console, told).all():
            out.append(f"{case.name}: the real ones are not good")
        out += unnoticed_words(opt, case, console, told, used)
        out += unnoticed_numbers(opt, case, console, told)
        out += unnoticed_bytes(opt, case, console, told)
    out += [f"{pattern}: spoils nothing" for pattern, _ in SPOILS if pattern not in used]
    by_machine = {}
    for case, console in zip(cases, consoles):
        by_machine.setdefault(case.machine, []).append((case, console))
    for pairs in by_machine.values():
        if len(pairs) == 2:
            (a, text), (b, other) = pairs
            for pattern in (r"cpu/online:0-", r"cache/index0/size:\d", r"secondary processor 0x0"):
                spoilt = re.sub(pattern, lambda m: m[0][:-1] + "7", text)
                if spoilt != text and not run.agree(opt, a, b, (spoilt, other)):
                    out.append(f"{a.name} and {b.name} agree in spite of {pattern}")
    for what in out:
        print("  not noticed:", what)
    return out
