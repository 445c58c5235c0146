#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run an emulator, and end it when the machine in it shows no sign of life, or takes too long. Time
is the emulator's own on a CPU, so that a busy host does not count.

usage: watch.py SILENT MOST FOLDER COMMAND...
    SILENT  CPU seconds in which the machine must say L1-ALIVE once
    MOST    CPU seconds for all of it
    FOLDER  gets a file cpu: the seconds that it took

Standard output is the command's, without the lines L1-ALIVE. What ended it is said there, too.
"""
import os
import select
import signal
import subprocess
import sys

SIGN = b"L1-ALIVE"
TICKS = os.sysconf("SC_CLK_TCK")


def cpu(pid):
    """Seconds that a process has taken on a CPU."""
    with open(f"/proc/{pid}/stat", "rb") as f:
        fields = f.read().rpartition(b")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


class Filter:
    """Passes bytes on at once, but for what may become a line of the sign alone."""

    def __init__(self):
        self.line, self.held = b"", True
        self.signs = 0

    def put(self, data):
        out = b""
        for byte in (data[i:i + 1] for i in range(len(data))):
            self.line += byte
            if byte == b"\n":
                if self.held and self.line.strip() == SIGN:
                    self.signs += 1
                elif self.held:
                    out += self.line
                else:
                    out += byte
                self.line, self.held = b"", True
            elif self.held and not (SIGN + b"\r").startswith(self.line):
                out += self.line
                self.held = False
            elif not self.held:
                out += byte
        return out

    def rest(self):
        return self.line if self.held else b""


def main():
    silent, most, folder, command = float(sys.argv[1]), float(sys.argv[2]), sys.argv[3], sys.argv[4:]
    p = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    def stop(_number, _frame):
        p.kill()  # closes the pipe, and so ends the loop

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)
    text, since, why = Filter(), 0.0, ""
    while True:
        said = select.select([p.stdout], [], [], 1)[0]
        used = cpu(p.pid)  # now: silence begins with the sign, and not with the round before
        if said:
            data = os.read(p.stdout.fileno(), 65536)
            if not data:
                break
            signs = text.signs
            sys.stdout.buffer.write(text.put(data))
            sys.stdout.buffer.flush()
            if text.signs != signs:
                since = used
        if used - since > silent:
            why = f"no sign of life in {used - since:.0f} s of its CPU time"
        elif used > most:
            why = f"more than {most:.0f} s of CPU time"
        if why:
            p.kill()
            break
    p.wait()
    sys.stdout.buffer.write(text.rest())
    if why:
        sys.stdout.buffer.write(f"\nL1-ENDED: {why}\n".encode())
    sys.stdout.buffer.flush()
    with open(os.path.join(folder, "cpu"), "w", encoding="ascii") as f:
        f.write(f"{used:.1f}\n")
    return 124 if why else p.returncode


if __name__ == "__main__":
    sys.exit(main())
