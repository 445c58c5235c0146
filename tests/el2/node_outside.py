# SPDX-License-Identifier: BSD-2-Clause
"""The machine of node_hostile.py from outside: all RAM, and the physical GIC, while QEMU stands.

QEMU reads the registers of a GICv3 by their addresses. Those of a GICv2 it can only read for a CPU,
and ends where none does; so they are taken from the state that it would give to another QEMU."""
import os
import struct

from node_case import GICV2, RAM

PAGE = 4096
DIST, REDIST, REDIST_SIZE = 0x8000000, 0x80a0000, 0x20000

# "arm_gic", version 12, of QEMU's hw/intc/arm_gic_common.c: where its parts begin. An interrupt has
# seven bytes, of which a bit each is a CPU's: enabled, pending, active, level, one-to-n; then edge
# and group
GIC_VERSION, IRQS, PRIVATE, CPUS, IRQ_SIZE = 12, 1020, 32, 8, 7
STATES = 4 + 4 * CPUS
TARGETS = STATES + IRQ_SIZE * IRQS
PRIORITIES = TARGETS + IRQS  # of private ones, for each CPU
SPI_PRIORITIES = PRIORITIES + PRIVATE * CPUS
END = SPI_PRIORITIES + IRQS - PRIVATE


def gicv2(state, cpus):
    """From QEMU's state: what is of the SPIs, and what is of each CPU."""
    name = b"\x07arm_gic"
    at = state.find(name)
    if at < 0 or state.find(name, at + 1) >= 0:
        raise RuntimeError("QEMU's state has not one GICv2")
    at += len(name)
    version = struct.unpack_from(">I", state, at + 4)[0]
    gic = state[at + 8:at + 8 + END]
    if version != GIC_VERSION or len(gic) != END:
        raise RuntimeError(f"QEMU's GICv2 has version {version}")
    spis = gic[:4] + gic[STATES + IRQ_SIZE * PRIVATE:TARGETS] + gic[TARGETS + PRIVATE:PRIORITIES] + \
        gic[SPI_PRIORITIES:]
    private = gic[STATES:STATES + IRQ_SIZE * PRIVATE]
    return spis, [bytes(v >> cpu & 1 for v in private) + gic[PRIORITIES + cpu:SPI_PRIORITIES:CPUS]
                  for cpu in range(cpus)]


class Snapshot:
    """All RAM, and the registers of the GIC."""

    def __init__(self, run, cpus):
        with run.stopped() as (save, do):
            self.ram = save(RAM, run.case.ram << 20)
            if run.case.machine == GICV2:
                self.dist, self.redist = gicv2(migrated(run, do), cpus)
            else:
                self.dist = save(DIST, 0x10000)
                self.redist = [save(REDIST + cpu * REDIST_SIZE, REDIST_SIZE) for cpu in range(cpus)]


def migrated(run, do):
    """The state for another QEMU."""
    path = os.path.join(run.dir, "state")
    do(f'"migrate", "arguments": {{"uri": "exec:cat > {path}"}}')
    while '"completed"' not in (said := do('"query-migrate"')):
        if '"failed"' in said:
            raise RuntimeError(f"QMP: {said}")
    with open(path, "rb") as f:
        data = f.read()
    os.unlink(path)
    return data


def differing(a, b):
    """(first, end) of ranges of at least one byte each."""
    for at in range(0, len(a), PAGE):
        if a[at:at + PAGE] == b[at:at + PAGE]:
            continue
        first, end = None, min(at + PAGE, len(a))
        for i in range(at, end + 1):
            same = i == end or a[i] == b[i]
            if not same and first is None:
                first = i
            elif same and first is not None:
                yield first, i
                first = None
