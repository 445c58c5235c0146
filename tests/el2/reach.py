#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""What a guest's trap can reach, and how deep the stack gets, by the image's own instructions.

usage: reach.py [--most BYTES] [--stack BYTES] [--root NAME] [--list] OBJDUMP ELF

The call graph: branches to functions, and functions whose address an instruction makes or a table
of constants holds that an instruction refers to. A call through a register that this does not
explain must be in INDIRECT. From the vectors of guests, nothing of FORBIDDEN may be reached, and
code and constants at most MOST bytes. Of all chains of calls in the image, the deepest may take at
most STACK bytes."""
import argparse
import bisect
import collections
import re
import subprocess
import sys

MOST = 48 << 10
STACK = 8 << 10  # half of a CPU's
# where a guest's trap arrives; what follows el2_idle() is no trap any more
ROOTS = ("el2_trap", "el2_guest_irq", "el2_guest_lost")
END = ("el2_idle", "el2_halt", "el2_park", "el2_fault")
# what runs outside of guests
OTHERS = ("el2_start", "el2_secondary", "el2_idle", "el2_launch")
FORBIDDEN = re.compile(r"ab_(plan|boot|fit|kernel|image|stream|acpi|aml|fdt|efi|smbios|dtb|sha256)_")
# functions that call through a register, and what these registers hold: a device of the bus, its
# line, its output; the sink; Stage 2's surroundings; a builder of a region, from rows that are handed
# to its caller; the size of a range in a list of the machine's
INDIRECT = {
    "ab_emit_": ("put",), "ab_s2_take_": ("take",), "ab_s2_at": ("at",), "ab_s2_clean_": ("clean",),
    "ab_s2_release_": ("give_back",), "ab_s2_swap_end_": ("tlbi", "barrier"),
    "ab_boot_build_": ("ab_boot_build_rsdp_", "device_tree", "efi_tables", "efi_map", "ab_boot_build_smbios_"),
    "any_clash": ("buses_at", "size_at", "functions_at", "bytes_at"),
    "device_access": ("dev_pl011_read", "dev_pl011_write", "ring"),
    "dev_line_set": ("line",), "set_line": ("line",), "update": ("line",),
    "dev_pl011_write": ("out",), "dev_pl011_read": (), "send": ("out",), "ready": (),
}
# tables of one level are built, counted and walked by one function that calls itself
DEPTH = 5

# what a compiler of the whole program adds to a name
SUFFIX = re.compile(r"(\.(lto_priv|constprop|isra|part)(\.\d+)*)+$")

FUNCTION = re.compile(r"^([0-9a-f]+) <([^>]+)>:$")
LINE = re.compile(r"^ *([0-9a-f]+):\t(\S+)\t?([^/]*)")
TARGET = re.compile(r"([0-9a-f]+) <")
FRAME = re.compile(r"\[sp, #-(\d+)\]!")
SUB = re.compile(r"^sp, sp, #(0x[0-9a-f]+)(, lsl #12)?")


def symbols(objdump, elf):
    """Objects and functions: address, size, name, section."""
    found = []
    text = subprocess.run([objdump, "-t", elf], capture_output=True, check=True, text=True).stdout
    for line in text.splitlines():
        m = re.match(r"([0-9a-f]{16}) (.{7}) (\S+)\t([0-9a-f]{16}) (.*)", line)
        if m and m[2][-1] in "OF":
            found.append((int(m[1], 16), int(m[4], 16), m[5].split()[-1], m[3]))
    return sorted(found)


class Image:
    """Functions by their addresses: two files may have one of the same name."""

    def __init__(self, objdump, elf):
        self.text = subprocess.run([objdump, "-d", "--no-show-raw-insn", elf], capture_output=True,
                                   check=True, text=True).stdout
        self.symbols = symbols(objdump, elf)
        self.starts = [s[0] for s in self.symbols]
        relocs = subprocess.run([re.sub("objdump$", "readelf", objdump), "-rW", elf], check=True,
                                capture_output=True, text=True).stdout
        self.pointers = {int(m[1], 16): int(m[2], 16) for m in re.finditer(
            r"^([0-9a-f]+) +\w+ R_AARCH64_RELATIVE +([0-9a-f]+)$", relocs, re.M)}
        self.name, self.size, self.frame = {}, {}, collections.Counter()
        self.calls, self.constants = collections.defaultdict(set), collections.defaultdict(set)
        self.blind = set()
        self.parse()
        self.named = collections.defaultdict(set)
        for at, name in self.name.items():
            self.named[name].add(at)

    def at(self, address):
        """The symbol that contains an address."""
        i = bisect.bisect_right(self.starts, address) - 1
        while i >= 0 and self.symbols[i][0] + max(self.symbols[i][1], 1) <= address:
            i -= 1
            if i >= 0 and address - self.symbols[i][0] > 1 << 16:
                return None
        return self.symbols[i] if i >= 0 else None

    def refer(self, function, address):
        """The function computes an address."""
        found = self.at(address)
        if found is None:
            return
        start, size, _, section = found
        if section == ".text":
            self.calls[function].add(start)
        elif section == ".rodata":
            self.constants[function].add(found)
            for at, value in self.pointers.items():
                if start <= at < start + size and (target := self.at(value)):
                    if target[3] == ".text":
                        self.calls[function].add(target[0])
                    else:
                        self.constants[function].add(target)

    def parse(self):
        function, pages = None, {}
        for line in self.text.splitlines():
            if m := FUNCTION.match(line):
                function, pages = int(m[1], 16), {}
                self.name[function] = SUFFIX.sub("", m[2])
                continue
            if not (m := LINE.match(line)) or function is None:
                continue
            at, op, args = int(m[1], 16), m[2], m[3].strip()
            self.size[function] = at + 4 - function
            if op in ("b", "bl", "cbz", "cbnz", "tbz", "tbnz") or op.startswith("b."):
                if t := TARGET.search(args):
                    self.branch(function, int(t[1], 16), op)
            elif op in ("blr", "br"):
                self.blind.add(function)
            elif op == "adrp":
                pages[args.split(",")[0]] = int(args.split(",")[1].split()[0], 16)
            elif op == "adr":
                self.refer(function, int(args.split(",")[1].split()[0], 16))
            elif op == "add" and (a := re.match(r"(\w+), (\w+), #(0x[0-9a-f]+|\d+)$", args)):
                if a[2] in pages:
                    self.refer(function, pages[a[2]] + int(a[3], 0))
            pushed = FRAME.search(args)
            if pushed or op == "sub" and SUB.match(args):
                self.frame[function] = max(self.frame[function], self.frame_of(pushed, args))

    def branch(self, function, target, op):
        """Within a function it is no call, but for one to its beginning."""
        if target in self.name or (found := self.at(target)) and found[0] != function:
            start = target if target in self.name else found[0]
            if start != function or op == "bl":
                self.calls[function].add(start)

    @staticmethod
    def frame_of(pushed, args):
        if pushed:
            return int(pushed[1])
        m = SUB.match(args)
        return int(m[1], 16) << (12 if m[2] else 0)

    def callees(self, function):
        known = set().union(*(self.named[n] for n in INDIRECT.get(self.name[function], ())))
        return {c for c in self.calls[function] | known if c in self.size}

    def explained(self, function):
        """A call through a register whose targets are known."""
        return self.name[function] in INDIRECT or any(c in self.size for c in self.calls[function])

    def reach(self, roots, end=()):
        seen, todo = set(), [at for name in roots for at in self.named[name]]
        while todo:
            function = todo.pop()
            if function not in seen and self.name[function] not in end:
                seen.add(function)
                todo += self.callees(function)
        return seen

    def deepest(self, roots):
        """Bytes and functions of the deepest chain of calls."""
        memo, active = {}, set()

        def walk(function):
            if function in memo:
                return memo[function]
            if function in active:
                return 0, []
            active.add(function)
            callees = self.callees(function)
            best = max((walk(c) for c in callees if c != function), default=(0, []),
                       key=lambda chain: chain[0])
            active.discard(function)
            own = self.frame[function] * (DEPTH if function in callees else 1)
            memo[function] = own + best[0], [f"{own:6} {self.name[function]}", *best[1]]
            return memo[function]

        sys.setrecursionlimit(10000)
        return max((walk(at) for name in roots for at in self.named[name]),
                   key=lambda chain: chain[0])


def main(opt):
    image = Image(opt.objdump, opt.elf)
    reached = image.reach(opt.root, END)
    constants = set().union(*(image.constants[f] for f in reached))
    code = sum(image.size[f] for f in reached if f in image.size)
    data = sum(size for _, size, _, _ in constants)
    bad = sorted(image.name[f] for f in reached if FORBIDDEN.match(image.name[f]))
    blind = sorted(image.name[f] for f in (reached | image.reach(OTHERS)) & image.blind
                   if not image.explained(f))
    depth, chain = image.deepest([*opt.root, *OTHERS])
    if opt.list:
        for f in sorted(reached, key=lambda f: -image.size.get(f, 0)):
            print(f"{image.size.get(f, 0):6} {image.name[f]}")
        print("\n".join(chain))
    print(f"a guest's trap reaches {len(reached)} functions, {code} bytes of code and {data} of "
          f"constants, at most {opt.most}; the deepest chain takes {depth} bytes, at most {opt.stack}")
    for name in bad:
        print(f"reached, and must not be: {name}")
    for name in blind:
        print(f"calls through a register, and nobody knows what: {name}")
    return not bad and not blind and 0 < code + data <= opt.most and 0 < depth <= opt.stack and \
        len(reached) > 50


if __name__ == "__main__":
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("--most", type=int, default=MOST)
    p.add_argument("--stack", type=int, default=STACK)
    p.add_argument("--root", action="append")
    p.add_argument("--list", action="store_true")
    p.add_argument("objdump")
    p.add_argument("elf")
    options = p.parse_args()
    options.root = options.root or list(ROOTS)
    sys.exit(0 if main(options) else 1)
