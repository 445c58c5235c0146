/* SPDX-License-Identifier: BSD-2-Clause */
/** @file image.h The group @ref image. */
/**
 * @defgroup image Kernel files
 * Recognise a kernel image by its content and read its headers. Every parser is total: any bytes
 * give a description, or an error that names the field.
 *
 * @snippet test_snippets_files.c image
 * @{
 */
#ifndef AETHERBOOT_IMAGE_H
#define AETHERBOOT_IMAGE_H

#include <aetherboot/base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Image formats. Append-only. */
enum ab_image_format {
	AB_IMAGE_UNKNOWN = 0, /**< none of the formats below */
	AB_IMAGE_ELF, /**< ELF32 or ELF64, any machine */
	AB_IMAGE_BZIMAGE, /**< x86 Linux with a setup header, protocol 2.00 or later */
	AB_IMAGE_ARM64, /**< arm64 Linux "Image" */
	AB_IMAGE_ZBOOT, /**< EFI application that contains a compressed arm64 Image */
	AB_IMAGE_PACKED, /**< a kernel file compressed as a whole, e.g. Image.gz. ab_plan_make() and
			      ab_kernel_unpack() recognise it, ab_image_probe() does not */
	AB_IMAGE_MULTIBOOT, /**< a file of any other content with a Multiboot header */
	AB_IMAGE_FLAT, /**< any bytes, by AB_PROTOCOL_FLAT or AB_PROTOCOL_FLAT32 */
};

#define AB_ELF_SEGMENTS_MAX 32 /**< most PT_LOAD headers of a kernel; Linux has 4 or 5 */
#define AB_ELF_NOTES_MAX 8 /**< most PT_NOTE headers of a kernel; Linux has 1 */

/** A PT_LOAD: @c file_size bytes of the file, then zeros up to @c mem_size. */
struct ab_elf_segment {
	uint64_t paddr; /**< p_paddr: physical address */
	uint64_t vaddr; /**< p_vaddr: virtual address */
	uint64_t offset; /**< p_offset: offset in the file */
	uint64_t file_size; /**< p_filesz: bytes in the file */
	uint64_t mem_size; /**< p_memsz: bytes in memory, not 0 */
};

/** A PT_NOTE. */
struct ab_elf_note {
	uint64_t offset; /**< offset in the file */
	uint64_t size; /**< bytes */
	uint64_t align; /**< alignment of names and descriptors: 4 or 8 */
};

#define AB_EM_386 3 /**< e_machine: i386 */
#define AB_EM_X86_64 62 /**< e_machine: x86-64 */
#define AB_EM_AARCH64 183 /**< e_machine: AArch64 */

/** An ELF executable, as its headers describe it. */
struct ab_elf {
	uint8_t bits; /**< 32 or 64 */
	bool big_endian; /**< byte order of the file */
	uint16_t machine; /**< e_machine, e.g. AB_EM_X86_64 */
	uint64_t entry; /**< e_entry: address of the first instruction */
	struct ab_elf_segment segment[AB_ELF_SEGMENTS_MAX]; /**< ascending by paddr, disjoint */
	uint16_t header[AB_ELF_SEGMENTS_MAX]; /**< index of the program header of each segment */
	uint32_t n_segments; /**< entries in @c segment, at least 1 */
	struct ab_elf_note note[AB_ELF_NOTES_MAX]; /**< in file order */
	uint32_t n_notes; /**< entries in @c note */
	uint64_t base; /**< lowest paddr */
	uint64_t size; /**< bytes from @c base to the end of the highest segment in memory */
	uint64_t file_end; /**< offset in the file at which the last segment in it ends */
	bool is_linux; /**< a note has the owner "Linux": the kernel is Linux 4.19 or later */
	bool has_pvh; /**< a note gives @c pvh_entry */
	uint32_t pvh_entry; /**< physical address of the 32-bit PVH entry; 0 without @c has_pvh */
};

/** Setup header of a bzImage. A field exists if both the protocol version and the length of the
 *  header cover it; members of missing fields are 0 unless their comment gives another value.
 *  @spec{X86BOOT, The Real-Mode Kernel Header} */
