/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernel command lines: built word by word, read back the way Linux splits them. */
#include "unit.h"

#include <aetherboot/cmdline.h>

/* Steps of a build: KEY=VALUE by set, or words by add. */
struct step {
	const char *key; /* NULL: add */
	const char *text; /* value or words */
};

static void apply(struct ab_cmdline *c, const struct step *steps, size_t n)
{
	for (size_t i = 0; i < n && (steps[i].key != NULL || steps[i].text != NULL); i++)
		if (steps[i].key != NULL)
			ab_cmdline_set(c, steps[i].key, steps[i].text);
		else
			ab_cmdline_add(c, steps[i].text);
}

static const struct {
	struct step steps[6];
	const char *line;
} good[] = {
	{ { { NULL, NULL } }, "" },
	{ { { NULL, "" } }, "" },
	{ { { NULL, "  \t " } }, "" },
	{ { { NULL, "quiet" } }, "quiet" },
	{ { { NULL, " console=ttyS0\tquiet  " } }, "console=ttyS0 quiet" },
	{ { { NULL, "a" }, { NULL, "b" } }, "a b" },
	{ { { "quiet", NULL } }, "quiet" },
	{ { { "console", "ttyS0" }, { "root", "/dev/vda1" } }, "console=ttyS0 root=/dev/vda1" },
	{ { { "a", "b c" } }, "a=\"b c\"" },
	{ { { "a", "" } }, "a=\"\"" },
	{ { { "a", "\xc3\xa0" } }, "a=\"\xc3\xa0\"" }, /* its 0xa0 is a space to Linux */
	{ { { "a", "x=y" } }, "a=x=y" },
	{ { { "a-_.:,/9Z", "1" } }, "a-_.:,/9Z=1" },
	{ { { "azAZ09", "az" } }, "azAZ09=az" },
	{ { { NULL, "a=\"b c\" -- init args" } }, "a=\"b c\" -- init args" },
	{ { { NULL, "a=\"b\tc\"" } }, "a=\"b\tc\"" },
	{ { { NULL, "\"a b\"=c d\"e f\"g" } }, "\"a b\"=c d\"e f\"g" },
	{ { { NULL, "a=\"-- b\" c" } }, "a=\"-- b\" c" },
	{ { { NULL, "--" } }, "" },
	{ { { NULL, "a --" } }, "a" },
	{ { { NULL, "-- x" } }, "-- x" },
	{ { { NULL, "-- x -- y" } }, "-- x -- y" },
	{ { { NULL, "-- x" }, { NULL, "y" } }, "y -- x" },
	{ { { NULL, "-- x" }, { "a", "b" }, { "c", "d e" } }, "a=b c=\"d e\" -- x" },
	{ { { NULL, "a -- x" }, { NULL, "b -- y" }, { "c", NULL } }, "a b c -- x y" },
	{ { { NULL, "a" }, { NULL, "-- x" }, { NULL, "b" } }, "a b -- x" },
	{ { { NULL, "a \"--\" x" }, { NULL, "b" } }, "a b -- x" }, /* Linux strips the quotes */
	{ { { NULL, "a -\"-\" b" } }, "a -\"-\" b" }, /* but not these */
	{ { { NULL, "--- a---" } }, "--- a---" },
};

static const char ascii[] = "must be printable ASCII, or UTF-8 in quotation marks";
static const char quotes[] = "must have a second quotation mark";
static const char empty[] = "must be neither empty nor --";
static const char letters[] = "must be of letters, digits and -_.:,/";
static const char control[] = "must have no control character and no quotation mark";

