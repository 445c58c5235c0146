#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Judge ACPI tables by iasl and acpiexec.

usage: check.py [--root ROOT] COMMAND ...
           --root: the tools of an unpacked package root with its own C library; status 77, which
           skips the test, where there is none
       check.py tables DIR EXPECTED [--update]
           every folder of DIR is a machine, its *.dat files are its tables: each must
           disassemble, recompile to the same bytes and read as EXPECTED/<machine>/<table>.dsl
           says; the set must load, and _CRS, _PRT, _STA, _HID of all devices evaluate.
           --update writes EXPECTED instead of comparing.
       check.py methods DIR
           runs _OSC and _EVT in an interpreter and compares what they answer.
       check.py control DIR [newer]
           spoils the tables of DIR's machine "pc" in many ways, or with "newer" those of
           "arm64-newer": each must be found out.

These tools exit 0 on bad input and may never end: what they print is judged, under a time limit.
"""
import difflib
import glob
import os
import re
import shutil
import subprocess
import sys
import tempfile

limit = 60  # seconds that one run of a tool may take
root = None  # of the tools; None: the installed ones
BAD = re.compile(r"Error|Warning|AE_[A-Z]|Could not|Unknown|Invalid|Incorrect|failed|Exception")
# what a sound set prints all the same
NOISE = re.compile(
    r"returned AE_OK|\(aetests-|SetCurrentResources failed: AE_NOT_FOUND"
    r"|_PRT: AE_BUFFER_OVERFLOW|0 Errors|^Compilation successful"
)
BAD_DSL = re.compile(r"Unknown|Warning|AE_[A-Z]|Invalid|^\*\*\*\*")
SUMMARY = re.compile(r"Compilation successful\. 0 Errors, 0 Warnings, (\d+) Remarks")


def installed(cmd):
    """The command as it is, or by the loader and libraries of the root."""
    if root is None:
        return cmd
    loader = glob.glob(root + "/usr/lib/*/ld-linux-*.so.*") + glob.glob(root + "/usr/lib/ld-linux-*.so.*")
    return [loader[0], "--library-path", os.path.dirname(glob.glob(root + "/usr/lib/*/libc.so.6")[0]),
            root + "/usr/bin/" + cmd[0], *cmd[1:]]


def run(cmd, cwd):
    cmd = installed(cmd)
    try:
        p = subprocess.run(cmd, cwd=cwd, timeout=limit, stdin=subprocess.DEVNULL,
                           stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        return p.returncode, p.stdout.decode("latin1")
    except subprocess.TimeoutExpired:
        return 124, "Error: no end after %d s" % limit
    except FileNotFoundError:
        sys.exit("check.py: %s is missing: apt-get install acpica-tools" % cmd[0])


def complaints(log):
    return [line.strip() for line in log.splitlines() if BAD.search(line) and not NOISE.search(line)]


def read(path):
    with open(path, "rb") as f:
        return f.read()


def text(path):
    """A disassembly without what names tool, file and time, and without the raw bytes."""
    # iasl ends that of each data table with "Raw Table Data", a dump of all of it, and so this is
    # no sign of bytes that it did not understand. Those would be "Unknown" in BAD_DSL, or be
    # missing when it is compiled again, which must give the same bytes (check_table).
    with open(path, encoding="latin1") as f:
        dsl = f.read()
    dsl = re.sub(r"(?s)\A/\*.*?\*/\n", "", dsl)
    dsl = re.sub(r"(?s)\nRaw Table Data.*", "\n", dsl)
    return "\n".join(line.rstrip() for line in dsl.strip().splitlines()) + "\n"


def without_own(table):
    """Checksum, creator and its revision: iasl writes its own."""
    return table[:9] + table[10:28] + table[36:]


def check_bytes(name, table):
    """Length and checksum; the RSDP has two."""
    if name == "RSDP":
        sound = (table[:8] == b"RSD PTR " and len(table) == 36 and table[15] == 2
                 and sum(table[:20]) & 255 == 0 and sum(table) & 255 == 0
                 and int.from_bytes(table[20:24], "little") == 36)
        return [] if sound else ["RSDP: length, revision or checksum"]
    bad = []
    if int.from_bytes(table[4:8], "little") != len(table):
        bad.append(name + ": length field is not the length")
    if name != "FACS" and sum(table) & 255:
        bad.append(name + ": checksum")
    return bad


def check_table(name, table, work):
    """Disassemble and recompile one table. Returns complaints and the disassembly."""
    bad = check_bytes(name, table)
    if name == "RSDP":
        return bad, None
    rc, log = run(["iasl", "-d", name + ".dat"], work)
    dsl = os.path.join(work, name + ".dsl")
    bad += ["%s: iasl -d: %s" % (name, line) for line in complaints(log)[:3]]
    if rc or not os.path.exists(dsl):
        return bad + ["%s: iasl -d gave %d" % (name, rc)], None
    bad += ["%s.dsl: %s" % (name, line.strip()) for line in open(dsl, encoding="latin1")
            if BAD_DSL.search(line)]
    rc, log = run(["iasl", "-oa", "-p", "again_" + name, name + ".dsl"], work)
    again = os.path.join(work, "again_" + name + ".aml")
    summary = SUMMARY.search(log)
    if rc or not summary or not os.path.exists(again):
        return bad + ["%s: does not recompile: %s" % (name, log[-2000:])], text(dsl)
    if summary.group(1) != "0":
        bad.append("%s: %s remarks: %s" % (name, summary.group(1), log[:2000]))
    new = read(again)
    if (table != new) if name == "FACS" else (without_own(table) != without_own(new)):
        bad.append("%s: other bytes after recompiling (%d, were %d)" % (name, len(new), len(table)))
    return bad, text(dsl)


def check_set(names, work):
    """Load the set, evaluate every device's objects, decode every resource."""
    bad = []
    aml = sorted((n for n in names if n[:4] in ("DSDT", "SSDT")), key=lambda n: n[:4])
    data = [n for n in names if n not in aml and n not in ("RSDP", "FACS", "XSDT")]
    files = [n + ".dat" for n in aml + data]
    want = "%d ACPI AML tables successfully acquired and loaded" % len(aml)
    has_crs = any(b"_CRS" in read(os.path.join(work, n + ".dat")) for n in aml)
    for batch in ("all _STA;all _HID;all _CRS;all _PRT;all _UID", "resources", "predefined"):
        rc, log = run(["acpiexec", "-b", batch] + files, work)
        if rc or want not in log:
            bad.append("acpiexec '%s' gave %d, set not loaded" % (batch, rc))
        bad += ["acpiexec '%s': %s" % (batch, line) for line in complaints(log)[:5]]
        if batch == "resources" and has_crs and "Evaluating _CRS" not in log:
            bad.append("acpiexec decoded no _CRS")
        if batch.startswith("all") and "returned AE_OK" not in log:
            bad.append("acpiexec evaluated nothing")
    return bad


