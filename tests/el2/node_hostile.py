# SPDX-License-Identifier: BSD-2-Clause
"""Cases of node.py: a guest attacks, beside one that must not be disturbed and one that manages.

VM 0 does what is typed (payload/hostile.c). All RAM is read from outside before and after: only what
is the attacker's, and variables of EL2 that are named here or in layout.c, may differ. Then the
manager must answer in time, and each CPU must run a new VM."""
import os
import re
import struct
import subprocess

from node_case import CPUS, GICV2, IMAGE, RAM, VM, Case, debian
from node_outside import Snapshot, differing

BAD, CALM, BOSS = range(3)
NAMES = ("bad", "calm", "boss")
MEMORY = 4  # MiB of each
WORK = 192 << 10  # bytes in which a VM's kernel is unpacked: admit.c

# Variables of EL2 that change while guests run, by their names: which bytes, and why. Others are parts
# of structures: layout.c.
CHANGING = {
    "kept": (0, 1 << 20),  # its own lines
    "lock": (0, 8),  # of the console, and of the pool of tables
}


class Session:
    """What is typed, and what is looked for in what comes back. A script is a generator: it yields
    regular expressions of lines, and is given the matches."""

    def __init__(self, run):
        self.run, self.text, self.typed, self.bad = run, "", b"", []
        self.script = run.case.script(self)
        self.wanted = next(self.script)

    def type(self, slot, line):
        """Escape and slot: who gets it."""
        self.typed += b"\x1d%d%s\n" % (slot, line.encode())

    def feed(self, data):
        """More of the console. What is typed now."""
        self.text += data.decode(errors="replace").replace("\r", "")
        while self.wanted and (m := re.search(rf"^(?:{self.wanted})$", self.text, re.M)):
            if m.end() == len(self.text):  # perhaps not the whole line
                break
            self.text = self.text[m.end():]
            try:
                self.wanted = self.script.send(m)
            except StopIteration:
                self.wanted = ""
        typed, self.typed = self.typed, b""
        return typed

    def end(self):
        """What is wrong."""
        bad = self.bad + [f"nothing matches {self.wanted!r}"] * bool(self.wanted)
        return "".join(f"test: FAILED: {what}\n" for what in bad).encode()

    def must(self, holds, what):
        if not holds:
            self.bad.append(what)

    def do(self, slot, line, answer):
        """A command, whose answer has hexadecimal numbers: a list."""
        self.type(slot, line)
        m = yield rf"{NAMES[slot]}: {answer}((?: 0x\w+)*)"
        yield rf"{NAMES[slot]}: ready"
        return [int(word, 16) for word in m[1].split()]


# ---- the machine from outside


class Image:
    """Where the variables of EL2 are: its symbols, and layout.c."""

    def __init__(self, build):
        with open(os.path.join(build, "CMakeCache.txt"), encoding="utf-8") as f:
            nm = re.search(r"^CMAKE_NM:\w+=(.*)$", f.read(), re.M)[1]
        done = subprocess.run([nm, "-S", os.path.join(build, "frontends/el2/aetherboot-el2")], check=True,
                              capture_output=True, text=True)
        # a name may have a number behind it: variables of several files, or optimised together
        self.symbols = [(name, int(at, 16), int(size, 16)) for at, size, name in
                        re.findall(r"^(\w+) (\w+) [BbDdRr] (\w+)(?:\.\w+)*$", done.stdout, re.M)]
        with open(os.path.join(build, "tests/el2/layout.bin"), "rb") as f:
            self.rows = [(what.rstrip(b"\0").decode(), *numbers)
                         for what, *numbers in struct.iter_unpack("<40s4Q", f.read())]

    def at(self, name):
        """(offset in the image, bytes) of a variable."""
        found = [(at, size) for n, at, size in self.symbols if n == name]
        if len(found) != 1:
            raise RuntimeError(f"{name} is in the image {len(found)} times")
        return found[0]

    def changing(self):
        """(first, end) of bytes that may change, as offsets in the image."""
        for name, at, size in self.symbols:
            if name in CHANGING:
                first, n = CHANGING[name]
                yield at + first, at + min(first + n, size)
        bases = {"node": "el2_node", "vms": "el2_node", "vcpus": "el2_node", "bank": "el2_node",
                 "cpu": "cpus", "gic": "el2_gic", "stack": "el2_stacks"}
        for what, offset, size, stride, n in self.rows:
            base = bases.get(what.split(":")[0])
            base = self.at(base)[0] if base else None
            if base is not None:
                for i in range(n):
                    yield base + offset + i * stride, base + offset + i * stride + size

    def place(self, ram, what, slot):
        """A VM's address in the variables of EL2."""
        _, offset, _, stride, _ = next(r for r in self.rows if r[0] == f"place: {what}")
        at = IMAGE - RAM + self.at("el2_node")[0] + offset + slot * stride
        return struct.unpack_from("<Q", ram, at)[0]

    def parts(self, what, slot):
        """(first, end) in RAM of what belongs to a VM or vCPU alone."""
        _, offset, size, _, _ = next(r for r in self.rows if r[0] == f"size: {what}")
        at = IMAGE - RAM + self.at("el2_node")[0] + offset + slot * size
        return at, at + size


