# SPDX-License-Identifier: BSD-2-Clause
"""Rows of what x86 guests find in memory: Linux's zero page, PVH's start info, the MP table."""

LOADERS = {0: "LILO", 1: "Loadlin", 2: "bootsect-loader", 3: "Syslinux", 4: "Etherboot or iPXE",
           5: "ELILO", 7: "GRUB", 8: "U-Boot", 9: "Xen", 0xA: "Gujin", 0xB: "QEMU",
           0xC: "Arcturus", 0xD: "kexec-tools", 0xE: "extended", 0xF: "special",
           0x10: "reserved", 0x11: "Minimal Linux Bootloader", 0x12: "OVMF"}
SETUP_HEADER = (
    (0x1F1, 1, "n", "setup_sects", ""),
    (0x1F2, 2, "n", "root_flags", ""),
    (0x1F4, 4, "x", "syssize", "paragraphs"),
    (0x1F8, 2, "x", "ram_size", ""),
    (0x1FA, 2, "x", "vid_mode", {0xFFFF: "normal", 0xFFFE: "extended", 0xFFFD: "ask"}),
    (0x1FC, 2, "x", "root_dev", ""),
    (0x1FE, 2, "x", "boot_flag", ""),
    (0x200, 2, "x", "jump", ""),
    (0x202, 4, "t", "header", ""),
    (0x206, 2, "x", "version", ""),
    (0x208, 4, "x", "realmode_swtch", ""),
    (0x20C, 2, "x", "start_sys_seg", ""),
    (0x20E, 2, "x", "kernel_version", ""),
    (0x210, 1, "x", "type_of_loader", ((0, 4, "version", ""), (4, 4, "loader", LOADERS))),
    (0x211, 1, "x", "loadflags", (
        (0, 1, "LOADED_HIGH", ""), (1, 1, "KASLR_FLAG", ""), (5, 1, "QUIET_FLAG", ""),
        (6, 1, "KEEP_SEGMENTS", ""), (7, 1, "CAN_USE_HEAP", ""))),
    (0x212, 2, "x", "setup_move_size", ""),
    (0x214, 4, "x", "code32_start", ""),
    (0x218, 4, "x", "ramdisk_image", ""),
    (0x21C, 4, "n", "ramdisk_size", ""),
    (0x220, 4, "x", "bootsect_kludge", ""),
    (0x224, 2, "x", "heap_end_ptr", ""),
    (0x226, 1, "n", "ext_loader_ver", ""),
    (0x227, 1, "n", "ext_loader_type", ""),
    (0x228, 4, "x", "cmd_line_ptr", ""),
    (0x22C, 4, "x", "initrd_addr_max", ""),
    (0x230, 4, "x", "kernel_alignment", ""),
    (0x234, 1, "n", "relocatable_kernel", ""),
    (0x235, 1, "n", "min_alignment", "power of 2"),
    (0x236, 2, "x", "xloadflags", (
        (0, 1, "XLF_KERNEL_64", ""), (1, 1, "XLF_CAN_BE_LOADED_ABOVE_4G", ""),
        (2, 1, "XLF_EFI_HANDOVER_32", ""), (3, 1, "XLF_EFI_HANDOVER_64", ""),
        (4, 1, "XLF_EFI_KEXEC", ""), (5, 1, "XLF_5LEVEL", ""),
        (6, 1, "XLF_5LEVEL_ENABLED", ""))),
    (0x238, 4, "n", "cmdline_size", ""),
    (0x23C, 4, "n", "hardware_subarch", {0: "PC", 1: "lguest", 2: "Xen", 3: "Moorestown",
                                         4: "CE4100"}),
    (0x240, 8, "x", "hardware_subarch_data", ""),
    (0x248, 4, "x", "payload_offset", ""),
    (0x24C, 4, "n", "payload_length", ""),
    (0x250, 8, "x", "setup_data", ""),
    (0x258, 8, "x", "pref_address", ""),
    (0x260, 4, "n", "init_size", ""),
    (0x264, 4, "x", "handover_offset", ""),
    (0x268, 4, "x", "kernel_info_offset", ""),
)

