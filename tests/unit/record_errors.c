/* SPDX-License-Identifier: BSD-2-Clause */
/* Linked into the unit tests in front of the functions by which the library makes errors:
 * writes each kind of error once to the file that AB_ERRORS names, for tests/golden/errors.py. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <aetherboot/base.h>

#include "base/base_priv.h"

#define STANDARD 64 /* offsets, sizes and addresses change with each byte of a builder */

enum ab_err __real_ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
			   const char *other);
enum ab_err __real_ab_fail_at_(struct ab_error *why, enum ab_err code, const char *what,
			       uint64_t index, uint64_t value, const char *other);
enum ab_err __real_ab_fail_named_(struct ab_error *why, enum ab_err code, const char *what,
				  uint64_t index, const char *name, uint64_t value,
				  const char *other);
enum ab_err __real_ab_fail_with_(struct ab_error *why, const struct ab_error *error);
enum ab_err __wrap_ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
			   const char *other);
enum ab_err __wrap_ab_fail_named_(struct ab_error *why, enum ab_err code, const char *what,
				  uint64_t index, const char *name, uint64_t value,
				  const char *other);
enum ab_err __wrap_ab_fail_with_(struct ab_error *why, const struct ab_error *error);
enum ab_err __wrap_ab_fail_at_(struct ab_error *why, enum ab_err code, const char *what,
			       uint64_t index, uint64_t value, const char *other);

/* Errors that differ in their numbers and names only are of one kind. */
static struct kind {
	struct ab_error e; /* strings are copies */
	struct kind *next;
} * kinds[256];

static const char *copy(const char *text)
{
	char *own = text != NULL ? malloc(strlen(text) + 1) : NULL;

	if (text != NULL && own == NULL)
		abort();
	return own != NULL ? strcpy(own, text) : NULL;
}

static unsigned int hash(unsigned int h, const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		h = h * 31 + (unsigned char)*text;
	return h;
}

static bool same(const char *a, const char *b)
{
	return (a == NULL) == (b == NULL) && (a == NULL || strcmp(a, b) == 0);
}

/* Values of fields stay, and an offset of 0: of them the smallest is kept, whatever the order. */
static struct ab_error normal(const struct ab_error *error)
{
	struct ab_error e = *error;
	const bool field = strchr(e.what, '.') != NULL && e.what[strlen(e.what) - 1] != ']';

	if (e.code == AB_ERR_OVERLAP || (!field && e.value != 0))
		e.value = STANDARD;
	e.name = e.name != NULL ? "NAME" : NULL;
	e.other_name = e.other_name != NULL ? "NAME" : NULL;
	e.index = 0;
	e.other_index = 1;
	e.other_value = STANDARD;
	if (e.size != 1 || e.other_size != 1) /* not two numbers, e.g. interrupts */
		e.size = e.other_size = STANDARD;
	return e;
}

static void record(const struct ab_error *error)
{
	struct ab_error e;
	struct kind **at, *k;

	/* the bytes being built get a name when they are finished */
	if (error->code == AB_OK || error->what == NULL)
		return;
	e = normal(error);
	at = &kinds[hash(hash((unsigned int)e.code, e.what), e.other) % 256];
	for (k = *at; k != NULL; k = k->next) {
		if (k->e.code != e.code || !same(k->e.what, e.what) || !same(k->e.other, e.other) ||
		    !same(k->e.name, e.name) || !same(k->e.other_name, e.other_name) ||
		    k->e.size != e.size)
			continue;
		if (e.value < k->e.value)
			k->e.value = e.value;
		return;
	}
	k = malloc(sizeof(*k));
	if (k == NULL)
		abort();
	*k = (struct kind){ e, *at };
	k->e.what = copy(e.what);
	k->e.other = copy(e.other);
	*at = k;
}

enum ab_err __wrap_ab_fail(struct ab_error *why, enum ab_err code, const char *what, uint64_t value,
			   const char *other)
{
	record(&(struct ab_error){ .code = code, .what = what, .value = value, .other = other });
	return __real_ab_fail(why, code, what, value, other);
}

enum ab_err __wrap_ab_fail_at_(struct ab_error *why, enum ab_err code, const char *what,
			       uint64_t index, uint64_t value, const char *other)
{
	record(&(struct ab_error){
	    .code = code, .what = what, .value = value, .other = other, .index = index });
	return __real_ab_fail_at_(why, code, what, index, value, other);
}

enum ab_err __wrap_ab_fail_named_(struct ab_error *why, enum ab_err code, const char *what,
				  uint64_t index, const char *name, uint64_t value,
				  const char *other)
{
	record(&(struct ab_error){ .code = code,
				   .what = what,
				   .value = value,
				   .other = other,
				   .index = index,
				   .name = name });
	return __real_ab_fail_named_(why, code, what, index, name, value, other);
}

enum ab_err __wrap_ab_fail_with_(struct ab_error *why, const struct ab_error *error)
{
	if (error->code == AB_ERR_OVERLAP &&
	    !ab_overlaps(error->value, error->size, error->other_value, error->other_size)) {
		char sentence[1024];

		(void)ab_error_text(error, sentence, sizeof(sentence));
		fprintf(stderr, "two ranges that do not overlap: %s\n", sentence);
		abort();
	}
	record(error);
	return __real_ab_fail_with_(why, error);
}

/* A column of a line, whatever bytes there are in it. */
static void put_column(FILE *f, const char *text)
{
	for (; text != NULL && *text != '\0'; text++)
		fputc(*text >= 0x20 && *text <= 0x7e ? *text : '?', f);
	fputc('\t', f);
}

__attribute__((destructor)) static void write_kinds(void)
{
	const char *path = getenv("AB_ERRORS");
	FILE *f = path != NULL ? fopen(path, "w") : NULL;

	for (size_t i = 0; f != NULL && i < 256; i++)
		for (const struct kind *k = kinds[i]; k != NULL; k = k->next) {
			char sentence[1024];

			(void)ab_error_text(&k->e, sentence, sizeof(sentence));
			put_column(f, ab_err_name(k->e.code));
			put_column(f, k->e.what);
			put_column(f, k->e.other);
			fprintf(f, "%llu\t%s\n", (unsigned long long)k->e.value, sentence);
		}
	if (path != NULL && (f == NULL || fclose(f) != 0)) {
		perror(path);
		_Exit(1);
	}
}
