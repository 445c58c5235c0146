# SPDX-License-Identifier: BSD-2-Clause
"""Rows of Multiboot information, of versions 1 and 2, and of the BIOS data area."""
from __future__ import annotations

from .x86_fields import E820_TYPES

COLOURS = {0: "indexed colours", 1: "RGB", 2: "EGA text"}

INFO_FLAGS = (
    (0, 1, "mem_*", ""), (1, 1, "boot_device", ""), (2, 1, "cmdline", ""), (3, 1, "mods_*", ""),
    (4, 1, "syms of a.out", ""), (5, 1, "syms of ELF", ""), (6, 1, "mmap_*", ""),
    (7, 1, "drives_*", ""), (8, 1, "config_table", ""), (9, 1, "boot_loader_name", ""),
    (10, 1, "apm_table", ""), (11, 1, "vbe_*", ""), (12, 1, "framebuffer_*", ""))
INFO = (
    (0, 4, "x", "flags", INFO_FLAGS),
    (4, 4, "n", "mem_lower", "KiB from 0 on"),
    (8, 4, "n", "mem_upper", "KiB from 1 MiB on"),
    (12, 4, "x", "boot_device", ""),
    (16, 4, "xd", "cmdline", ""),
    (20, 4, "nd", "mods_count", ""),
    (24, 4, "xd", "mods_addr", ""),
    (28, 16, "b", "syms", ""),
    (44, 4, "nd", "mmap_length", ""),
    (48, 4, "xd", "mmap_addr", ""),
    (52, 4, "n", "drives_length", ""),
    (56, 4, "x", "drives_addr", ""),
    (60, 4, "x", "config_table", ""),
    (64, 4, "xd", "boot_loader_name", ""),
    (68, 4, "x", "apm_table", ""),
    (72, 4, "x", "vbe_control_info", ""),
    (76, 4, "x", "vbe_mode_info", ""),
    (80, 2, "x", "vbe_mode", ""),
    (82, 2, "x", "vbe_interface_seg", ""),
    (84, 2, "x", "vbe_interface_off", ""),
    (86, 2, "n", "vbe_interface_len", ""),
    (88, 8, "x", "framebuffer_addr", ""),
    (96, 4, "n", "framebuffer_pitch", ""),
    (100, 4, "n", "framebuffer_width", ""),
    (104, 4, "n", "framebuffer_height", ""),
    (108, 1, "n", "framebuffer_bpp", ""),
    (109, 1, "n", "framebuffer_type", COLOURS),
    (110, 6, "b", "color_info", ""),
)
INFO_SIZE = 116
HAS_CMDLINE, HAS_MODS, HAS_MMAP, HAS_NAME = 1 << 2, 1 << 3, 1 << 6, 1 << 9
MODULE = (
    (0, 4, "x", "mod_start", ""),
    (4, 4, "x", "mod_end", "the address behind it"),
    (8, 4, "xd", "string", ""),
    (12, 4, "x", "reserved", ""),
)
MMAP_SIZE = (0, 4, "nd", "size", "bytes that follow")
MMAP = (  # behind the size, from which version 1 counts
    (0, 8, "x", "base_addr", ""),
    (8, 8, "x", "length", ""),
    (16, 4, "n", "type", E820_TYPES),
)

