/* SPDX-License-Identifier: BSD-2-Clause */
/**
 * @file image.h
 * Kernel images told apart by their content: numbers and segments out, nothing written. Every
 * parser is total: any bytes give a description or an error that names the field.
 */
#ifndef AETHERBOOT_IMAGE_H
#define AETHERBOOT_IMAGE_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Image formats. Append-only. */
enum ab_image_format {
	AB_IMAGE_UNKNOWN = 0, /**< none of these */
	AB_IMAGE_ELF, /**< ELF32 or ELF64, any machine */
	AB_IMAGE_BZIMAGE, /**< x86 Linux with a setup header, protocol 2.00 or later */
	AB_IMAGE_ARM64, /**< arm64 Linux "Image" */
	AB_IMAGE_ZBOOT, /**< EFI application with a compressed Image inside */
	AB_IMAGE_PACKED, /**< a kernel file compressed as a whole, e.g. Image.gz; recognised by
			      ab_plan_make() and ab_kernel_unpack(), which know codecs */
};

/** Most PT_LOAD and PT_NOTE headers of a kernel; Linux has 4 or 5 and 1. */
#define AB_ELF_SEGMENTS_MAX 32
#define AB_ELF_NOTES_MAX 8 /**< see AB_ELF_SEGMENTS_MAX */

/** A PT_LOAD: file bytes, then zeros up to the size in memory. */
struct ab_elf_segment {
	uint64_t paddr; /**< p_paddr */
	uint64_t vaddr; /**< p_vaddr */
	uint64_t offset; /**< p_offset: in the file */
	uint64_t file_size; /**< p_filesz */
	uint64_t mem_size; /**< p_memsz, not 0 */
};

/** A PT_NOTE. */
struct ab_elf_note {
	uint64_t offset; /**< in the file */
	uint64_t size; /**< bytes */
	uint64_t align; /**< of names and descriptors: 4 or 8 */
};

#define AB_EM_386 3 /**< e_machine: i386 */
#define AB_EM_X86_64 62 /**< e_machine: x86-64 */
#define AB_EM_AARCH64 183 /**< e_machine: AArch64 */

/** An ELF executable, from its headers. */
struct ab_elf {
	uint8_t bits; /**< 32 or 64 */
	bool big_endian; /**< byte order of the file */
	uint16_t machine; /**< e_machine, e.g. AB_EM_X86_64 */
	uint64_t entry; /**< e_entry */
	struct ab_elf_segment segment[AB_ELF_SEGMENTS_MAX]; /**< ascending by paddr, disjoint */
	uint32_t n_segments; /**< entries in @c segment, at least 1 */
	struct ab_elf_note note[AB_ELF_NOTES_MAX]; /**< in file order */
	uint32_t n_notes; /**< entries in @c note */
	uint64_t base; /**< lowest paddr */
	uint64_t size; /**< bytes from @c base to the end of the highest segment in memory */
	uint64_t file_end; /**< end of the furthest segment in the file */
	bool has_pvh; /**< @c pvh_entry was found in a note */
	uint32_t pvh_entry; /**< physical address of the 32-bit PVH entry */
};

/** Setup header of a bzImage: the fields that the image's version and its length byte both cover;
 *  the others are 0 unless a member says more. @spec{X86BOOT, The Real-Mode Kernel Header} */
struct ab_bzimage {
	uint16_t version; /**< protocol, e.g. 0x020f */
	struct ab_bytes header; /**< raw bytes from 0x1f1 to the header's own end */
	struct ab_bytes kernel; /**< protected-mode part, as long as syssize says */
	struct ab_bytes payload; /**< compressed kernel in it, size word excluded unless it is part
				    of the stream (gzip); size 0: none */
	uint32_t payload_size; /**< its trailing size word: bytes when unpacked, modulo 2^32 */
	uint8_t loadflags; /**< bit 0: loaded high */
	uint16_t xloadflags; /**< XLF_* */
	uint32_t initrd_addr_max; /**< highest address of an initrd's last byte; 0x37ffffff where
				       the header does not say (before 2.03) */
	uint32_t kernel_alignment; /**< for relocatable kernels */
	bool relocatable; /**< may run elsewhere than at pref_address */
	uint32_t cmdline_size; /**< most characters of a command line, without the NUL; 255 where
				    the header does not say (before 2.06) */
	uint64_t pref_address; /**< where it wants to run */
	uint32_t init_size; /**< bytes it needs there until it reads the memory map */
};

