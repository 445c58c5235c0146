# SPDX-License-Identifier: BSD-2-Clause
"""Kernels on their way into memory: as they are, or packed."""
import os
import subprocess

from shared import CACHE, KERNELS, MS, SHM, bzimage, mib, ms, payload, peers, span, table, verdict, without


def part_load(bench):
    image = CACHE / "kernels/arm64/Image"
    image.read_bytes()  # warm
    vmlinux = bench.vmlinux("amd64")
    loader = [peers()[0]] if peers()[0] else []
    return (load_of("the segments of Debian's amd64 kernel", bench.run("load", vmlinux, *loader))
            + without("linux-loader") + "\n"
            + load_of("the bytes of Debian's arm64 Image, for a guest of that kind", bench.run("load", image)))


def load_of(what, r):
    reads = min(r["load.read.4k"][0], r["load.read.huge"][0])
    rows, touched = [], []
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        read = r[f"load.read.{pages}"]
        rows.append([f"read(), {text}", ms(read), span(read, MS), "1", ""])
        for way, sink, base in (("loader", "by linux-loader 0.14.0", read),
                                ("copy", "read by the host sink", read),
                                ("fresh", "copied by `ab_mem_fresh_spans()`", read),
                                ("zeros", "read(), and zeros around", None),
                                ("spans", "copied by `ab_mem_spans()`, and zeros around",
                                 r[f"load.zeros.{pages}"])):
            if f"load.{way}.{pages}" not in r:
                continue
            copy = r[f"load.{way}.{pages}"]
            ratio = copy[0] / base[0] if base else 1
            target = f"<= 1.05: {verdict(ratio, 1.05)}" if way not in ("loader", "zeros") else ""
            rows.append([f"{sink}, {text}", ms(copy), span(copy, MS), f"{ratio:.2f}" if base else "1", target])
    mapped = r["load.map.4k"]
    times = reads / mapped[0]
    rows.append(["mapped by the host sink", ms(mapped), span(mapped, MS, 3),
                 f"{times:.0f} times sooner than the faster read()",
                 f">= 5: {verdict(times, 5, True)}"])
    for way, text in (("read.4k", "read(), 4 KiB pages"), ("read.huge", "read(), huge pages"),
                      ("map.4k", "mapped")):
        see, write = r[f"see.{way}"], r[f"write.{way}"]
        touched.append([text, ms(r[f"load.{way}"]), ms(see), ms(write)])
    note = "" if r["load.huge_bytes"] else "\nThis kernel gave no huge pages: their rows say nothing.\n"
    return (f"{mib(r['load.bytes'])} MiB: {what}, with {mib(r['load.around'])} MiB of zeros around them in its "
            "region.\n\n" + table(["load", "median, ms", "least to greatest", "ratio", "target"], rows)
            + "\nTouching one byte of every page of it afterwards:\n\n"
            + table(["loaded by", "load, ms", "reading each page, ms", "writing each page, ms"], touched)
            + note)


def part_self(bench):
    """A bzImage that unpacks itself."""
    bzimage("amd64").read_bytes()  # warm
    r = bench.run("self", bzimage("amd64"), *([peers()[0]] if peers()[0] else []))
    rows = []
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        ours, loader = r[f"self.ours.{pages}"], r.get(f"self.loader.{pages}")
        if loader:
            rows.append([f"linux-loader 0.14.0, {text}", ms(loader), span(loader, MS, 2), "1", ""])
        ratio = ours[0] / loader[0] if loader else 0
        rows.append([f"the pipeline with the host sink, {text}", ms(ours), span(ours, MS, 2),
                     f"{ratio:.2f}" if loader else "", f"<= 1.1: {verdict(ratio, 1.1)}" if loader else ""])
    return (f"{mib(r['self.bytes'])} MiB: Debian's amd64 bzImage.\n\n"
            + table(["load", "median, ms", "least to greatest", "ratio", "target"], rows)
            + without("linux-loader"))