FIXED_PART = (
    (0, 4, "nd", "total_size", ""),
    (4, 4, "x", "reserved", ""),
)
MMAP_2 = (*MMAP, (20, 4, "x", "reserved", ""))
TAG = (
    (0, 4, "n", "type", ""),
    (4, 4, "nd", "size", ""),
)
# name, section, rows behind type and size, what follows them: a text, entries, a table or bytes
TAGS = {
    0: ("End tag", "MB2 3.6.2", (), ""),
    1: ("Boot command line", "MB2 3.6.5", (), "text"),
    2: ("Boot loader name", "MB2 3.6.9", (), "text"),
    3: ("Modules", "MB2 3.6.6", (
        (8, 4, "x", "mod_start", ""),
        (12, 4, "x", "mod_end", "the address behind it")), "text"),
    4: ("Basic memory information", "MB2 3.6.3", (
        (8, 4, "n", "mem_lower", "KiB from 0 on"),
        (12, 4, "n", "mem_upper", "KiB from 1 MiB on")), ""),
    5: ("BIOS Boot device", "MB2 3.6.4", (
        (8, 4, "x", "biosdev", ""),
        (12, 4, "x", "partition", ""),
        (16, 4, "x", "sub_partition", "")), ""),
    6: ("Memory map", "MB2 3.6.8", (
        (8, 4, "nd", "entry_size", ""),
        (12, 4, "n", "entry_version", "")), "mmap"),
    7: ("VBE info", "MB2 3.6.11", (
        (8, 2, "x", "vbe_mode", ""),
        (10, 2, "x", "vbe_interface_seg", ""),
        (12, 2, "x", "vbe_interface_off", ""),
        (14, 2, "n", "vbe_interface_len", ""),
        (16, 512, "b", "vbe_control_info", ""),
        (528, 256, "b", "vbe_mode_info", "")), ""),
    8: ("Framebuffer info", "MB2 3.6.12", (
        (8, 8, "x", "framebuffer_addr", ""),
        (16, 4, "n", "framebuffer_pitch", ""),
        (20, 4, "n", "framebuffer_width", ""),
        (24, 4, "n", "framebuffer_height", ""),
        (28, 1, "n", "framebuffer_bpp", ""),
        (29, 1, "n", "framebuffer_type", COLOURS),
        (30, 2, "x", "reserved", "")), "color_info"),
    9: ("ELF-Symbols", "MB2 3.6.7", (
        (8, 4, "n", "num", ""),
        (12, 4, "n", "entsize", ""),
        (16, 4, "n", "shndx", "")), "section headers"),
    10: ("APM table", "MB2 3.6.10", (
        (8, 2, "x", "version", ""),
        (10, 2, "x", "cseg", ""),
        (12, 4, "x", "offset", ""),
        (16, 2, "x", "cseg_16", ""),
        (18, 2, "x", "dseg", ""),
        (20, 2, "x", "flags", ""),
        (22, 2, "n", "cseg_len", ""),
        (24, 2, "n", "cseg_16_len", ""),
        (26, 2, "n", "dseg_len", "")), ""),
    11: ("EFI 32-bit system table pointer", "MB2 3.6.13", ((8, 4, "x", "pointer", ""),), ""),
    12: ("EFI 64-bit system table pointer", "MB2 3.6.14", ((8, 8, "x", "pointer", ""),), ""),
    13: ("SMBIOS tables", "MB2 3.6.15", (
        (8, 1, "n", "major", ""),
        (9, 1, "n", "minor", ""),
        (10, 6, "b", "reserved", "")), "smbios"),
    14: ("ACPI old RSDP", "MB2 3.6.16", (), "rsdp"),
    15: ("ACPI new RSDP", "MB2 3.6.17", (), "rsdp"),
    16: ("Networking information", "MB2 3.6.18", (), "DHCP ACK"),
    17: ("EFI memory map", "MB2 3.6.19", (
        (8, 4, "n", "descriptor size", ""),
        (12, 4, "n", "descriptor version", "")), "efi"),
    18: ("EFI boot services not terminated", "MB2 3.6.20", (), ""),
    19: ("EFI 32-bit image handle pointer", "MB2 3.6.21", ((8, 4, "x", "pointer", ""),), ""),
    20: ("EFI 64-bit image handle pointer", "MB2 3.6.22", ((8, 8, "x", "pointer", ""),), ""),
    21: ("Image load base physical address", "MB2 3.6.23", (
        (8, 4, "x", "load_base_addr", ""),), ""),
}

# the fields that the specification has names for; a BIOS alone reads those that are left out
BDA = (
    (0x00, 2, "x", "COM 1 base address", ""),
    (0x02, 2, "x", "COM 2 base address", ""),
    (0x04, 2, "x", "COM 3 base address", ""),
    (0x06, 2, "x", "COM 4 base address", ""),
    (0x08, 2, "x", "LPT 1 base address", ""),
    (0x0A, 2, "x", "LPT 2 base address", ""),
    (0x0C, 2, "x", "LPT 3 base address", ""),
    (0x0E, 2, "x", "EBDA segment", "paragraphs"),
    (0x10, 2, "x", "Installed hardware", (
        (0, 1, "diskette drive", ""), (1, 1, "coprocessor", ""), (2, 1, "pointing device", ""),
        (4, 2, "initial video mode", {0: "none of these", 1: "40 by 25, colour",
                                      2: "80 by 25, colour", 3: "80 by 25, monochrome"}),
        (6, 2, "diskette drives, less 1", ""), (9, 3, "serial ports", ""),
        (12, 1, "game port", ""), (14, 2, "parallel ports", ""))),
    (0x12, 1, "x", "Reserved", ""),
    (0x13, 2, "n", "Base memory size", "KiB"),
    (0x15, 2, "x", "Reserved", ""),
    (0x17, 2, "x", "Keyboard control", ""),
    (0x19, 1, "x", "Work area for ALT key", ""),
    (0x1A, 2, "x", "Keyboard-buffer Head", ""),
    (0x1C, 2, "x", "Keyboard-buffer Tail", ""),
    (0x1E, 32, "b", "Keyboard Buffer", ""),
    (0x3E, 11, "b", "Floppy", ""),
    (0x49, 30, "b", "Video info", ""),
    (0x67, 4, "x", "POST re-entry ptr", ""),
    (0x6B, 1, "x", "Last Unexpected interrupt", ""),
    (0x6C, 4, "n", "Timer Counter", ""),
    (0x70, 1, "n", "Timer Overflow", ""),
    (0x71, 1, "x", "Break key state", ""),
    (0x72, 2, "x", "Reset Flag", {0x1234: "no test of memory"}),
    (0x74, 1, "x", "HDD operation status", ""),
    (0x75, 1, "n", "HDD drive count", ""),
    (0x76, 2, "x", "HDD control", ""),
    (0x78, 4, "x", "LPT timeouts", ""),
    (0x7C, 4, "x", "COM timeouts", ""),
    (0x80, 2, "x", "Keyboard-buffer Start", ""),
    (0x82, 2, "x", "Keyboard-buffer End", ""),
)
BDA_AT, BDA_SIZE = 0x400, 256
