/* SPDX-License-Identifier: BSD-2-Clause */
/* Notes of a packed ELF, which tell Linux and give the PVH entry. They are copied during a pass
 * over the stream. */
#include "notes.h"

#include "../base/libc.h"

/* The bytes of a PT_NOTE, or its first ones if no more fit. */
struct note {
	uint8_t *bytes;
	size_t size;
};

/* Copy those bytes of [at, at + size) that belong to a note. */
static void collect(const struct ab_elf *elf, const struct note *notes, uint64_t at,
		    const uint8_t *data, size_t size)
{
	for (uint32_t i = 0; i < elf->n_notes; i++) {
		uint64_t lo = elf->note[i].offset;
		uint64_t hi = lo + notes[i].size;
		uint64_t from = lo > at ? lo : at;
		uint64_t to = hi < at + size ? hi : at + size;

		if (from < to)
			memcpy(notes[i].bytes + (from - lo), data + (from - at),
			       (size_t)(to - from));
	}
}

enum ab_err ab_kernel_notes_(struct ab_feed *f, struct ab_bytes head, uint8_t *room,
			     struct ab_elf *elf)
{
	struct note notes[AB_ELF_NOTES_MAX] = { { NULL, 0 } };
	size_t used = 0;
	uint64_t end = 0;
	struct ab_bytes got = { NULL, 1 };
	enum ab_err err;

	for (uint32_t i = 0; i < elf->n_notes; i++) {
		const size_t size = ab_elf_note_size_(elf, i, used);

		notes[i] = (struct note){ room + used, size };
		used += size;
		if (size != 0 && elf->note[i].offset + size > end)
			end = elf->note[i].offset + size;
	}
	collect(elf, notes, 0, head.data, head.size);
	while (f->at < end && got.size != 0) {
		uint64_t at = f->at;

		if ((err = ab_feed_take_(f, end - at, &got)))
			return err;
		collect(elf, notes, at, got.data, got.size);
	}
	for (uint32_t i = 0; i < elf->n_notes; i++)
		ab_elf_note_(elf, i, (struct ab_bytes){ notes[i].bytes, notes[i].size });
	return AB_OK;
}
