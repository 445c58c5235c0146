/* SPDX-License-Identifier: BSD-2-Clause */
/* Describe the kernel that runs, from the headers of its file and the start of its stream. */
#include "feed.h"
#include "kernel_priv.h"
#include "notes.h"

#include "../base/base_priv.h"
#include "../base/libc.h"
#include "../codec/codec_priv.h"
#include "../image/image_priv.h"

/* Bytes at the start of a packed kernel that must contain all its headers. */
#define HEAD_SIZE ((size_t)64 << 10)

/* True if a file ends as no stream does: checksums and sizes are there. */
static bool is_padded(struct ab_bytes file)
{
	static const uint8_t zeros[16];
	const uint8_t *p = file.data;

	return file.size >= sizeof(zeros) &&
	       memcmp(p + (file.size - sizeof(zeros)), zeros, sizeof(zeros)) == 0;
}

enum ab_err ab_kernel_file_(struct ab_image *img, enum ab_codec *begins, struct ab_bytes file,
			    const char *profile, struct ab_error *why)
{
	*begins = ab_codec_detect(file);
	if (*begins == AB_CODEC_NONE || profile != NULL) {
		const enum ab_err err = ab_image_probe_profile(img, file, profile, why);

		/* a payload of another format is empty */
		*begins = ab_codec_detect(img->zboot.payload.size != 0 ? img->zboot.payload
								       : img->bz.payload);
		return err;
	}
	memset(img, 0, sizeof(*img));
	img->format = AB_IMAGE_PACKED;
	img->file = file;
	if (is_padded(file))
		(void)ab_fail(&img->doubt, AB_ERR_IMAGE, "kernel.size", file.size,
			      "must not have zeros behind the compressed kernel; they are ignored");
	return AB_OK;
}

enum ab_err ab_kernel_find_(struct ab_bytes file, struct ab_packed *packed, struct ab_error *why)
{
	struct ab_image img; /* large: the caller's frame has a feed */
	enum ab_codec begins;
	enum ab_err err = ab_kernel_file_(&img, &begins, file, NULL, why);

	return err != AB_OK ? err : ab_kernel_packed_(&img, begins, packed, why);
}

enum ab_err ab_kernel_open_(struct ab_kernel *k, struct ab_bytes file, const char *profile,
			    struct ab_error *why)
{
	enum ab_err err;

	memset(k, 0, sizeof(*k));
	err = ab_kernel_file_(&k->file, &k->begins, file, profile, why);
	k->elf = k->file.elf;
	return err;
}

/* Describe bytes without program headers as an ELF of one segment, which is entered at its start.
 */
static void one_segment(struct ab_elf *elf, uint64_t base, uint64_t file_size, uint64_t size)
{
	memset(elf, 0, sizeof(*elf));
	elf->entry = base;
	elf->base = base;
	elf->size = size;
	elf->file_end = file_size < size ? file_size : size;
	elf->segment[0] = (struct ab_elf_segment){ base, base, 0, elf->file_end, size };
	elf->n_segments = 1;
}

void ab_kernel_open_flat_(struct ab_kernel *k, struct ab_bytes file, uint64_t base, uint64_t entry,
			  uint64_t size)
{
	k->file.format = AB_IMAGE_FLAT;
	k->file.file = file;
	one_segment(&k->file.elf, base, file.size, size != 0 ? size : file.size);
	if (entry != 0)
		k->file.elf.entry = entry;
}

static size_t room_for(bool want_notes)
{
	return HEAD_SIZE + (want_notes ? AB_ELF_NOTES_SIZE : 0);
}

/* @packed.codec NONE: no work memory is needed. */
static enum ab_err find_need(const struct ab_kernel *k, bool want_notes, struct ab_packed *packed,
			     size_t *bytes, struct ab_error *why)
{
	enum ab_err err;

	*bytes = 0;
	if ((err = ab_kernel_packed_(&k->file, k->begins, packed, why)) ||
	    packed->codec == AB_CODEC_NONE ||
	    (err = ab_codec_work(packed->codec, packed->stream, bytes, why)))
		return err;
	_Static_assert(HEAD_SIZE + AB_ELF_NOTES_SIZE <= AB_CODEC_ROOM_MAX, "the sum may wrap");
	*bytes += room_for(want_notes);
	return AB_OK;
}

