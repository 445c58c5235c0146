# SPDX-License-Identifier: BSD-2-Clause
"""What Linux believes of its machine, and what it should believe by the machine's description.

Both are dictionaries of the same shape, so that they, and the views of two guests, compare key by
key. The description is machine.json, the fields as they were given to the library: what 0 stands
for is told here a second time, from the documentation and not by the library.
"""
import re

MMIO_TYPE = {1: "edge", 3: "level"}  # enum ab_irq_flags
RESERVED = 2  # enum ab_mem_type


class Guest:
    """The console of a guest, cut into its sections."""

    def __init__(self, console):
        self.console = console.replace("\r", "")
        self.sections, name = {"before": []}, "before"
        for line in self.console.split("\n"):
            if line.startswith("@@ "):
                name = line[3:]
                self.sections[name] = []
            else:
                self.sections[name].append(line)
        self.log = []  # (level, text)
        for line in self.lines("dmesg"):
            if m := re.match(r"<(\d+)>\[ *\d+\.\d+\] ?(.*)", line):
                self.log.append((int(m[1]) & 7, m[2]))
        self.dmesg = "\n".join(text for _, text in self.log) + "\n"

    def lines(self, section):
        return [line for line in self.sections.get(section, []) if line]

    def files(self, section):
        """path:content lines as a dictionary; the first line of each."""
        found = {}
        for line in self.lines(section):
            path, _, content = line.partition(":")
            if not re.fullmatch("/[!-~]*", path):
                continue
            # of /sys/bus/.../LNRO0005:00/... none is printed this way
            found.setdefault(path, content)
        return found

    def find(self, pattern):
        """All matches in the kernel's log, a group's or tuples of groups."""
        return re.findall(pattern, self.dmesg, re.M)

    def stamps(self, pattern):
        """When, in seconds, lines were logged that match."""
        return [float(t) for t in re.findall(r"^<\d+>\[ *([\d.]+)\] .*" + pattern, self.console,
                                             re.M)]

    def counts(self, section):
        """Interrupts by the last word of their line, all CPUs together."""
        cpus, table = 0, {}
        for line in self.lines(section):
            words = line.split()
            if words[0] == "CPU0":
                cpus = len(words)
            elif cpus and re.fullmatch(r"\d+:", words[0]):
                table[words[-1]] = sum(int(n) for n in words[1:1 + cpus])
        return table


def cpu_list(text):
    """ "0,2-3" as a list. """
    out = []
    for part in text.split(","):
        if part:
            first, _, last = part.partition("-")
            out += range(int(first), int(last or first) + 1)
    return out


def merged(ranges):
    """[first, end) ranges, sorted, neighbours joined."""
    out = []
    for first, end in sorted(ranges):
        if out and out[-1][1] >= first:
            out[-1] = (out[-1][0], max(out[-1][1], end))
        else:
            out.append((first, end))
    return out


# ---- what Linux believes ---------------------------------------------------------------------