BUNDLE = RAM + (64 << 20)  # where QEMU loads it, of 128 MiB


def one_tree(session, image, snapshot):
    """The machine's tree, which has its seeds, is nowhere: the bundle is one, and each VM has
    one, and another where it was made."""
    trees = [m.start() for m in re.finditer(rb"\xd0\x0d\xfe\xed", snapshot.ram) if m.start() % 4 == 0]
    for slot, vm in enumerate(session.run.case.vms):
        for what, size in (("pa", vm.memory << 20), ("work.data", WORK)):
            at = image.place(snapshot.ram, what, slot) - RAM
            trees = [tree for tree in trees if not at <= tree < at + size]
    session.must(trees == [BUNDLE - RAM], "device trees in RAM: " + " ".join(hex(RAM + tree) for tree in trees))


def merged(ranges):
    """The same bytes as ascending ranges that do not touch."""
    out = []
    for first, end in sorted(ranges):
        if out and first <= out[-1][1]:
            out[-1] = out[-1][0], max(end, out[-1][1])
        else:
            out.append((first, end))
    return out


def compare(session, before, after, attackers=(BAD,)):
    """Only what may change did."""
    case, image = session.run.case, Image(session.run.opt.build)
    may = [(IMAGE - RAM + a, IMAGE - RAM + b) for a, b in image.changing()]
    own = []
    one_tree(session, image, before)
    for slot in attackers:
        at = image.place(before.ram, "pa", slot) - RAM
        own.append((at, at + (case.vms[slot].memory << 20)))
        at = image.place(before.ram, "work.data", slot) - RAM
        own.append((at, at + WORK))
    may = merged(may + own)
    for a, b in differing(before.ram, after.ram):
        inside = [m for m in may if m[0] <= a and b <= m[1]]
        if not inside:
            session.bad.append(f"RAM {RAM + a:#x} to {RAM + b:#x} changed, of the image {a - (IMAGE - RAM):#x}: "
                               f"{before.ram[a:b][:16].hex()} to {after.ram[a:b][:16].hex()}")
            if len(session.bad) > 16:
                return
    # nothing of the calm VM, nor of its CPU: its interrupts are in its registers in EL2. CPUs are
    # given in the order of the VMs
    for what, nth in (("vm", CALM), ("vcpu", sum(vm.cpus for vm in case.vms[:CALM]))):
        first, end = image.parts(what, nth)
        for a, b in differing(before.ram[first:end], after.ram[first:end]):
            session.bad.append(f"EL2's record of calm's {what} changed, at {a:#x} to {b:#x}")
    session.must(before.dist == after.dist, "registers of the physical distributor changed")
    for cpu, (a, b) in enumerate(zip(before.redist, after.redist)):
        session.must(a == b or cpu < case.vms[BAD].cpus, f"the redistributor of CPU {cpu} changed")


# ---- sessions


