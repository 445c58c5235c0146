/* SPDX-License-Identifier: BSD-2-Clause */
/* Any calls of the AML encoder, the tree writer and the command line, right ones and misuse: what
 * is measured is what is written, and in a buffer that is shorter, wherever it ends, nothing is
 * written behind it. Input: which of them, then calls of STEP bytes. */
#include <aetherboot/aml.h>
#include <aetherboot/cmdline.h>
#include <aetherboot/fdt.h>

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define STEP 6 /* call, text, numbers (4) */
#define STEPS_MAX 64
#define CUTS_MAX 512 /* buffers that are cut at each byte, or at some */

static void require(bool holds)
{
	if (!holds)
		abort();
}

/* A script, and what it is run with. */
struct script {
	const uint8_t *at;
	size_t n;
};

static const char *const texts[] = {
	"A",
	"_SB_",
	"\\_SB_.PCI0",
	"^^ABCD",
	"ABCDE",
	"a",
	"",
	"PNP0501",
	"PNP050",
	"x@10",
	"node",
	"phandle",
	"linux,phandle",
	"acme,x",
	"33db4d5b-1ff7-401c-9657-7441c03dd766",
	"a b\"c\x1b -- d",
};

static const char *text(const uint8_t *s)
{
	return texts[s[1] % 16];
}

/* ---- AML ------------------------------------------------------------------------------------ */

#define OPEN_MAX 8

static void begin(struct ab_aml *a, const uint8_t *s, struct ab_aml_block *b)
{
	switch (s[2] % 12) {
	case 0:
		*b = ab_aml_scope(a, text(s));
		break;
	case 1:
		*b = ab_aml_device(a, text(s));
		break;
	case 2:
		*b = ab_aml_method(a, text(s), s[3] % 9, s[4] & 1, s[5] % 17);
		break;
	case 3:
		*b = ab_aml_processor(a, text(s), s[3], s[4], s[5]);
		break;
	case 4:
		*b = ab_aml_if(a);
		break;
	case 5:
		*b = ab_aml_else(a);
		break;
	case 6:
		*b = ab_aml_while(a);
		break;
	case 7:
		*b = ab_aml_package(a);
		break;
	case 8:
		*b = ab_aml_var_package(a);
		break;
	case 9:
		*b = ab_aml_field(a, text(s), s[3]);
		break;
	case 10:
		*b = ab_aml_bank_field(a, text(s), "BANK", ab_ld_le16(s + 4), s[3]);
		break;
	default:
		*b = ab_aml_resources(a);
	}
}

static void operand(struct ab_aml *a, const uint8_t *s)
{
	switch (s[2] % 12) {
	case 0:
		ab_aml_int(a, (uint64_t)s[3] << s[4] % 64);
		break;
	case 1:
		ab_aml_qword(a, s[3]);
		break;
	case 2:
		ab_aml_string(a, text(s));
		break;
	case 3:
		ab_aml_buffer(a, NULL, (size_t)s[3] << s[4] % 6);
		break;
	case 4:
		ab_aml_eisa(a, text(s));
		break;
	case 5:
		ab_aml_uuid(a, text(s));
		break;
	case 6:
		ab_aml_path(a, text(s));
		break;
	case 7:
		ab_aml_call(a, text(s), s[3] % 9);
		break;
	case 8:
		ab_aml_arg(a, s[3] % 9);
		break;
	case 9:
		ab_aml_local(a, s[3] % 9);
		break;
	case 10:
		ab_aml_raw(a, s, s[3] % 6);
		break;
	default:
		ab_aml_op(a, (enum ab_aml_op)(s[3] + (s[4] & 1) * 0x100));
	}
}

static void statement(struct ab_aml *a, const uint8_t *s)
{
	const uint32_t gsi[2] = { s[3], s[4] };

	switch (s[2] % 12) {
	case 0:
		ab_aml_name(a, text(s));
		break;
	case 1:
		ab_aml_alias(a, text(s), texts[s[3] % 16]);
		break;
	case 2:
		ab_aml_mutex(a, text(s), s[3] % 17);
		break;
	case 3:
		ab_aml_event(a, text(s));
		break;
	case 4:
		ab_aml_region(a, text(s), (enum ab_aml_space_id)(s[3] % 12));
		break;
	case 5:
		ab_aml_field_unit(a, text(s), (uint32_t)s[3] << s[4] % 24);
		break;
	case 6:
		ab_aml_field_access(a, s[3] % 8, s[4]);
		break;
	case 7:
		ab_aml_res_irq(a, ab_ld_le16(s + 3), s[5]);
		break;
	case 8:
		ab_aml_res_interrupt(a, s[5], gsi, s[5] % 3);
		break;
	case 9:
		ab_aml_res_io(a, s[3], ab_ld_le16(s + 4), 1, s[3]);
		break;
	case 10:
		ab_aml_res_memory32(a, (uint64_t)s[3] << s[4] % 34, s[5], true);
		break;
	default:
		ab_aml_fatal(a, s[3], s[4]);
	}
}

