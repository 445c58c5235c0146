# SPDX-License-Identifier: BSD-2-Clause
"""Cases of node.py: a guest that manages others by the calls of docs/el2-calls.md."""
from node_case import CPUS, GICV2, VM, Case, debian

OK = "0x0"
UNKNOWN, DENIED, INVALID, STATE = (f"{(1 << 64) - n:#x}" for n in (1, 2, 3, 4))
UNTOUCHED = "0x5a5a"  # no call was made
BOSS = ("manage", "log")


def all_calls(name, exits, start, stop, read, write, ring):
    """What payload's every() prints."""
    return [name, *(f"{call} gives {status}" for call, status in (
        ("exits", exits), ("start", start), ("stop", stop), ("read", read), ("write", write),
        ("raise", ring)))]


NOTHING = all_calls("", STATE, STATE, STATE, STATE, STATE, STATE)[1:]
RECORD = all_calls("", OK, STATE, STATE, OK, STATE, STATE)[1:]

QUERIES = [
    "uid 0xd1f3c56a 0xf4cbe27 0x901b589e 0x3e44c7d2$", f"version gives {OK} 0x10000 0x9 0x0$",
    f"node gives {OK} 0x3 0x3 0x40000000$", f"list gives {OK} 0x3$",
    f"info gives {OK} 0x103 0x1 0x400000 0x1$", f"name gives {OK} 0x4 0x6b6c6174$",
    f"end gives {STATE}$", f"text gives {INVALID}$", "digest gives 0x0 SHA256$", f"none gives {OK} 0x0 0x0 0x0 0x0$", f"nobody gives {INVALID}$",
    f"high gives {INVALID}$", f"last gives {STATE}$", f"more gives {UNKNOWN}$",
    f"raise gives {INVALID}$", f"long gives {INVALID}$", f"log gives {OK} 0x0 0x28$",
    "el2: entered at EL0x2, image 0x40200000 $",
]

TALKING = [
    "talk: hello from EL1/I am listening/$", f"past gives {OK} 0x1e 0x0$",
    f"write gives {OK} 0x3$", "talk: heard hi/$", f"ring gives {OK}$", "talk: the bell rang/$",
    f"exits gives {OK}$", "devices$", *[f"spin gives {OK} 0x28$"] * 3, f"spin gives {OK} 0x8$",
    f"spin gives {OK} 0x0$",
]

LIVES = [
    *all_calls("running", OK, STATE, OK, OK, STATE, STATE), "stopped", *RECORD,
    f"create gives {STATE}$", f"destroy gives {OK}$", "destroyed", *NOTHING,
    f"destroy gives {STATE}$", f"create gives {OK}$", f"create gives {STATE}$",
    f"start gives {OK}$", f"start gives {STATE}$", f"info gives {OK} 0x103 0x1 0x400000 0x2$",
    f"destroy gives {OK}$", f"quit gives {OK} 0x2$", "ended", *RECORD, f"end gives {OK} 0xe$",
    "it powered off$", f"destroy gives {OK}$", "forgotten", *NOTHING,
]

EVENTS = [f"events gives {OK}$", "quiet 0x3ff$", f"told gives {OK} 0x2$"]

COSTS = ["1024 versions: ", *(f"{name} gives {OK} for " for name in (
    "node", "list", "info", "name", "exits", "read", "write", "digest", "log", "raise", "events", "stop",
    "destroy", "create", "start", "all", "again")),
    *(f"{name} gives {OK} for " for name in ("gone", "begin", "chunk", "end", "anew")),
    f"refused gives {STATE} for ", f"unknown gives {UNKNOWN} for "]

BELL = "aetherboot,doorbell has interrupt 0xb 0x1$"
MAILBOX = [
    BELL, "aetherboot,mailbox has interrupt 0xa 0x4$", "window 0x10000$", "magic 0x4d424541$",
    "version 0x10000$", *(f"{name} caught 0x{esr}$" for name, esr in (
        ("narrow", "96000010"), ("wide", "96000010"), ("bell", "96000050"), ("pair", "96000010"))),
    "nothing = 0x0$", "gap caught 0x96000010$", "below caught 0x96000010$", "code caught 0x86000010$",
    "far code caught 0x86000010$", "end = 0x0$", "behind caught 0x96000010$", "ticket 0x0$",
    "claim 0x1$", "claim 0x0$", "ticket 0x1$", f"wrong gives {UNTOUCHED} 0x0 0x0 0x0$",
    f"right gives {OK} 0x10000 0x9 0x0$", "kept 0x1$", "released 0x0$", f"late gives {UNTOUCHED}$",
    f"zero gives {UNTOUCHED}$", "expired 0x0$", f"expired gives {UNTOUCHED}$", "claim 0x3$",
    f"list gives {OK} 0x3$", f"name gives {OK} 0x4 0x0$", "talk$", "digest gives 0x0 SHA256$",
    f"nobody gives {INVALID}{' 0x0' * 7}$", f"unknown gives {UNKNOWN}{' 0x0' * 7}$",
    f"long gives {INVALID} 0x0$", f"read gives {OK} 0x0 0x1e$", "hello from EL1/I am listening/$",
    f"write gives {OK} 0xe$", f"read gives {OK} 0x1e 0x14$", "heard hello by mail$",
    f"log gives {OK} 0x0 0x", "el2: entered at EL0x2, image$", f"full gives {OK} 0x80$",
]
LOOK = [BELL, "mailbox 0x0$", f"accesses {8192 * 15:#x}$", f"caught {8192 * 15:#x}$"]
MAILCOST = ["version gives 0x0 0x9 for ", "info gives 0x0 0x1 for ",
            *["read gives 0x0 0x400 for "] * 3, "log gives 0x0 0x3", "write gives 0x0 0x0 for ",
            "destroy gives 0x0 0x0 for "]

