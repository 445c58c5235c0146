/* SPDX-License-Identifier: BSD-2-Clause */
/* The kernel on its way into guest memory, as it is and packed; passes are counted where streams
 * are opened. */
#define ab_stream_open counted_stream_open
#include "codec/codec.c"
#undef ab_stream_open

#include "make_kernel.h"

static unsigned int opened;

AB_API enum ab_err ab_stream_open(struct ab_stream *s, enum ab_codec codec, struct ab_bytes src,
				  uint64_t limit, struct ab_work work, struct ab_error *why);

enum ab_err ab_stream_open(struct ab_stream *s, enum ab_codec codec, struct ab_bytes src,
			   uint64_t limit, struct ab_work work, struct ab_error *why)
{
	opened++;
	return counted_stream_open(s, codec, src, limit, work, why);
}

#define FILE_SIZE 700000u /* several blocks */

/* A layout, and how often its stream has to be decoded. */
struct layout {
	const char *name;
	uint32_t passes;
	size_t n;
	struct made_segment segment[5];
};

static const struct layout layouts[] = {
	{ "in order, with BSS and a gap",
	  1,
	  3,
	  { { PT_LOAD, 0x1000, 0, 0x200000, 300000, 300000, 4096 },
	    { PT_LOAD, 0x50000, 0, 0x260000, 5000, 0x3000, 4096 },
	    { PT_LOAD, 0x60000, 0, 0x270000, 200001, 200002, 4096 } } },
	{ "one without file bytes between, one behind",
	  1,
	  4,
	  { { PT_LOAD, 0x1000, 0, 0x200000, 0x10, 0x10, 1 },
	    { PT_LOAD, 0, 0, 0x201000, 0, 0x1000, 1 },
	    { PT_LOAD, 0x1010, 0, 0x202000, 0x20, 0x1000, 1 },
	    { PT_LOAD, 0, 0, 0x203000, 0, 0x12345, 1 } } },
	{ "only without file bytes", 1, 1, { { PT_LOAD, 0, 0, 0x200000, 0, 0x5000, 1 } } },
	{ "headers in the segment, to the file's end",
	  1,
	  1,
	  { { PT_LOAD, 0, 0, 0x200000, FILE_SIZE, FILE_SIZE + 1, 1 } } },
	{ "two, descending in the file",
	  2,
	  2,
	  { { PT_LOAD, 0x60000, 0, 0x200000, 100000, 100000, 1 },
	    { PT_LOAD, 0x1000, 0, 0x240000, 100000, 0x20000, 1 } } },
	{ "program headers descend, file and memory ascend",
	  1,
	  2,
	  { { PT_LOAD, 0x60000, 0, 0x240000, 100000, 100000, 1 },
	    { PT_LOAD, 0x1000, 0, 0x200000, 100000, 0x20000, 1 } } },
	{ "four, descending",
	  4,
	  4,
	  { { PT_LOAD, 0x40000, 0, 0x200000, 1, 1, 1 },
	    { PT_LOAD, 0x30000, 0, 0x200001, 1, 1, 1 },
	    { PT_LOAD, 0x20000, 0, 0x200002, 1, 1, 1 },
	    { PT_LOAD, 0x10000, 0, 0x200003, 1, 1, 1 } } },
	{ "the same file bytes twice",
	  2,
	  2,
	  { { PT_LOAD, 0x1000, 0, 0x200000, 0x2000, 0x2000, 1 },
	    { PT_LOAD, 0x2fff, 0, 0x240000, 0x2000, 0x2000, 1 } } },
	{ "one byte on is no new pass",
	  1,
	  2,
	  { { PT_LOAD, 0x1000, 0, 0x200000, 0x2000, 0x2000, 1 },
	    { PT_LOAD, 0x3000, 0, 0x240000, 0x2000, 0x2000, 1 } } },
	{ "two runs of two",
	  2,
	  4,
	  { { PT_LOAD, 0x40000, 0, 0x200000, 10, 10, 1 },
	    { PT_LOAD, 0x50000, 0, 0x210000, 10, 10, 1 },
	    { PT_LOAD, 0x10000, 0, 0x220000, 10, 10, 1 },
	    { PT_LOAD, 0x20000, 0, 0x230000, 10, 10, 1 } } },
};