def begin(s, snapshot=True):
    """All are ready, and the calm one stands."""
    waiting = set(NAMES)
    while waiting:
        m = yield rf"({'|'.join(sorted(waiting))}): ready"
        waiting.remove(m[1])
    s.type(CALM, "stand 5eed")
    yield "calm: standing"
    if s.run.case.vms[BAD].cpus > 1:  # each of its CPUs ran once
        yield from s.do(BAD, "psci 20 1", "races")
    else:
        yield from s.do(BAD, "nothing", "nothing")
    return Snapshot(s.run, s.run.case.smp) if snapshot else None


def state(s, slot, wanted):
    while True:
        r = yield from s.do(BOSS, f"call 3 {slot}", "called")
        if r[2] & 0xff == wanted:
            return r


EMPTY, LOADING, READY, RUNNING = range(4)
CREATE, START, DESTROY, SHUTDOWN = 6, 7, 9, 15


def finish(s, before, attackers=(BAD,)):
    """Nothing changed; the manager answers; all CPUs can be given a new VM."""
    if before:
        compare(s, before, Snapshot(s.run, s.run.case.smp), attackers)
    r = yield from s.do(BOSS, "bound 200", "bound")
    s.must(r[1] == 0 and r[2] < 62500, f"the manager's calls: {r}")
    for slot in (BAD, CALM):
        yield from s.do(BOSS, f"call {DESTROY:x} {slot}", "called 0x9 0x0")
        yield from state(s, slot, EMPTY)
        yield from s.do(BOSS, f"call {CREATE:x} {slot}", "called 0x6 0x0")
        yield from state(s, slot, READY)
        # its first line may come before the manager's
        s.type(BOSS, f"call {START:x} {slot}")
        waiting = {rf"boss: ready", rf"{NAMES[slot]}: ready"}
        while waiting:
            m = yield "|".join(sorted(waiting))
            waiting.remove(m[0])
    if s.run.case.vms[BAD].cpus > 1:
        r = yield from s.do(BAD, "psci 40 1", "races")
        s.must(r[1] >= s.run.case.vms[BAD].cpus - 1, "a CPU of the new VM does not start")
    s.type(BOSS, f"call {SHUTDOWN:x}")


def attack(*commands):
    """Commands, each with what its answer must be: a function of its numbers."""
    def script(s):
        before = yield from begin(s)
        for line, answer, right in commands:
            r = yield from s.do(BAD, line, answer)
            s.must(right(r), f"{line}: {' '.join(map(hex, r))}")
        yield from finish(s, before)
    return script


# ---- memory


def contained(r):
    """Of touch and walk: none was done, none ended in another way than an abort of Stage 2, or, where
    the address is not aligned or the CPU has no such instruction, in the guest's own exception."""
    return r[1] == 0 and r[5] == 0 and r[2] > 0


