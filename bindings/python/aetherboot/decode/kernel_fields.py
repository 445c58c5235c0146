# SPDX-License-Identifier: BSD-2-Clause
"""Fields of kernel files: ELF, arm64 Image, EFI zboot, and the PE headers of EFI applications."""
from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from .node import Row

CODECS = (  # what streams begin with, the codec, and how names of files end
    (b"\x1f\x8b", "gzip", ".gz"), (b"\xfd7zXZ\0", "xz", ".xz"), (b"\x5d\0\0", "lzma", ".lzma"),
    (b"\x02\x21\x4c\x18", "LZ4 legacy", ".lz4"), (b"\x04\x22\x4d\x18", "LZ4", ".lz4"),
    (b"\x28\xb5\x2f\xfd", "Zstandard", ".zst"), (b"BZh", "bzip2", ".bz2"),
    (b"\x89LZO\0", "LZO", ".lzo"),
)

ARM64_IMAGE: Sequence[Row] = (
    (0, 4, "x", "code0", ""),
    (4, 4, "x", "code1", ""),
    (8, 8, "x", "text_offset", ""),
    (16, 8, "n", "image_size", "bytes in memory"),
    (24, 8, "x", "flags", (
        (0, 1, "endianness", {0: "little-endian", 1: "big-endian"}),
        (1, 2, "page size", {0: "not given", 1: "4K", 2: "16K", 3: "64K"}),
        (3, 1, "placement", {0: "close to the start of RAM", 1: "anywhere"}))),
    (32, 8, "x", "res2", ""),
    (40, 8, "x", "res3", ""),
    (48, 8, "x", "res4", ""),
    (56, 4, "t", "magic", ""),
    (60, 4, "x", "res5", "offset of the PE header"),
)

ZBOOT: Sequence[Row] = (
    (0, 2, "t", "MZ magic", ""),
    (4, 4, "t", "image type", ""),
    (8, 4, "x", "payload offset", ""),
    (12, 4, "n", "payload size", ""),
    (16, 8, "x", "reserved", ""),
    (24, 32, "t", "compression type", ""),
    (56, 4, "x", "Linux magic", ""),
    (60, 4, "x", "PE header offset", ""),
)

_MACHINES = {3: "i386", 8: "MIPS", 21: "PowerPC64", 22: "S/390", 40: "ARM", 62: "x86-64",
             183: "AArch64", 243: "RISC-V", 258: "LoongArch"}

ELF_IDENT: Sequence[Row] = (
    (0, 4, "b", "EI_MAG", ""),
    (4, 1, "n", "EI_CLASS", {1: "ELF32", 2: "ELF64"}),
    (5, 1, "n", "EI_DATA", {1: "little-endian", 2: "big-endian"}),
    (6, 1, "n", "EI_VERSION", ""),
    (7, 1, "n", "EI_OSABI", {0: "System V"}),
    (8, 1, "n", "EI_ABIVERSION", ""),
    (9, 7, "b", "EI_PAD", ""),
)


def _elf_header(word: int) -> Sequence[Row]:
    """The ELF header behind e_ident; addresses have so many bytes."""
    rest = 24 + 3 * word
    return (
        (16, 2, "n", "e_type", {1: "ET_REL", 2: "ET_EXEC", 3: "ET_DYN", 4: "ET_CORE"}),
        (18, 2, "n", "e_machine", _MACHINES),
        (20, 4, "n", "e_version", ""),
        (24, word, "x", "e_entry", ""),
        (24 + word, word, "xd", "e_phoff", ""),
        (24 + 2 * word, word, "xd", "e_shoff", ""),
        (rest, 4, "x", "e_flags", ""),
        (rest + 4, 2, "n", "e_ehsize", ""),
        (rest + 6, 2, "n", "e_phentsize", ""),
        (rest + 8, 2, "n", "e_phnum", ""),
        (rest + 10, 2, "n", "e_shentsize", ""),
        (rest + 12, 2, "n", "e_shnum", ""),
        (rest + 14, 2, "n", "e_shstrndx", ""),
    )


ELF_HEADER = {1: _elf_header(4), 2: _elf_header(8)}  # by EI_CLASS

_TYPES = {0: "PT_NULL", 1: "PT_LOAD", 2: "PT_DYNAMIC", 3: "PT_INTERP", 4: "PT_NOTE", 6: "PT_PHDR",
          7: "PT_TLS", 0x6474E550: "PT_GNU_EH_FRAME", 0x6474E551: "PT_GNU_STACK",
          0x6474E552: "PT_GNU_RELRO", 0x6474E553: "PT_GNU_PROPERTY"}
_FLAGS = ((0, 1, "PF_X", "executable"), (1, 1, "PF_W", "writable"), (2, 1, "PF_R", "readable"))

PROGRAM_HEADER: dict[int, Sequence[Row]] = {
    1: ((0, 4, "x", "p_type", _TYPES), (4, 4, "xd", "p_offset", ""), (8, 4, "x", "p_vaddr", ""),
        (12, 4, "x", "p_paddr", ""), (16, 4, "x", "p_filesz", ""), (20, 4, "x", "p_memsz", ""),
        (24, 4, "x", "p_flags", _FLAGS), (28, 4, "x", "p_align", "")),
    2: ((0, 4, "x", "p_type", _TYPES), (4, 4, "x", "p_flags", _FLAGS), (8, 8, "xd", "p_offset", ""),
        (16, 8, "x", "p_vaddr", ""), (24, 8, "x", "p_paddr", ""), (32, 8, "x", "p_filesz", ""),
        (40, 8, "x", "p_memsz", ""), (48, 8, "x", "p_align", "")),
}

