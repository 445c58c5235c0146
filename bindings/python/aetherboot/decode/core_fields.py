# SPDX-License-Identifier: BSD-2-Clause
"""Fields of the notes by which QEMU's dump-guest-memory tells the registers of CPUs."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .node import Row

PID: Row = (0, 4, "n", "pr_pid", "number of the CPU, from 1 on")


def _registers(start: int, width: int, names: str) -> Sequence[Row]:
    """Registers behind each other. Those that are called - are padding."""
    return [(start + width * index, width, "x", name, "")
            for index, name in enumerate(names.split()) if name != "-"]


AARCH64 = 183  # e_machine
# by e_machine: the elf_prstatus of Linux, of which QEMU fills in only these
PRSTATUS: dict[int, Sequence[Row]] = {
    3: ((24, *PID[1:]), *_registers(
        72, 4, "ebx ecx edx esi edi ebp eax ds es fs gs orig_eax eip cs eflags esp ss")),
    62: ((32, *PID[1:]), *_registers(
        112, 8, "r15 r14 r13 r12 rbp rbx r11 r10 r9 r8 rax rcx rdx rsi rdi orig_rax rip cs eflags "
        "rsp ss fs_base gs_base ds es fs gs")),
    AARCH64: ((32, *PID[1:]), *_registers(
        112, 8, " ".join(f"x{i}" for i in range(31)) + " sp pc pstate")),
}

_SEGMENT: Sequence[Row] = (
    (0, 4, "x", "selector", ""),
    (4, 4, "x", "limit", ""),
    (8, 4, "x", "flags", ((8, 4, "type", ""), (12, 1, "S", ""), (13, 2, "DPL", ""),
                          (15, 1, "P", ""), (20, 1, "AVL", ""), (21, 1, "L", ""),
                          (22, 1, "D/B", ""), (23, 1, "G", ""))),
    (16, 8, "x", "base", ""),
)
QEMU_X86: Sequence[Row] = (  # version 1
    (0, 4, "n", "version", ""),
    (4, 4, "n", "size", ""),
    *_registers(8, 8, "rax rbx rcx rdx rsi rdi rsp rbp r8 r9 r10 r11 r12 r13 r14 r15 rip rflags"),
    *((152 + 24 * index, 24, "s", name, _SEGMENT)
      for index, name in enumerate("cs ds es fs gs ss ldt tr gdt idt".split())),
    *_registers(392, 8, "cr0 - cr2 cr3 cr4 kernel_gs_base"),
)
NOTES = {("CORE", 1): "NT_PRSTATUS", ("CORE", 2): "NT_FPREGSET", ("LINUX", 0x405): "NT_ARM_SVE",
         ("QEMU", 0): "QEMUCPUState"}
