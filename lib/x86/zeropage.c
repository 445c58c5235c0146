/* SPDX-License-Identifier: BSD-2-Clause */
/* The zero page, struct boot_params of Linux. */
#include <aetherboot/x86.h>

#include "../base/libc.h"
#include "../machine/machine_priv.h"
#include "x86_priv.h"

/* Offsets in struct boot_params. X86BOOT, zero-page.rst */
enum {
	SI_EXT_MEM_K = 0x002, /* screen_info begins the zero page */
	SI_ORIG_VIDEO_IS_VGA = 0x00f,
	SI_LFB_WIDTH = 0x012,
	SI_LFB_HEIGHT = 0x014,
	SI_LFB_DEPTH = 0x016,
	SI_LFB_BASE = 0x018,
	SI_LFB_SIZE = 0x01c,
	SI_LFB_LINELENGTH = 0x024,
	SI_RED_SIZE = 0x026, /* and its position, then those of green, blue and reserved bits */
	SI_CAPABILITIES = 0x036,
	SI_EXT_LFB_BASE = 0x03a,
	ZP_ACPI_RSDP_ADDR = 0x070,
	ZP_EXT_RAMDISK_IMAGE = 0x0c0,
	ZP_EXT_RAMDISK_SIZE = 0x0c4,
	ZP_EXT_CMD_LINE_PTR = 0x0c8,
	ZP_ALT_MEM_K = 0x1e0,
	ZP_E820_ENTRIES = 0x1e8,
	ZP_HDR = 0x1f1,
	ZP_EDD_MBR_SIG_BUFFER = 0x290, /* the setup header ends before it */
	ZP_E820_TABLE = 0x2d0,
	ZP_SIZE = 0x1000,
};

/* Offsets in the setup header, from the same base. X86BOOT, The Real-Mode Kernel Header */
enum {
	HDR_ROOT_FLAGS = 0x1f2,
	HDR_VID_MODE = 0x1fa,
	HDR_BOOT_FLAG = 0x1fe,
	HDR_JUMP = 0x200,
	HDR_HEADER = 0x202,
	HDR_VERSION = 0x206,
	HDR_TYPE_OF_LOADER = 0x210,
	HDR_LOADFLAGS = 0x211,
	HDR_CODE32_START = 0x214,
	HDR_RAMDISK_IMAGE = 0x218,
	HDR_RAMDISK_SIZE = 0x21c,
	HDR_CMD_LINE_PTR = 0x228,
	HDR_INITRD_ADDR_MAX = 0x22c,
	HDR_KERNEL_ALIGNMENT = 0x230,
	HDR_XLOADFLAGS = 0x236,
	HDR_CMDLINE_SIZE = 0x238,
	HDR_SETUP_DATA = 0x250,
	HDR_PREF_ADDRESS = 0x258, /* setup_data ends here */
	HDR_END = 0x26c, /* of protocol 2.15 */
};

#define VIDEO_TYPE_EFI 0x70 /* linear, its size in bytes; VLFB's would be in 64 KiB */
#define VIDEO_CAPABILITY_SKIP_QUIRKS 1 /* those of Apple's firmware */
#define VIDEO_CAPABILITY_64BIT_BASE 2 /* ext_lfb_base counts */

#define SETUP_DATA_SINCE 0x0209 /* Linux 2.6.26 */
#define HDRS UINT32_C(0x53726448) /* "HdrS" */
#define LOADED_HIGH 0x01
#define LOADFLAGS_CLEAR 0xc2u /* KASLR_FLAG, KEEP_SEGMENTS, CAN_USE_HEAP */
#define XLF_KERNEL_64 0x01
#define XLF_CAN_BE_LOADED_ABOVE_4G 0x02

/* Limits that the header imposes. */
struct limits {
	bool cmdline; /* the header has this field: protocol 2.02 or later */
	bool setup_data; /* the header has this field: protocol 2.09 or later */
	bool above_4g; /* the kernel reads the ext_ fields: protocol 2.12 and an xloadflag */
	bool
	    old_sizes; /* the kernel may read the sizes that a BIOS returned: before Linux 2.6.26 */
};

static void poke(struct ab_buf *out, size_t zp, unsigned int field, uint64_t v, unsigned int width)
{
	ab_poke_le(out, zp + field, v, width);
}

bool ab_x86_has_setup_data_(struct ab_bytes header)
{
	const uint8_t *h = header.data;

	return ZP_HDR + header.size >= HDR_PREF_ADDRESS &&
	       ab_ld_le16(h + (HDR_VERSION - ZP_HDR)) >= SETUP_DATA_SINCE;
}

