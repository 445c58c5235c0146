# SPDX-License-Identifier: BSD-2-Clause
"""One run of a case of node.py, and the judge of its console."""
import contextlib
import os
import re
import select
import socket
import struct
import subprocess
import time

import node_hostile
from node_case import (IMAGE, JUMP, KERNELS, LIMIT, OVERLAY, RAM, ROOT, TREE, UBOOT, UBOOT_BUNDLE, UBOOT_IMAGE)

# what tests/el2/payload/dirty.c fills memory and registers with
DIRT = b"\xd1" * 16


class Run:
    """One run of QEMU."""

    def __init__(self, opt, case):
        self.opt, self.case = opt, case
        self.dir = os.path.join(opt.out, case.name)
        os.makedirs(self.dir, exist_ok=True)

    def file(self, name, data):
        path = os.path.join(self.dir, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    def image(self):
        with open(os.path.join(self.opt.build, self.case.image), "rb") as f:
            data = bytearray(f.read())
        struct.pack_into("<Q", data, 8, self.case.text_offset)
        return self.file("image", data)

    def bundle(self):
        """The FIT image of the case's VMs."""
        images = []
        paths = {name: os.path.join(ROOT if path.startswith("build/") else self.opt.out, path)
                 for name, path in KERNELS.items()}
        for name in os.listdir(os.path.join(self.opt.build, "tests/el2/payload")):
            if name.endswith(".bin"):
                paths[name[:-4]] = os.path.join(self.opt.build, "tests/el2/payload", name)
        paths["noise"] = self.file("noise", bytes(range(256)) * 4096)
        for name in sorted({vm.kernel for vm in self.case.vms}):
            crc = 'hash-1 { algo = "crc32"; };' if self.case.vms[0].hashed else ""
            images.append(f'{name} {{ data = /incbin/("{paths[name]}"); type = "kernel"; '
                          'arch = "arm64"; os = "linux"; compression = "none"; load = <0 0>; '
                          f'entry = <0 0>; {crc} }};')
        for name in sorted({vm.ramdisk for vm in self.case.vms if vm.ramdisk} -
                           {vm.kernel for vm in self.case.vms}):
            path = paths.get(name, os.path.join(self.opt.out, name))
            images.append(f'{name} {{ data = /incbin/("{path}"); '
                          'type = "ramdisk"; arch = "arm64"; os = "linux"; compression = "none"; '
                          'hash-1 { algo = "sha256"; }; };')
        if any(vm.overlay for vm in self.case.vms):
            path = os.path.join(self.dir, "overlay.dtbo")
            subprocess.run(["dtc", "-@", "-I", "dts", "-O", "dtb", "-o", path], check=True, text=True,
                           input=OVERLAY)
            images.append(f'overlay {{ data = /incbin/("{path}"); type = "flat_dt"; arch = "arm64"; '
                          'compression = "none"; hash-1 { algo = "crc32"; }; };')
        text = "\n".join(["/dts-v1/;", '/ { description = "test"; #address-cells = <2>; images {',
                          *images, "}; configurations {", f'default = "{self.case.vms[0].name}";',
                          *(vm.text() for vm in self.case.vms), "}; };", ""])
        out = os.path.join(self.dir, "bundle")
        subprocess.run(["mkimage", "-E", "-f", self.file("its", text.encode()), out], check=True,
                       stdout=subprocess.DEVNULL)
        if self.case.damaged:
            with open(out, "r+b") as f, open(paths[self.case.damaged], "rb") as image:
                data = image.read()
                at = f.read().index(data) + len(data) // 2
                f.seek(at)
                f.write(bytes([data[len(data) // 2] ^ 1]))
        return out

    def tree(self):
        """QEMU's own tree of the machine."""
        case, path = self.case, os.path.join(self.dir, "tree")
        subprocess.run(["qemu-system-aarch64", "-M", f"virt,{case.machine},dumpdtb={path}", "-cpu",
                        case.cpu, "-smp", str(case.smp), "-m", str(case.ram), "-display", "none"],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, timeout=LIMIT)
        if case.edit:
            with open(path, "rb") as f:
                tree = f.read()
            if case.edit(tree) == tree:
                raise RuntimeError("the tree does not have what is to be edited")
            self.file("tree", case.edit(tree))
        return path

    def reserving(self, bundle):
        """The tree, as small as it can be, in which ranges are reserved."""
        with open(self.tree(), "rb") as f:
            tree = f.read()
        header = list(struct.unpack_from(">10I", tree))
        blocks = [tree[header[2]:][:header[9]], tree[header[3]:][:header[8]]]
        if self.case.console:
            uart = struct.pack(">2Q", 0x09000000, 0x1000)
            if tree.count(uart) != 1:
                raise RuntimeError("the tree has no UART")
            tree = tree.replace(uart, struct.pack(">2Q", self.case.console, 0x1000))
            blocks = [tree[header[2]:][:header[9]], tree[header[3]:][:header[8]]]
        ranges = [(at, n or os.path.getsize(bundle)) for at, n in self.case.reserved]
        reserved = b"".join(struct.pack(">2Q", *r) for r in (*ranges, (0, 0)))
        header[4] = 40
        header[2] = 40 + len(reserved)
        header[3] = header[2] + len(blocks[0])
        header[1] = header[3] + len(blocks[1])
        return self.file("reserving", struct.pack(">10I", *header) + reserved + b"".join(blocks))

    def loads(self):
        """How the image gets into the machine."""
        case = self.case
        if case.uboot:
            return ["-bios", UBOOT, *(word for path, at in ((self.image(), UBOOT_IMAGE),
                                                            (self.bundle(), UBOOT_BUNDLE))
                                      for word in ("-device",
                                                   f"loader,file={path},addr={at:#x},force-raw=on"))]
        if case.tree is None:
            argv = ["-kernel", self.image()]
            if case.initrd is None:
                bundle = self.bundle()
                argv += ["-initrd", bundle]
                if case.reserved or case.edit:
                    argv += ["-dtb", self.reserving(bundle)]
                if case.console:
                    argv += ["-device", f"loader,file={self.file('ones', bytes([0xff]) * 4096)},"
                             f"addr={case.console:#x},force-raw=on"]
            elif case.initrd:
                argv += ["-initrd", self.file("initrd", case.initrd)]
            return argv
        at = case.tree if isinstance(case.tree, int) else TREE
        # ldr x0, . + 16; ldr x1, . + 20; br x1; nop
        code = struct.pack("<4I2Q", 0x58000080, 0x580000a1, 0xd61f0020, 0xd503201f, at, IMAGE)
        argv = ["-device", f"loader,file={self.file('jump', code)},addr={JUMP:#x},force-raw=on,cpu-num=0",
                "-device", f"loader,file={self.image()},addr={IMAGE:#x},force-raw=on"]
        if not isinstance(case.tree, int):
            argv += ["-device", f"loader,file={self.file('tree', case.tree)},addr={TREE:#x},force-raw=on"]
        return argv

    def argv(self):
        case = self.case
        return ["qemu-system-aarch64", "-M", f"virt,{case.machine}", "-cpu", case.cpu,
                "-smp", str(case.smp), "-m", str(case.ram), "-display", "none", "-monitor", "none",
                "-serial", "stdio", "-no-reboot", *self.loads(),
                *(word.format(out=self.opt.out) for word in case.argv or ("-nic", "none")),
                *(("-icount", "shift=0,sleep=off") if case.icount else ()),
                *(("-qmp", f"unix:{self.socket()},server=on,wait=off")
                  if case.empty or case.live or case.script else ())]

    def socket(self):
        """A path that is short enough for one."""
        return f"/tmp/el2-node-{os.getpid()}"

    @contextlib.contextmanager
    def stopped(self):
        """QEMU stops; gives a function that reads physical memory, and one for other commands."""
        with socket.socket(socket.AF_UNIX) as s:
            s.connect(self.socket())
            with s.makefile("rw") as f:
                def do(command):
                    f.write('{"execute": %s}\n' % command)
                    f.flush()
                    while '"return"' not in (line := f.readline()):
                        if '"error"' in line or not line:
                            raise RuntimeError(f"QMP: {line}")
                    return line

                def save(at, size):
                    path = os.path.join(self.dir, "saved")
                    do(f'"pmemsave", "arguments": {{"val": {at}, "size": {size}, "filename": "{path}"}}')
                    with open(path, "rb") as saved_file:
                        data = saved_file.read()
                    os.unlink(path)
                    if len(data) != size:
                        raise RuntimeError("memory cannot be read")
                    return data

                do('"qmp_capabilities"')
                do('"stop"')
                yield save, do
                do('"cont"')

    def left(self, text):
        """What is left of VMs: in their memory, and, where that does not take long, in all RAM."""
        bad = []
        with self.stopped() as (save, _):
            for slot in self.case.empty:
                at = int(re.search(rf"el2: loaded VM {slot:#x} at (0x\w+):", text)[1], 16)
                size = self.case.vms[slot].memory << 20
                if save(at, size) != bytes(size):
                    bad.append(f"the memory of VM {slot} is not empty")
            if self.case.ram <= 256 and (at := save(RAM, self.case.ram << 20).find(DIRT)) >= 0:
                bad.append(f"bytes of a VM are in RAM, at {RAM + at:#x}")
        return bad

    def over(self, text):
        """Whether QEMU is ended now."""
        if self.case.until:
            return re.search(self.case.until.encode(), text, re.M)
        return not judge(self.case, text.decode(errors="replace").replace("\r", ""), False)

    def run(self):
        """The console, and whether QEMU ended by itself."""
        text, began, types = b"", time.monotonic(), list(self.case.types)
        session = node_hostile.Session(self) if self.case.script else None
        ended, data = False, None
        with open(os.path.join(self.dir, "console"), "wb") as console, \
                subprocess.Popen(self.argv(), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                 stderr=subprocess.STDOUT) as qemu:
            try:
                while time.monotonic() - began < self.case.limit:
                    if not select.select([qemu.stdout], [], [], 0.5)[0]:
                        continue
                    data = os.read(qemu.stdout.fileno(), 65536)
                    text += data
                    console.write(data)
                    console.flush()
                    while types and re.search(types[0][0].encode(), text, re.M):
                        qemu.stdin.write(types.pop(0)[1])
                        qemu.stdin.flush()
                    if session:
                        qemu.stdin.write(session.feed(data))
                        qemu.stdin.flush()
                    if not data or text.endswith(b"\n") and self.over(text):
                        break
                else:
                    text += b"\ntest: no end within the limit\n"
                ended = data == b""
                if self.case.empty and not ended:
                    text += "".join(f"test: FAILED: {what}\n" for what in
                                    self.left(text.decode(errors="replace"))).encode()
                if self.case.live and not ended:
                    text += "".join(f"test: FAILED: {what}\n" for what in
                                    self.case.live(self, text.decode(errors="replace"))).encode()
                text += session.end() if session else b""
            finally:
                if qemu.poll() is None and not ended:
                    qemu.kill()
                if os.path.exists(self.socket()):
                    os.unlink(self.socket())
        return text.decode(errors="replace").replace("\r", ""), ended


def judge(case, text, ended):
    """What is wrong."""
    bad, lines, at = [], text.split("\n"), 0
    for want in case.lines:
        found = next((i for i in range(at, len(lines)) if re.match(want, lines[i])), None)
        if found is None:
            bad.append(f"no line {want!r} after line {at}")
        else:
            at = found + 1
    bad += [f"no line {what!r}" for what in case.anywhere
            if not any(re.match(what, line) for line in lines)]
    bad += [f"a line {what!r}" for what in case.forbidden if re.search(what, text)]
    bad += case.check(text) if case.check else []
    if ended == case.halts:
        bad.append("QEMU ended by itself" if ended else "QEMU did not end by itself")
    return bad