static const struct {
	struct step steps[3];
	struct expected want;
	const char *line; /* what stands: refused words change nothing */
} bad[] = {
	{ { { NULL, "a=\"b" } }, { AB_ERR_ARG, "cmdline.words", '"', quotes }, "" },
	{ { { NULL, "a" }, { NULL, "b c=\"d e" } },
	  { AB_ERR_ARG, "cmdline.words", '"', quotes },
	  "a" },
	{ { { NULL, "a -- \"b" } }, { AB_ERR_ARG, "cmdline.words", '"', quotes }, "" },
	{ { { NULL, "a\nb" } }, { AB_ERR_ARG, "cmdline.words", '\n', ascii }, "" },
	{ { { NULL, "a \x1f" } }, { AB_ERR_ARG, "cmdline.words", 0x1f, ascii }, "" },
	{ { { NULL, "\x01" } }, { AB_ERR_ARG, "cmdline.words", 1, ascii }, "" },
	{ { { NULL, "a\x7f" } }, { AB_ERR_ARG, "cmdline.words", 0x7f, ascii }, "" },
	{ { { NULL, "\"a\n\"" } }, { AB_ERR_ARG, "cmdline.words", '\n', ascii }, "" },
	{ { { NULL, "\"a\x7f\"" } }, { AB_ERR_ARG, "cmdline.words", 0x7f, ascii }, "" },
	{ { { NULL, "a=\xc3\xa0" } }, { AB_ERR_ARG, "cmdline.words", 0xc3, ascii }, "" },
	{ { { NULL, "a=\x80" } }, { AB_ERR_ARG, "cmdline.words", 0x80, ascii }, "" },
	{ { { "", "x" } }, { AB_ERR_ARG, "cmdline.key", 0, empty }, "" },
	{ { { "--", NULL } }, { AB_ERR_ARG, "cmdline.key", '-', empty }, "" },
	{ { { "a b", "x" } }, { AB_ERR_ARG, "cmdline.key", ' ', letters }, "" },
	{ { { "a=b", NULL } }, { AB_ERR_ARG, "cmdline.key", '=', letters }, "" },
	{ { { "a\"", NULL } }, { AB_ERR_ARG, "cmdline.key", '"', letters }, "" },
	{ { { "a@", NULL } }, { AB_ERR_ARG, "cmdline.key", '@', letters }, "" },
	{ { { "a[", NULL } }, { AB_ERR_ARG, "cmdline.key", '[', letters }, "" },
	{ { { "a`", NULL } }, { AB_ERR_ARG, "cmdline.key", '`', letters }, "" },
	{ { { "a{", NULL } }, { AB_ERR_ARG, "cmdline.key", '{', letters }, "" },
	{ { { "a;", NULL } }, { AB_ERR_ARG, "cmdline.key", ';', letters }, "" },
	{ { { "a\xc3", NULL } }, { AB_ERR_ARG, "cmdline.key", 0xc3, letters }, "" },
	{ { { "k", "x\"y" } }, { AB_ERR_ARG, "cmdline.value", '"', control }, "" },
	{ { { "k", "x\ty" } }, { AB_ERR_ARG, "cmdline.value", '\t', control }, "" },
	{ { { "k", "x\n" } }, { AB_ERR_ARG, "cmdline.value", '\n', control }, "" },
	{ { { "k", "\x7f" } }, { AB_ERR_ARG, "cmdline.value", 0x7f, control }, "" },
	{ { { "k", "\x1f" } }, { AB_ERR_ARG, "cmdline.value", 0x1f, control }, "" },
	{ { { "k", "\n" }, { "", NULL }, { NULL, "a" } }, /* the first error is told */
	  { AB_ERR_ARG, "cmdline.value", '\n', control },
	  "a" },
};

static void test_good_lines(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		char text[64];
		struct ab_cmdline c = ab_cmdline_over(text, sizeof(text));
		struct ab_error why;

		apply(&c, good[i].steps, COUNT(good[i].steps));
		assert_ok(ab_cmdline_finish(&c, 2047, &why), &why, good[i].line);
		assert_string_equal(text, good[i].line);
	}
}