/* Copy the image's header. Fields that a loader must not write stay, e.g. init_size. */
static struct limits image_header(struct ab_bytes header, struct ab_buf *out)
{
	const uint8_t *h = header.data;
	const size_t end = ZP_HDR + header.size;
	struct limits lim = { false, false, false, false };
	const size_t zp = out->len - ZP_HDR;
	unsigned int loadflags, version;

	if (end < HDR_INITRD_ADDR_MAX || end > ZP_EDD_MBR_SIG_BUFFER) {
		ab_buf_fail(out, AB_ERR_IMAGE, "zero_page.header.size", header.size,
			    "must be 59 to 159 bytes, from 0x1f1 on");
		return lim;
	}
	if (ab_ld_le32(h + (HDR_HEADER - ZP_HDR)) != HDRS) {
		ab_buf_fail(out, AB_ERR_IMAGE, "setup_header.header",
			    ab_ld_le32(h + (HDR_HEADER - ZP_HDR)), "must be 0x53726448 (HdrS)");
		return lim;
	}
	/* the kernel sets KASLR_FLAG and loads segments itself; there is no real-mode heap */
	loadflags = h[HDR_LOADFLAGS - ZP_HDR] & ~LOADFLAGS_CLEAR;
	ab_put(out, h, header.size);
	poke(out, zp, HDR_LOADFLAGS, loadflags, 1);
	version = ab_ld_le16(h + (HDR_VERSION - ZP_HDR));
	lim.cmdline = version >= 0x0202;
	lim.setup_data = ab_x86_has_setup_data_(header);
	lim.above_4g =
	    version >= 0x020c && end >= HDR_CMDLINE_SIZE &&
	    (ab_ld_le16(h + (HDR_XLOADFLAGS - ZP_HDR)) & XLF_CAN_BE_LOADED_ABOVE_4G) != 0;
	lim.old_sizes = version < SETUP_DATA_SINCE;
	return lim;
}

/* Make a header for an ELF, which has none. After an entry at startup_64 or startup_32 Linux reads
 * root_flags, version, type_of_loader and the fields that ab_x86_zero_page() sets. Other kernels
 * and tools read more. */
static struct limits made_header(const struct ab_x86_zero_page *in, struct ab_buf *out)
{
	const size_t zp = out->len - ZP_HDR;
	const uint32_t alignment = in->kernel_alignment != 0 ? in->kernel_alignment : 0x200000;

	ab_put(out, NULL, HDR_END - ZP_HDR);
	poke(out, zp, HDR_ROOT_FLAGS, 1, 2); /* read-only root, as Linux's own header says */
	poke(out, zp, HDR_VID_MODE, 0xffff, 2); /* normal */
	poke(out, zp, HDR_BOOT_FLAG, 0xaa55, 2);
	poke(out, zp, HDR_JUMP, 0xeb | (HDR_END - HDR_HEADER) << 8, 2);
	poke(out, zp, HDR_HEADER, HDRS, 4);
	poke(out, zp, HDR_VERSION, 0x020f, 2);
	poke(out, zp, HDR_LOADFLAGS, LOADED_HIGH, 1);
	poke(out, zp, HDR_INITRD_ADDR_MAX, in->kernel_32 ? AB_X86_INITRD_MAX_32 : 0x7fffffff, 4);
	poke(out, zp, HDR_KERNEL_ALIGNMENT, alignment, 4);
	if (!in->kernel_32)
		poke(out, zp, HDR_XLOADFLAGS, XLF_KERNEL_64 | XLF_CAN_BE_LOADED_ABOVE_4G, 2);
	poke(out, zp, HDR_CMDLINE_SIZE, 2047, 4); /* COMMAND_LINE_SIZE less the NUL */
	return (struct limits){ true, true, !in->kernel_32, false };
}

static bool above_4g(uint64_t base, uint64_t size)
{
	return size != 0 && (base > UINT32_MAX || size > (UINT64_C(1) << 32) - base);
}

static void check(const struct ab_x86_zero_page *in, struct limits lim, struct ab_buf *out)
{
	if (in->cmdline != 0 && !lim.cmdline)
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "zero_page.cmdline", in->cmdline,
			    "must be 0: the setup header has none (protocol before 2.02)");
	if (in->setup_data != 0 && !lim.setup_data)
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "zero_page.setup_data", in->setup_data,
			    "must be 0: the setup header has none (protocol before 2.09)");
	if (above_4g(in->initrd, in->initrd_size) && !lim.above_4g)
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "zero_page.initrd", in->initrd,
			    "must end below 4 GiB: the kernel's xloadflags allow no more");
	if (above_4g(in->cmdline, 1) && !lim.above_4g)
		ab_buf_fail(out, AB_ERR_UNSUPPORTED, "zero_page.cmdline", in->cmdline,
			    "must be below 4 GiB: the kernel's xloadflags allow no more");
}