struct ab_bzimage {
	uint16_t version; /**< protocol version, e.g. 0x020f for 2.15 */
	struct ab_bytes header; /**< raw header, from offset 0x1f1 of the file to the header's
				     end */
	struct ab_bytes kernel; /**< protected-mode kernel. syssize gives its length; before 2.04,
				   or if syssize is 0, too large, or ends before the payload does,
				   it is the rest of the file */
	struct ab_bytes payload; /**< compressed kernel within @c kernel, without the size word that
				    follows it; a gzip stream includes this word. Size 0: none */
	uint32_t payload_size; /**< the size word: bytes of the unpacked kernel, modulo 2^32 */
	uint32_t code32_start; /**< address of the 32-bit entry when the kernel is at 0x100000; 0:
				    that address itself */
	uint8_t loadflags; /**< loadflags; bit 0: the kernel is loaded at 1 MiB or above */
	uint16_t xloadflags; /**< AB_XLF_* */
	uint32_t initrd_addr_max; /**< highest address of an initrd's last byte; 0x37ffffff if the
				       field is missing (before 2.03) */
	uint32_t kernel_alignment; /**< alignment of a relocatable kernel, bytes */
	bool relocatable; /**< the kernel may be loaded at another address than @c pref_address */
	uint32_t cmdline_size; /**< most characters of a command line, without the NUL; 255 if the
				    field is missing (before 2.06) */
	uint64_t pref_address; /**< address at which the kernel prefers to be loaded */
	uint32_t init_size; /**< bytes that the kernel needs from its address on until it has read
				 the memory map */
};

#define AB_XLF_KERNEL_64 0x01 /**< the kernel has a 64-bit entry at + 0x200 */
/** Kernel, boot_params, command line and initrd may lie above 4 GiB. */
#define AB_XLF_CAN_BE_LOADED_ABOVE_4G 0x02
#define AB_XLF_5LEVEL 0x20 /**< the kernel supports 5-level paging */

/** Bytes of an arm64 Image's header. */
#define AB_ARM64_HEADER_SIZE 64

/** Header of an arm64 Image. The entry of the kernel is the first byte of the Image.
 *  @spec{ARM64BOOT, 4} */
struct ab_arm64_image {
	uint64_t text_offset; /**< offset of its load address from a multiple of 2 MiB; below
				   2 MiB */
	uint64_t image_size; /**< bytes in memory, BSS included. 0: not given (before Linux 3.17);
				  then @c text_offset is 0x80000, and the flags are 0 */
	uint64_t flags; /**< flags of the header */
	bool big_endian; /**< the kernel runs big-endian; its start code switches to it */
	uint32_t page_size; /**< 4096, 16384 or 65536 bytes, which the CPUs must support; 0: not
				 given */
	bool anywhere; /**< true: the multiple of 2 MiB may be any. False: it should be close to the
			    start of RAM, because the kernel cannot use the RAM below */
	uint64_t file_size; /**< bytes of the Image in its file: the end of its last PE section,
				 which only a signature may follow, or @c image_size if that is
				 less. 0: not given, as the Image is no EFI application */
};

/** Bytes of the compression's name in a zboot header. */
#define AB_ZBOOT_NAME_SIZE 32

/** An EFI zboot image: an EFI application that unpacks an arm64 Image. Linux 6.1 and later.
 *  @spec{ZBOOT, zboot-header.S} */
struct ab_zboot {
	uint16_t machine; /**< Machine of its PE header: 0xaa64 (AArch64) */
	const char *compression; /**< name of the compression, e.g. "gzip", NUL-terminated within
				      AB_ZBOOT_NAME_SIZE bytes; in the file */
	struct ab_bytes payload; /**< the compressed Image, without the words that some kernel
				      versions append to it */
};

/** Sections of a Unified Kernel Image beside its kernel, or of a PE addon. A UKI may have profiles:
 *  each begins with a .profile section and has the sections up to the next one. Those before the
 *  first .profile are the base. Of two sections with one name, that of the chosen profile counts,
 *  not that of the base. The library ignores all other profiles, and all other sections (.osrel,
 *  .splash, .hwids, ...). @spec{UKI, UKI Components} @spec{UKI, Multi-Profile UKIs} */
struct ab_uki {
	struct ab_bytes initrd; /**< .initrd; size 0: none */
	struct ab_bytes ucode; /**< .ucode: an initrd that must precede .initrd; size 0: none */
	struct ab_bytes cmdline; /**< .cmdline up to its NUL, without trailing line ends; not
				      NUL-terminated. data NULL: none */
	struct ab_bytes uname; /**< .uname: the kernel's release, cut like @c cmdline */
	struct ab_bytes dtb; /**< .dtb: device tree, the first of several; size 0: none */
	struct ab_bytes file; /**< the whole PE file */
	uint16_t base_end; /**< sections of the base: those before this one */
	uint16_t first; /**< sections of the profile: from this one */
	uint16_t end; /**< to the one before this */
};

/** A Multiboot header, of version 1 or 2. It may lie in an ELF, and it may give load addresses, by
 *  which any file can be loaded. @spec{MB1, 3.1} @spec{MB2, 3.1} */