/* Capacity one short, exact, one more; and a measuring line: all agree on the need. */
static void test_every_capacity(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(good); i++) {
		size_t need = strlen(good[i].line) + 1;
		struct ab_cmdline m = ab_cmdline_over(NULL, 0);

		apply(&m, good[i].steps, COUNT(good[i].steps));
		assert_int_equal(ab_cmdline_finish(&m, 2047, NULL), AB_OK);
		assert_int_equal(m.buf.len, need);
		for (size_t cap = 0; cap <= need + 1; cap++) {
			char text[72];
			struct ab_cmdline c = ab_cmdline_over(text, cap);
			struct expected want = { AB_ERR_NOSPACE, "command line", need, NULL };
			struct ab_error why;
			enum ab_err err;

			memset(text, '#', sizeof(text));
			apply(&c, good[i].steps, COUNT(good[i].steps));
			err = ab_cmdline_finish(&c, 2047, &why);
			if (cap < need)
				assert_error(err, &why, &want, good[i].line);
			else
				assert_string_equal(text, good[i].line);
			for (size_t k = cap; k < sizeof(text); k++)
				assert_int_equal(text[k], '#');
		}
	}
}

static void test_bad_words(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT(bad); i++) {
		char text[64] = { 0 };
		struct ab_cmdline c = ab_cmdline_over(text, sizeof(text));
		struct ab_error why;

		apply(&c, bad[i].steps, COUNT(bad[i].steps));
		assert_error(ab_cmdline_finish(&c, 2047, &why), &why, &bad[i].want, "bad word");
		assert_string_equal(text, bad[i].line);
	}
}

static void test_kernel_limit(void **state)
{
	struct expected want = { AB_ERR_ARG, "cmdline.length", 5,
				 "must be at most what the kernel takes" };

	(void)state;
	for (size_t max = 0; max <= 6; max++)
		for (size_t cap = 0; cap <= 8; cap += 4) { /* told before a lack of room */
			char text[8];
			struct ab_cmdline c = ab_cmdline_over(cap != 0 ? text : NULL, cap);
			struct ab_error why = { AB_OK, NULL, 0, NULL };
			enum ab_err err;

			ab_cmdline_add(&c, "a=b c");
			err = ab_cmdline_finish(&c, max, &why);
			if (max < 5)
				assert_error(err, &why, &want, "limit");
			else
				assert_int_equal(err, cap == 4 ? AB_ERR_NOSPACE : AB_OK);
		}
}

static void test_virtio_mmio(void **state)
{
	char text[128];
	struct ab_cmdline c = ab_cmdline_over(text, sizeof(text));

	(void)state;
	ab_cmdline_add(&c, "-- x");
	ab_cmdline_virtio_mmio(&c, 0xd0000000, 0x200, 5);
	ab_cmdline_virtio_mmio(&c, UINT64_MAX, UINT64_MAX, UINT32_MAX);
	assert_int_equal(ab_cmdline_finish(&c, 2047, NULL), AB_OK);
	assert_string_equal(text, "virtio_mmio.device=0x200@0xd0000000:5 "
				  "virtio_mmio.device=0xffffffffffffffff@0xffffffffffffffff:"
				  "4294967295 -- x");
}

/* ---- the second opinion: how Linux 6.1 splits a line (next_arg and parse_args, in words of our
 * own): a word ends at a space outside of quotes; quotes around the whole word or around the
 * value are dropped; a word that is then "--" without a value ends the parameters. */

static bool linux_space(char ch)
{
	return ch == ' ' || (ch >= '\t' && ch <= '\r') || (uint8_t)ch == 0xa0;
}

/* Cut the next word off line; name and value point into it. False at the end. */
static bool linux_next(char **line, char **name, char **value)
{
	bool quoted = false, opened;
	char *word, *end;

	while (linux_space(**line))
		(*line)++;
	if (**line == '\0')
		return false;
	opened = quoted = **line == '"';
	word = *line + (opened ? 1 : 0);
	*value = NULL;
	for (end = word; *end != '\0' && (quoted || !linux_space(*end)); end++) {
		if (*end == '=' && *value == NULL && end != word)
			*value = end;
		if (*end == '"')
			quoted = !quoted;
	}
	*line = *end != '\0' ? end + 1 : end;
	*end = '\0';
	*name = word;
	if (*value != NULL) {
		*(*value)++ = '\0';
		if (**value == '"') {
			(*value)++;
			if (end[-1] == '"')
				end[-1] = '\0';
		}
	}
	if (opened && end > word && end[-1] == '"')
		end[-1] = '\0';
	return true;
}

