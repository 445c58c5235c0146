/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the kernel that runs from its file or its stream directly to the sink. */
#include "feed.h"
#include "kernel_priv.h"

#include "../codec/codec_priv.h"

static enum ab_err too_short(const struct ab_feed *f)
{
	return ab_fail(f->why, AB_ERR_IMAGE, ab_codec_stream_name_(f->stream.codec), f->at,
		       "the stream ends before the kernel's headers say");
}

enum ab_err ab_kernel_verify_(const struct ab_kernel *k, struct ab_work work, struct ab_error *why)
{
	struct ab_packed packed;
	struct ab_feed f;
	enum ab_err err;

	if (k->codec == AB_CODEC_NONE)
		return AB_OK;
	if ((err = ab_kernel_packed_(&k->file, k->begins, &packed, why)))
		return err;
	ab_packed_limit_(&packed, &k->elf);
	if ((err = ab_feed_open_(&f, &packed, work, why)) || (err = ab_feed_skip_(&f, UINT64_MAX)))
		return err;
	return k->elf.file_end > f.at ? too_short(&f) : AB_OK;
}

/* ---- placing ------------------------------------------------------------------------------ */

struct placing {
	struct ab_cursor *c;
	struct ab_bytes file;
	struct ab_packed packed;
	struct ab_feed feed;
	struct ab_work work;
	struct ab_error *why;
};

static void lend(struct placing *p, uint64_t most)
{
	struct ab_stream *s = &p->feed.stream;

	s->to_spare = ab_codec_spare_(s->codec);
	ab_lend_(p->c, most, &s->to, &s->to_size, &s->to_spare);
}

static enum ab_err emit_packed(struct placing *p, const struct ab_elf_segment *s)
{
	const uint64_t end = s->offset + s->file_size;
	struct ab_bytes got;
	enum ab_err err;

	if (s->offset < p->feed.at && (err = ab_feed_open_(&p->feed, &p->packed, p->work, p->why)))
		return err;
	if ((err = ab_feed_skip_(&p->feed, s->offset)))
		return err;
	while (p->feed.at < end) {
		if (p->feed.block.size == 0) /* the next one may lie where it belongs */
			lend(p, end - p->feed.at);
		if ((err = ab_feed_take_(&p->feed, end - p->feed.at, &got)))
			return err;
		if (got.size == 0)
			return too_short(&p->feed);
		if ((err = ab_emit_(p->c, got.data, got.size, p->why)))
			return err;
	}
	return AB_OK;
}

static enum ab_err emit_segment(struct placing *p, const struct ab_elf_segment *s)
{
	if (s->file_size == 0)
		return AB_OK;
	if (p->packed.codec != AB_CODEC_NONE)
		return emit_packed(p, s);
	return ab_emit_(p->c, (const uint8_t *)p->file.data + s->offset, s->file_size, p->why);
}

enum ab_err ab_kernel_place_(const struct ab_kernel *k, struct ab_cursor *c, struct ab_work work,
			     struct ab_error *why)
{
	struct placing p; /* its feed only if there is a stream */
	enum ab_err err;

	p.c = c;
	p.file = k->file.file;
	p.packed.codec = k->codec;
	p.work = work;
	p.why = why;
	if (k->elf.size > c->r->size)
		return ab_fail(why, AB_ERR_INTERNAL, c->r->name, c->r->size,
			       "must be as large as the kernel");
	if (k->codec != AB_CODEC_NONE) {
		if ((err = ab_kernel_packed_(&k->file, k->begins, &p.packed, why)))
			return err;
		ab_packed_limit_(&p.packed, &k->elf);
		if ((err = ab_feed_open_(&p.feed, &p.packed, work, why)))
			return err;
	}
	for (uint32_t i = 0; i < k->elf.n_segments; i++) {
		const struct ab_elf_segment *s = &k->elf.segment[i];
		const uint64_t at = s->paddr - k->elf.base;

		if ((err = ab_emit_zeros_(c, at, why)) || (err = emit_segment(&p, s)) ||
		    (err = ab_emit_zeros_(c, at + s->mem_size, why)))
			return err;
	}
	if ((err = ab_emit_zeros_(c, c->r->size, why)) || k->codec == AB_CODEC_NONE)
		return err;
	return ab_feed_skip_(&p.feed, UINT64_MAX);
}

/* ---- the entry ---------------------------------------------------------------------------- */

enum ab_err ab_kernel_entry_(const struct ab_elf *elf, uint64_t *entry, struct ab_error *why)
{
	for (uint32_t i = 0; i < 2 * elf->n_segments; i++) { /* physical addresses first */
		const bool is_virtual = i >= elf->n_segments;
		const struct ab_elf_segment *s =
		    &elf->segment[is_virtual ? i - elf->n_segments : i];
		const uint64_t base = is_virtual ? s->vaddr : s->paddr;

		if (elf->entry >= base && elf->entry - base < s->mem_size) {
			*entry = elf->entry - base + s->paddr;
			return AB_OK;
		}
	}
	return ab_fail(why, AB_ERR_IMAGE, "elf.e_entry", elf->entry, "must lie in a segment");
}