static struct made_elf elf_of(const struct layout *l)
{
	return (struct made_elf){ .entry = 0x200000, .segment = l->segment, .n = l->n };
}

/* What a sink lends is used by all codecs; of lz4, whose blocks are larger than these kernels, only
 * for the last block. The first one lies elsewhere, as its first bytes are none of a segment's. */
static void check_places(const struct recorder *rec, const struct ab_kernel *k)
{
	const size_t block = (size_t)64 << 10;
	size_t all = 0;

	for (uint32_t i = 0; i < k->elf.n_segments; i++)
		all += (size_t)k->elf.segment[i].file_size;
	if (k->codec == AB_CODEC_NONE || rec->lends == 0)
		assert_int_equal(rec->in_place, 0);
	else if (k->codec == AB_CODEC_LZ4_LEGACY)
		assert_true(rec->in_place <= 100000);
	else if (rec->lends == 1 && k->passes == 1)
		assert_true(rec->in_place + 2 * block * k->elf.n_segments >= all);
	assert_true(rec->in_place <= all);
}

/* Place it into memory that is known to be zero, which stays so where nothing is written. */
static void place_fresh(struct recorder *rec, const struct ab_kernel *k, struct ab_work work)
{
	const struct ab_span span = { rec->r->base, rec->r->size, rec->memory };
	const struct ab_spans ram = { &span, 1 };

	memset(rec->memory, 0, (size_t)span.size);
	assert_int_equal(
	    ab_kernel_place_(k, &(struct ab_cursor){ ab_mem_fresh_spans(&ram), rec->r, 0 }, work,
			     NULL),
	    AB_OK);
}

/* Place @file's kernel with exactly the work memory it asks for, on an odd address. */
static void place(struct made file, const struct made_elf *e, struct made elf, uint64_t moved,
		  uint64_t after, uint32_t passes, struct recorder *rec)
{
	struct ab_kernel k = made_open(file);
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	struct ab_region r = { .kind = AB_REGION_KERNEL, .name = "kernel" };
	size_t need = 99;
	uint8_t *room;

	assert_int_equal(ab_kernel_need_(&k, true, &need, &why), AB_OK);
	room = malloc(need + 1);
	assert_non_null(room);
	struct ab_work work = { room + 1, need };

	opened = 0;
	assert_int_equal(ab_kernel_resolve_(&k, true, work, &why), AB_OK);
	assert_int_equal(opened, passes != 0);
	assert_int_equal(k.passes, passes);
	assert_int_equal(k.codec == AB_CODEC_NONE, passes == 0);
	assert_int_equal(ab_kernel_verify_(&k, work, &why), AB_OK);
	r.base = k.elf.base + moved;
	r.size = k.elf.size + after;
	for (unsigned int lends = 0; lends < 3; lends++) {
		const struct ab_mem mem = { record, rec, record_lend };

		*rec = recorder_new(&r, file);
		rec->lends = lends;
		opened = 0;
		if (ab_kernel_place_(&k, &(struct ab_cursor){ mem, &r, 0 }, work, &why) != AB_OK)
			fail_msg("%s %s", why.what, why.other);
		assert_int_equal(opened, passes);
		recorder_check(rec, e, elf, k.elf.base);
		check_places(rec, &k);
		if (lends != 2)
			free(rec->memory);
	}
	place_fresh(rec, &k, work);
	recorder_check(rec, e, elf, k.elf.base);
	free(rec->memory);
	free(room);
}

