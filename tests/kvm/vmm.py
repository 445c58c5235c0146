#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Run the VMM as its users do, with guests that are a few bytes of 32-bit machine code: what its tests
share."""
import os
import select
import signal
import struct
import subprocess
import sys
import tempfile
import time

LOAD = 0x200000
LIMIT = 20  # seconds that a guest may take; each takes milliseconds
failures = []


def check(ok, what):
    if not ok:
        failures.append(what)
        print("FAIL " + what, flush=True)


# ---- guests ------------------------------------------------------------------------------------


def pvh(code, size=0):
    """An ELF32 with a PVH note: code at LOAD, zeros up to size in the file."""
    note = struct.pack("<III4sI", 4, 4, 18, b"Xen\0", LOAD)
    code += bytes(max(0, size - len(code)))
    ehdr = struct.pack("<4s12xHHIIIIIHHHHHH", b"\x7fELF", 2, 3, 1, LOAD, 52, 0, 0, 52, 32, 2, 0, 0, 0)
    ehdr = ehdr[:4] + b"\x01\x01\x01" + ehdr[7:]
    load = struct.pack("<IIIIIIII", 1, 4096, LOAD, LOAD, len(code), len(code), 5, 4096)
    notes = struct.pack("<IIIIIIII", 4, 256, 0, 0, len(note), len(note), 4, 4)
    head = (ehdr + load + notes).ljust(256, b"\0") + note
    return head.ljust(4096, b"\0") + code


def image(code):
    """An arm64 Image by Documentation/arm64/booting.rst: code behind the header; 4 KiB pages,
    anywhere in memory."""
    size = -(-(64 + len(code)) // 4096) * 4096
    head = struct.pack("<IIQQQ24x4sI", 0x14000010, 0, 0, size, 0xa, b"ARM\x64", 0)  # b .+64
    return (head + code).ljust(size, b"\0")


def bzimage():
    """A bzImage by Documentation/arch/x86/boot.rst that could unpack itself, were there code."""
    file = bytearray(5 * 512 + 4096)
    file[0x1f1] = 4  # setup_sects
    for at, form, value in ((0x1f4, "<I", 256), (0x1fe, "<H", 0xaa55), (0x200, "<H", 0x6aeb),
                            (0x202, "4s", b"HdrS"), (0x206, "<H", 0x20f), (0x211, "B", 1),
                            (0x22c, "<I", 0x7fffffff), (0x230, "<I", 0x200000), (0x234, "B", 1),
                            (0x236, "<H", 3), (0x238, "<I", 2047), (0x258, "<Q", 0x1000000),
                            (0x260, "<I", 0x200000)):
        struct.pack_into(form, file, at, value)
    file[5 * 512 + 0x200] = 0xf4  # hlt: what its 64-bit entry has of it
    return bytes(file)


def uki(machine, *more, **sections):
    """A PE file of sections: all that is looked at of a Unified Kernel Image. MORE: pairs, behind them."""
    at, table, body = 0x400, b"", b""
    sections = [*sections.items(), *more]
    for name, content in sections:
        table += struct.pack("<8sIIII16x", b"." + name.encode(), len(content), 0, len(content), at)
        body += content
        at += len(content)
    head = b"MZ".ljust(0x3c, b"\0") + struct.pack("<I", 0x80)
    head = head.ljust(0x80, b"\0") + struct.pack("<4sHH12xH2x", b"PE\0\0", machine, len(sections), 240)
    return (head.ljust(0x188, b"\0") + table).ljust(0x400, b"\0") + body


def out(port, value):
    # mov dx, port; mov al, value; out dx, al
    return b"\x66\xba" + struct.pack("<H", port) + b"\xb0" + bytes([value]) + b"\xee"


def outw(port, value):
    # mov dx, port; mov ax, value; out dx, ax
    return b"\x66\xba" + struct.pack("<H", port) + b"\x66\xb8" + struct.pack("<H", value) + b"\x66\xef"


OFF = out(0x600, 0x34)
PC_OFF = outw(0x614, 0x3400)  # of --pc: SLP_EN, and S5's type
SPIN = b"\xeb\xfe"  # jmp to itself
RAISE_RTS = out(0x3fc, 0x02)
WAIT_INPUT = b"\x66\xba\xfd\x03" b"\xec" b"\xa8\x01" b"\x74\xfb"  # dx = LSR; in al; test 1; jz
READ_INPUT = b"\x66\xba\xf8\x03" b"\xec"
TRIPLE = b"\x0f\x01\x1d" + struct.pack("<I", LOAD + 0x100) + b"\x0f\x0b"  # lidt of zeros; ud2
# echo until 'q': wait; read; out dx, al; cmp al, 'q'; jne to the wait
ECHO = WAIT_INPUT + READ_INPUT + b"\xee" b"\x3c\x71" b"\x75\xed"
BUTTON = b"\xa1\x00\x10\xb0\xfe" b"\xa8\x01" b"\x74\xf7"  # mov eax, [0xfeb01000]; test al, 1; jz


def store(address, value):
    # mov dword [address], value
    return b"\xc7\x05" + struct.pack("<II", address, value)


CONSOLE = 0xfeb02000  # the registers of --console virtio
RINGS = 0x300000  # input's; output's are 0x1000 behind them: descriptors, then rings, then the buffer


def virtio_echo():
    """A driver of a virtio-console by which a guest says R, and echoes until what comes ends with q. Its
    queues have one descriptor each."""
    code = b"".join(store(CONSOLE + at, value) for at, value in ((0x70, 0), (0x70, 3), (0x24, 1), (0x20, 1),
                                                                 (0x70, 11)))
    for queue, at in ((0, RINGS), (1, RINGS + 0x1000)):
        for register, value in ((0x30, queue), (0x38, 1), (0x80, at), (0x90, at + 0x100), (0xa0, at + 0x200),
                                (0x44, 1)):
            code += store(CONSOLE + register, value)
        buffer = RINGS + 0x800  # one for both
        code += store(at, buffer) + store(at + 8, 1 if queue else 64) + store(at + 12, 0 if queue else 2)
    transmit = b"\x66\xff\x05" + struct.pack("<I", RINGS + 0x1102) + store(CONSOLE + 0x50, 1)  # inc word
    code += store(CONSOLE + 0x70, 15) + store(RINGS + 0x800, ord("R")) + transmit
    echo = b"\x66\xff\x05" + struct.pack("<I", RINGS + 0x102) + store(CONSOLE + 0x50, 0)
    echo += b"\x66\xa1" + struct.pack("<I", RINGS + 0x102)  # mov ax, [available]
    echo += b"\x66\x3b\x05" + struct.pack("<I", RINGS + 0x202) + b"\x75\xf1"  # cmp ax, [used]; jne to the mov
    echo += b"\x8b\x0d" + struct.pack("<I", RINGS + 0x208)  # mov ecx, [length]
    echo += b"\x89\x0d" + struct.pack("<I", RINGS + 0x1008) + transmit  # mov [length], ecx
    echo += b"\x80\xb9" + struct.pack("<I", RINGS + 0x7ff) + b"q"  # cmp byte [buffer - 1 + ecx], 'q'
    return code + echo + b"\x75" + struct.pack("b", -len(echo) - 2)  # jne to the echo


def say(text):
    return b"".join(out(0x3f8, c) for c in text)


class Vmm:
    def __init__(self, arch, command, folder):
        self.arch, self.command, self.folder = arch, command, folder
        # these guests are x86's; where another is the host's, there is all but booting them
        self.x86 = [] if arch == "x86_64" else ["--arch", "x86_64"]

    def file(self, name, content):
        path = os.path.join(os.fsencode(self.folder), name) if isinstance(name, bytes) else \
            os.path.join(self.folder, name)
        with open(path, "wb") as f:
            f.write(content)
        return path

    def argv(self, code, *options, size=0):
        kernel = self.file("guest", pvh(code, size))
        return self.command + ["--kernel", kernel, "--protocol", "pvh", "--memory", "16M",
                               *self.x86, *options]

    def run(self, argv, stdin=b"", limit=LIMIT):
        return subprocess.run(argv, input=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              timeout=limit, check=False)

    def runs_nothing(self):
        """Why no guest runs here, or ""."""
        try:
            said = self.run(self.argv(OFF + SPIN), limit=10).stderr
        except subprocess.TimeoutExpired:
            return "/dev/kvm does not run a guest"
        return said.decode() if b"/dev/kvm" in said else ""

    def start(self, argv):
        return subprocess.Popen(argv, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE)


NAMES = b"target-path\0compatible\0#address-cells\0#size-cells\0ranges\0reg\0"


def fdt_node(name, *inside):
    return struct.pack(">I", 1) + name + bytes(4 - len(name) % 4) + b"".join(inside) + struct.pack(">I", 2)


def fdt_prop(name, value):
    return struct.pack(">3I", 3, len(value), NAMES.index(name + b"\0")) + value + bytes(-len(value) % 4)


def dtb(*inside):
    """A tree with this in its root."""
    block = fdt_node(b"", *inside) + struct.pack(">I", 9)
    size = 56 + len(block) + len(NAMES)
    return struct.pack(">10I16x", 0xd00dfeed, size, 56, 56 + len(block), 40, 17, 16, 0,
                       len(NAMES), len(block)) + block + NAMES


def tree(*nodes):
    """Nodes for the root, as a .dtbo has them."""
    return dtb(fdt_node(b"fragment@0", fdt_prop(b"target-path", b"/\0"), fdt_node(b"__overlay__", *nodes)))


def overlay(*names):
    """Nodes of these names for the root, compatible "acme,node"."""
    return tree(*(fdt_node(name, fdt_prop(b"compatible", b"acme,node\0")) for name in names))


def ready(p):
    """Until the guest has said something."""
    check(select.select([p.stdout], [], [], LIMIT)[0] and os.read(p.stdout.fileno(), 1) == b"R",
          "the guest does not start")


def end_of(p, what, status, said=b""):
    try:
        _, err = p.communicate(timeout=LIMIT)
    except subprocess.TimeoutExpired:
        if os.getpgid(p.pid) == p.pid:  # e.g. timeout, and its child
            os.killpg(p.pid, signal.SIGKILL)
        p.kill()
        p.communicate()
        check(False, f"{what}: does not end")
        return
    check(p.returncode == status, f"{what}: exit status {p.returncode}, must be {status}; {err}")
    check(said in err, f"{what}: stderr {err}")


def terminate_twice(p):
    """SIGTERMs until two of them count: what is sent while one waits is lost."""
    began = time.monotonic()
    while p.poll() is None and time.monotonic() - began < LIMIT:
        p.terminate()
        time.sleep(0.2)


def main(tests, runs):
    """Run the tests of a file, whose arguments are ARCH VMM...
    runs: guests run; the exit status is 77 where no /dev/kvm runs one."""
    # whoever runs this in the background ignores signals, which the VMM would inherit
    for number in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT, signal.SIGTERM):
        if signal.getsignal(number) == signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    with tempfile.TemporaryDirectory() as folder:
        vmm = Vmm(sys.argv[1], sys.argv[2:], folder)
        if runs and (why := vmm.runs_nothing()):
            print(why)
            return 77
        for test in tests:
            began = time.monotonic()
            test(vmm)
            print(f"{test.__name__}: {time.monotonic() - began:.1f} s", flush=True)
    print(f"{len(failures)} failures")
    return 1 if failures else 0