enum ab_err ab_kernel_need_(const struct ab_kernel *k, bool want_notes, size_t *bytes,
			    struct ab_error *why)
{
	struct ab_packed packed;

	return find_need(k, want_notes, &packed, bytes, why);
}

/* ---- an ELF ------------------------------------------------------------------------------- */

/* Collect the first bytes of the stream, which contain every header. */
static enum ab_err read_head(struct ab_feed *f, uint8_t *head, struct ab_bytes *have)
{
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	*have = (struct ab_bytes){ head, HEAD_SIZE };
	if (ab_codec_head_(&f->stream, head, HEAD_SIZE))
		return AB_OK;
	have->size = 0;
	while (have->size < HEAD_SIZE && got.size != 0) {
		if ((err = ab_feed_take_(f, HEAD_SIZE - have->size, &got)))
			return err;
		if (got.size != 0)
			memcpy(head + have->size, got.data, got.size);
		have->size += got.size;
	}
	return AB_OK;
}

static enum ab_err read_elf(struct ab_feed *f, struct ab_bytes head, struct ab_elf *elf)
{
	uint64_t size =
	    head.size < HEAD_SIZE ? head.size : f->size; /* a shorter head is the whole kernel */
	struct ab_error need;
	enum ab_err err = ab_elf_headers_(elf, head, size, &need);

	if (err == AB_ERR_NOSPACE)
		return ab_fail(
		    f->why, AB_ERR_UNSUPPORTED, "elf.e_phoff", need.value,
		    "program headers must lie within the first 64 KiB of a packed kernel");
	if (err != AB_OK && f->why != NULL)
		*f->why = need;
	return err;
}

/* ---- an arm64 Image ----------------------------------------------------------------------- */

/* BSS of an Image whose header does not give its size: Linux before 3.17 had less than 2 MiB. */
#define OLD_BSS (16 * AB_MiB)

/* Describe an Image as an ELF of one segment. Bytes of the file beyond image_size, e.g. a
 * signature, are not part of the kernel. */
static void image_elf(const struct ab_arm64_image *arm64, uint64_t file_size, struct ab_elf *elf)
{
	const uint64_t va = AB_KERNEL_IMAGE_VA + arm64->text_offset;
	const uint64_t size = arm64->image_size != 0 ? arm64->image_size : file_size + OLD_BSS;

	one_segment(elf, va, file_size, size);
	elf->bits = 64;
	elf->big_endian = arm64->big_endian;
	elf->machine = AB_EM_AARCH64;
}

/* Describe a packed Image. If its headers do not give its size in the file, it is the whole
 * stream. */
static enum ab_err read_arm64(struct ab_feed *f, struct ab_bytes head, struct ab_kernel *k)
{
	struct ab_arm64_image *arm64 = &k->arm64;
	enum ab_err err = ab_arm64_image_read_(arm64, head, &k->file.doubt, f->why);

	if (err != AB_OK || (arm64->file_size == 0 && (err = ab_feed_skip_(f, UINT64_MAX))))
		return err;
	image_elf(arm64, arm64->file_size != 0 ? arm64->file_size : f->at, &k->elf);
	return AB_OK;
}

/* ---- either ------------------------------------------------------------------------------- */

static enum ab_err not_a_kernel(const struct ab_feed *f, struct ab_bytes head)
{
	const enum ab_image_format format = ab_image_detect_(head);
	const enum ab_codec codec = ab_codec_detect(head);
	struct ab_error e = {
		.code = AB_ERR_UNSUPPORTED,
		.what = "unpacked_kernel.magic",
		.value = head.size >= 4 ? ab_ld_le32(head.data) : 0,
		.other = "must be that of an ELF or an arm64 Image",
	};