static void test_an_elf_leaves_as_pointers_into_its_file(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(layouts); i++) {
		struct made_elf e = elf_of(&layouts[i]);
		struct made elf = made_elf_file(&e, FILE_SIZE);
		struct recorder rec;
		size_t with_bytes = 0;

		for (size_t j = 0; j < e.n; j++)
			with_bytes += e.segment[j].filesz != 0;
		place(elf, &e, elf, 0, 0, 0, &rec);
		assert_int_equal(rec.in_file, with_bytes);
		place(elf, &e, elf, 0x1000, 0x12345, 0, &rec);
		assert_int_equal(rec.in_file, with_bytes);
		free(elf.data);
	}
}

static void test_a_packed_elf_is_decoded_once_an_ascending_run(void **state)
{
	(void)state;
	for (size_t k = 0; k < COUNT(packers); k++)
		for (size_t i = 0; i < COUNT(layouts); i++) {
			struct made_elf e = elf_of(&layouts[i]);
			struct made elf = made_elf_file(&e, FILE_SIZE);
			struct made bz = made_packed(k, elf);
			struct recorder rec;

			place(bz, &e, elf, 0, 0, layouts[i].passes, &rec);
			place(bz, &e, elf, 0x1000, 0x1000, layouts[i].passes, &rec);
			assert_int_equal(rec.in_file, 0);
			free(bz.data);
			free(elf.data);
		}
}

/* What follows the ELF, as the relocation table of a relocatable kernel does, is left out. */
static void test_data_behind_the_elf_is_allowed(void **state)
{
	struct made_elf e = elf_of(&layouts[1]);
	struct made elf = made_elf_file(&e, 0x1030 + 400000);

	(void)state;
	for (size_t k = 0; k < COUNT(packers); k++) {
		struct made bz = made_packed(k, elf);
		struct recorder rec;

		place(bz, &e, elf, 0, 0, 1, &rec);
		free(bz.data);
	}
	free(elf.data);
}

#ifdef AB_HAVE_LZ4
/* The last block, from 600000 on, is decoded where it belongs if no more than 64 KiB of it belong
 * nowhere, and the region has as many bytes: these are zero in the end. */
static void test_a_signature_behind_the_kernel(void **state)
{
	static const uint32_t signatures[] = { 0, 1, 3000, 65536, 65537, 100000 };

	(void)state;
	for (size_t i = 0; i < COUNT(signatures); i++)
		for (uint32_t bss = 0; bss < 80000; bss += 3000) {
			const uint32_t behind = signatures[i], size = FILE_SIZE - 0x1000 - behind;
			const struct made_segment s = { PT_LOAD, 0x1000,     0, 0x200000,
							size,    size + bss, 1 };
			const struct made_elf e = { .entry = 0x200000, .segment = &s, .n = 1 };
			const bool fits = behind <= 65536 && behind <= bss;
			struct made elf = made_elf_file(&e, FILE_SIZE);
			struct made bz = made_packed(COUNT(packers) - 1, elf);
			struct ab_kernel k = made_open(bz);
			struct ab_work work = { malloc((size_t)16 << 20), (size_t)16 << 20 };
			struct ab_region r = { .base = 0x200000, .size = size + bss };
			struct recorder rec = recorder_new(&r, bz);

			rec.lends = 1;
			assert_int_equal(ab_kernel_resolve_(&k, true, work, NULL), AB_OK);
			assert_int_equal(
			    ab_kernel_place_(
				&k, &(struct ab_cursor){ { record, &rec, record_lend }, &r, 0 },
				work, NULL),
			    AB_OK);
			recorder_check(&rec, &e, elf, 0x200000);
			assert_int_equal(rec.in_place, fits ? 100000 - behind : 0);
			place_fresh(&rec, &k, work);
			recorder_check(&rec, &e, elf, 0x200000);
			free(rec.memory);
			free(work.data);
			free(bz.data);
			free(elf.data);
		}
}
#endif

#define ENTRY 0x01000850u