def part_inplace(bench):
    """Debian's arm64 Image, packed by each codec's own tool."""
    image = (CACHE / "kernels/arm64/Image").resolve()  # zstd follows no links
    rows = []
    for argv, named, limit in ((["gzip", "-9nc"], {"isal": "ISA-L", "zlib": "zlib"}, 1.1),
                               (["lz4", "-lc9"], {"lz4": "liblz4"}, 1.1),
                               (["zstd", "-19c"], {"zstd": "libzstd"}, 1.15)):
        packed = SHM / f"aetherboot-bench-{os.getpid()}.packed"
        try:
            with open(packed, "wb") as file:
                subprocess.run([*argv, image], check=True, stdout=file)
            r = bench.run("inplace", packed, image)
        finally:
            packed.unlink()
        found = [who for who in named if f"inplace.{who}" in r]
        base, ours = r[f"inplace.{found[0]}"], r["inplace.ours"]
        for who in found:
            s = r[f"inplace.{who}"]
            rows.append([f"{argv[0]}: {named[who]} to the place", ms(s), span(s, MS), f"{s[0] / base[0]:.2f}", ""])
        ratio = ours[0] / base[0]
        rows.append([f"{argv[0]}: the pipeline", ms(ours), span(ours, MS), f"{ratio:.2f}",
                     f"<= {limit}: {verdict(ratio, limit)}"])
    return table(["unpack, huge pages", "median, ms", "least to greatest", "ratio", "target"], rows)


def unpack_image(bench):
    """Image.gz, as the kernel's build makes it."""
    packed, out = (SHM / f"aetherboot-bench-{os.getpid()}.{end}" for end in ("gz", "out"))
    try:
        with open(packed, "wb") as file:
            subprocess.run(["gzip", "-9nc", CACHE / "kernels/arm64/Image"], check=True, stdout=file)
        with open(out, "wb") as file:
            subprocess.run(["gzip", "-dc", packed], check=True, stdout=file)
        bench.run("unpack-once", packed, "linux", "4k", out)  # the same bytes?
        r = bench.run("unpack", packed, "gzip", packed, out)
    finally:
        packed.unlink()
        out.unlink(missing_ok=True)
    base = r["unpack.gzip.tool"]
    rows = [["arm64 Image.gz: `gzip -dc` into /dev/shm", ms(base), span(base, MS), "1", ""]]
    for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
        s = r[f"unpack.gzip.linux.{pages}"]
        rows.append([f"arm64 Image.gz: `linux`, {text}", ms(s), span(s, MS), f"{s[0] / base[0]:.2f}", ""])
    return rows


def part_unpack(bench):
    rows = []
    for kernel, tool in KERNELS:
        stream = payload(kernel)
        out = SHM / f"aetherboot-bench-{os.getpid()}.out"
        try:
            with open(out, "wb") as file:
                subprocess.run([tool, "-dc", stream], check=True, stdout=file)
            for protocol in ("linux", "pvh"):
                bench.run("unpack-once", bzimage(kernel), protocol, "4k", out)  # the same bytes?
            r = bench.run("unpack", bzimage(kernel), tool, stream, out)
        finally:
            stream.unlink()
            out.unlink(missing_ok=True)
        base = r[f"unpack.{tool}.tool"]
        rows.append([f"{kernel}: `{tool} -dc` into /dev/shm", ms(base), span(base, MS), "1", ""])
        for way, limit in (("linux", 1.1), ("pvh", 1.5)):
            for pages, text in (("4k", "4 KiB pages"), ("huge", "huge pages")):
                s = r[f"unpack.{tool}.{way}.{pages}"]
                ratio = s[0] / base[0]
                rows.append([f"{kernel}: `{way}`, {text}", ms(s), span(s, MS), f"{ratio:.2f}",
                             f"<= {limit}: {verdict(ratio, limit)}"])
    rows += unpack_image(bench)
    return table(["unpack", "median, ms", "least to greatest", "ratio", "target"], rows)