SCREEN_INFO = (
    (0x00, 1, "n", "orig_x", ""),
    (0x01, 1, "n", "orig_y", ""),
    (0x02, 2, "n", "ext_mem_k", ""),
    (0x04, 2, "n", "orig_video_page", ""),
    (0x06, 1, "n", "orig_video_mode", ""),
    (0x07, 1, "n", "orig_video_cols", ""),
    (0x08, 1, "x", "flags", ""),
    (0x09, 1, "x", "unused2", ""),
    (0x0A, 2, "x", "orig_video_ega_bx", ""),
    (0x0C, 2, "x", "unused3", ""),
    (0x0E, 1, "n", "orig_video_lines", ""),
    (0x0F, 1, "x", "orig_video_isVGA", {0: "none", 1: "VGA", 0x23: "VESA framebuffer",
                                        0x70: "EFI framebuffer"}),
    (0x10, 2, "n", "orig_video_points", ""),
    (0x12, 2, "n", "lfb_width", ""),
    (0x14, 2, "n", "lfb_height", ""),
    (0x16, 2, "n", "lfb_depth", ""),
    (0x18, 4, "x", "lfb_base", ""),
    (0x1C, 4, "x", "lfb_size", ""),
    (0x20, 2, "x", "cl_magic", ""),
    (0x22, 2, "x", "cl_offset", ""),
    (0x24, 2, "n", "lfb_linelength", ""),
    (0x26, 1, "n", "red_size", ""),
    (0x27, 1, "n", "red_pos", ""),
    (0x28, 1, "n", "green_size", ""),
    (0x29, 1, "n", "green_pos", ""),
    (0x2A, 1, "n", "blue_size", ""),
    (0x2B, 1, "n", "blue_pos", ""),
    (0x2C, 1, "n", "rsvd_size", ""),
    (0x2D, 1, "n", "rsvd_pos", ""),
    (0x2E, 2, "x", "vesapm_seg", ""),
    (0x30, 2, "x", "vesapm_off", ""),
    (0x32, 2, "n", "pages", ""),
    (0x34, 2, "x", "vesa_attributes", ""),
    (0x36, 4, "x", "capabilities", ""),
    (0x3A, 4, "x", "ext_lfb_base", ""),
    (0x3E, 2, "x", "_reserved", ""),
)
EFI_INFO = (
    (0x00, 4, "t", "efi_loader_signature", ""),
    (0x04, 4, "x", "efi_systab", ""),
    (0x08, 4, "n", "efi_memdesc_size", ""),
    (0x0C, 4, "n", "efi_memdesc_version", ""),
    (0x10, 4, "x", "efi_memmap", ""),
    (0x14, 4, "n", "efi_memmap_size", ""),
    (0x18, 4, "x", "efi_systab_hi", ""),
    (0x1C, 4, "x", "efi_memmap_hi", ""),
)
ZERO_PAGE = (  # up to the setup header
    (0x000, 64, "s", "screen_info", SCREEN_INFO),
    (0x040, 20, "b", "apm_bios_info", ""),
    (0x054, 4, "b", "_pad2", ""),
    (0x058, 8, "x", "tboot_addr", ""),
    (0x060, 16, "b", "ist_info", ""),
    (0x070, 8, "x", "acpi_rsdp_addr", ""),
    (0x078, 8, "b", "_pad3", ""),
    (0x080, 16, "b", "hd0_info", ""),
    (0x090, 16, "b", "hd1_info", ""),
    (0x0A0, 16, "b", "sys_desc_table", ""),
    (0x0B0, 16, "b", "olpc_ofw_header", ""),
    (0x0C0, 4, "x", "ext_ramdisk_image", ""),
    (0x0C4, 4, "x", "ext_ramdisk_size", ""),
    (0x0C8, 4, "x", "ext_cmd_line_ptr", ""),
    (0x0CC, 112, "b", "_pad4", ""),
    (0x13C, 4, "x", "cc_blob_address", ""),
    (0x140, 128, "b", "edid_info", ""),
    (0x1C0, 32, "s", "efi_info", EFI_INFO),
    (0x1E0, 4, "n", "alt_mem_k", ""),
    (0x1E4, 4, "x", "scratch", ""),
    (0x1E8, 1, "n", "e820_entries", ""),
    (0x1E9, 1, "n", "eddbuf_entries", ""),
    (0x1EA, 1, "n", "edd_mbr_sig_buf_entries", ""),
    (0x1EB, 1, "x", "kbd_status", ""),
    (0x1EC, 1, "n", "secure_boot", {0: "unset", 1: "unknown", 2: "disabled", 3: "enabled"}),
    (0x1ED, 2, "b", "_pad5", ""),
    (0x1EF, 1, "x", "sentinel", ""),
    (0x1F0, 1, "b", "_pad6", ""),
)
ZERO_PAGE_REST = (  # behind it
    (0x26C, 36, "b", "_pad7", ""),
    (0x290, 64, "b", "edd_mbr_sig_buffer", ""),
)
ZERO_PAGE_END = (
    (0xCD0, 48, "b", "_pad8", ""),
    (0xD00, 492, "b", "eddbuf", ""),
    (0xEEC, 276, "b", "_pad9", ""),
)

