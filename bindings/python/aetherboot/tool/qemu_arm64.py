# SPDX-License-Identifier: BSD-2-Clause
"""What boots on QEMU's arm64 machine "virt" without a VMM of ours: loader devices, and a stub that
the first CPU runs before the kernel."""
from __future__ import annotations

from .._enums import Backing
from .._types import Reserve
from . import Refusal
from .placing import place, regions

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .._plan import Plan
    from .._types import Machine
    from .folder import Folder

# At the start of its RAM QEMU leaves a tree of its own, of at most 1 MiB, when there is neither
# -kernel nor firmware. No guest may find it. The stub lies at the end of the same 2 MiB.
TREE = 0x40000000
TREE_SIZE = 0x200000
STUB_SIZE = 0x1000
FLASH_SIZE = 0x8000000  # at address 0
STUB = TREE + TREE_SIZE - STUB_SIZE

# x4 is the one register that is not as the entry state has it: something must hold pc.
CODE = (
    (0x58000184, "ldr x4, first"),  # clear what is before the stub
    (0x580001a5, "ldr x5, last"),
    (0xa8817c9f, "1: stp xzr, xzr, [x4], #16"),
    (0xeb05009f, "cmp x4, x5"),
    (0x54ffffc3, "b.lo 1b"),
    (0x58000160, "ldr x0, args"),  # the entry state
    (0x58000181, "ldr x1, args + 8"),
    (0x580001a2, "ldr x2, args + 16"),
    (0x580001c3, "ldr x3, args + 24"),
    (0x580001e4, "ldr x4, pc"),
    (0xd2800005, "mov x5, #0"),
    (0xd61f0080, "br x4"),
)
LITERALS = "first: .quad 0\nlast: .quad 0\nargs: .quad 0, 0, 0, 0\npc: .quad 0\n"


def reserve(machine: Machine) -> list[Reserve]:
    """What of the guest's RAM is QEMU's and the stub's."""
    ranges = ((max(ram.base, TREE), min(ram.base + ram.size, TREE + TREE_SIZE))
              for ram in machine.ram)
    return [Reserve(base=base, size=end - base, name="QEMU's tree") for base, end in ranges
            if base < end]


def stub(guest: Plan) -> bytes:
    """The code that QEMU starts the first CPU with."""
    cpu = guest.entry(0).arm64
    assert cpu is not None
    literals = (TREE, STUB, *cpu.x[:4], cpu.pc)
    return b"".join((*(word.to_bytes(4, "little") for word, _ in CODE),
                     *(value.to_bytes(8, "little") for value in literals)))


def make(guest: Plan, out: Folder) -> list[str]:
    """Write a file for each region, and the stub. Returns QEMU's arguments. It runs in the
    folder, so the folder may be moved, and no letter of its own name needs to be quoted."""
    for region in guest.regions:
        if region.base < TREE + TREE_SIZE and region.base + region.size > TREE and \
                region.name != "QEMU's tree":
            raise Refusal(f"{region.name}: {region.base:#x} is not valid: QEMU has {TREE:#x} to "
                          f"{TREE + TREE_SIZE - 1:#x} for itself", "payload")
        if region.backing == Backing.ROM and region.base + region.size > FLASH_SIZE:
            raise Refusal(f"{region.name}: {region.base:#x} is not valid: QEMU's machine has no "
                          f"memory there; below {FLASH_SIZE:#x} is flash", "payload")
    extents = regions(guest)
    place(guest, out, extents)
    out.write("stub.bin", [stub(guest)])
    loaded = [*((name, base) for base, _, name in extents), ("stub.bin", STUB)]
    arguments = []
    for name, base in loaded:
        arguments += ["-device", f"loader,file={name},addr={base:#x},force-raw=on"]
    return [*arguments, "-device", f"loader,addr={STUB:#x},cpu-num=0"]
