/* SPDX-License-Identifier: BSD-2-Clause */
/* ELF headers: what is found, what is refused, and that no bytes do harm. */
#include <stdlib.h>

#include <aetherboot/image.h>

#include "unit.h"

#include "make_elf.h"
#include "image/image_priv.h"

static uint8_t file[0x3000];

static struct ab_bytes start(const struct made_elf *e)
{
	memset(file, 0, sizeof(file));
	make_elf(file, e);
	return (struct ab_bytes){ file, sizeof(file) };
}

/* What holds of every description, whatever the file was. */
static void sane(const struct ab_elf *elf, uint64_t size)
{
	uint64_t at = 0;

	assert_in_range(elf->n_segments, 1, AB_ELF_SEGMENTS_MAX);
	assert_true(elf->n_notes <= AB_ELF_NOTES_MAX);
	assert_int_equal(elf->base, elf->segment[0].paddr);
	for (uint32_t i = 0; i < elf->n_segments; i++) {
		const struct ab_elf_segment *s = &elf->segment[i];

		assert_true(s->paddr >= at && s->mem_size != 0);
		at = s->paddr + s->mem_size;
		assert_true(at > s->paddr);
		assert_true(s->file_size <= s->mem_size);
		assert_true(s->file_size == 0 || ab_within(s->offset, s->file_size, size));
		assert_true(s->file_size == 0 || s->offset + s->file_size <= elf->file_end);
	}
	assert_int_equal(elf->base + elf->size, at);
	assert_true(elf->file_end <= size);
	for (uint32_t i = 0; i < elf->n_notes; i++)
		assert_true(ab_within(elf->note[i].offset, elf->note[i].size, size));
}

static enum ab_err probe(struct ab_bytes bytes, struct ab_image *img, struct ab_error *why)
{
	enum ab_err err = ab_image_probe(img, bytes, why);

	assert_int_equal(img->format, err == AB_OK ? AB_IMAGE_ELF : AB_IMAGE_UNKNOWN);
	if (err == AB_OK)
		sane(&img->elf, bytes.size);
	else
		assert_int_equal(why->code, err);
	return err;
}

/* ascending in neither the file nor memory; one without file bytes, one without any */
static const struct made_segment mixed[] = {
	{ PT_LOAD, 0x1000, 0x80003000, 0x3000, 0x100, 0x800, 0x1000 },
	{ PT_LOAD, 0, 0x80008000, 0x8000, 0, 0x2000, 0x1000 },
	{ PT_PHDR, 0x40, 0, 0, 0x40, 0x40, 8 },
	{ PT_LOAD, 0x1400, 0x80001000, 0x1000, 0x300, 0x300, 0x1000 },
	{ PT_LOAD, 0x1100, 0, 0x1300, 0, 0, 0x1000 },
	{ PT_NOTE, 0x1800, 0, 0, 0x20, 0x20, 4 },
	{ PT_LOAD, 0x1200, 0x80002000, 0x2000, 0x10, 0x10, 0x1000 },
};

static void test_both_classes_and_orders(void **state)
{
	(void)state;
	for (unsigned int i = 0; i < 4; i++) {
		const struct made_elf e = {
			.bits = i % 2 == 0 ? 64 : 32,
			.big_endian = i / 2 != 0,
			.type = i == 3 ? ET_DYN : ET_EXEC,
			.machine = (uint16_t)(0x1203 + i),
			.entry = 0x80001234,
			.phoff = i == 2 ? 0x200 : 0,
			.segment = mixed,
			.n = COUNT(mixed),
		};
		struct ab_image img;
		struct ab_error why;

		assert_int_equal(probe(start(&e), &img, &why), AB_OK);
		assert_int_equal(img.elf.bits, e.bits);
		assert_int_equal(img.elf.big_endian, e.big_endian);
		assert_int_equal(img.elf.machine, e.machine);
		assert_int_equal(img.elf.entry, 0x80001234);
		assert_int_equal(img.elf.n_segments, 4);
		assert_int_equal(img.elf.segment[0].paddr, 0x1000);
		assert_int_equal(img.elf.segment[0].vaddr, 0x80001000);
		assert_int_equal(img.elf.segment[0].offset, 0x1400);
		assert_int_equal(img.elf.segment[1].paddr, 0x2000);
		assert_int_equal(img.elf.segment[2].paddr, 0x3000);
		assert_int_equal(img.elf.segment[2].file_size, 0x100);
		assert_int_equal(img.elf.segment[2].mem_size, 0x800);
		assert_int_equal(img.elf.segment[3].paddr, 0x8000);
		assert_int_equal(img.elf.segment[3].file_size, 0);
		/* the furthest, not the last */
		assert_int_equal(img.elf.base, 0x1000);
		assert_int_equal(img.elf.size, 0x9000);
		assert_int_equal(img.elf.file_end, 0x1700);
		assert_int_equal(img.elf.n_notes, 1);
		assert_int_equal(img.elf.note[0].offset, 0x1800);
		assert_int_equal(img.elf.note[0].size, 0x20);
		assert_false(img.elf.has_pvh);
		assert_ptr_equal(img.file.data, file);
	}
}

