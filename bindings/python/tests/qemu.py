# SPDX-License-Identifier: BSD-2-Clause
"""The ACPI tables and SMBIOS structures of QEMU's machines, which it hands to firmware through
fw_cfg. Its test protocol reads them; no guest runs."""
from __future__ import annotations

import subprocess

DIRECTORY = 0x19  # the file list's selector


class Machine:
    """A QEMU that waits for commands of the test protocol."""

    def __init__(self, system: str, *words: str) -> None:
        self._arm = system == "aarch64"
        self._qemu = subprocess.Popen(
            ["timeout", "60", f"qemu-system-{system}", *words, "-nodefaults", "-display", "none",
             "-accel", "qtest", "-qtest", "stdio"],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)

    def __enter__(self) -> Machine:
        return self

    def __exit__(self, *_: object) -> None:
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

    def _select(self, selector: int) -> None:
        if self._arm:  # big-endian
            self._ask(f"writew 0x9020008 {(selector >> 8 | selector << 8) & 0xFFFF:#x}")
        else:
            self._ask(f"outw 0x510 {selector:#x}")

    def _read(self, count: int) -> bytes:
        ask = "readb 0x9020000" if self._arm else "inb 0x511"
        return bytes(int(self._ask(ask), 16) for _ in range(count))

    def file(self, name: str, most: int) -> bytes:
        """At most so many bytes of a file."""
        self._select(DIRECTORY)
        for _ in range(int.from_bytes(self._read(4), "big")):
            entry = self._read(64)
            if entry[8:].rstrip(b"\0").decode() == name:
                self._select(int.from_bytes(entry[4:6], "big"))
                return self._read(min(most, int.from_bytes(entry[:4], "big")))
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