#define AB_XLF_KERNEL_64 0x01 /**< has a 64-bit entry at +0x200 */
#define AB_XLF_CAN_BE_LOADED_ABOVE_4G 0x02 /**< kernel, parameters, command line and initrd */
#define AB_XLF_5LEVEL 0x20 /**< knows 5-level paging */

/** Bytes of a file that tell an arm64 Image. */
#define AB_ARM64_HEADER_SIZE 64

/** Header of an arm64 Image, byte 0 of which is also its entry. @spec{ARM64BOOT, 4} */
struct ab_arm64_image {
	uint64_t text_offset; /**< bytes from a 2 MiB boundary to where it is loaded */
	uint64_t image_size; /**< bytes that it takes in memory, BSS included; 0: the header does
				not say (before Linux 3.17) */
	uint64_t flags; /**< as in the header */
	bool big_endian; /**< the kernel runs big-endian: its own start code switches */
	uint32_t page_size; /**< 4096, 16384 or 65536, which the CPUs must have; 0: unspecified */
	bool anywhere; /**< its 2 MiB boundary may be any; else the nearer to the start of RAM the
			    better, as memory below is lost to it */
	uint64_t file_size; /**< bytes of it that its file has, as its PE sections say; what follows
				 is a signature. 0: it is no EFI application and does not say */
};

/** Bytes of a compression's name in a zboot header. */
#define AB_ZBOOT_NAME_SIZE 32

/** An EFI zboot image: an EFI application that unpacks an Image. Linux 6.1 and later.
 *  @spec{ZBOOT, zboot-header.S} */
struct ab_zboot {
	uint16_t machine; /**< of its PE header: 0xaa64 AArch64 */
	const char *compression; /**< AB_ZBOOT_NAME_SIZE bytes with a NUL among them, in the file */
	struct ab_bytes payload; /**< the packed Image. Words may follow it whose meaning differs by
				      kernel version: not read */
};

/** What a Unified Kernel Image has beside its kernel: sections of an EFI application, as a stub
 *  that firmware starts would hand them over. Its other sections (.dtb, .osrel, ...) and all
 *  profiles but the first are not looked at. @spec{UKI, UKI Components} */
struct ab_uki {
	struct ab_bytes initrd; /**< .initrd; size 0: none */
	struct ab_bytes ucode; /**< .ucode: an initrd that goes before it; size 0: none */
	struct ab_bytes cmdline; /**< .cmdline up to its NUL without line ends behind, not
				    terminated; data NULL: none */
};

/** A kernel image as its file shows it. */
struct ab_image {
	enum ab_image_format format; /**< which member holds it; of a UKI: its .linux */
	struct ab_bytes file; /**< the whole file, borrowed; of a UKI: its .linux */
	bool is_uki; /**< @c uki is filled */
	struct ab_uki uki; /**< zeros when it is none */
	struct ab_elf elf; /**< ELF: filled by ab_image_probe(), notes included */
	struct ab_bzimage bz; /**< BZIMAGE */
	struct ab_arm64_image arm64; /**< ARM64 */
	struct ab_zboot zboot; /**< ZBOOT */
};

/** Tell what a file is and read its headers. A UKI is looked into, once.
 * @param img  filled; format UNKNOWN on error
 * @param file the whole file, borrowed as long as @p img is used
 * @param why  names the field and value
 * @retval AB_OK              recognised
 * @retval AB_ERR_IMAGE       recognised but malformed or truncated
 * @retval AB_ERR_OVERLAP     ELF: as ab_elf_headers_(); UKI: two of its sections share bytes
 * @retval AB_ERR_UNSUPPORTED not a format known here, or a feature no version here has */
AB_API AB_MUST_CHECK enum ab_err ab_image_probe(struct ab_image *img, struct ab_bytes file,
						struct ab_error *why);

/** Name of a format, e.g. "bzImage"; ROM string. */
AB_API const char *ab_image_format_name(enum ab_image_format format);

#ifdef __cplusplus
}
#endif

#endif /* AETHERBOOT_IMAGE_H */