/* One field of a good file changed. */
struct bad {
	const char *what; /* the error's */
	enum ab_err err;
	size_t at, width; /* in an ELF64 file of one segment */
	uint64_t value;
	const char *rule;
	uint64_t told; /* the error's value; 0: that one */
};

#define EHDR(member) offsetof(Elf64_Ehdr, member), sizeof(((Elf64_Ehdr *)0)->member)
#define PHDR(member)                                                                               \
	sizeof(Elf64_Ehdr) + offsetof(Elf64_Phdr, member), sizeof(((Elf64_Phdr *)0)->member)

static const struct made_segment one[] = {
	{ PT_LOAD, 0x1000, 0x100000, 0x100000, 0x1000, 0x2000, 0x1000 },
};
static const struct made_elf good = { .entry = 0x100000, .segment = one, .n = 1 };

static void test_each_field_is_checked_and_named(void **state)
{
	static const struct bad rows[] = {
		{ "elf.ei_class", AB_ERR_IMAGE, EI_CLASS, 1, 0,
		  "must be 1 (32-bit) or 2 (64-bit)" },
		{ "elf.ei_class", AB_ERR_IMAGE, EI_CLASS, 1, 3,
		  "must be 1 (32-bit) or 2 (64-bit)" },
		{ "elf.ei_data", AB_ERR_IMAGE, EI_DATA, 1, 0,
		  "must be 1 (little-endian) or 2 (big-endian)" },
		{ "elf.ei_data", AB_ERR_IMAGE, EI_DATA, 1, 3,
		  "must be 1 (little-endian) or 2 (big-endian)" },
		{ "elf.ei_version", AB_ERR_IMAGE, EI_VERSION, 1, 2, "must be 1" },
		{ "elf.e_version", AB_ERR_IMAGE, EHDR(e_version), 2, "must be 1" },
		{ "elf.e_type", AB_ERR_UNSUPPORTED, EHDR(e_type), ET_REL,
		  "must be 2 (ET_EXEC) or 3 (ET_DYN)" },
		{ "elf.e_type", AB_ERR_UNSUPPORTED, EHDR(e_type), ET_CORE,
		  "must be 2 (ET_EXEC) or 3 (ET_DYN)" },
		{ "elf.e_phnum", AB_ERR_IMAGE, EHDR(e_phnum), 0, "must not be 0" },
		{ "elf.e_phnum", AB_ERR_UNSUPPORTED, EHDR(e_phnum), PN_XNUM,
		  "must be below 65535" },
		{ "elf.e_phentsize", AB_ERR_IMAGE, EHDR(e_phentsize), 55,
		  "must be 32 in ELF32, 56 in ELF64" },
		{ "elf.e_phentsize", AB_ERR_IMAGE, EHDR(e_phentsize), 64,
		  "must be 32 in ELF32, 56 in ELF64" },
		{ "elf.e_phoff", AB_ERR_IMAGE, EHDR(e_phoff), sizeof(file) - 55,
		  "the program headers must be within the file" },
		{ "elf.e_phoff", AB_ERR_IMAGE, EHDR(e_phoff), UINT64_MAX,
		  "the program headers must be within the file" },
		{ "elf.e_phoff", AB_ERR_IMAGE, EHDR(e_phoff), UINT64_MAX - 55,
		  "the program headers must be within the file" },
		{ "elf.e_phnum", AB_ERR_IMAGE, PHDR(p_type), PT_NULL,
		  "one program header must be a PT_LOAD that is not empty", 1 },
		{ "elf.e_phnum", AB_ERR_IMAGE, PHDR(p_type), PT_DYNAMIC,
		  "one program header must be a PT_LOAD that is not empty", 1 },
		{ "elf.phdr[].p_offset", AB_ERR_IMAGE, PHDR(p_offset), sizeof(file) - 0xfff,
		  "the segment must be within the file" },
		{ "elf.phdr[].p_offset", AB_ERR_IMAGE, PHDR(p_offset), UINT64_MAX,
		  "the segment must be within the file" },
		{ "elf.phdr[].p_offset", AB_ERR_IMAGE, PHDR(p_offset), UINT64_MAX - 0xfff,
		  "the segment must be within the file" },
		{ "elf.phdr[].p_offset", AB_ERR_IMAGE, PHDR(p_offset), UINT64_C(1) << 63,
		  "the segment must be within the file" },
		{ "elf.phdr[].p_filesz", AB_ERR_IMAGE, PHDR(p_filesz), 0x2001,
		  "must be at most p_memsz" },
		{ "elf.phdr[].p_filesz", AB_ERR_IMAGE, PHDR(p_filesz), UINT64_MAX,
		  "must be at most p_memsz" },
		{ "elf.phdr[].p_filesz", AB_ERR_IMAGE, PHDR(p_memsz), 0xfff,
		  "must be at most p_memsz", 0x1000 },
		{ "elf.phdr[].p_filesz", AB_ERR_IMAGE, PHDR(p_memsz), 0, "must be at most p_memsz",
		  0x1000 },
		{ "elf.phdr[].p_paddr", AB_ERR_IMAGE, PHDR(p_memsz), UINT64_MAX,
		  "p_paddr + p_memsz must not wrap", 0x100000 },
		{ "elf.phdr[].p_paddr", AB_ERR_IMAGE, PHDR(p_memsz), 0 - UINT64_C(0x100000),
		  "p_paddr + p_memsz must not wrap", 0x100000 },
		{ "elf.phdr[].p_paddr", AB_ERR_IMAGE, PHDR(p_paddr), UINT64_MAX,
		  "p_paddr + p_memsz must not wrap" },
		{ "elf.phdr[].p_paddr", AB_ERR_IMAGE, PHDR(p_paddr), UINT64_MAX - 0x1ffe,
		  "p_paddr + p_memsz must not wrap" },
		{ "elf.phdr[].p_paddr", AB_ERR_IMAGE, PHDR(p_paddr), UINT64_MAX - 0x1fff,
		  "p_paddr + p_memsz must not wrap" },
		{ "elf.phdr[].p_vaddr", AB_ERR_IMAGE, PHDR(p_vaddr), UINT64_MAX,
		  "p_vaddr + p_memsz must not wrap" },
		{ "elf.phdr[].p_vaddr", AB_ERR_IMAGE, PHDR(p_vaddr), UINT64_MAX - 0x1ffe,
		  "p_vaddr + p_memsz must not wrap" },
		/* fine */
		{ NULL, AB_OK, PHDR(p_vaddr), UINT64_MAX - 0x1fff },
		{ NULL, AB_OK, PHDR(p_paddr), UINT64_MAX - 0x2000 },
		{ NULL, AB_OK, PHDR(p_offset), sizeof(file) - 0x1000 },
		{ NULL, AB_OK, PHDR(p_filesz), 0 },
		{ NULL, AB_OK, PHDR(p_filesz), 0x2000 },
		{ NULL, AB_OK, PHDR(p_align), UINT64_MAX },
		{ NULL, AB_OK, EHDR(e_entry), UINT64_MAX },
		{ NULL, AB_OK, EHDR(e_phoff), sizeof(Elf64_Ehdr) },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct ab_bytes bytes = start(&good);
		struct expected want = { rows[i].err, rows[i].what, 0, rows[i].rule };
		struct ab_error why;
		struct ab_image img;
		enum ab_err err;

		make_field(file + rows[i].at, rows[i].value, rows[i].width, false);
		err = probe(bytes, &img, &why);
		if (rows[i].err == AB_OK) {
			assert_ok(err, &why, "fine");
			continue;
		}
		want.value = rows[i].told != 0 ? rows[i].told : rows[i].value;
		assert_error(err, &why, &want, rows[i].what);
		assert_int_equal(why.index, 0);
	}
}