FULL = f"{(1 << 64) - 5:#x}"
NOT_LOADED, NOT_IT = "it cannot be loaded", "a staged image has another digest"
STAGE = [
    f"{NOT_LOADED}$", f"no image gives {INVALID}$", f"early gives {STATE}$", f"large gives {FULL}$",
    f"begin gives {OK}$", f"create gives {STATE}$", f"long gives {INVALID}$", f"end gives {INVALID}$",
    "chunks$", f"end gives {OK}$", f"create gives {OK}$", f"{NOT_IT}$",
    f"begin gives {OK}$", "chunks$", f"end gives {OK}$", f"create gives {OK}$", f"late gives {STATE}$",
    f"start gives {OK}$", f"digest gives {OK}$", "SHA256$", f"destroy gives {OK}$", f"create gives {OK}$",
    f"destroy gives {OK}$", f"back gives {OK}$", f"create gives {OK}$", f"{NOT_LOADED}$",
]

POOR = [f"call 0x0 gives {OK}$", *(f"call {n:#x} gives {DENIED}$" for n in range(1, 20)),
        f"call 0x14 gives {UNKNOWN}$", "done$"]

OFF = r"el2: no VM runs: power off$"


def cases():
    def vm(name, do, **more):
        return VM(name, bootargs=f"do={do}", memory=4, **more)

    def says(name, lines):
        return [f"{name}: {line}" for line in lines]

    def rounds(n, short, **more):
        return Case(f"calls-{n}-rounds-{short}", [rf"boss: rounds gives {OK} 0x0 0x1 0x200000 {n:#x}$"],
                    group="calls", halts=True, until=r"^boss: rounds gives .*$", empty=(1,), smp=2,
                    ram=256, vms=[vm("boss", f"rounds n={n}", capabilities=BOSS),
                                  VM("dirt", bootargs="do=dirty", memory=2)], **more)

    def linux(n, **more):
        return Case(f"calls-{n}-debian", [rf"boss: rounds gives {OK} 0x0 0x2 0x10000000 {n:#x}$"],
                    halts=True, until=r"^boss: rounds gives .*$", empty=(1,), smp=3,
                    vms=[vm("boss", f"rounds n={n} linux", capabilities=BOSS),
                         debian("guest", do="stay", cpus=2)], **more)

    ends = [r"el2: boss ended: the node shuts down$", OFF]
    return [
        Case("calls", [*says("boss", QUERIES + TALKING + LIVES + EVENTS), *ends],
             anywhere=[r"talk: heard hi$", r"talk: the bell rang$", r"el2: spin ended: it was stopped$",
                       r"el2: spin ended: it was destroyed$", r"el2: talk ended: it powered off$"],
             group="calls", smp=3,
             vms=[vm("boss", "manage", capabilities=BOSS), vm("talk", "talk"), vm("spin", "spin")]),
        Case("calls-gicv2", [*says("boss", QUERIES + TALKING + LIVES + EVENTS), *ends], group="calls",
             smp=3, machine=GICV2,
             vms=[vm("boss", "manage", capabilities=BOSS), vm("talk", "talk"), vm("spin", "spin")]),
        Case("calls-cost", [*says("boss", COSTS), *ends], group="calls", smp=3, icount=True,
             vms=[vm("boss", "cost", capabilities=BOSS), vm("a", "wait", staging=1), vm("b", "wait")]),
        Case("calls-cost-24", [*says("boss", COSTS), *ends], group="calls", smp=24, icount=True,
             vms=[vm("boss", "cost", capabilities=BOSS), vm("a", "wait", staging=1, cpus=22),
                  vm("b", "wait")]),
        Case("calls-mailbox", [*says("boss", MAILBOX), *ends], anywhere=says("look", LOOK),
             group="calls", smp=3,
             vms=[vm("boss", "mailbox", capabilities=BOSS), vm("talk", "talk"), vm("look", "look")]),
        Case("calls-mailbox-cost", [*says("boss", MAILCOST), *ends], group="calls", smp=2, icount=True,
             vms=[vm("boss", "mailcost", capabilities=BOSS), vm("a", "wait")]),
        Case("stage", [*says("boss", STAGE), *ends], group="calls", smp=2,
             anywhere=[*[r"w: hello from EL1$"] * 2, r"el2: w: stage.digest: 0 is not valid: "],
             vms=[vm("boss", "stage", capabilities=BOSS, ramdisk="payload"),
                  VM("w", "noise", memory=4, staging=1, bootargs="do=nothing", restarts=1)]),
        rounds(200, "a57", limit=300),
        rounds(1000, "a57", limit=300),
        rounds(20, "max", cpu=CPUS["max"]),
        rounds(20, "gicv2", machine=GICV2),
        linux(2, group="calls", limit=300),
        linux(20, group="long", limit=600),
        # it begins again once, then the worker has no manager
        Case("calls-headless",
             [*[r"boss: hello from EL1$", r"el2: boss ended: it powered off$"] * 2, r"worker: I work$",
              r"worker: done$", r"el2: worker ended: it powered off$", OFF],
             group="calls", smp=2,
             vms=[vm("boss", "nothing", capabilities=BOSS, restarts=1), vm("worker", "work")]),
        Case("calls-restarts",
             [*[r"a: I work$", r"a: done$", r"el2: a ended: it powered off$"] * 4, OFF],
             anywhere=[r"el2: b ended: it powered off$"], group="calls", smp=2,
             vms=[vm("a", "work", restarts=3), vm("b", "work")]),
        Case("calls-denied", [*says("poor", POOR), OFF], group="calls", vms=[vm("poor", "poor")]),
    ]