struct ab_multiboot {
	uint32_t version; /**< 1 or 2; 0: the file has no such header, and all members are 0 */
	uint32_t offset; /**< offset of the header in the file */
	uint32_t flags; /**< version 1: the flags; version 2: 0 */
	bool has_load; /**< the next four members are given; they count, not an ELF's segments */
	uint32_t header_addr; /**< physical address of the header's first byte */
	uint32_t load_addr; /**< physical address of the first byte to load; where version 2 has -1
				 for it, that of the file's first byte */
	uint32_t load_end_addr; /**< end of what is loaded; 0: the end of the file */
	uint32_t bss_end_addr; /**< end of the zeros behind it; 0: there are none */
	bool has_entry; /**< @c entry_addr is given; it counts, not an ELF's */
	uint32_t entry_addr; /**< physical address of the first instruction */
	bool relocatable; /**< version 2: the image may be loaded elsewhere, as the next four
			     members say */
	uint32_t min_addr; /**< lowest address of its first byte */
	uint32_t max_addr; /**< highest address of its last byte */
	uint32_t align; /**< alignment of its first byte: a power of two, or 0 */
	uint32_t preference; /**< 0: none; 1: as low as possible; 2: as high as possible */
	struct ab_error refused; /**< code AB_OK: the library can follow the header; else what it
				      demands that the library does not give, or what is wrong
				      with it. It is no error of a file that has another entry */
};

/** A kernel image, as its headers describe it. */
struct ab_image {
	enum ab_image_format format; /**< format, which names the filled member; of a UKI: that of
					  its .linux section */
	struct ab_bytes file; /**< the whole file, borrowed; of a UKI: its .linux section */
	bool is_uki; /**< the file is a UKI, and @c uki is filled */
	struct ab_error doubt; /**< code AB_OK: none; else a size in the headers that is wrong, and
				    what is taken in its place, as loaders in use do */
	struct ab_uki uki; /**< zeros unless @c is_uki; its profile is the one that was asked for */
	struct ab_elf elf; /**< AB_IMAGE_ELF: headers and PVH note; else zeros */
	struct ab_bzimage bz; /**< AB_IMAGE_BZIMAGE; else zeros */
	struct ab_arm64_image arm64; /**< AB_IMAGE_ARM64; else zeros */
	struct ab_zboot zboot; /**< AB_IMAGE_ZBOOT; else zeros */
};

/** Recognise the format of a kernel file and read its headers. Of a UKI, read the kernel in it,
 *  which must not be a UKI itself. Of a UKI with profiles, take profile 0, the default.
 * @param img  filled on AB_OK; all zeros on error
 * @param file the whole file, borrowed as long as @p img is used
 * @param why  names the field and its value
 * @retval AB_OK
 * @retval AB_ERR_IMAGE       the format is known, but the file is malformed or truncated
 * @retval AB_ERR_OVERLAP     two PT_LOADs of an ELF share a byte of memory, or two sections of a
 *                            UKI a byte of the file
 * @retval AB_ERR_UNSUPPORTED the format is not known, or the file uses a feature that this library
 *                            does not support */
AB_API AB_MUST_CHECK enum ab_err ab_image_probe(struct ab_image *img, struct ab_bytes file,
						struct ab_error *why);

/** Like ab_image_probe(), but with a profile of a UKI.
 * @param img     see ab_image_probe()
 * @param file    see ab_image_probe()
 * @param profile number of the profile, "@0" or "@1" and so on, or the id that the ID= of its
 *                .profile section gives. NULL: the file may be any kernel, and of a UKI it is
 *                profile 0
 * @param why     see ab_image_probe(); or what: "profile"; name: @p profile, which is borrowed
 * @retval AB_ERR_ARG the file is a UKI without this profile, or no UKI
 * @return AB_OK or another error of ab_image_probe() */
AB_API AB_MUST_CHECK enum ab_err ab_image_probe_profile(struct ab_image *img, struct ab_bytes file,
							const char *profile, struct ab_error *why);

/** Look for Multiboot headers, and read them. ab_image_probe() recognises a file by one only if it
 *  is of no other format. A build without x86 guests lacks this function.
 * @param mb   filled: the header of version 1, then that of version 2
 * @param head a file's first bytes, of which 32768 are enough
 * @return true if the file has at least one
 * @spec{MB1, 3.1} @spec{MB2, 3.1} */
AB_API bool ab_image_multiboot(struct ab_multiboot mb[2], struct ab_bytes head);

/** Get the name of a format, e.g. "bzImage"; "unknown" for others. ROM string. */
AB_API const char *ab_image_format_name(enum ab_image_format format);

#ifdef __cplusplus
}
#endif

/** @} */

#endif /* AETHERBOOT_IMAGE_H */