def check_machine(folder):
    """All complaints about a folder of tables, and the disassembly of each."""
    names = sorted(f[:-4] for f in os.listdir(folder) if f.endswith(".dat"))
    bad, dsl = [], {}
    if "DSDT" not in names:
        return ["no DSDT"], dsl
    with tempfile.TemporaryDirectory() as work:
        for name in names:
            shutil.copy(os.path.join(folder, name + ".dat"), work)
        for name in names:
            more, dsl[name] = check_table(name, read(os.path.join(work, name + ".dat")), work)
            bad += more
        bad += check_set(names, work)
    return bad, {n: t for n, t in dsl.items() if t is not None}


def compare(dsl, expected):
    """Differences between disassemblies and the golden files."""
    bad = []
    have = {f[:-4] for f in os.listdir(expected) if f.endswith(".dsl")} if os.path.isdir(expected) else set()
    for name in sorted(have - dsl.keys()):
        bad.append(name + ": the golden file's table is not there")
    for name in sorted(dsl):
        path = os.path.join(expected, name + ".dsl")
        if name not in have:
            bad.append(name + ": no golden file")
            continue
        with open(path, encoding="latin1") as f:
            want = f.read()
        if want != dsl[name]:
            diff = difflib.unified_diff(want.splitlines(), dsl[name].splitlines(), path, "now", lineterm="")
            bad.append("%s differs:\n%s" % (name, "\n".join(list(diff)[:60])))
    return bad


def update(dsl, expected):
    os.makedirs(expected, exist_ok=True)
    for f in os.listdir(expected):
        if f.endswith(".dsl"):
            os.remove(os.path.join(expected, f))
    for name in dsl:
        with open(os.path.join(expected, name + ".dsl"), "w", encoding="latin1") as f:
            f.write(dsl[name])