def iomem(guest):
    """(depth, first, end, name) of /proc/iomem."""
    out = []
    for line in guest.lines("iomem"):
        if m := re.match("( *)([0-9a-f]+)-([0-9a-f]+) : (.*)", line):
            out.append((len(m[1]) // 2, int(m[2], 16), int(m[3], 16) + 1, m[4]))
    return out


def caches_seen(files, cpu):
    out = []
    for i in range(8):
        at = f"/sys/devices/system/cpu/cpu{cpu}/cache/index{i}/"
        if at + "level" not in files:
            break
        size = files.get(at + "size", "")
        if not size:
            continue  # Linux counts what the CPUs have; no table told it of this one
        out.append((int(files[at + "level"]), files[at + "type"],
                    int(size[:-1]) * 1024 if size.endswith("K") else 0,
                    int(files.get(at + "coherency_line_size", 0)),
                    int(files.get(at + "ways_of_associativity", 0)),
                    int(files.get(at + "number_of_sets", 0)),
                    cpu_list(files.get(at + "shared_cpu_list", ""))))
    return out


def cache_ids_seen(files, n):
    """Of each CPU's caches that have one."""
    at = "/sys/devices/system/cpu/cpu%d/cache/index%d/id"
    return [[int(files[at % (cpu, i)]) for i in range(8) if at % (cpu, i) in files]
            for cpu in range(n)]


def devices_seen(guest):
    """First addresses of devices by kind, in either mode's names."""
    kinds = {"serial": "uart", "rtc": "rtc", "gpio": "gpio", "virtio": "virtio", "iommu": "smmu",
             "ARMH0011": "uart", "ARMHB000": "uart", "LNRO0005": "virtio", "arm-smmu-v3": "smmu"}
    out = {}
    for line in guest.lines("devices"):  # device tree: the address is the name
        if m := re.match(r"(?:platform|amba) ([0-9a-f]+)\.(\w+)\b", line):
            if m[2] in kinds:
                out.setdefault(kinds[m[2]], set()).add(int(m[1], 16))
    for depth, first, _, name in iomem(guest):  # ACPI: the resource has the name
        if depth == 0 and (m := re.match(r"([\w-]+)[:.]", name)) and m[1] in kinds:
            out.setdefault(kinds[m[1]], set()).add(first)
    return {kind: sorted(addresses) for kind, addresses in out.items()}


def is_gics(files, at):
    """Whether an interrupt is one of the GIC's own; a GICv2 gives its chip no name there."""
    return files.get(at + "chip_name", "GIC").startswith("GIC")


def interrupts_seen(guest, files):
    """Trigger and INTID by what asked for it; virtio-mmio by address."""
    out = {}
    mmio = {}
    for line in guest.lines("disks") + guest.lines("net"):
        if m := re.search(r"/(?:([0-9a-f]+)\.virtio|LNRO0005:([0-9a-f]+))/(virtio\d+) ", line):
            base = m[1]
            if base is None:
                base = [f"{first:x}" for _, first, _, name in iomem(guest)
                        if name == "LNRO0005:" + m[2]][0]
            mmio[m[3]] = "virtio-mmio@" + base
    for path, action in files.items():
        if path.endswith("/actions") and action not in ("IPI", "(null)", ""):
            at = path[:-len("actions")]
            for name in action.split(","):
                # the power button's is a line of the PL061, whose own has no action
                if is_gics(files, at) and name != "Power Button":
                    intid = int(files[at + "hwirq"])
                    if name == "ACPI:Ged":  # one for each event device
                        name += f"@{intid}"
                    out[mmio.get(name, name)] = (intid, files[at + "type"])
    return out


def pci_seen(guest, files):
    out = {"functions": [], "intx": {}, "node": set(), "iommu": [], "mapped": []}
    for line in guest.lines("pci"):
        name, vendor, device, irq, node, *group = line.split()
        out["functions"].append(name)
        out["node"].add(int(node))
        at = f"/sys/kernel/irq/{irq}/"
        asked = files.get(at + "actions", "(null)") not in ("(null)", "")
        if asked and is_gics(files, at):
            out["intx"][name] = int(files[at + "hwirq"])
        if group:
            out["iommu"].append(name)
    for line in guest.lines("iommu"):  # function, then first, last, kind of what stays mapped
        if m := re.match(r"(0000:\S+) (.*)", line):
            words = m[2].split()
            for first, last, kind in zip(words[::3], words[1::3], words[2::3]):
                if kind.startswith("direct"):
                    out["mapped"].append((m[1], int(first, 16), int(last, 16) + 1, kind))
    out["mapped"].sort()
    out["node"] = sorted(out["node"])
    out["bus"] = [(int(a, 16), int(b, 16)) for a, b in
                  guest.find(r"root bus resource \[bus (\w+)-(\w+)\]")]
    out["mem"] = sorted((int(a, 16), int(b, 16) + 1) for a, b in
                        guest.find(r"root bus resource \[mem 0x(\w+)-0x(\w+)"))
    out["io"] = [(int(a, 16), int(b, 16) + 1) for a, b in
                 guest.find(r"root bus resource \[io +0x(\w+)-0x(\w+)")]
    # where ports are in memory: the tree's ranges, or the remapped window of ACPI
    out["io-at"] = [int(a, 16) for a in
                    guest.find(r" IO 0x(\w+)\.\.0x\w+ ->") +
                    guest.find(r"ACPI: Remapped I/O 0x(\w+) to")]
    out["ecam"] = [(first, end) for _, first, end, name in iomem(guest) if name == "PCI ECAM"]
    return out


def gic_seen(guest):
    out = {}
    if guest.find("GICv3: .*SPIs implemented"):
        out["version"] = 3
        out["dist"] = [first for _, first, _, name in iomem(guest) if name == "GICD"]
        out["regions"] = [(a, b) for _, a, b, name in iomem(guest) if name == "GICR"]
        out["redist"] = {int(cpu): int(at, 16) for cpu, at in
                         guest.find(r"GICv3: CPU(\d+): found redistributor \w+ region \d+:0x(\w+)")}
        out["its"] = [int(a, 16) for a in guest.find(r"^ITS \[mem 0x(\w+)-")]
    else:
        out["version"] = 2
        out["v2m"] = [(int(a, 16), int(b, 10), int(c, 10)) for a, b, c in
                      guest.find(r"GICv2m: range\[mem 0x(\w+)-0x\w+\], SPI\[(\d+):(\d+)\]")]
    return out


def seen(guest):
    """Everything that Linux believes."""
    files = guest.files("irqs")
    cpu = guest.files("cpu")
    node = guest.files("node")
    n = len(cpu_list(cpu.get("/sys/devices/system/cpu/online", "")))
    topology = "/sys/devices/system/cpu/cpu%d/topology/"
    boot = [int(a, 16) for a in guest.find(r"Booting Linux on physical CPU 0x(\w+)")]
    others = {int(i): int(a, 16) for i, a in
              guest.find(r"CPU(\d+): Booted secondary processor 0x(\w+)")}
    mem = iomem(guest)
    nodes = sorted(int(m[1]) for p in node if (m := re.search(r"node(\d+)/cpulist", p)))
    where = "/sys/devices/system/node/node"
    return {
        "cpus": n,
        "mpidr": boot + [others.get(i, -1) for i in range(1, n)],
        "cores": [cpu_list(cpu.get(topology % i + "core_cpus_list", "")) for i in range(n)],
        "packages": [cpu_list(cpu.get(topology % i + "package_cpus_list", "")) for i in range(n)],
        "caches": [caches_seen(cpu, i) for i in range(n)],
        "cache-ids": cache_ids_seen(cpu, n),
        "nodes": [cpu_list(node[f"{where}{i}/cpulist"]) for i in nodes],
        "distances": [[int(d) for d in node[f"{where}{i}/distance"].split()] for i in nodes],
        "node-memory": [merged((int(a, 16), int(b, 16) + 1) for which, a, b in guest.find(
            r"^  node +(\d+): \[mem 0x(\w+)-0x(\w+)\]") if int(which) == i) for i in nodes],
        "memory": merged((a, b) for depth, a, b, name in mem
                         if depth == 0 and name in ("System RAM", "reserved")),
        "reserved": merged((a, b) for depth, a, b, name in mem
                           if depth == 0 and name == "reserved"),
        "gic": gic_seen(guest),
        "interrupts": interrupts_seen(guest, files),
        "devices": devices_seen(guest),
        "pci": pci_seen(guest, files),
        "pmu": bool(guest.find("enabled with armv8_pmuv3")),
    }


# ---- what the description says ---------------------------------------------------------------


def groups(n, size):
    """CPUs 0 to n - 1 in runs of size: for each CPU, those of its run."""
    return [list(range(i // size * size, min(n, i // size * size + size))) for i in range(n)]


def caches_told(d, n):
    out = []
    for i in range(n):
        mine = []
        for c in d["caches"]:
            mine.append((c["level"], c["type"], c["size"], c["line"], c["ways"],
                         c["size"] // c["line"] // c["ways"], groups(n, c["cpus"] or 1)[i]))
        out.append(mine)
    return out


def cache_ids_told(d, n):
    """From ACPI 6.5 on, caches are counted from 1, those of a line of the description together."""
    ids, first = [[] for _ in range(n)], 1
    for c in d["caches"] if d["edition"] == "6.5" else []:
        for i in range(n):
            ids[i].append(first + i // (c["cpus"] or 1))
        first += -(-n // (c["cpus"] or 1))
    return ids


def nodes_told(d, n):
    """CPUs, distances and memory of each node."""
    count = 1 + max([r["node"] for r in d["ram"]] + [c["node"] for c in d["cpus"]] +
                    [x for a, b, _ in d["distances"] for x in (a, b)])
    cpus = [c["node"] for c in d["cpus"]] or [i * count // n for i in range(n)]
    table = [[10 if a == b else 20 for b in range(count)] for a in range(count)]
    for a, b, value in d["distances"]:
        table[a][b] = value
    return ([[i for i in range(n) if cpus[i] == node] for node in range(count)], table,
            [merged((r["base"], r["base"] + r["size"]) for r in d["ram"] if r["node"] == node)
             for node in range(count)])


def gic_told(d, n):
    g = d["gic"]
    if g["version"] == 2:
        last = g["v2m_spi"] + g["v2m_spis"] - 1
        return {"version": 2, "v2m": [(g["v2m"], g["v2m_spi"], last)] if g["v2m"] else []}
    frames = [base + k * 0x20000 for base, size in g["redist"] for k in range(size // 0x20000)]
    return {"version": g["version"] or 3, "dist": [g["dist"]],
            "redist": dict(enumerate(frames[:n])),
            "regions": [(base, base + size) for base, size in g["redist"]],
            "its": g["its"]}


def pci_told(d, disk_and_net, many):
    bridges = [x for x in d["devs"] if x["type"] == "pcie-ecam"]
    if not bridges:
        return {"intx": {}, **{key: [] for key in ("functions", "bus", "ecam", "mem", "io", "io-at",
                                                   "node", "mapped", "iommu")}}
    (p,) = bridges
    out = {"functions": [f"0000:00:{slot:02x}.0" for slot in [0] + disk_and_net],
           "bus": [(p["bus"], p["bus"] + p["size"] // (1 << 20) - 1)],
           "ecam": [(p["base"], p["base"] + p["size"])],
           "mem": sorted((b, b + s) for b, s in (p["mmio32"], p["mmio64"]) if s),
           "io": [(0, p["pio"][1])] if p["pio"][1] else [],
           "io-at": [p["pio"][0]] if p["pio"][1] else [],
           # the functions have INTA; a slot's pins are swizzled over the four
           "intx": {f"0000:00:{slot:02x}.0": p["intx"][slot % 4] for slot in disk_and_net},
           "node": [p["node"] if many else -1],
           "mapped": sorted((f"0000:{r['rid'] >> 8:02x}:{r['rid'] >> 3 & 31:02x}.{r['rid'] & 7}",
                             r["base"], r["base"] + r["size"],
                             "direct-relaxable" if r["remap"] else "direct") for r in d["rmrs"]),
           "iommu": [f"0000:00:{slot:02x}.0" for slot in disk_and_net] if p["smmu"] else []}
    return out


def interrupts_told(d, used_mmio, intx):
    """Who asks for an interrupt, and which: used_mmio, addresses; intx, functions by driver."""
    out = {"arch_timer": (d["timer"]["virt"] or 27, "level")}
    if d["pmu"]:
        out["arm-pmu"] = (d["pmu"], "level")
    for x in d["devs"]:
        if x["type"] in ("uart-pl011", "uart-sbsa"):
            out["uart-pl011"] = (x["irq"], "level")
        elif x["type"] == "rtc-pl031":
            out["rtc-pl031"] = (x["irq"], "level")
        elif x["type"] in ("vmgenid", "acpi-ged"):
            out[f"ACPI:Ged@{x['irq']}"] = (x["irq"], "edge")
        elif x["type"] == "smmu-v3":
            out["arm-smmu-v3-evtq"] = (x["irq"], "edge")
            out["arm-smmu-v3-gerror"] = (x["irq"] + 2, "edge")
        elif x["type"] == "virtio-mmio" and x["base"] in used_mmio:
            out[f"virtio-mmio@{x['base']:x}"] = (x["irq"], MMIO_TYPE[x["irq_flags"] or 3])
    out.update({name: (irq, "level") for name, irq in intx.items()})
    return out


KINDS = {"uart-pl011": "uart", "uart-sbsa": "uart", "rtc-pl031": "rtc", "gpio-pl061": "gpio",
         "virtio-mmio": "virtio", "smmu-v3": "smmu"}


def told(d, disk_and_net, used_mmio, msi):
    """The same by the description d."""
    n = d["n_cpus"]
    threads, dies = d["topology"]["threads"] or 1, d["topology"]["dies"] or 1
    cores = d["topology"]["cores"] or -(-n // threads)
    cpus, distances, memory = nodes_told(d, n)
    devices = {}
    for x in d["devs"]:
        if x["type"] in KINDS:
            devices.setdefault(KINDS[x["type"]], []).append(x["base"])
    pci = pci_told(d, disk_and_net, len(cpus) > 1)
    intx = {} if msi else {f"virtio{k}": pci["intx"][f] for k, f in enumerate(pci["functions"][1:])}
    if msi:
        pci["intx"] = {}
    return {
        "cpus": n,
        "mpidr": [c["id"] for c in d["cpus"]] or [i // 16 << 8 | i % 16 for i in range(n)],
        "cores": groups(n, threads),
        "packages": groups(n, threads * cores * dies),
        "caches": caches_told(d, n),
        "cache-ids": cache_ids_told(d, n),
        "nodes": cpus,
        "distances": distances,
        "node-memory": memory,
        "memory": merged((r["base"], r["base"] + r["size"]) for r in d["ram"]),
        "reserved": merged((r["base"], r["base"] + r["size"]) for r in d["regions"]
                           if r["type"] == RESERVED and
                           any(m["base"] <= r["base"] < m["base"] + m["size"] for m in d["ram"])),
        "gic": gic_told(d, n),
        "interrupts": interrupts_told(d, used_mmio, intx),
        "devices": {kind: sorted(a) for kind, a in devices.items()},
        "pci": pci,
        "pmu": d["pmu"] != 0,
    }


def own_first_level(v):
    """In a device tree a CPU's node tells its first caches, and so Linux has them as its own."""
    v["caches"] = [[c if c[0] > 1 else (*c[:6], [cpu]) for c in mine]
                   for cpu, mine in enumerate(v["caches"])]


# ---- compare ---------------------------------------------------------------------------------


def flat(view, prefix=""):
    """A view as "a.b.c" keys with comparable values."""
    out = {}
    for key, value in view.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            out.update(flat(value, name + "."))
        else:
            out[name] = value
    return out


def differences(a, b):
    """(key, value in a, value in b) wherever two views differ."""
    a, b = flat(a), flat(b)
    return [(key, a.get(key), b.get(key)) for key in sorted(set(a) | set(b))
            if a.get(key) != b.get(key)]