/* The note, near the start, in another note, far behind, or cut at a block's end. */
static void test_the_pvh_note_is_found_in_the_same_pass(void **state)
{
	static const size_t places[] = { 0x200, 0x1000, 262144 - 100, 262144 - 16, 262144, 600000 };

	(void)state;
	for (size_t k = 0; k < COUNT(packers); k++)
		for (size_t i = 0; i < COUNT(places); i++) {
			const struct made_segment s[] = {
				{ PT_NOTE, places[i] + 4000, 0, 0, 0x30, 0x30, 8 },
				{ PT_LOAD, 0x1000, 0, 0x200000, 0x2000, 0x2000, 4096 },
				{ PT_NOTE, places[i], 0, 0, 200, 200, 4 },
				/* too long to be kept, and not the one */
				{ PT_NOTE, 0x100, 0, 0, 650000, 650000, 4 },
			};
			/* once with the first note before the program headers */
			const struct made_elf e = { .segment = s,
						    .n = COUNT(s),
						    .phoff = i == 0 ? 0x400 : 0 };
			struct made elf = made_elf_file(&e, FILE_SIZE);
			struct made bz;
			struct ab_kernel kernel;
			size_t need, at = places[i];
			uint8_t *room;

			make_note(elf.data, at + 4000, 8, false, "GNU", 4, 5, 0, 16);
			at = make_note(elf.data, at, 4, false, "Linux", 6, 257, 0, 4);
			make_note(elf.data, at, 4, false, "Xen", 4, 18, ENTRY, 8);
			bz = made_packed(k, elf);
			kernel = made_open(bz);
			assert_int_equal(ab_kernel_need_(&kernel, true, &need, NULL), AB_OK);
			room = malloc(need);
			for (int want = 0; want < 2; want++) {
				opened = 0;
				assert_int_equal(ab_kernel_resolve_(&kernel, want != 0,
								    (struct ab_work){ room, need },
								    NULL),
						 AB_OK);
				assert_int_equal(opened, 1);
				assert_int_equal(kernel.elf.has_pvh, want);
				assert_int_equal(kernel.elf.pvh_entry, want != 0 ? ENTRY : 0);
				assert_int_equal(kernel.elf.n_notes, 3);
			}
			free(room);
			free(bz.data);
			free(elf.data);
		}
}

/* Whether the entry is found in the last of @n notes, and nothing is written past the work memory.
 */
static bool found_in_the_last(const struct made_segment *s, size_t n)
{
	const struct made_elf e = { .segment = s, .n = n };
	struct made elf = made_elf_file(&e, FILE_SIZE), bz;
	struct ab_kernel k;
	size_t need = 0;
	uint8_t *room, guard[1 << 18];

	make_note(elf.data, (size_t)s[n - 1].offset, 4, false, "Xen", 4, 18, ENTRY, 4);
	bz = made_packed(0, elf);
	k = made_open(bz);
	assert_int_equal(ab_kernel_need_(&k, true, &need, NULL), AB_OK);
	memset(guard, 0x5a, sizeof(guard));
	room = malloc(need + sizeof(guard));
	assert_non_null(room);
	memcpy(room + need, guard, sizeof(guard));
	assert_int_equal(ab_kernel_resolve_(&k, true, (struct ab_work){ room, need }, NULL), AB_OK);
	assert_memory_equal(room + need, guard, sizeof(guard));
	free(room);
	free(bz.data);
	free(elf.data);
	return k.elf.has_pvh;
}

/* There is room for 64 KiB of notes together, to the byte; the rest is not looked at. */
static void test_notes_share_their_room(void **state)
{
	const struct made_segment load = { PT_LOAD, 0x1000, 0, 0x200000, 0x2000, 0x2000, 1 };
	struct made_segment s[9] = { load, { PT_NOTE, 0x8000, 0, 0, 0x10000 - 20, 0, 4 } };

	(void)state;
	s[2] = (struct made_segment){ PT_NOTE, 0x20000, 0, 0, 20, 0, 4 };
	assert_true(found_in_the_last(s, 3));
	s[1].filesz++;
	assert_false(found_in_the_last(s, 3));
	/* eight that would take half a MiB, more than a gzip decoder has */
	for (size_t i = 1; i < 9; i++)
		s[i] = (struct made_segment){ PT_NOTE, 0x8000 + 0x10000 * i, 0, 0, 0x10000, 0, 4 };
	assert_false(found_in_the_last(s, 9));
}