E820_AT, E820_MAX = 0x2D0, 128
E820_TYPES = {1: "RAM", 2: "reserved", 3: "ACPI", 4: "NVS", 5: "unusable", 6: "disabled",
              7: "persistent memory", 12: "legacy persistent memory", 0xEFFFFFFF: "soft reserved"}
E820_ENTRY = (
    (0, 8, "x", "addr", ""),
    (8, 8, "x", "size", ""),
    (16, 4, "n", "type", E820_TYPES),
)

SETUP_DATA = (
    (0, 8, "x", "next", ""),
    (8, 4, "n", "type", {1: "SETUP_E820_EXT", 2: "SETUP_DTB", 3: "SETUP_PCI", 4: "SETUP_EFI",
                         5: "SETUP_APPLE_PROPERTIES", 6: "SETUP_JAILHOUSE", 7: "SETUP_CC_BLOB",
                         8: "SETUP_IMA", 9: "SETUP_RNG_SEED"}),
    (12, 4, "n", "len", ""),
)
DESCRIPTOR = (  # SDM's names of the parts of a segment descriptor
    (0, 16, "segment limit [15:0]", ""), (16, 24, "base [23:0]", ""), (40, 4, "type", ""),
    (44, 1, "S", ""), (45, 2, "DPL", ""), (47, 1, "P", ""), (48, 4, "segment limit [19:16]", ""),
    (52, 1, "AVL", ""), (53, 1, "L", ""), (54, 1, "D/B", ""), (55, 1, "G", ""),
    (56, 8, "base [31:24]", ""))

START_INFO = (
    (0, 4, "x", "magic", ""),
    (4, 4, "n", "version", ""),
    (8, 4, "x", "flags", ((0, 1, "SIF_PRIVILEGED", ""), (1, 1, "SIF_INITDOMAIN", ""))),
    (12, 4, "n", "nr_modules", ""),
    (16, 8, "x", "modlist_paddr", ""),
    (24, 8, "x", "cmdline_paddr", ""),
    (32, 8, "x", "rsdp_paddr", ""),
)
START_INFO_1 = (
    (40, 8, "x", "memmap_paddr", ""),
    (48, 4, "n", "memmap_entries", ""),
    (52, 4, "x", "reserved", ""),
)
MODULE = (
    (0, 8, "x", "paddr", ""),
    (8, 8, "x", "size", ""),
    (16, 8, "x", "cmdline_paddr", ""),
    (24, 8, "x", "reserved", ""),
)
PVH_MEMORY = (
    (0, 8, "x", "addr", ""),
    (8, 8, "x", "size", ""),
    (16, 4, "n", "type", E820_TYPES),
    (20, 4, "x", "reserved", ""),
)