	if (f->sized) { /* only the stream of a bzImage has a size word */
		e.code = AB_ERR_IMAGE;
		e.other = "the bzImage's payload must be an ELF; protocols self and linux32 "
			  "do not unpack it";
	} else if (format != AB_IMAGE_UNKNOWN) {
		e.name = ab_image_format_name(format);
	} else if (codec != AB_CODEC_NONE) {
		e.name = ab_codec_name(codec);
	}
	return ab_fail_with_(f->why, &e);
}

/* @room must have room_for(want_notes) bytes. */
static enum ab_err resolve_packed(struct ab_feed *f, bool want_notes, uint8_t *room,
				  struct ab_kernel *k)
{
	struct ab_bytes head;
	enum ab_image_format format;
	enum ab_err err = read_head(f, room, &head);

	if (err != AB_OK)
		return err;
	format = ab_image_detect_(head);
	if (format == AB_IMAGE_ARM64 && !f->sized)
		return read_arm64(f, head, k);
#ifndef AB_WITHOUT_X86_64
	/* a shorter head is the whole kernel */
	if (!f->sized && ab_image_multiboot(k->multiboot, head) && format == AB_IMAGE_UNKNOWN)
		return ab_multiboot_elf_(ab_multiboot_best_(k->multiboot),
					 head.size < HEAD_SIZE ? head.size : UINT64_MAX, &k->elf,
					 f->why);
#endif
	if (format != AB_IMAGE_ELF)
		return not_a_kernel(f, head);
	err = read_elf(f, head, &k->elf);
#ifdef AB_WITHOUT_X86_64 /* no other way in wants them */
	(void)want_notes;
	return err;
#else
	return err || !want_notes ? err : ab_kernel_notes_(f, head, room + HEAD_SIZE, &k->elf);
#endif
}

static enum ab_err fail_passes(const struct ab_kernel *k, uint64_t value, const char *rule,
			       struct ab_error *why)
{
	return ab_fail_named_(why, AB_ERR_UNSUPPORTED, "plan.kernel.passes", 0,
			      ab_codec_name(k->codec), value, rule);
}

/* What the passes read and unpack is bounded in all, as segments may be in any order. */
static enum ab_err count_passes(struct ab_kernel *k, const struct ab_packed *packed,
				struct ab_error *why)
{
	const struct ab_passes passes = ab_kernel_passes_(&k->elf);
	const uint64_t sum = passes.before + (packed->sized ? packed->size : k->elf.file_end);

	k->passes = passes.n;
	if (sum > AB_KERNEL_UNPACKED_MAX)
		return fail_passes(k, sum,
				   "the bytes that all passes over the stream unpack must be at "
				   "most 4 GiB",
				   why);
	if (passes.n > 1 && packed->stream.size > AB_KERNEL_READ_MAX / (passes.n - 1))
		return fail_passes(k, passes.n,
				   "the passes but one must read at most 128 MiB of the stream in "
				   "all",
				   why);
	return AB_OK;
}

enum ab_err ab_kernel_resolve_(struct ab_kernel *k, bool want_notes, struct ab_work work,
			       struct ab_error *why)
{
	const struct ab_image *file = &k->file;
	const size_t room = room_for(want_notes);
	struct ab_packed packed;
	struct ab_feed f;
	size_t need;
	enum ab_err err;

	k->elf = file->elf;
	k->arm64 = file->arm64;
	if (file->format == AB_IMAGE_ARM64)
		image_elf(&k->arm64, k->arm64.file_size != 0 ? k->arm64.file_size : file->file.size,
			  &k->elf);
	if ((err = find_need(k, want_notes, &packed, &need, why)) || packed.codec == AB_CODEC_NONE)
		return err;
	k->codec = packed.codec;
	if (work.size < need)
		return ab_fail_named_(why, AB_ERR_NOSPACE, "work", 0, ab_codec_name(k->codec), need,
				      "to unpack the kernel");
	if ((err = ab_feed_open_(&f, &packed,
				 (struct ab_work){ (uint8_t *)work.data + room, work.size - room },
				 why)) ||
	    (err = resolve_packed(&f, want_notes, work.data, k)))
		return err;
	return count_passes(k, &packed, why);
}