NOTES = {  # (owner, type)
    ("GNU", 1): "ABI tag", ("GNU", 3): "build ID", ("GNU", 5): "properties",
    ("Linux", 0x100): "salt of the build", ("Linux", 0x101): "LTO",
    ("Xen", 18): "32-bit PVH entry",
}

PE_HEADER: Sequence[Row] = (
    (0, 4, "t", "Signature", ""),
    (4, 2, "x", "Machine", {0x14C: "i386", 0x8664: "x86-64", 0xAA64: "AArch64", 0x1C2: "ARM",
                            0x5064: "RISC-V 64", 0x6264: "LoongArch 64"}),
    (6, 2, "n", "NumberOfSections", ""),
    (8, 4, "x", "TimeDateStamp", ""),
    (12, 4, "x", "PointerToSymbolTable", ""),
    (16, 4, "n", "NumberOfSymbols", ""),
    (20, 2, "n", "SizeOfOptionalHeader", ""),
    (22, 2, "x", "Characteristics", ""),
)

_OPTIONAL: Sequence[Row] = (
    (0, 2, "x", "Magic", {0x10B: "PE32", 0x20B: "PE32+"}),
    (2, 1, "n", "MajorLinkerVersion", ""),
    (3, 1, "n", "MinorLinkerVersion", ""),
    (4, 4, "x", "SizeOfCode", ""),
    (8, 4, "x", "SizeOfInitializedData", ""),
    (12, 4, "x", "SizeOfUninitializedData", ""),
    (16, 4, "x", "AddressOfEntryPoint", ""),
    (20, 4, "x", "BaseOfCode", ""),
)
_OPTIONAL_MORE: Sequence[Row] = (
    (32, 4, "x", "SectionAlignment", ""),
    (36, 4, "x", "FileAlignment", ""),
    (40, 2, "n", "MajorOperatingSystemVersion", ""),
    (42, 2, "n", "MinorOperatingSystemVersion", ""),
    (44, 2, "n", "MajorImageVersion", ""),
    (46, 2, "n", "MinorImageVersion", ""),
    (48, 2, "n", "MajorSubsystemVersion", ""),
    (50, 2, "n", "MinorSubsystemVersion", ""),
    (52, 4, "n", "Win32VersionValue", ""),
    (56, 4, "x", "SizeOfImage", ""),
    (60, 4, "x", "SizeOfHeaders", ""),
    (64, 4, "xd", "CheckSum", ""),
    (68, 2, "n", "Subsystem", {10: "EFI application", 11: "EFI boot service driver",
                               12: "EFI runtime driver"}),
    (70, 2, "x", "DllCharacteristics", (
        (5, 1, "HIGH_ENTROPY_VA", ""), (6, 1, "DYNAMIC_BASE", ""), (7, 1, "FORCE_INTEGRITY", ""),
        (8, 1, "NX_COMPAT", ""))),
)
# by Magic: the rows, where the number of data directories is, and they are behind it
OPTIONAL_HEADER: dict[int, tuple[Sequence[Row], int]] = {
    0x10B: ((*_OPTIONAL, (24, 4, "x", "BaseOfData", ""), (28, 4, "x", "ImageBase", ""),
             *_OPTIONAL_MORE, (92, 4, "n", "NumberOfRvaAndSizes", "")), 92),
    0x20B: ((*_OPTIONAL, (24, 8, "x", "ImageBase", ""),
             *_OPTIONAL_MORE, (108, 4, "n", "NumberOfRvaAndSizes", "")), 108),
}
CERTIFICATES = 4  # number of the data directory of signatures, whose place is one in the file

PE_SECTION: Sequence[Row] = (
    (0, 8, "t", "Name", ""),
    (8, 4, "x", "VirtualSize", ""),
    (12, 4, "x", "VirtualAddress", ""),
    (16, 4, "x", "SizeOfRawData", ""),
    (20, 4, "x", "PointerToRawData", ""),
    (24, 4, "x", "PointerToRelocations", ""),
    (28, 4, "x", "PointerToLinenumbers", ""),
    (32, 2, "n", "NumberOfRelocations", ""),
    (34, 2, "n", "NumberOfLinenumbers", ""),
    (36, 4, "x", "Characteristics", (
        (5, 1, "CNT_CODE", ""), (6, 1, "CNT_INITIALIZED_DATA", ""),
        (7, 1, "CNT_UNINITIALIZED_DATA", ""), (25, 1, "MEM_DISCARDABLE", ""),
        (29, 1, "MEM_EXECUTE", ""), (30, 1, "MEM_READ", ""), (31, 1, "MEM_WRITE", ""))),
)
# sections of UKIs and addons: those that are text, and those that another reader tells
TEXTS = (".cmdline", ".osrel", ".uname", ".sbat", ".profile", ".pcrsig", ".pcrpkey")
PARTS = (*TEXTS, ".dtb", ".dtbauto", ".initrd", ".ucode", ".splash", ".hwids", ".efifw")