MP_POINTER = (
    (0, 4, "t", "SIGNATURE", ""),
    (4, 4, "xd", "PHYSICAL ADDRESS POINTER", ""),
    (8, 1, "n", "LENGTH", "in 16 bytes"),
    (9, 1, "n", "SPEC_REV", "1."),
    (10, 1, "xd", "CHECKSUM", ""),
    (11, 1, "n", "MP FEATURE INFORMATION BYTE 1", {0: "a configuration table is present"}),
    (12, 1, "x", "MP FEATURE INFORMATION BYTE 2", ((7, 1, "IMCRP", ""),)),
    (13, 3, "x", "MP FEATURE INFORMATION BYTES 3-5", ""),
)
MP_HEADER = (
    (0, 4, "t", "SIGNATURE", ""),
    (4, 2, "nd", "BASE TABLE LENGTH", ""),
    (6, 1, "n", "SPEC_REV", "1."),
    (7, 1, "xd", "CHECKSUM", ""),
    (8, 8, "t", "OEM ID", ""),
    (16, 12, "t", "PRODUCT ID", ""),
    (28, 4, "x", "OEM TABLE POINTER", ""),
    (32, 2, "n", "OEM TABLE SIZE", ""),
    (34, 2, "nd", "ENTRY COUNT", ""),
    (36, 4, "x", "ADDRESS OF LOCAL APIC", ""),
    (40, 2, "nd", "EXTENDED TABLE LENGTH", ""),
    (42, 1, "xd", "EXTENDED TABLE CHECKSUM", ""),
    (43, 1, "n", "RESERVED", ""),
)
INTERRUPTS = {0: "INT", 1: "NMI", 2: "SMI", 3: "ExtINT"}
MP_FLAGS = (
    (0, 2, "PO", {0: "as the bus has it", 1: "active high", 3: "active low"}),
    (2, 2, "EL", {0: "as the bus has it", 1: "edge", 3: "level"}))
# size, name, section, rows behind the type, fields that tell it from others
MP_ENTRIES = {
    0: (20, "Processor", "MPS 4.3.1", (
        (1, 1, "n", "LOCAL APIC ID", ""),
        (2, 1, "x", "LOCAL APIC VERSION #", ""),
        (3, 1, "x", "CPU FLAGS", ((0, 1, "EN", ""), (1, 1, "BP", ""))),
        (4, 4, "x", "CPU SIGNATURE", ""),
        (8, 4, "x", "FEATURE FLAGS", ""),
        (12, 8, "x", "RESERVED", "")), ("LOCAL APIC ID",)),
    1: (8, "Bus", "MPS 4.3.2", (
        (1, 1, "n", "BUS ID", ""),
        (2, 6, "t", "BUS TYPE STRING", "")), ("BUS ID",)),
    2: (8, "I/O APIC", "MPS 4.3.3", (
        (1, 1, "n", "I/O APIC ID", ""),
        (2, 1, "x", "I/O APIC VERSION #", ""),
        (3, 1, "x", "I/O APIC FLAGS", ((0, 1, "EN", ""),)),
        (4, 4, "x", "I/O APIC ADDRESS", "")), ("I/O APIC ID",)),
    3: (8, "I/O Interrupt Assignment", "MPS 4.3.4", (
        (1, 1, "n", "INTERRUPT TYPE", INTERRUPTS),
        (2, 2, "x", "I/O INTERRUPT FLAG", MP_FLAGS),
        (4, 1, "n", "SOURCE BUS ID", ""),
        (5, 1, "n", "SOURCE BUS IRQ", ""),
        (6, 1, "n", "DESTINATION I/O APIC ID", ""),
        (7, 1, "n", "DESTINATION I/O APIC INTIN#", "")),
        ("SOURCE BUS ID", "SOURCE BUS IRQ", "DESTINATION I/O APIC ID")),
    4: (8, "Local Interrupt Assignment", "MPS 4.3.5", (
        (1, 1, "n", "INTERRUPT TYPE", INTERRUPTS),
        (2, 2, "x", "LOCAL INTERRUPT FLAG", MP_FLAGS),
        (4, 1, "n", "SOURCE BUS ID", ""),
        (5, 1, "n", "SOURCE BUS IRQ", ""),
        (6, 1, "n", "DESTINATION LOCAL APIC ID", {255: "all"}),
        (7, 1, "n", "DESTINATION LOCAL APIC LINTIN#", "")),
        ("DESTINATION LOCAL APIC ID", "DESTINATION LOCAL APIC LINTIN#")),
}
