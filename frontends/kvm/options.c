/* SPDX-License-Identifier: BSD-2-Clause */
/* The command line: what it may say. */
#define _GNU_SOURCE
#include "options.h"

#include <ctype.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "end.h"
#include "help.h"
#include "option_row.h"

/* ---- errors ------------------------------------------------------------------------------- */

/* What makes no sense, what must be, and in brackets what was probably meant, or "". */
static _Noreturn void misuse(const char *what, const char *rule, const char *hint)
{
	const char *open = hint[0] != '\0' ? " (" : "", *close = hint[0] != '\0' ? "?)" : "";

	vmm_end(VMM_EXIT_USAGE, "%s: %s%s%s%s; try --help", what, rule, open, hint, close);
}

static _Noreturn void bad_value(const struct vmm_option *o, const char *value, const char *rule,
				const char *hint)
{
	char *what;

	if (asprintf(&what, "--%s%s%s", o->name, o->optional ? "=" : " ",
		     value[0] != '\0' ? value : "''") < 0)
		vmm_end_errno("command line");
	misuse(what, rule, hint);
}

/* The number of letters to change, to add or to take away. */
static size_t distance(const char *a, size_t n, const char *b)
{
	enum { MOST = 32 };
	size_t row[MOST + 1], m = strlen(b);

	if (n > MOST || m > MOST)
		return MOST;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t diagonal = row[0];

		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			const size_t change = diagonal + (a[i - 1] != b[j - 1]);
			const size_t less = row[j] < row[j - 1] ? row[j] : row[j - 1];

			diagonal = row[j];
			row[j] = change < less + 1 ? change : less + 1;
		}
	}
	return row[m];
}

/* An option that nobody knows: the nearest one is named if half of its letters are right. */
static _Noreturn void unknown(const char *word, const char *name, size_t n)
{
	const struct vmm_option *best = NULL;
	size_t least = SIZE_MAX;
	char hint[64] = "";

	for (size_t i = 0; i < vmm_n_options; i++) {
		const size_t d =
		    vmm_option[i].name != NULL ? distance(name, n, vmm_option[i].name) : SIZE_MAX;

		if (d < least) {
			least = d;
			best = &vmm_option[i];
		}
	}
	if (best != NULL && least <= strlen(best->name) / 2 && least < n)
		snprintf(hint, sizeof(hint), "--%s", best->name);
	misuse(word, "no such option", hint);
}

/* Append a word of a list to text: "a", "a, b", "a, b or c". */
static void enumerate(char *text, size_t size, const char *prefix, const char *word, size_t i,
		      size_t n)
{
	const size_t at = strlen(text);

	snprintf(text + at, size - at, "%s%s%s",
		 i == 0       ? ""
		 : i + 1 == n ? " or "
			      : ", ",
		 prefix, word);
}

static _Noreturn void ambiguous(const char *word, const char *name, size_t length, size_t n)
{
	char text[512] = "ambiguous: ";

	for (size_t i = 0, k = 0; i < vmm_n_options; i++)
		if (vmm_option[i].name != NULL && strncmp(name, vmm_option[i].name, length) == 0)
			enumerate(text, sizeof(text), "--", vmm_option[i].name, k++, n);
	misuse(word, text, "");
}

/* ---- values ------------------------------------------------------------------------------- */

static const char units[] = "KMGT";

/* A size as a user writes it. */
static const char *size_text(char text[32], uint64_t v)
{
	size_t unit = 0;

	while (v != 0 && v % 1024 == 0 && unit < sizeof(units) - 1) {
		v /= 1024;
		unit++;
	}
	snprintf(text, 32, "%llu%.1s", (unsigned long long)v, unit != 0 ? &units[unit - 1] : "");
	return text;
}

static _Noreturn void bad_number(const struct vmm_option *o, const char *text, bool plain,
				 uint64_t v)
{
	char rule[96], hint[32] = "", min[32], max[32];

	if (o->kind == VMM_OPTION_NUMBER) {
		snprintf(rule, sizeof(rule), "must be a number from %llu to %llu",
			 (unsigned long long)o->min, (unsigned long long)o->max);
		bad_value(o, text, rule, "");
	}
	snprintf(rule, sizeof(rule), "must be %s, from %s to %s",
		 o->kind == VMM_OPTION_SIZE ? "a multiple of 4K" : "an address",
		 size_text(min, o->min), size_text(max, o->max));
	if (o->kind == VMM_OPTION_SIZE && plain && v != 0 &&
	    v <= o->max / AB_MiB) /* 512, when 512M is meant */
		snprintf(hint, sizeof(hint), "%lluM", (unsigned long long)v);
	bad_value(o, text, rule, hint);
}

