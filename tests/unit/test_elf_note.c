/* SPDX-License-Identifier: BSD-2-Clause */
/* The PVH entry, wherever an ELF's notes have it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <cmocka.h>

#include <aetherboot/image.h>

#include "make_elf.h"
#include "image/image_priv.h"

static uint8_t file[4096];

#define ENTRY 0x01000850u
#define PVH 18u /* XEN_ELFNOTE_PHYS32_ENTRY */
#define PROPERTY 5u /* NT_GNU_PROPERTY_TYPE_0 */

/* Notes one after the other in one PT_NOTE; a name of NULL ends them. */
struct note {
	const char *name;
	size_t namesz;
	uint32_t type;
	uint64_t desc;
	size_t descsz;
};

#define NOTES_MAX 4

struct segment {
	size_t align;
	struct note note[NOTES_MAX];
	size_t told; /* p_align, if it is not the notes' own; 0: it is */
};

#define SEGMENTS_MAX 3

static struct ab_elf probe(unsigned int bits, bool be, const struct segment *segment)
{
	struct made_segment s[SEGMENTS_MAX + 1];
	struct made_elf e = { .bits = bits, .big_endian = be, .segment = s };
	struct ab_image img;
	size_t at = 1024;

	memset(file, 0, sizeof(file));
	for (size_t i = 0; i < SEGMENTS_MAX && segment[i].align != 0; i++) {
		size_t from = at;

		for (size_t j = 0; j < NOTES_MAX && segment[i].note[j].name != NULL; j++) {
			const struct note *n = &segment[i].note[j];

			at = make_note(file, at, segment[i].align, be, n->name, n->namesz, n->type,
				       n->desc, n->descsz);
		}
		s[e.n++] = (struct made_segment){
			PT_NOTE,
			from,
			0,
			0,
			at - from,
			at - from,
			segment[i].told != 0 ? segment[i].told : segment[i].align
		};
		at = (at + 7) / 8 * 8;
	}
	s[e.n++] = (struct made_segment){ PT_LOAD, 1024, 0, 0x100000, 64, 64, 4096 };
	make_elf(file, &e);
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ file, sizeof(file) }, NULL),
			 AB_OK);
	return img.elf;
}

#define XEN(size)                                                                                  \
	{                                                                                          \
		"Xen", 4, PVH, ENTRY, size                                                         \
	}
#define GNU                                                                                        \
	{                                                                                          \
		"GNU", 4, PROPERTY, 0x1122334455667788, 16                                         \
	}