/* RAM from 1 MiB on up to the first byte that is none, in KiB: what INT 15h returned by 88h, at
 * most 64 MiB, and by e801h. */
static void old_sizes(const struct ab_x86_zero_page *in, size_t zp, struct ab_buf *out)
{
	const uint32_t kib = ab_x86_mem_upper_(in->map);

	poke(out, zp, SI_EXT_MEM_K, kib < UINT16_MAX ? kib : UINT16_MAX, 2);
	poke(out, zp, ZP_ALT_MEM_K, kib, 4);
}

/* Fill screen_info. Linux takes a framebuffer if it knows its fields, and alpha is what is
 * reserved. include/uapi/linux/screen_info.h */
static void screen_info(const struct ab_dev *d, size_t zp, struct ab_buf *out)
{
	static const char fields[4] = { 'r', 'g', 'b', 'a' };
	const struct ab_framebuffer *fb = &d->framebuffer;
	const uint32_t stride = ab_dev_stride_(d);
	uint32_t pos;

	poke(out, zp, SI_ORIG_VIDEO_IS_VGA, VIDEO_TYPE_EFI, 1);
	poke(out, zp, SI_LFB_WIDTH, fb->width, 2);
	poke(out, zp, SI_LFB_HEIGHT, fb->height, 2);
	poke(out, zp, SI_LFB_DEPTH, ab_pixel_field_(fb->format, '*', &pos), 2);
	poke(out, zp, SI_LFB_BASE, d->base, 4);
	poke(out, zp, SI_LFB_SIZE, (uint64_t)stride * fb->height, 4);
	poke(out, zp, SI_LFB_LINELENGTH, stride, 2);
	for (unsigned int i = 0; i < sizeof(fields); i++) {
		poke(out, zp, SI_RED_SIZE + 2 * i, ab_pixel_field_(fb->format, fields[i], &pos), 1);
		poke(out, zp, SI_RED_SIZE + 2 * i + 1, pos, 1);
	}
	poke(out, zp, SI_CAPABILITIES, VIDEO_CAPABILITY_SKIP_QUIRKS | VIDEO_CAPABILITY_64BIT_BASE,
	     4);
	poke(out, zp, SI_EXT_LFB_BASE, d->base >> 32, 4);
}

void ab_x86_zero_page(const struct ab_x86_zero_page *in, struct ab_buf *out)
{
	const uint64_t initrd = in->initrd_size != 0 ? in->initrd : 0;
	const size_t zp = out->len;
	struct limits lim;
	size_t entries;

	ab_put(out, NULL, ZP_HDR);
	if (in->header.size != 0)
		lim = image_header(in->header, out);
	else
		lim = made_header(in, out);
	ab_put(out, NULL, ZP_E820_TABLE - (out->len - zp));
	entries = ab_x86_e820_(in->map, 0, AB_E820_MAX, out);
	ab_put(out, NULL, ZP_SIZE - (out->len - zp));
	check(in, lim, out);

	poke(out, zp, ZP_ACPI_RSDP_ADDR, in->rsdp, 8);
	poke(out, zp, ZP_EXT_RAMDISK_IMAGE, initrd >> 32, 4);
	poke(out, zp, ZP_EXT_RAMDISK_SIZE, in->initrd_size >> 32, 4);
	poke(out, zp, ZP_EXT_CMD_LINE_PTR, in->cmdline >> 32, 4);
	poke(out, zp, ZP_E820_ENTRIES, entries, 1);
	poke(out, zp, HDR_TYPE_OF_LOADER, 0xff, 1); /* no id assigned */
	if (in->kernel != 0 && in->kernel <= UINT32_MAX)
		poke(out, zp, HDR_CODE32_START, in->kernel, 4);
	poke(out, zp, HDR_RAMDISK_IMAGE, initrd, 4);
	poke(out, zp, HDR_RAMDISK_SIZE, in->initrd_size, 4);
	if (lim.cmdline)
		poke(out, zp, HDR_CMD_LINE_PTR, in->cmdline, 4);
	if (in->framebuffer != NULL)
		screen_info(in->framebuffer, zp, out);
	if (lim.old_sizes)
		old_sizes(in, zp, out);
	if (lim.setup_data)
		poke(out, zp, HDR_SETUP_DATA, in->setup_data, 8);
}