def tables(folder, golden, write):
    failed = False
    machines = sorted(d for d in os.listdir(folder) if os.path.isdir(os.path.join(folder, d)))
    if not machines:
        sys.exit("check.py: no machine in " + folder)
    for machine in machines:
        bad, dsl = check_machine(os.path.join(folder, machine))
        if write:
            update(dsl, os.path.join(golden, machine))
        else:
            bad += compare(dsl, os.path.join(golden, machine))
        print("%s: %d tables: %s" % (machine, len(dsl) + 1, "FAIL" if bad else "ok"))
        for line in bad:
            print("  " + line)
        failed = failed or bool(bad)
    return failed


PCI_UUID = "5B 4D DB 33 F7 1F 1C 40 96 57 74 41 C0 3D D7 66"
OTHER_UUID = "5B 4D DB 33 F7 1F 1C 40 96 57 74 41 C0 3D D7 67"
OSC = "execute \\_SB.P000._OSC (%s) %d 3 (%s)"
DSM_UUID = "D0 37 C9 E5 53 35 7A 4D 91 17 EA 4D 19 C3 43 4D"
DSM = "execute \\_SB.P000._DSM (%s) 1 %d [0]"
PRESSED = "Device Notify on [PWRB]"

# machine, options, what to run, what must be printed, what must not
METHODS = (
    # all that is asked for is granted, support is left alone
    ("pc", [], OSC % (PCI_UUID, 1, "00 00 00 00 12 34 56 78 1F 00 00 00"),
     "00 00 00 00 12 34 56 78 1F 00 00 00", ""),
    ("pc", [], OSC % (PCI_UUID, 1, "01 00 00 00 1F 00 00 00 00 00 00 00"),
     "01 00 00 00 1F 00 00 00 00 00 00 00", ""),
    # capabilities that nobody knows are masked, and that is told
    ("pc", [], OSC % (PCI_UUID, 1, "00 00 00 00 1F 00 00 00 FF 01 00 00"),
     "10 00 00 00 1F 00 00 00 3F 00 00 00", ""),
    # another revision
    ("pc", [], OSC % (PCI_UUID, 2, "00 00 00 00 1F 00 00 00 1F 00 00 00"),
     "08 00 00 00 1F 00 00 00 1F 00 00 00", ""),
    # another UUID: nothing is touched but the status
    ("pc", [], OSC % (OTHER_UUID, 1, "00 00 00 00 1F 00 00 00 FF 01 00 00"),
     "04 00 00 00 1F 00 00 00 FF 01 00 00", ""),
    # the event register reads as 0x01010101: the button; 0xfefefefe: not the button
    ("microvm", ["-fv", "0x01"], "execute \\_SB.GED._EVT 9", PRESSED, ""),
    ("microvm", ["-fv", "0xfe"], "execute \\_SB.GED._EVT 9", "No object was returned", PRESSED),
    # another interrupt: the generation id has changed
    ("arm64-openvmm-like", [], "execute \\_SB.VMIE._EVT 35", "Device Notify on [VMID]", PRESSED),
    ("arm64-3its-extended", [], "execute \\_SB.VMIE._EVT 4099", "Device Notify on [VMID]", PRESSED),
    # functions 0 and 5 there are; the boot configuration is kept; others and other UUIDs: nothing
    ("arm64-smmu-2seg", [], DSM % (DSM_UUID, 0), "21 ", ""),
    ("arm64-smmu-2seg", [], DSM % (DSM_UUID, 5), "[Integer] = 0000000000000000", ""),
    ("arm64-smmu-2seg", [], DSM % (DSM_UUID, 1), "0000: 00 ", ""),
    ("arm64-smmu-2seg", [], DSM % (OTHER_UUID, 5), "0000: 00 ", ""),
)


def methods(sets):
    failed = False
    for machine, options, batch, want, never in METHODS:
        folder = os.path.join(sets, machine)
        rc, log = run(["acpiexec", *options, "-b", batch, "DSDT.dat", "FACP.dat"], folder)
        bad = rc or want not in log or (never and never in log) or complaints(log)
        print("%s: %s: %s" % (machine, batch, "FAIL\n" + log if bad else "ok"))
        failed = failed or bool(bad)
    return failed


def at(table, offset, new):
    return table[:offset] + new + table[offset + len(new):]


