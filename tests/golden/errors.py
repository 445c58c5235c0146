#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Every kind of error that the unit tests provoke, as a sentence. The list is kept, and a person
reads each change of it: would a stranger understand this without the source?

usage: errors.py RECORDS EXPECTED [--update]    RECORDS: of tests/unit/record_errors.c"""
import difflib
import pathlib
import re
import sys

# Regions, tables and streams that errors name: of these, the value is an offset or a size.
THINGS = {
    "ACPI table set", "DSDT", "ELF file", "FIT", "SSDT", "arm64 Image", "device tree", "file",
    "UKI's device tree", "work", "addon", "profile", "unpacked kernel", "local APIC", "I/O APIC",
    "mapped memory", "owned memory",
    # regions
    "ACPI tables", "EFI memory map", "EFI tables", "FACS", "GDT", "MP pointer", "MP table",
    "PCIe ECAM", "RSDP", "SMBIOS", "blob", "bundle", "command line", "hole", "initrd", "kernel", "legacy area",
    "RAM", "memory that the host's tree reserves", "page tables", "reservation", "reset vector",
    "setup_data", "start_info", "zero page",
    # names that tests give to ranges of theirs
    "0", "all but 0", "first", "high", "last", "low", "mine", "my blob", "my range", "my rom", "one", "pool@0", "r", "table",
    "taken",
    "the kernel", "two",
    *(f"{codec} stream" for codec in ("bzip2", "compressed", "gzip", "lz4", "lz4-legacy", "lzma",
                                      "lzo", "xz", "zstd")),
}
# Everything else is the path of a field, with one list in it at most; in a FIT, of a property.
FIELD = re.compile(r"[a-z][a-z0-9_]*(\[\])?(\.[A-Za-z0-9_-]+(\[\])?)+")
# Sizes explain themselves, and a sink that refuses has its own reasons.
NEED_RULE = {"AB_ERR_ARG", "AB_ERR_OVERLAP", "AB_ERR_IMAGE", "AB_ERR_UNSUPPORTED"}
HEADER = "# offsets, sizes and addresses are written as 64, names of entries as NAME\n"


def kinds(records):
    """{(code, what, other): (value, sentence)}, each with the smallest value and no second party's
    own name: two random layouts find two pairs of regions."""
    found = {}
    for record in records.glob("*.txt"):
        for line in record.read_text(encoding="ascii").splitlines():
            code, what, other, value, sentence = line.split("\t")
            if code == "AB_ERR_OVERLAP":
                sentence = re.sub(r" overlaps? ", " overlaps ", sentence)
                if other in THINGS:
                    sentence = sentence.replace(f" overlaps {other} ", " overlaps REGION ")
                    other = "REGION"
                if what in THINGS:
                    sentence = "REGION" + sentence.removeprefix(what)
                    what = "REGION"
            # an entry's own name is there or not: two kinds
            key = code, what, other, sentence.count("(NAME)")
            one = int(value), sentence
            # of overlaps all values are alike, and ranges come behind single numbers
            pick = max if code == "AB_ERR_OVERLAP" else min
            found[key] = pick(found.get(key, one), one)
    return found


def known(what):
    return what in THINGS or what == "REGION" or (FIELD.fullmatch(what) and what.count("[]") <= 1)


def faults(code, what, other):
    """Reasons why a stranger does not understand an error."""
    if not known(what):
        yield "names neither the path of a field nor one of THINGS"
    if code == "AB_ERR_OVERLAP" and other != "REGION" and not known(other):
        yield "its second party is neither the path of a field nor one of THINGS"
    if code in NEED_RULE and not other:
        yield "has no rule"


def main():
    records, expected = map(pathlib.Path, sys.argv[1:3])
    found = sorted(kinds(records).items(), key=lambda item: (item[1][1], item[0]))
    lines = [HEADER] + [f"{key[0].removeprefix('AB_ERR_'):12}{sentence}\n"
                        for key, (_, sentence) in found]
    bad = [f"{sentence}: {fault}" for (code, what, other, _), (_, sentence) in found
           for fault in faults(code, what, other)]
    if sys.argv[3:] == ["--update"]:
        expected.write_text("".join(lines), encoding="ascii")
    want = expected.read_text(encoding="ascii").splitlines(keepends=True)
    bad += [line.rstrip() for line in difflib.unified_diff(want, lines, str(expected), "now")]
    print(*bad, f"{len(found)} kinds of errors", sep="\n")
    return 1 if bad else 0


sys.exit(main())
