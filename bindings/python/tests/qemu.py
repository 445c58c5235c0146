# SPDX-License-Identifier: BSD-2-Clause
"""The ACPI tables and SMBIOS structures of QEMU's machines, which it hands to firmware through
fw_cfg. Its test protocol reads them; no guest runs."""
from __future__ import annotations

import struct
import subprocess
import threading

DIRECTORY = 0x19  # the file list's selector
READ, SELECT = 2, 8  # what a request asks for


class Machine:
    """A QEMU that waits for commands of the test protocol."""

    def __init__(self, system: str, *words: str) -> None:
        self._arm = system == "aarch64"
        self._qemu = subprocess.Popen(
            [f"qemu-system-{system}", *words, "-nodefaults", "-display", "none",
             "-accel", "tcg", "-S", "-qtest", "stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        self._limit = threading.Timer(60, self._qemu.kill)
        self._limit.start()

    def __enter__(self) -> Machine:
        return self

    def __exit__(self, *_: object) -> None:
        self._limit.cancel()
        self._qemu.kill()
        self._qemu.communicate()

    def _ask(self, words: str) -> str:
        assert self._qemu.stdin and self._qemu.stdout
        self._qemu.stdin.write(words + "\n")
        self._qemu.stdin.flush()
        for line in self._qemu.stdout:
            if line.startswith("OK"):
                return line[2:].strip()
        raise AssertionError("QEMU ended")

    def _read(self, selector: int, count: int) -> bytes:
        """The first bytes of a file, by DMA into the guest's memory."""
        base = 0x40000000 if self._arm else 0
        control, place = base + 0x1000, base + 0x10000
        request = struct.pack(">IIQ", selector << 16 | SELECT | READ, count, place)
        self._ask(f"write {control:#x} {len(request)} 0x{request.hex()}")
        swapped = int.from_bytes(struct.pack(">I", control), "little")
        if self._arm:
            self._ask("writel 0x9020010 0")
            self._ask(f"writel 0x9020014 {swapped:#x}")
        else:
            self._ask("outl 0x514 0")
            self._ask(f"outl 0x518 {swapped:#x}")
        assert int(self._ask(f"readl {control:#x}"), 16) == 0
        return bytes.fromhex(self._ask(f"read {place:#x} {count:#x}")[2:])

    def file(self, name: str, most: int) -> bytes:
        """At most so many bytes of a file."""
        count = int.from_bytes(self._read(DIRECTORY, 4), "big")
        entries = self._read(DIRECTORY, 4 + 64 * count)[4:]
        for at in range(0, 64 * count, 64):
            size, selector = struct.unpack(">IH", entries[at:at + 6])
            if entries[at + 8:at + 64].rstrip(b"\0").decode() == name:
                return self._read(selector, min(most, size))
        raise AssertionError(f"QEMU has no file {name}")


def tables(blob: bytes) -> list[bytes]:
    """The tables of a blob, with right checksums: QEMU leaves these to the firmware."""
    found, at = [], 0
    while at + 8 <= len(blob):
        if not blob[at]:
            at += 1
            continue
        size = int.from_bytes(blob[at + 4:at + 8], "little")
        table = bytearray(blob[at:at + size])
        if table[:4] != b"FACS":
            table[9] = 0
            table[9] = -sum(table) & 255
        found.append(bytes(table))
        at += size
    return found