def spoiled_newer(sets):
    """As spoiled(), of what only newer tools know."""
    iort, pptt, madt = sets["IORT"], sets["PPTT"], sets["APIC"]
    rmr = iort.index(b"\x06\x44\x00\x03")
    yield "IORT node of no known type", "IORT", at(iort, rmr, b"\x70"), True
    yield "length of a memory range", "IORT", at(iort, rmr + 1, b"\x43"), True
    yield "descriptors", "IORT", at(iort, rmr + 20, b"\x07"), True
    yield "where descriptors are", "IORT", at(iort, rmr + 24, b"\x20"), True
    yield "revision of the IORT", "IORT", at(iort, 8, b"\x01"), True
    yield "cache without its id", "PPTT", at(pptt, 37, b"\x18"), True
    yield "GICC of 80 bytes", "APIC", at(madt, 45, b"\x50"), True


def spoiled(sets):
    """Name, table and its bytes, of sets that must be found out."""
    dsdt, fadt, madt = sets["DSDT"], sets["FACP"], sets["APIC"]
    device = dsdt.index(b"\x5b\x82")
    crs = dsdt.index(b"\x08_CRS\x11")
    first = crs + 6 + 1 + (dsdt[crs + 6] >> 6) + 2  # past PkgLength and a BufferSize of 2 bytes
    method = dsdt.index(b"\x14", dsdt.index(b"_OSC") - 4)
    yield "checksum", "DSDT", at(dsdt, 9, bytes([dsdt[9] ^ 0x55])), False
    yield "length too small", "DSDT", at(dsdt, 4, (len(dsdt) - 100).to_bytes(4, "little")), True
    yield "cut short", "DSDT", dsdt[:len(dsdt) // 2], False
    yield "package length too large", "DSDT", at(dsdt, device + 2, b"\x3f"), True
    yield "package length of a method", "DSDT", at(dsdt, method + 1, b"\x45"), True
    yield "opcode", "DSDT", at(dsdt, device, b"\x02\x02"), True
    yield "signature", "DSDT", at(dsdt, 0, b"XXXX"), True
    yield "descriptor", "DSDT", at(dsdt, first, b"\xff"), True
    yield "one name twice", "DSDT", dsdt.replace(b"C001", b"C000"), True
    yield "package count", "DSDT", at(dsdt, dsdt.index(b"_S5_\x12") + 6, b"\x05"), True
    yield "FADT length", "FACP", at(fadt, 4, b"\x10"), True
    yield "MADT entry of length 0", "APIC", at(madt, 45, b"\x00"), True
    yield "MADT entry of no known type", "APIC", at(madt, 44, b"\x70"), True


def control(folder, spoil):
    global limit
    limit = 10  # some spoiled tables keep iasl busy for ever
    sets = {f[:-4]: read(os.path.join(folder, f)) for f in os.listdir(folder)}
    missed = 0
    for what, name, table, sums in spoil(sets):
        if table == sets[name]:
            sys.exit("check.py: control '%s' changes nothing" % what)
        if sums:
            table = at(table, 9, b"\0")
            table = at(table, 9, bytes([-sum(table) & 255]))
        with tempfile.TemporaryDirectory() as work:
            for other in sets:
                if other in ("DSDT", name):
                    with open(os.path.join(work, other + ".dat"), "wb") as f:
                        f.write(table if other == name else sets[other])
            bad, _ = check_machine(work)
        print("%s: %s" % (what, "found: " + bad[0].splitlines()[0] if bad else "MISSED"))
        missed += not bad
    return missed != 0


def main(args):
    global root
    if len(args) >= 2 and args[0] == "--root":
        root = os.path.abspath(args[1])
        args = args[2:]
        if not os.path.exists(root + "/.done"):
            print("check.py: %s is not there: tests/acpi/fetch.sh fetches it" % root)
            return 77
    if len(args) >= 3 and args[0] == "tables":
        return tables(args[1], args[2], "--update" in args[3:])
    if len(args) == 2 and args[0] == "methods":
        return methods(args[1])
    if len(args) == 2 and args[0] == "control":
        return control(os.path.join(args[1], "pc"), spoiled)
    if len(args) == 3 and args[0] == "control" and args[2] == "newer":
        return control(os.path.join(args[1], "arm64-newer"), spoiled_newer)
    print(__doc__)
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