/* What unpacking handed out. */
struct taken {
	struct made whole;
	size_t at, calls;
	size_t last; /* where the last block began */
	enum ab_err err; /* given from the second call on */
};

static enum ab_err take(void *ctx, const void *block, size_t size)
{
	struct taken *t = ctx;

	assert_int_not_equal(size, 0);
	assert_true(t->at + size <= t->whole.size);
	assert_memory_equal(block, t->whole.data + t->at, size);
	t->last = t->at;
	t->at += size;
	return t->calls++ != 0 ? t->err : AB_OK;
}

static void test_unpacking_hands_out_the_whole_file(void **state)
{
	struct made_elf e = elf_of(&layouts[0]);
	struct made elf = made_elf_file(&e, FILE_SIZE);
	struct taken t = { .whole = elf };
	struct expected want = { AB_ERR_MEM, "unpacked kernel", 0,
				 "the callback refused the block" };
	struct ab_error why = { AB_OK, NULL, 0, NULL };
	size_t need = 99;

	(void)state;
	assert_int_equal(ab_kernel_work((struct ab_bytes){ elf.data, elf.size }, &need, &why),
			 AB_OK);
	assert_int_equal(need, 0);
	assert_int_equal(ab_kernel_unpack((struct ab_bytes){ elf.data, elf.size }, take, &t,
					  (struct ab_work){ NULL, 0 }, &why),
			 AB_OK);
	assert_int_equal(t.calls, 1);
	assert_int_equal(t.at, elf.size);
	for (size_t k = 0; k < COUNT(packers); k++) {
		struct made bz = made_packed(k, elf);
		const struct ab_bytes kernel = { bz.data, bz.size };
		uint8_t *room;

		t = (struct taken){ .whole = elf };
		assert_int_equal(ab_kernel_work(kernel, &need, &why), AB_OK);
		room = malloc(need);
		assert_int_equal(
		    ab_kernel_unpack(kernel, take, &t, (struct ab_work){ room, need }, &why),
		    AB_OK);
		assert_int_equal(t.at, elf.size);
		/* any error of the taker's ends it */
		t = (struct taken){ .whole = elf,
				    .err = (enum ab_err)(AB_OK + 1 + k % AB_ERR_INTERNAL) };
		assert_int_equal(
		    ab_kernel_unpack(kernel, take, &t, (struct ab_work){ room, need }, &why),
		    AB_ERR_MEM);
		assert_int_equal(t.calls, 2);
		want.value = t.last;
		assert_error(why.code, &why, &want, packers[k].name);
		assert_int_equal(
		    ab_kernel_unpack(kernel, take, &t, (struct ab_work){ room, need - 1 }, &why),
		    AB_ERR_NOSPACE);
		assert_int_equal(why.value, need);
		free(room);
		free(bz.data);
	}
	assert_int_equal(ab_kernel_work((struct ab_bytes){ "none", 4 }, &need, &why),
			 AB_ERR_UNSUPPORTED);
	assert_int_equal(ab_kernel_unpack((struct ab_bytes){ "none", 4 }, take, &t,
					  (struct ab_work){ NULL, 0 }, &why),
			 AB_ERR_UNSUPPORTED);
	free(elf.data);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_an_elf_leaves_as_pointers_into_its_file),
		cmocka_unit_test(test_a_packed_elf_is_decoded_once_an_ascending_run),
		cmocka_unit_test(test_data_behind_the_elf_is_allowed),
#ifdef AB_HAVE_LZ4
		cmocka_unit_test(test_a_signature_behind_the_kernel),
#endif
		cmocka_unit_test(test_the_pvh_note_is_found_in_the_same_pass),
		cmocka_unit_test(test_notes_share_their_room),
		cmocka_unit_test(test_unpacking_hands_out_the_whole_file),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