/* All pairs of extreme values in all pairs of fields: an error, or a description that holds. */
static void test_extreme_values(void **state)
{
	static const struct {
		size_t at, width;
	} fields[] = {
		{ EHDR(e_phoff) }, { EHDR(e_phnum) },  { PHDR(p_offset) }, { PHDR(p_vaddr) },
		{ PHDR(p_paddr) }, { PHDR(p_filesz) }, { PHDR(p_memsz) },  { PHDR(p_align) }
	};
	static const uint64_t values[] = { 0,
					   1,
					   0xfff,
					   sizeof(file),
					   sizeof(file) + 1,
					   UINT32_MAX,
					   UINT64_C(1) << 32,
					   UINT64_C(1) << 63,
					   UINT64_MAX - 0xfff,
					   UINT64_MAX - 55,
					   UINT64_MAX };

	(void)state;
	for (size_t i = 0; i < COUNT(fields) * COUNT(values); i++)
		for (size_t j = 0; j < COUNT(fields) * COUNT(values); j++) {
			struct ab_bytes bytes = start(&good);
			struct ab_error why;
			struct ab_image img;

			make_field(file + fields[i / COUNT(values)].at, values[i % COUNT(values)],
				   fields[i / COUNT(values)].width, false);
			make_field(file + fields[j / COUNT(values)].at, values[j % COUNT(values)],
				   fields[j / COUNT(values)].width, false);
			probe(bytes, &img, &why);
		}
}

