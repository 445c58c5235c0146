# SPDX-License-Identifier: BSD-2-Clause
"""The ACPI tables and SMBIOS structures that firmware leaves in a guest's memory: QEMU runs it
until it has."""
from __future__ import annotations

import json
import pathlib
import socket
import subprocess
import time

LIMIT = 120  # seconds until the tables are there; on an idle machine it takes less than 15
STEP = 0.5  # between two looks at memory
# where a guest's memory is, and what of it is looked at
MEMORY = {"x86_64": (0, 128 << 20), "aarch64": (0x40000000, 256 << 20)}


class Booted:
    """A machine whose firmware has made its tables: with Booted(folder, system, words) as qemu."""

    def __init__(self, folder: pathlib.Path, system: str, *words: str) -> None:
        self._file = folder / "memory"
        self.base, self._size = MEMORY[system]
        self._qmp, qmp = socket.socketpair()
        self._qmp.settimeout(LIMIT)
        with qmp:
            self._process = subprocess.Popen(
                [f"qemu-system-{system}", "-accel", "tcg", "-display", "none", "-nodefaults",
                 "-chardev", f"socket,id=qmp,fd={qmp.fileno()}", "-mon",
                 "chardev=qmp,mode=control", "-m", f"{self._size >> 20}M", *words],
                pass_fds=[qmp.fileno()], stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
        self._lines = self._qmp.makefile("rb")
        self.memory = b""

    def __enter__(self) -> Booted:
        self._lines.readline()
        self._command("qmp_capabilities")
        end = time.monotonic() + LIMIT
        while time.monotonic() < end:
            time.sleep(STEP)
            self._command("pmemsave", val=self.base, size=self._size, filename=str(self._file))
            self.memory = self._file.read_bytes()
            self._file.unlink()
            if self.rsdp() and self.smbios():
                return self
        self.__exit__()
        raise AssertionError("the firmware has made no tables")

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._lines.close()
        self._qmp.close()

    def _command(self, name: str, **arguments: object) -> None:
        self._qmp.sendall(json.dumps({"execute": name, "arguments": arguments}).encode() + b"\n")
        while True:
            told = json.loads(self._lines.readline())
            assert "error" not in told, told
            if "return" in told:
                return

    def at(self, address: int, size: int) -> bytes:
        """Bytes of memory."""
        return self.memory[address - self.base:address - self.base + size]

    def table(self, address: int) -> bytes:
        """The table that begins at an address."""
        return self.at(address, int.from_bytes(self.at(address + 4, 4), "little"))

    def rsdp(self) -> int:
        """The address of an RSDP whose XSDT, or RSDT, is there; 0: none."""
        place = -1
        while (place := self.memory.find(b"RSD PTR ", place + 1)) >= 0:
            data = self.memory[place:place + 36]
            size = 36 if data[15] >= 2 else 20
            root, _ = self._root(data)
            if place % 16 == 0 and not sum(data[:20]) & 255 and not sum(data[:size]) & 255 and \
                    self.at(root, 4) in (b"XSDT", b"RSDT") and not sum(self.table(root)) & 255 \
                    and b"FACP" in [self.at(one, 4) for one in self._entries(place + self.base)]:
                return place + self.base
        return 0

    @staticmethod
    def _root(rsdp: bytes) -> tuple[int, int]:
        """Address of the root table, and bytes of its entries."""
        xsdt = int.from_bytes(rsdp[24:32], "little") if rsdp[15] >= 2 else 0
        return (xsdt, 8) if xsdt else (int.from_bytes(rsdp[16:20], "little"), 4)

    def _entries(self, rsdp: int) -> list[int]:
        root, width = self._root(self.at(rsdp, 36))
        table = self.table(root)
        return [int.from_bytes(table[i:i + width], "little")
                for i in range(36, len(table) - width + 1, width)]

    def acpi(self) -> dict[int, bytes]:
        """All tables by their addresses."""
        rsdp = self.rsdp()
        data = self.at(rsdp, 36)
        found = {rsdp: data if data[15] >= 2 else data[:20]}
        rsdt = int.from_bytes(data[16:20], "little")
        for address in (rsdt, self._root(data)[0], *self._entries(rsdp)):
            if address:
                found[address] = self.table(address)
        fadt = next(table for table in found.values() if table[:4] == b"FACP")
        for at, width in ((36, 4), (40, 4), (132, 8), (140, 8)):
            address = int.from_bytes(fadt[at:at + width], "little") if at + width <= len(fadt) else 0
            if address:
                found[address] = self.table(address)
        return found

    def smbios(self) -> bytes:
        """An entry point, and at 0x20 the structures, as dmidecode dumps them; or nothing."""
        place = -1
        while (place := self.memory.find(b"_SM", place + 1)) >= 0:
            head = bytearray(self.memory[place:place + 31])
            new = head[:5] == b"_SM3_"
            if place % 16 or not new and (head[:4] != b"_SM_" or head[16:21] != b"_DMI_"):
                continue
            size = 24 if new else 31
            at, width = (16, 8) if new else (24, 4)
            address = int.from_bytes(head[at:at + width], "little")
            length = int.from_bytes(head[12:16] if new else head[22:24], "little")
            if sum(head[:size]) & 255 or len(self.at(address, length)) < length:
                continue
            head[at:at + width] = (32).to_bytes(width, "little")
            if not new:
                head[21] = head[21] - sum(head[16:31]) & 255
                head[4] = head[4] - sum(head[:31]) & 255
            else:
                head[5] = head[5] - sum(head[:24]) & 255
            return bytes(head[:size]).ljust(32, b"\0") + self.at(address, length)
        return b""


def acpidump(tables: dict[int, bytes]) -> bytes:
    """Tables as acpidump writes them, with their addresses."""
    text = ""
    for address, data in tables.items():
        text += f"{data[:4].decode('latin1')} @ {address:#018x}\n"
        for at in range(0, len(data), 16):
            text += f"    {at:04X}: {data[at:at + 16].hex(' ').upper()}\n"
        text += "\n"
    return text.encode()