static void test_it_is_found(void **state)
{
	static const struct {
		const char *name;
		struct segment segment[SEGMENTS_MAX];
		bool found;
	} rows[] = {
		{ "4-byte value", { { 4, { XEN(4) } } }, true },
		{ "8-byte value", { { 4, { XEN(8) } } }, true },
		{ "8-byte alignment", { { 8, { XEN(4) } } }, true },
		{ "8-byte alignment and value", { { 8, { XEN(8) } } }, true },
		{ "behind a property note", { { 8, { GNU } }, { 4, { XEN(8) } } }, true },
		{ "before a property note", { { 4, { XEN(8) } }, { 8, { GNU } } }, true },
		{ "in the third", { { 8, { GNU } }, { 4, { GNU } }, { 4, { XEN(4) } } }, true },
		{ "4-byte alignment where the header says 8",
		  { { 4, { { "Xen", 4, 6, 0x696c, 4 }, XEN(4) }, 8 } },
		  true },
		{ "the same behind a note of Linux",
		  { { 8, { { "Linux", 6, 257, 0, 4 } } },
		    { 4, { { "Xen", 4, 6, 0x696c, 4 }, XEN(4) }, 8 } },
		  true },
		{ "behind one in the same", { { 8, { GNU, XEN(8) } } }, true },
		{ "behind an odd name of 5",
		  { { 4, { { "Linux", 5, 257, 0xdeadbeef, 4 }, XEN(8) } } },
		  true },
		{ "behind an odd name of 6",
		  { { 8, { { "Linux", 6, 257, 0xdeadbeef, 4 }, XEN(8) } } },
		  true },
		{ "behind an odd value of 3 bytes",
		  { { 8, { { "Linux", 6, 257, 0xdeadbe, 3 }, XEN(8) } } },
		  true },
		{ "behind one without name and value",
		  { { 4, { { "", 0, 0, 0, 0 }, XEN(8) } } },
		  true },
		{ "behind Xen's other notes",
		  { { 4, { { "Xen", 4, 6, 0x696c, 6 }, { "Xen", 4, 5, 0, 8 }, XEN(8), GNU } } },
		  true },
		{ "the first counts",
		  { { 4, { XEN(8), { "Xen", 4, PVH, 0x2000000, 8 } } },
		    { 4, { { "Xen", 4, PVH, 0x3000000, 8 } } } },
		  true },
		{ "behind one above 4 GiB",
		  { { 4, { { "Xen", 4, PVH, 0x100000000, 8 }, XEN(8) } } },
		  true },
		{ "above 4 GiB", { { 4, { { "Xen", 4, PVH, 0x101000850, 8 } } } }, false },
		{ "6-byte value", { { 4, { XEN(6) } } }, false },
		{ "another owner", { { 4, { { "Xem", 4, PVH, ENTRY, 4 } } } }, false },
		{ "a longer owner", { { 4, { { "Xen2", 5, PVH, ENTRY, 4 } } } }, false },
		{ "an owner without its NUL", { { 4, { { "Xen", 3, PVH, ENTRY, 4 } } } }, false },
		{ "another type", { { 4, { { "Xen", 4, 17, ENTRY, 4 } } } }, false },
		{ "no notes", { { 0, { { NULL, 0, 0, 0, 0 } } } }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (unsigned int k = 0; k < 4; k++) {
			struct ab_elf elf =
			    probe(k % 2 == 0 ? 64 : 32, k / 2 != 0, rows[i].segment);

			if (elf.has_pvh != rows[i].found ||
			    elf.pvh_entry != (rows[i].found ? ENTRY : 0))
				fail_msg("%s, kind %u: %#x", rows[i].name, k, elf.pvh_entry);
		}
}

static void test_linux_is_told_by_its_notes(void **state)
{
	static const struct {
		const char *name;
		struct segment segment[SEGMENTS_MAX];
		bool found;
	} rows[] = {
		{ "alone", { { 4, { { "Linux", 6, 257, 0, 4 } } } }, true },
		{ "of any type", { { 4, { { "Linux", 6, 1, 0, 0 } } } }, true },
		{ "between others", { { 4, { GNU, { "Linux", 6, 256, 0, 1 }, XEN(8) } } }, true },
		{ "behind the PVH entry", { { 4, { XEN(8), { "Linux", 6, 257, 0, 4 } } } }, true },
		{ "in the first of two",
		  { { 4, { { "Linux", 6, 257, 0, 4 } } }, { 4, { XEN(8) } } },
		  true },
		{ "4-byte alignment where the header says 8",
		  { { 4, { { "GNU", 4, 3, 0, 20 }, { "Linux", 6, 257, 0, 4 } }, 8 } },
		  true },
		{ "without its NUL", { { 4, { { "Linux", 5, 257, 0, 4 } } } }, false },
		{ "another owner", { { 4, { { "Linus", 6, 257, 0, 4 }, XEN(8) } } }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++)
		for (unsigned int k = 0; k < 4; k++)
			if (probe(k % 2 == 0 ? 64 : 32, k / 2 != 0, rows[i].segment).is_linux !=
			    rows[i].found)
				fail_msg("%s, kind %u", rows[i].name, k);
}

/* Bytes of a note cut anywhere, or lying about its sizes. */
static void test_malformed_notes_end_the_search(void **state)
{
	struct ab_elf elf = { .bits = 64, .n_notes = 1, .note = { { 0, 0, 4 } } };
	size_t end;

	(void)state;
	memset(file, 0, sizeof(file));
	end = make_note(file, 0, 4, false, "GNU", 4, 3, 0x55, 20);
	end = make_note(file, end, 4, false, "Xen", 4, PVH, ENTRY, 8);
	for (size_t n = 0; n <= end; n++) {
		uint8_t *cut = malloc(n + (n == 0));

		assert_non_null(cut);
		memcpy(cut, file, n);
		elf.has_pvh = false;
		ab_elf_note_(&elf, 0, (struct ab_bytes){ cut, n });
		assert_int_equal(elf.has_pvh, n == end);
		free(cut);
	}
	for (size_t at = 0; at < 8; at += 4) {
		memset(file, 0, sizeof(file));
		make_note(file, 0, 4, false, "Xen", 4, PVH, ENTRY, 8);
		for (uint64_t lie = 0xfffffff0; lie <= 0xffffffff; lie++) {
			make_field(file + at, lie, 4, false);
			elf.has_pvh = false;
			ab_elf_note_(&elf, 0, (struct ab_bytes){ file, sizeof(file) });
			assert_false(elf.has_pvh);
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_it_is_found),
		cmocka_unit_test(test_linux_is_told_by_its_notes),
		cmocka_unit_test(test_malformed_notes_end_the_search),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