static uint64_t number(const struct vmm_option *o, const char *text)
{
	const bool size = o->kind == VMM_OPTION_SIZE;
	const char *unit = NULL;
	uint64_t v, scale = 1;
	bool plain;
	char *end;

	errno = 0;
	/* no octal: 0512M is 512 MiB */
	v = strtoull(text, &end, text[0] == '0' && (text[1] | 0x20) == 'x' ? 16 : 10);
	plain = errno == 0 && isdigit((unsigned char)text[0]) && *end == '\0';
	if (o->kind != VMM_OPTION_NUMBER && *end != '\0')
		unit = strchr(units, toupper((unsigned char)*end));
	if (unit != NULL) {
		scale <<= 10 * (unit - units + 1);
		end++;
	}
	if (errno != 0 || !isdigit((unsigned char)text[0]) || *end != '\0' ||
	    !ab_mul(v, scale, &v) || v < o->min || v > o->max || (size && v % 4096 != 0))
		bad_number(o, text, plain, v);
	return v;
}

static uint32_t choice(const struct vmm_option *o, const char *word)
{
	char rule[128] = "must be ";

	for (size_t i = 0; i < o->n_choices; i++)
		if (strcmp(word, o->choice[i].name) == 0)
			return o->choice[i].value;
	for (size_t i = 0; i < o->n_choices; i++)
		enumerate(rule, sizeof(rule), "", o->choice[i].name, i, o->n_choices);
	bad_value(o, word, rule, "");
}

static _Noreturn void say(const struct vmm_option *o, const char *format)
{
	if (o->n_choices != 0)
		vmm_help((enum vmm_format)choice(o, format));
	else
		vmm_help_version();
	if (fflush(stdout) != 0)
		vmm_end_errno("stdout");
	exit(VMM_EXIT_OFF);
}

/* Store the value of an option: what it points to has the type that the option's kind says. */
static void take(struct vmm_options *options, const struct vmm_option *o, const char *value)
{
	void *at = (uint8_t *)options + o->at;

	switch (o->kind) {
	case VMM_OPTION_TEXT:
		*(const char **)at = value;
		break;
	case VMM_OPTION_LIST:
		(*(const char ***)at)[(*(size_t *)(void *)((uint8_t *)options + o->n))++] = value;
		break;
	case VMM_OPTION_SIZE:
	case VMM_OPTION_ADDRESS:
		*(uint64_t *)at = number(o, value);
		break;
	case VMM_OPTION_NUMBER:
		*(uint32_t *)at = (uint32_t)number(o, value);
		break;
	case VMM_OPTION_CHOICE:
		*(uint32_t *)at = choice(o, value);
		break;
	case VMM_OPTION_SET:
		*(uint32_t *)at = (uint32_t)o->min;
		break;
	case VMM_OPTION_BOOL:
		*(bool *)at = o->min != 0;
		break;
	case VMM_OPTION_SAY:
		say(o, value);
	}
}

/* ---- words -------------------------------------------------------------------------------- */

/* Find an option by its name, or by a beginning that no other has. */
static const struct vmm_option *find(const char *word)
{
	const bool dashes = strncmp(word, "--", 2) == 0;
	const char *name = word + (dashes ? 2 : 1);
	const size_t length = strcspn(name, "=");
	const struct vmm_option *found = NULL;
	size_t n = 0;

	for (size_t i = 0; dashes && i < vmm_n_options; i++) {
		const struct vmm_option *o = &vmm_option[i];

		if (o->name == NULL || strncmp(name, o->name, length) != 0)
			continue;
		found = o;
		n++;
		if (o->name[length] == '\0')
			return o;
	}
	if (n == 0 || length == 0)
		unknown(word, name, length);
	if (n > 1)
		ambiguous(word, name, length, n);
	return found;
}

static bool is_path(const struct vmm_option *o)
{
	return o->value != NULL && (strcmp(o->value, "FILE") == 0 || strcmp(o->value, "DIR") == 0);
}

/* Take the option that begins at argv[0]. Returns the number of words that it is. */
static int take_option(struct vmm_options *options, char **argv)
{
	const struct vmm_option *o = find(strcmp(argv[0], "-h") == 0 ? "--help" : argv[0]);
	const char *value = strchr(argv[0], '=');
	char rule[64];
	int words = 1;

	if (value != NULL)
		value++;
	if (o->value == NULL && value != NULL)
		misuse(argv[0], "takes no value", "");
	if (o->value != NULL && value == NULL && !o->optional) {
		value = argv[1];
		words = 2;
	}
	if (words == 2 && value == NULL) {
		snprintf(rule, sizeof(rule), "%s is missing", o->value);
		misuse(argv[0], rule, "");
	}
	if (value != NULL && *value == '\0' && is_path(o)) /* a shell's variable that is not set */
		bad_value(o, value, "must not be empty", "");
	if (value == NULL) /* what it may stand for alone */
		value = o->n_choices != 0 ? o->choice[0].name : "";
	take(options, o, value);
	return words;
}