/* Whatever is set is what Linux reads, and nothing else: no value ends or begins a parameter. */
static void test_linux_reads_what_was_set(void **state)
{
	static const char alphabet[] = "ab-=/ .,:\\'\xc3\xa0$%";
	uint64_t seed = 0x082efa98ec4e6c89;

	(void)state;
	for (unsigned int round = 0; round < 5000; round++) {
		char text[256], keys[4][8], values[4][12];
		struct ab_cmdline c = ab_cmdline_over(text, sizeof(text));
		char *line = text, *name, *value;
		unsigned int n = rnd_below(&seed, 5);

		if (rnd_below(&seed, 2) == 0)
			ab_cmdline_add(&c, "-- init \"a b\"");
		for (unsigned int i = 0; i < n; i++) {
			uint32_t len = rnd_below(&seed, 11);

			snprintf(keys[i], sizeof(keys[i]), "k%u", i);
			for (uint32_t k = 0; k < len; k++)
				values[i][k] =
				    alphabet[rnd_below(&seed, (uint32_t)sizeof(alphabet) - 1)];
			values[i][len] = '\0';
			ab_cmdline_set(&c, keys[i], values[i]);
		}
		assert_int_equal(ab_cmdline_finish(&c, 255, NULL), AB_OK);
		for (unsigned int i = 0; i < n; i++) {
			assert_true(linux_next(&line, &name, &value));
			assert_string_equal(name, keys[i]);
			assert_non_null(value);
			assert_string_equal(value, values[i]);
		}
		if (linux_next(&line, &name, &value)) {
			assert_string_equal(name, "--");
			assert_string_equal(line, "init \"a b\"");
		}
	}
}

/* What a user wrote reads the same after it went through the builder, split at "--". */
static void test_linux_reads_what_was_added(void **state)
{
	static const char alphabet[] = "ab-- =\"\"";
	uint64_t seed = 0x452821e638d01377;
	unsigned int accepted = 0;

	(void)state;
	for (unsigned int round = 0; round < 20000; round++) {
		char in[20], out[32];
		struct ab_cmdline c = ab_cmdline_over(out, sizeof(out));
		char *from = in, *to = out, *name[2], *value[2];
		uint32_t len = rnd_below(&seed, sizeof(in) - 1);

		for (uint32_t k = 0; k < len; k++)
			in[k] = alphabet[rnd_below(&seed, (uint32_t)sizeof(alphabet) - 1)];
		in[len] = '\0';
		ab_cmdline_add(&c, in);
		if (ab_cmdline_finish(&c, 31, NULL) != AB_OK)
			continue;
		accepted++;
		while (linux_next(&from, &name[0], &value[0])) {
			bool last = strcmp(name[0], "--") == 0 && value[0] == NULL;

			while (last && linux_space(*from))
				from++;
			if (last && *from == '\0')
				break; /* nothing for init */
			assert_true(linux_next(&to, &name[1], &value[1]));
			assert_string_equal(name[0], name[1]);
			assert_int_equal(value[0] == NULL, value[1] == NULL);
			if (value[0] != NULL)
				assert_string_equal(value[0], value[1]);
			if (last)
				break;
		}
	}
	assert_true(accepted > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_good_lines),
		cmocka_unit_test(test_every_capacity),
		cmocka_unit_test(test_bad_words),
		cmocka_unit_test(test_kernel_limit),
		cmocka_unit_test(test_virtio_mmio),
		cmocka_unit_test(test_linux_reads_what_was_set),
		cmocka_unit_test(test_linux_reads_what_was_added),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