static void test_an_elf32_stays_below_4_gib(void **state)
{
	static const struct {
		uint64_t vaddr, paddr, memsz;
		const char *what;
	} rows[] = {
		{ 0x1000, 0xfffff000, 0x1000, NULL },
		{ 0x1000, 0xfffff000, 0x1001, "elf.phdr[].p_paddr" },
		{ 0xfffff000, 0x1000, 0x1000, NULL },
		{ 0xfffff000, 0x1000, 0x1001, "elf.phdr[].p_vaddr" },
		{ 0, 0, 0xffffffff, NULL },
		{ 0, 1, 0xffffffff, NULL },
		{ 0, 2, 0xffffffff, "elf.phdr[].p_paddr" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct made_segment s = {
			PT_LOAD, 0x1000, rows[i].vaddr, rows[i].paddr, 0x10, rows[i].memsz, 4
		};
		const struct made_elf e = { .bits = 32, .segment = &s, .n = 1 };
		struct ab_error why = { AB_OK, NULL, 0, NULL };
		struct ab_image img;

		assert_int_equal(probe(start(&e), &img, &why),
				 rows[i].what == NULL ? AB_OK : AB_ERR_IMAGE);
		if (rows[i].what == NULL)
			continue;
		assert_string_equal(why.what, rows[i].what);
		assert_int_equal(why.index, 0);
		assert_int_equal(why.value, strcmp(rows[i].what, "elf.phdr[].p_paddr") == 0
						? rows[i].paddr
						: rows[i].vaddr);
	}
}

static void test_an_overlap_names_both_segments(void **state)
{
	static const struct {
		struct made_segment s[4];
		uint64_t index, other; /* both 0: none */
	} rows[] = {
		{ { { PT_LOAD, 0, 0, 0x5000, 0, 0x1001, 0 },
		    { PT_LOAD, 0, 0, 0x1000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x6000, 0, 0x1000, 0 } },
		  0,
		  2 },
		{ { { PT_LOAD, 0, 0, 0x6000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x1000, 0, 0, 0 },
		    { PT_LOAD, 0, 0, 0x5000, 0, 0x8000, 0 } },
		  0,
		  2 },
		{ { { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x1000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x1fff, 0, 1, 0 } },
		  1,
		  2 },
		{ { { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x1000, 0, 1, 0 } },
		  0,
		  1 },
		/* the names move with the segments that sorting moves */
		{ { { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x5000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x1000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x4fff, 0, 2, 0 } },
		  1,
		  3 },
		/* neighbours touch, and an empty one lies where it likes */
		{ { { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x2000, 0, 0x1000, 0 },
		    { PT_LOAD, 0, 0, 0x2800, 0, 0, 0 } },
		  0,
		  0 },
		/* headers of other types count, too */
		{ { { PT_NOTE, 0, 0, 0, 0, 0, 0 },
		    { PT_LOAD, 0, 0, 0x3000, 0, 0x1000, 0 },
		    { PT_NOTE, 0, 0, 0, 0, 0, 0 },
		    { PT_LOAD, 0, 0, 0x3fff, 0, 0x1000, 0 } },
		  1,
		  3 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		const struct made_elf e = { .segment = rows[i].s, .n = 4 };
		struct expected want = { AB_ERR_OVERLAP, "elf.phdr[]", 0, "elf.phdr[]" };
		struct ab_error why;
		struct ab_image img;
		enum ab_err err;

		err = probe(start(&e), &img, &why);
		if (rows[i].other == 0) {
			assert_ok(err, &why, "disjoint");
			continue;
		}
		want.value = rows[i].s[rows[i].index].paddr;
		assert_error(err, &why, &want, "overlap");
		assert_int_equal(why.index, rows[i].index);
		assert_int_equal(why.other_index, rows[i].other);
		assert_int_equal(why.other_value, rows[i].s[rows[i].other].paddr);
		assert_int_equal(why.size, rows[i].s[rows[i].index].memsz);
		assert_int_equal(why.other_size, rows[i].s[rows[i].other].memsz);
	}
}

static void test_as_many_segments_and_notes_as_there_is_room_for(void **state)
{
	static const struct expected segments = { AB_ERR_UNSUPPORTED, "elf.phdr[].p_type", PT_LOAD,
						  "at most 32 program headers may be 1 (PT_LOAD)" };
	static const struct expected notes = { AB_ERR_UNSUPPORTED, "elf.phdr[].p_type", PT_NOTE,
					       "at most 8 program headers may be 4 (PT_NOTE)" };
	static const struct expected past = { AB_ERR_IMAGE, "elf.phdr[].p_offset", sizeof(file) - 3,
					      "the note must be within the file" };
	struct made_segment s[40];
	struct ab_error why;
	struct ab_image img;
	enum ab_err err;

	(void)state;
	for (size_t n = AB_ELF_SEGMENTS_MAX; n <= AB_ELF_SEGMENTS_MAX + 1; n++) {
		const struct made_elf e = { .segment = s, .n = n };

		for (size_t i = 0; i < n; i++)
			s[i] = (struct made_segment){ PT_LOAD, 0, 0, 0x100 * (n - i), 1, 2, 0 };
		err = probe(start(&e), &img, &why);
		if (n <= AB_ELF_SEGMENTS_MAX) {
			assert_ok(err, &why, "segments");
			continue;
		}
		assert_error(err, &why, &segments, "segments");
		assert_int_equal(why.index, AB_ELF_SEGMENTS_MAX);
	}
	for (size_t n = AB_ELF_NOTES_MAX; n <= AB_ELF_NOTES_MAX + 1; n++) {
		const struct made_elf e = { .segment = s, .n = n + 1 };

		for (size_t i = 0; i < n; i++)
			s[i] = (struct made_segment){ PT_NOTE, 0, 0, 0, 1, 1, 0 };
		s[n] = one[0];
		err = probe(start(&e), &img, &why);
		if (n <= AB_ELF_NOTES_MAX) {
			assert_ok(err, &why, "notes");
			continue;
		}
		assert_error(err, &why, &notes, "notes");
		assert_int_equal(why.index, AB_ELF_NOTES_MAX);
	}
	s[0] = (struct made_segment){ PT_NOTE, sizeof(file) - 3, 0, 0, 4, 4, 0 };
	err = probe(start(&(struct made_elf){ .segment = s, .n = 10 }), &img, &why);
	assert_error(err, &why, &past, "note");
	/* an empty one is none, wherever it says it is */
	s[0] = (struct made_segment){ PT_NOTE, sizeof(file) + 1, 0, 0, 0, 0, 4 };
	assert_int_equal(probe(start(&(struct made_elf){ .segment = s, .n = 10 }), &img, &why),
			 AB_OK);
	assert_int_equal(img.elf.n_notes, 8);
}

/* A file cut anywhere is an error; its first bytes, when more will come, say how many they lack. */
static void test_every_truncation(void **state)
{
	(void)state;
	for (unsigned int bits = 32; bits <= 64; bits += 32) {
		const struct made_elf e = {
			.bits = bits, .segment = mixed, .n = COUNT(mixed), .phoff = 0x80
		};
		const size_t ehdr = bits == 64 ? sizeof(Elf64_Ehdr) : sizeof(Elf32_Ehdr);
		size_t end = make_elf(file, &e);

		start(&e);
		for (size_t n = 0; n < 0x1820; n++) {
			uint8_t *cut = malloc(n + (n == 0));
			struct ab_error why = { AB_OK, NULL, 0, NULL };
			struct ab_image img;
			struct ab_elf elf;
			enum ab_err err;

			assert_non_null(cut);
			memcpy(cut, file, n);
			assert_int_not_equal(
			    ab_image_probe(&img, (struct ab_bytes){ cut, n }, &why), AB_OK);
			assert_int_equal(img.format, AB_IMAGE_UNKNOWN);
			assert_int_equal(
			    ab_elf_headers_(&elf, (struct ab_bytes){ cut, n }, n, &why),
			    AB_ERR_IMAGE);
			if (n < ehdr)
				assert_error(AB_ERR_IMAGE, &why,
					     &(struct expected){ AB_ERR_IMAGE, "ELF file", n,
								 "must not end in its headers" },
					     "cut");
			err = ab_elf_headers_(&elf, (struct ab_bytes){ cut, n }, UINT64_MAX, &why);
			assert_int_equal(err, n < end ? AB_ERR_NOSPACE : AB_OK);
			if (n < end)
				assert_in_range(why.value, n + 1, end);
			free(cut);
		}
	}
}

static void test_what_is_no_elf(void **state)
{
	static const struct expected unknown = {
		AB_ERR_UNSUPPORTED, "kernel.magic", 0x464c457e,
		"must be that of ELF, bzImage, arm64 Image or EFI zboot"
	};
	static const struct expected no_elf = { AB_ERR_IMAGE, "elf.e_ident", 0x464c457e,
						"must be 0x464c457f (\\177ELF)" };
	struct ab_error why;
	struct ab_image img;
	struct ab_elf elf;

	(void)state;
	start(&good);
	file[0] = 0x7e;
	assert_error(ab_image_probe(&img, (struct ab_bytes){ file, sizeof(file) }, &why), &why,
		     &unknown, "unknown");
	assert_null(why.name);
	assert_error(
	    ab_elf_headers_(&elf, (struct ab_bytes){ file, sizeof(file) }, UINT64_MAX, &why), &why,
	    &no_elf, "no ELF");
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ NULL, 0 }, NULL),
			 AB_ERR_UNSUPPORTED);
	assert_string_equal(ab_image_format_name(AB_IMAGE_UNKNOWN), "unknown");
	assert_string_equal(ab_image_format_name(AB_IMAGE_ELF), "ELF");
	assert_string_equal(ab_image_format_name(AB_IMAGE_BZIMAGE), "bzImage");
	assert_string_equal(ab_image_format_name((enum ab_image_format)9), "unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_both_classes_and_orders),
		cmocka_unit_test(test_each_field_is_checked_and_named),
		cmocka_unit_test(test_extreme_values),
		cmocka_unit_test(test_an_elf32_stays_below_4_gib),
		cmocka_unit_test(test_an_overlap_names_both_segments),
		cmocka_unit_test(test_as_many_segments_and_notes_as_there_is_room_for),
		cmocka_unit_test(test_every_truncation),
		cmocka_unit_test(test_what_is_no_elf),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