def touches(s):
    before = yield from begin(s)
    image = Image(s.run.opt.build)
    text = IMAGE + 0x40
    places = [("text", text, 0x1000, 0x400), ("constants", IMAGE + image.at("answers")[0], 64, 8)]
    for name in ("el2_node", "el2_stacks", "tables", "pool", "kept"):
        at, size = image.at(name)
        places.append((name, IMAGE + at, size, max(size // 16, 8) & ~7))
    for slot in range(3):
        at = image.place(before.ram, "pa", slot)
        places.append((NAMES[slot], at, MEMORY << 20, 0x40000))
        places.append((NAMES[slot], image.place(before.ram, "work.data", slot), WORK, 0x8000))
    places.append(("bundle", 0x44000000, 0x100000, 0x10000))
    places.append(("devices", 0x08000000, 0x02100000, 0x10000))
    places.append(("low", 0, 0x10000000, 0x1000000))
    for bits in range(32, 40):
        places.append((f"2^{bits}", (1 << bits) - 0x1000, 0x2000, 0x800))
    # the edges of its own memory, from outside and across
    base, end = 0x80000000, 0x80000000 + (MEMORY << 20)
    edges = [("before", base - 0x40, 0x38, 1), ("across", base - 7, 1, 8), ("behind", end, 0x40, 1)]
    # a manager's addresses are physical: what is the others' is where it says, and it has no device
    others = [p for p in places if p[0] not in ("boss", "devices", "low")]
    others += [("RTC", 0x9010000, 0x1000, 0x400), ("virtio", 0xa000000, 0x4000, 0x400)]
    for slot, tried in ((BAD, places + edges), (BOSS, others)):
        for name, at, size, step in tried:
            for mmu in (0, 1):
                r = yield from s.do(slot, f"touch {at:x} {size:x} {step:x} {mmu}", "touched")
                s.must(contained(r), f"{name} at {at:#x}, MMU {mmu}: {' '.join(map(hex, r))}")
        for name, at in (("text", IMAGE), ("tables", IMAGE + image.at("pool")[0]),
                         ("calm", image.place(before.ram, "pa", CALM)), ("UART", 0x9000000),
                         ("GIC", 0x10000000), ("hole", 0x20000000), ("end", (1 << 40) - 0x4000)):
            r = yield from s.do(slot, f"walk {at:x} 1000 4", "walked")
            s.must(contained(r), f"a walk to {name}: {' '.join(map(hex, r))}")
    yield from finish(s, before, (BAD, BOSS))


# ---- calls

FULL, FEW = 0x10000, 0x100
PER_TYPE = 23 * FULL + 41 * FEW


def function(nth):
    """The function id of a place in the payload's list."""
    kind, at = divmod(nth, PER_TYPE)
    if at < 7 * FULL:
        owner, number = divmod(at, FULL)
    elif at < 7 * FULL + 41 * FEW:
        owner, number = divmod(at - 7 * FULL, FEW)
        owner += 7
    else:
        owner, number = divmod(at - 7 * FULL - 41 * FEW, FULL)
        owner += 48
    return kind << 30 | owner << 24 | number


# who answers with something else than -1: SMCCC, PSCI, and the hypervisor
ANSWER = {0x80000000, 0x84000000, 0x84000001, 0xc4000001, 0x84000003, 0xc4000003, 0x84000004,
          0xc4000004, 0x84000006, 0x8600ff01, 0x8600ff03, *range(0xc6000000, 0xc6000014)}
MAY_ANSWER = {0x80000001, 0x8400000a}  # for arguments that name one of these
# they end a VM with one CPU
ENDS = {0x84000002: "all of its CPUs are off", 0x84000008: "it powered off", 0x84000009: "it reset itself"}


def ids(step):
    """Each function id, or one of @step and all that are answered. A VM that one ends begins again
    behind it: EL2 says where it was."""
    def script(s):
        before = yield from begin(s)
        answered, ended = set(), {}
        for smc in (0, 1):
            ranges = [(0, 4 * PER_TYPE, step)]
            if step > 1:
                ranges += [(k * PER_TYPE + owner * FULL + first, k * PER_TYPE + owner * FULL + last, 1)
                           for k in range(4) for owner in (0, 4, 6)
                           for first, last in ((0, 0x40), (0x8000, 0x8001), (0xff00, 0x10000))]
            for first, last, stride in ranges:
                while first < last:
                    s.type(BAD, f"ids {smc} {first:x} {last:x} {stride:x}")
                    while True:
                        m = yield (r"bad: answer 0x(\w+) 0x(\w+)|bad: calls (.*)|el2: bad ended: (.*)")
                        if m[1]:
                            answered.add(int(m[1], 16))
                        else:
                            break
                    if m[3]:
                        yield "bad: ready"
                        break
                    why = m[4]
                    m = yield r"el2: pc .*, x29 0x(\w+), .*"
                    ended[function(int(m[1], 16))] = why
                    first = int(m[1], 16) + stride
                    yield "bad: ready"
        answered -= MAY_ANSWER
        s.must(answered == ANSWER, "answered: " + " ".join(map(hex, sorted(answered ^ ANSWER))))
        s.must(ended == ENDS, f"ended: {ended}")
        yield from finish(s, before)
    return script


IMMEDIATES = [(f"hvcs {smc} 0 10000", "immediates", lambda r: r[1:] == [0xffff, 1, 0, 0]) for smc in (0, 1)]


# ---- system registers


def table(cpu, v2):
    """sysregs.txt for a CPU, without the interface of a GICv3 for one that has a GICv2: sets of encodings by
    their letters."""
    sets = {letter: set() for letter in ("r1", "w1", "r0", "w0")}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "sysregs.txt"), encoding="ascii") as f:
        for line in f:
            if line.startswith("#"):
                continue
            name, *rights, called = line.split()[:4]
            if v2 and called.startswith("ICC_"):
                continue
            op0, op1, crn, crm, op2 = map(int, re.fullmatch(r"S(\d)_(\d)_C(\d+)_C(\d+)_(\d)", name).groups())
            for letter, right in zip(sets, rights["max" in cpu]):
                if right != "-":
                    sets[letter].add(op0 << 14 | op1 << 11 | crn << 7 | crm << 3 | op2)
    # identification: as sysreg.c says, or zero
    sets["r1"] |= {0xc000 | crm << 3 | op2 for crm in range(1, 8) for op2 in range(8)}
    return sets


# reads and writes by x1, and without an operand: hints, barriers, PSTATE, and what needs none of op0 1
PASSES = [(el, read, rt) for el in (1, 0) for read, rt in ((1, 0), (0, 0), (0, 1))]
BARE = {"cortex-a57": (232, 192), "max": (300, 228)}  # of op0 0, at EL1 and EL0
ZEROES = {0x5ba1, 0x5be1, 0x5be9}  # DC ZVA, DC CVAP, DC CVADP: these reach memory


def system(s):
    """All encodings: those of the table run, all others are undefined, or the guest's EL1 traps them."""
    before = yield from begin(s)
    cpu = s.run.case.cpu
    sets = table(cpu, s.run.case.machine == GICV2)
    for el, read, rt in PASSES:
        n, ran, others = 0x8000 if rt else 0x10000, set(), 0
        s.type(BAD, f"sys {1 - el} {read} {rt} 0 {n:x} ffffffffffffffff")
        while True:
            m = yield r"bad: sys 0x(\w+) .*|bad: other 0x(\w+) 0x(\w+) .*|bad: system (.*)"
            if m[4]:
                break
            if m[1]:
                ran.add(int(m[1], 16))
                continue
            others += 1
            at, esr = int(m[2], 16), int(m[3], 16)
            s.must(at in ZEROES and esr >> 26 in (0x24, 0x25) or at >> 14 == 0 and (
                esr + 1 == 1 << 64 or el == 0 and esr >> 26 == 1), f"{at:#x} at EL{el} ends with {esr:#x}")
        yield "bad: ready"
        counted = [int(word, 16) for word in m[4].split()]
        s.must(sum(counted[2:]) + others == n and counted[2] == len(ran), f"counts: {m[4]}")
        want = sets[f"{'r' if read else 'w'}{el}"]
        if rt:
            want = {at for at in want if at >> 14 == 1}
            bare = {at for at in ran if at >> 14 == 0}
            ran -= bare
            s.must(all(at >> 7 in (2 + 0x30, 3 + 0x30) or at >> 7 & 15 == 4 for at in bare)
                   and len(bare) == BARE[cpu.split(",")[0]][1 - el], f"{len(bare)} of op0 0 at EL{el}")
        s.must(ran == want, f"EL{el}, read {read}: " + " ".join(
            f"{'not ' * (at in want)}S{at >> 14}_{at >> 11 & 7}_C{at >> 7 & 15}_C{at >> 3 & 15}_{at & 7}"
            for at in sorted(ran ^ want)))
    yield from finish(s, before)


# ---- beside Linux, and what is not contained

FLOODS = (("print 20000", "printed"), ("trap 20000", "trapped"), ("storm 1000", "stormed"))


def beside_linux(s):
    """After each attack Linux goes on, and the manager answers."""
    yield from begin(s, False)
    yield "deb: linux: checked"
    for line, answer in (("ids 0 0 ffffffff fff1", "calls"), ("gic 1", "registers"), ("sgis 400", "sgis"),
                         ("psci 4000 4", "races"), *FLOODS):
        s.type(BAD, line)
        while not (m := (yield rf"bad: {answer} .*|bad: ready|bad: answer .*|el2: bad ended: .*"))[0].endswith("ready"):
            s.must("ended" not in m[0], f"{line}: {m[0]}")
        yield "deb: linux: still here"
        r = yield from s.do(BOSS, "bound 100", "bound")
        s.must(r[1] == 0, f"the manager's calls: {r}")
    s.type(BOSS, f"call {SHUTDOWN:x}")


def hole(s):
    """A device writes into EL2. When this fails because nothing was written, something contains devices:
    then docs/el2.md says too little."""
    before = yield from begin(s)
    image = Image(s.run.opt.build)
    at, size = image.at("pool")
    at = IMAGE + at + size - 16  # behind all tables
    r = yield from s.do(BOSS, f"dma a003e00 {at:x} 10", "dma")
    s.must(r == [4, 1], f"the entropy device: {r}")
    after = Snapshot(s.run, s.run.case.smp)
    changed = [(a, b) for a, b in differing(before.ram, after.ram) if at <= RAM + a < at + 16]
    s.must(changed, "no byte of EL2 was written: change docs/el2.md, which says that devices are not contained")
    s.type(BOSS, f"call {SHUTDOWN:x}")


# ---- the cases


def cases():
    def hostile(name, script, cpus=1, restarts=0, virtio=(), neighbour=(), **more):
        more = {"limit": 120, "ram": 128, **more}
        vms = [VM("bad", bootargs="do=hostile", cpus=cpus, memory=MEMORY, restarts=restarts),
               VM("calm", bootargs="do=hostile", memory=MEMORY),
               VM("boss", bootargs="do=hostile", memory=MEMORY, capabilities=("manage", "log", *virtio)), *neighbour]
        return Case(f"hostile-{name}", [r"el2: boss ended: the node shuts down$", r"el2: no VM runs: power off$"],
                    group="hostile", smp=len(vms) + cpus - 1, script=script, vms=vms, **more)

    return [
        hostile("memory", touches),
        hostile("memory-v2", touches, machine=GICV2),
        hostile("memory-max", touches, cpu=CPUS["max"]),
        hostile("immediates", attack(*IMMEDIATES)),
        hostile("immediates-v2", attack(*IMMEDIATES), machine=GICV2),
        hostile("calls", ids(257), restarts=20),
        hostile("calls-v2", ids(257), restarts=20, machine=GICV2),
        hostile("calls-all", ids(1), restarts=20, limit=500),
        hostile("system-a57", system),
        hostile("system-max", system, cpu=CPUS["max"]),
        hostile("system-v2", system, machine=GICV2),
        hostile("gic", attack(("gic 2", "registers", lambda r: r[0] > 1000),
                              ("sgis 800", "sgis", lambda r: r[1] == 0 and r[2] == 0)), cpus=4),
        hostile("psci", attack(("psci 10000 100", "races", lambda r: r[1] >= 100)), cpus=4),
        hostile("gic-v2", attack(("icc", "interface", lambda r: r == [82, 0]),
                                 ("gic 2", "registers", lambda r: r[0] > 1000),
                                 ("sgis 800", "sgis", lambda r: r[1] == 0 and r[2] == 0)), cpus=4, machine=GICV2),
        hostile("psci-v2", attack(("psci 10000 100", "races", lambda r: r[1] >= 100)), cpus=4, machine=GICV2),
        *(hostile(f"floods{name}", attack(*((line, answer, lambda r: r[0] != 0) for line, answer in FLOODS)), cpus=4, **more)
          for name, more in (("", {}), ("-v2", {"machine": GICV2}))),
        hostile("debian", beside_linux, cpus=2, ram=1024, limit=300, neighbour=[debian("deb", do="stay")]),
        hostile("debian-v2-all", beside_linux, cpus=2, ram=1024, limit=300, neighbour=[debian("deb", do="stay")],
                machine=GICV2),
        hostile("hole", hole, virtio=("virtio",), argv=("-nic", "none", "-device", "virtio-rng-device")),
    ]
