# SPDX-License-Identifier: BSD-2-Clause
"""Tables, trees and sums that the library writes, beside those of its peers."""
import os
import random
import subprocess
import sys

from shared import MS, SHM, US, WORK, mib, peers, span, table, us, verdict, without

SUMMED = 64 << 20


def part_tables(bench):
    r = bench.run("tables")
    rows = []
    for cpus in (4, 254):
        acpi = r[f"acpi.{cpus}"]
        target = f"< 100: {verdict(acpi[0] / US, 100)}" if cpus == 254 else ""
        rows.append([f"ACPI set alone, {cpus} CPUs ({r[f'acpi.{cpus}.bytes']} bytes)", us(acpi),
                     span(acpi, US), target])
    arm64 = r["acpi-arm64.512"]
    rows.append([f"ACPI set alone, AArch64, 512 CPUs ({r['acpi-arm64.512.bytes']} bytes)", us(arm64),
                 span(arm64, US), ""])
    for cpus in (4, 254):
        for what, text in (("plan.{}.4k", "plan"), ("place.{}.4k", "build and place, fresh 4 KiB pages"),
                           ("place.{}.huge", "build and place, fresh huge pages"),
                           ("entry.{}.4k", "entry state of every CPU")):
            s = r[what.format(cpus)]
            rows.append([f"{text}, {cpus} CPUs", us(s), span(s, US), ""])
    return table(["what", "median, us", "least to greatest", "target"], rows)


def part_acpi(bench):
    if not peers()[0]:
        return without("acpi_tables")
    r = bench.run("acpi", peers()[0])
    rows = []
    for cpus in (4, 254):
        ours = r[f"acpi.{cpus}.ours"]
        for who, text, target in (("ours", f"checked, measured and written ({r[f'acpi.{cpus}.set']} bytes)", False),
                                  ("cloud-hypervisor", "acpi_tables 0.2.1, as Cloud Hypervisor calls it", True),
                                  ("best", "acpi_tables 0.2.1 at its best", True)):
            s = r[f"acpi.{cpus}.{who}"]
            ratio = s[0] / ours[0]
            rows.append([f"{cpus} CPUs, {text}", f"{s[0] / US:.2f}", span(s, US, 2), f"{ratio:.2f}",
                         f">= 3: {verdict(ratio, 3, True)}" if target else ""])
    return table(["ACPI tables", "median, us", "least to greatest", "times ours", "target"], rows)


def same_trees(folder, cpus, writers):
    """All writers wrote the same nodes and properties in the same order, says dtc."""
    texts = {subprocess.run(["dtc", "-q", "-I", "dtb", "-O", "dts", folder / f"{cpus}.{who}.dtb"],
                            check=True, stdout=subprocess.PIPE).stdout for who in writers}
    if len(texts) != 1:
        sys.exit(f"bench: the trees of {cpus} CPUs in {folder} differ: nothing to compare")


def part_trees(bench):
    folder = WORK / "trees"
    folder.mkdir(exist_ok=True)
    library = peers()[0]
    r = bench.run("fdt", folder, *([library] if library else []))
    limits = {4: 2, 64: 15, 512: 100}
    others = [("libfdt", "libfdt's writer", 3)] + ([("vm-fdt", "vm-fdt 0.3.0, at its best", 6)] if library else [])
    rows = []
    for cpus, limit in limits.items():
        same_trees(folder, cpus, ["ours", *(who for who, _, _ in others)])
        ours = r[f"fdt.{cpus}.ours"]
        rows.append([f"{cpus} CPUs, checked, measured and written ({r[f'fdt.{cpus}.bytes']} bytes)",
                     f"{ours[0] / US:.2f}", span(ours, US, 2), "1",
                     f"<= {limit}: {verdict(ours[0] / US, limit)}"])
        for who, text, least in others:
            peer = r[f"fdt.{cpus}.{who}"]
            rows.append([f"{cpus} CPUs, {text}", us(peer), span(peer, US), f"{peer[0] / ours[0]:.1f}",
                         f">= {least}: {verdict(peer[0] / ours[0], least, True)}"])
    return (table(["tree", "median, us", "least to greatest", "times ours", "target"], rows)
            + without("vm-fdt"))


def part_sums(bench):
    path, out = (SHM / f"aetherboot-bench-{os.getpid()}.{end}" for end in ("bytes", "out"))
    try:
        path.write_bytes(random.Random(1).randbytes(SUMMED))
        if len({subprocess.run(argv, check=True, stdout=subprocess.PIPE).stdout
                for argv in (["sha256sum", path], [bench.bench, "sums-once", path])}) != 1:
            sys.exit("bench: sha256sum has another digest")
        r = bench.run("sums", path, out)
    finally:
        path.unlink()
        out.unlink(missing_ok=True)
    kinds = [("sha256", "SHA-256, `sha256sum`", "SHA-256, the library's"),
             ("crc32", "CRC-32, zlib's", "CRC-32, the library's")]
    calls = r["crc32.short.calls"]
    return (sums_table(r, f"sum of {mib(SUMMED)} MiB", kinds, SUMMED, "ms", MS)
            + "\n" + sums_table(r, "sum of an EFI system table, 120 bytes",
                                [("crc32.short", *kinds[1][1:])], 120 * calls, "ns", calls))


def sums_table(r, head, kinds, size, name, unit):
    rows = []
    for what, tool, ours in kinds:
        base = r[f"{what}.tool"]
        for text, s in ((tool, base), (ours, r[f"{what}.ours"])):
            ratio = "1" if s is base else f"{s[0] / base[0]:.2f}"
            rows.append([text, f"{s[0] / unit:.1f}", span(s, unit), f"{size * 1e3 / s[0]:.0f}", ratio])
    return table([head, f"median, {name}", "least to greatest", "MB/s", "ratio"], rows)
