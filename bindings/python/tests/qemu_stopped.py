# SPDX-License-Identifier: BSD-2-Clause
"""A QEMU that stops before a guest's first instruction, and tells what it holds then."""
from __future__ import annotations

import json
import pathlib
import re
import socket
import subprocess

LIMIT = 30  # seconds until a guest is entered; on an idle machine it takes less than 1


class Stopped:
    """A machine that has come to an address: with Stopped(folder, arguments, address) as qemu."""

    def __init__(self, folder: pathlib.Path, arguments: list[str], address: int,
                 system: str = "x86_64") -> None:
        self._folder = folder
        self._qmp, qmp = socket.socketpair()
        self._gdb, gdb = socket.socketpair()
        with qmp, gdb:
            fds = [qmp.fileno(), gdb.fileno()]
            self._process = subprocess.Popen(
                [f"qemu-system-{system}", "-accel", "tcg", "-display", "none", "-nodefaults", "-S",
                 "-chardev", f"socket,id=qmp,fd={fds[0]}", "-mon", "chardev=qmp,mode=control",
                 "-chardev", f"socket,id=gdb,fd={fds[1]}", "-gdb", "chardev:gdb", *arguments],
                cwd=folder, pass_fds=fds, stdin=subprocess.DEVNULL)
        for end in (self._qmp, self._gdb):
            end.settimeout(LIMIT)
        self._lines = self._qmp.makefile("rb")
        try:
            self._read()  # the greeting
            self._command("qmp_capabilities")
            self._debug(f"Z1,{address:x},1", b"OK")
            self._debug("c", b"T05")
        except BaseException:
            self.__exit__()
            raise

    def __enter__(self) -> Stopped:
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        self._lines.close()
        self._qmp.close()
        self._gdb.close()

    def _read(self) -> object:
        line = self._lines.readline()
        assert line, "QEMU has ended"
        return json.loads(line)

    def _command(self, name: str, **arguments: object) -> object:
        self._qmp.sendall(json.dumps({"execute": name, "arguments": arguments}).encode() + b"\n")
        while True:
            told = self._read()
            assert isinstance(told, dict) and "error" not in told, told
            if "return" in told:
                return told["return"]

    def _debug(self, packet: str, want: bytes) -> None:
        """A packet of gdb's remote protocol, and its answer."""
        self._gdb.sendall(f"${packet}#{sum(packet.encode()) % 256:02x}".encode())
        seen = b""
        while not re.search(rb"\$.*#..", seen):
            got = self._gdb.recv(4096)
            assert got, "QEMU has ended"
            seen += got
        self._gdb.sendall(b"+")
        assert b"$" + want in seen, seen

    def registers(self, which: str = "") -> str:
        """What QEMU prints of CPU 0, or with "-a" of all CPUs."""
        line = f"info registers {which}"
        return str(self._command("human-monitor-command", **{"command-line": line}))

    def memory(self, base: int, size: int) -> bytes:
        """Bytes of guest-physical memory."""
        path = self._folder / "memory"
        self._command("pmemsave", val=base, size=size, filename=str(path))
        return path.read_bytes()

    def dump(self, path: pathlib.Path, **more: object) -> None:
        """All of the guest's memory as an ELF core, as dump-guest-memory writes it."""
        self._command("dump-guest-memory", paging=False, protocol=f"file:{path}", **more)

    def port(self, number: int) -> int:
        """What a byte-wide I/O port has."""
        told = self._command("human-monitor-command", **{"command-line": f"i /b {number:#x}"})
        return int(str(told).split("=")[1], 16)