static void take_words(struct vmm_options *o, int argc, char **argv)
{
	const char *kernel = NULL;
	bool options = true;

	for (int i = 1; i < argc;) {
		if (options && strcmp(argv[i], "--") == 0) {
			options = false;
			i++;
		} else if (options && argv[i][0] == '-') {
			i += take_option(o, argv + i);
		} else if (kernel != NULL) {
			misuse(argv[i], "KERNEL is given already", "");
		} else {
			kernel = argv[i++];
			if (*kernel == '\0')
				misuse("KERNEL ''", "must not be empty", "");
		}
	}
	if (kernel != NULL && o->kernel != NULL)
		misuse(kernel, "KERNEL is given already, by --kernel", "");
	if (kernel != NULL)
		o->kernel = kernel;
}

/* ---- the whole ---------------------------------------------------------------------------- */

static const struct {
	enum ab_arch arch;
	const char *cmdline; /* where nobody gives one, with a UART */
	enum ab_tables tables; /* likewise */
} archs[] = {
	{ AB_ARCH_X86_64, "console=ttyS0", AB_TABLES_ACPI },
	{ AB_ARCH_ARM64, "", AB_TABLES_FDT },
};

bool vmm_options_boots(const struct vmm_options *o)
{
	return o->plan == VMM_PLAN_NONE && o->dump == NULL && o->extract == NULL;
}

/* A flat kernel has a place, and nothing else has. */
static void fit_flat(const struct vmm_options *o)
{
	const bool flat = o->protocol == AB_PROTOCOL_FLAT || o->protocol == AB_PROTOCOL_FLAT32;

	if (flat && o->flat.base == 0)
		misuse("--flat-base", "a flat kernel needs it", "");
	if (!flat && (o->flat.base | o->flat.entry | o->flat.size) != 0)
		misuse("--flat-base, --flat-entry and --flat-size",
		       "only for --protocol flat or flat32", "");
}

/* What one architecture has, and what it usually has. */
static void fit_arch(struct vmm_options *o, enum ab_arch host)
{
	struct vmm_config *c = &o->config;

	if (c->arch != host && vmm_options_boots(o))
		misuse("--arch",
		       "this host runs its own architecture only; --plan, --dump and --extract "
		       "take the other",
		       "");
	if (c->arch == AB_ARCH_X86_64 && c->tables == AB_TABLES_FDT)
		misuse("--device-tree", "arm64 only", "");
	if (c->arch == AB_ARCH_X86_64 && c->gic != 0)
		misuse("--gic", "arm64 only", "");
	if (c->arch == AB_ARCH_X86_64 && o->n_overlays != 0)
		misuse("--dtb-overlay", "arm64 only", "");
	if (c->arch == AB_ARCH_X86_64 && o->uki_tree)
		misuse("--uki-tree", "arm64 only", "");
	if (c->arch != AB_ARCH_X86_64 && c->pc)
		misuse("--pc", "x86_64 only", "");
	if (c->pc && c->tables == AB_TABLES_MP)
		misuse("--pc and --no-acpi exclude each other",
		       "without ACPI the machine has PIC and PIT anyway", "");
	for (size_t i = 0; i < sizeof(archs) / sizeof(archs[0]); i++) {
		if (archs[i].arch != c->arch)
			continue;
		if (c->tables == AB_TABLES_USUAL)
			c->tables = archs[i].tables;
		o->usual_cmdline =
		    c->console == VMM_CONSOLE_VIRTIO ? "console=hvc0" : archs[i].cmdline;
	}
}

/* A module's words begin behind the first comma. */
static void split_modules(struct vmm_options *o)
{
	for (size_t i = 0; i < o->n_modules; i++) {
		char *path = strdup(o->module_word[i]);
		char *comma = path != NULL ? strchr(path, ',') : NULL;

		if (path == NULL)
			vmm_end_errno("command line");
		if (comma != NULL)
			*comma = '\0';
		o->module[i] = (struct vmm_module){ path, comma != NULL ? comma + 1 : NULL };
	}
}

void vmm_options_parse(struct vmm_options *o, enum ab_arch host, int argc, char **argv)
{
	*o = (struct vmm_options){
		.initrd = calloc((size_t)argc + 1, sizeof(*o->initrd)),
		.module_word = calloc((size_t)argc + 1, sizeof(*o->module_word)),
		.module = calloc((size_t)argc + 1, sizeof(*o->module)),
		.addon = calloc((size_t)argc + 1, sizeof(*o->addon)),
		.overlay = calloc((size_t)argc + 1, sizeof(*o->overlay)),
		.append = calloc((size_t)argc + 1, sizeof(*o->append)),
		.config = { .arch = host,
			    .memory = 512 * AB_MiB,
			    .cpus = 1,
			    .its = true,
			    .pmu = true },
		.work_memory = 512 * AB_MiB,
		.grace = 30,
	};
	if (o->initrd == NULL || o->module_word == NULL || o->module == NULL || o->addon == NULL ||
	    o->overlay == NULL || o->append == NULL)
		vmm_end_errno("command line");
	take_words(o, argc, argv);
	if (o->kernel == NULL)
		vmm_end(VMM_EXIT_USAGE, "KERNEL is missing; try --help");
	if (o->map && o->huge)
		misuse("--map and --huge exclude each other", "file pages are small", "");
	fit_flat(o);
	fit_arch(o, host);
	split_modules(o);
}