static enum ab_err build_aml(struct ab_buf *out, const struct script *script, struct ab_error *why)
{
	struct ab_aml a = ab_aml_over(out);
	struct ab_aml_block open[OPEN_MAX];
	size_t n = 0;

	for (size_t i = 0; i < script->n; i++) {
		const uint8_t *s = script->at + STEP * i;

		switch (s[0] % 6) {
		case 0:
			if (n < OPEN_MAX)
				begin(&a, s, &open[n++]);
			break;
		case 1:
			if (n != 0)
				ab_aml_end(&a, open[--n]);
			break;
		case 2: /* misuse: a block that is not the innermost */
			if (n > 1 && s[2] == 0)
				ab_aml_end(&a, open[0]);
			break;
		case 3:
			statement(&a, s);
			break;
		default:
			operand(&a, s);
		}
	}
	while (n != 0)
		ab_aml_end(&a, open[--n]);
	return ab_aml_finish(&a, "SSDT", why);
}

/* ---- trees ---------------------------------------------------------------------------------- */

static enum ab_err build_tree(struct ab_buf *out, const struct script *script, struct ab_error *why)
{
	struct ab_fdt f;

	ab_fdt_begin(&f, out);
	for (size_t i = 0; i < script->n; i++) {
		const uint8_t *s = script->at + STEP * i;
		const uint32_t cells[3] = { s[2], s[3], s[4] };

		switch (s[0] % 10) {
		case 0:
		case 1:
			ab_fdt_node(&f, text(s));
			break;
		case 2:
			ab_fdt_end(&f);
			break;
		case 3:
			ab_fdt_bytes(&f, text(s), s[3] & 1 ? s : NULL, s[2] % STEP);
			break;
		case 4:
			ab_fdt_string(&f, text(s), texts[s[2] % 16]);
			break;
		case 5:
			ab_fdt_strings(&f, text(s), texts + s[2] % 8, s[3] % 8);
			break;
		case 6:
			ab_fdt_cells(&f, text(s), cells, s[5] % 4);
			break;
		case 7:
			(void)ab_fdt_phandle(&f);
			break;
		case 8:
			ab_fdt_reg(&f, s[2], s[3]);
			break;
		default:
			ab_fdt_u64(&f, text(s), s[2]);
		}
	}
	return ab_fdt_finish(&f, why);
}

/* ---- all ------------------------------------------------------------------------------------ */

static enum ab_err build(bool tree, const struct script *s, struct ab_buf *out,
			 struct ab_error *why)
{
	const enum ab_err err = tree ? build_tree(out, s, why) : build_aml(out, s, why);

	require(err == AB_OK || (why->code == err && why->what != NULL && err != AB_ERR_INTERNAL));
	return err;
}

static void run(bool tree, const struct script *s)
{
	struct ab_buf measure = ab_buf_over(NULL, 0), b;
	struct ab_error why;
	const enum ab_err measured = build(tree, s, &measure, &why);
	const size_t need = measure.len, cuts = need < CUTS_MAX ? need : CUTS_MAX;
	uint8_t *room = malloc(need + 1);
	enum ab_err err;

	require(room != NULL);
	b = ab_buf_over(room, need);
	err = build(tree, s, &b, &why);
	/* siblings of one name are found in what was written */
	require(err == measured || (tree && err == AB_ERR_ARG));
	require(err != AB_OK || b.len == need);
	free(room);
	for (size_t i = 0; err == AB_OK && i < cuts; i++) {
		const size_t cap = i * need / cuts;

		room = malloc(cap != 0 ? cap : 1); /* no byte more */
		b = ab_buf_over(room, cap);
		require(build(tree, s, &b, &why) == AB_ERR_NOSPACE && b.len == need);
		free(room);
	}
}

/* A line is cut at no place: each room gives all of it, or none. */
static void run_cmdline(const struct script *script)
{
	for (size_t cap = 0; cap < 200; cap++) {
		char *room = malloc(cap != 0 ? cap : 1);
		struct ab_cmdline line = ab_cmdline_over(room, cap);
		struct ab_error why;
		enum ab_err err;

		for (size_t i = 0; i < script->n && i < 12; i++) {
			const uint8_t *s = script->at + STEP * i;

			if (s[0] % 3 == 0)
				ab_cmdline_add(&line, text(s));
			else if (s[0] % 3 == 1)
				ab_cmdline_set(&line, text(s), texts[s[2] % 16]);
			else
				ab_cmdline_virtio_mmio(&line, (uint64_t)s[2] << s[3] % 60, s[4],
						       s[5]);
		}
		err = ab_cmdline_finish(&line, 150, &why);
		require(err == AB_OK ||
			(why.code == err && why.what != NULL && err != AB_ERR_INTERNAL));
		require(err != AB_OK || (cap != 0 && memchr(room, '\0', cap) != NULL));
		free(room);
	}
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct script s;

	if (size < 1)
		return 0;
	s = (struct script){ data + 1, (size - 1) / STEP };
	s.n = s.n < STEPS_MAX ? s.n : STEPS_MAX;
	if (data[0] % 3 == 2)
		run_cmdline(&s);
	else
		run(data[0] % 3 == 1, &s);
	return 0;
}
