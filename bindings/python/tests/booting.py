# SPDX-License-Identifier: BSD-2-Clause
"""What the boots of examples/boot_*.sh share: a guest whose init looks at what the machine turned
out to be, and complaints about what it said."""
from __future__ import annotations

import base64
import io
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tarfile
import threading

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

HERE = pathlib.Path(__file__).resolve().parent
EXAMPLES = HERE.parent / "examples"
ROOT = HERE.parents[2]
CACHE = pathlib.Path(os.environ.get("AB_CACHE", ROOT / "build/cache"))
WORDS = "quiet panic=-1 ab=check"
LIMIT = 240  # seconds; on an idle machine it takes 10
ANSWERS = {  # what the guest waits for: a line, and the button, which QEMU's monitor presses
    "AB ready": b"typed\n", "AB signal TERM": b"\x01csystem_powerdown\n\x01c"}
SPOILT = (("AB dump-begin", "AB dump"), ("Power down", "Power"), ("^AB cpus 2", "AB"),
          ("^AB end", "AB"), ("^AB echo typed", "AB echo"), ("quiet", "quite"), (r"\A", "AB bad\n"))


def prepare(kernel: str, out: pathlib.Path) -> list[str]:
    """An empty folder with an initrd, and a command `aetherboot` of this tree. Returns the script's
    last arguments."""
    shutil.rmtree(out, ignore_errors=True)
    (out / "bin").mkdir(parents=True)
    boot = ROOT / "tests/boot"
    subprocess.run([boot / "fetch.sh"], check=True, stdout=subprocess.DEVNULL)
    subprocess.run([boot / "mkinitrd.sh", "l2", kernel, out / "initrd"], check=True)
    command = out / "bin/aetherboot"
    command.write_text(f'#!/bin/sh\nexec {sys.executable} -m aetherboot "$@"\n')
    command.chmod(0o755)
    image = "Image" if "arm64" in kernel else "bzImage"
    return [str(CACHE / "kernels" / kernel / image), str(out / "initrd"), str(out / "guest"), WORDS]


def run(script: str, arguments: list[str], out: pathlib.Path) -> tuple[int, str]:
    """Run the script to its end. Returns its exit status and what the guest said."""
    environment = os.environ | {"PATH": f"{out / 'bin'}:{os.environ['PATH']}"}
    said = []
    with subprocess.Popen([EXAMPLES / script, *arguments], env=environment, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                          start_new_session=True) as process:
        alarm = threading.Timer(LIMIT, os.killpg, (process.pid, signal.SIGKILL))  # QEMU, too
        alarm.start()
        assert process.stdin is not None and process.stdout is not None
        for line in process.stdout:
            said.append(line.decode(errors="replace").rstrip("\r\n"))
            if said[-1] in ANSWERS:
                process.stdin.write(ANSWERS[said[-1]])
                process.stdin.flush()
        alarm.cancel()
    (out / "console").write_text("\n".join(said))
    return process.returncode, "\n".join(said)


def dumped(console: str) -> dict[str, bytes]:
    """The files that the guest sent."""
    found = re.search(r"^AB dump-begin\n(.*)\nAB dump-end$", console, re.M | re.S)
    data = base64.b64decode(found[1]) if found else b""
    if not data:
        return {}
    with tarfile.open(fileobj=io.BytesIO(data)) as archive:
        return {pathlib.PurePath(member.name).name: taken.read() for member in archive
                if (taken := archive.extractfile(member)) is not None}


def usual_complaints(status: int, console: str, cmdline: str) -> list[str]:
    """What is wrong with any boot."""
    bad = [line for line in console.splitlines() if line.startswith("AB bad")]
    if status != 0:
        bad.append(f"the script ended with {status}")
    for what, pattern in (("userspace", "^AB end "), ("power-off", "reboot: Power down"),
                          ("line that was typed", "^AB echo typed$"), ("second CPU", "^AB cpus 2$"),
                          ("command line", f"^AB cmdline {cmdline}$")):
        if not re.search(pattern, console, re.M):
            bad.append(f"no {what}")
    return bad


def table_complaints(names: set[str], files: dict[str, bytes], built: bytes) -> list[str]:
    """What is wrong with the ACPI tables that the guest found."""
    bad = [f"no ACPI table {name}" for name in sorted(names - files.keys())]
    for name in sorted(names & files.keys()):
        data = files[name]
        if data not in built:
            bad.append(f"{name} is not one that was built")
        if name != "FACS" and data[10:16] != b"AETHER":
            bad.append(f"{name} is by {data[10:16]!r}")
    return bad


def judge(name: str, console: str, complaints: Callable[[str], list[str]]) -> int:
    """Print complaints about what a guest said. Returns the exit status."""
    bad = complaints(console)
    if not bad:  # the judge is judged: what it lives by is needed
        bad = [f"{pattern} -> {to} goes unnoticed" for pattern, to in SPOILT
               if not complaints(re.sub(pattern, to, console, flags=re.M))]
    for line in bad:
        print(f"{name}: {line}")
    if bad:
        print(console[-4000:])
    return 1 if bad else 0
