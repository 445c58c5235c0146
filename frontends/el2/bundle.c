/* SPDX-License-Identifier: BSD-2-Clause */
/* The properties of configurations in a bundle: each is a row of a table, in which an unknown name
 * is not found. */
#include "bundle.h"

#define CONFIG "fit.configurations[]."
#define PREFIX "aetherboot,"
#define STRING "its size must be that of one string with its NUL"
#define NAME "a name must be 1 to 31 of 0-9 a-z A-Z , . _ + -"
#define CPUS "must be one of aetherboot,cpus and aetherboot,cpu-list"

_Static_assert(EL2_BUNDLE_VMS == 8, "as el2_bundle_read() says");
_Static_assert(EL2_BUNDLE_CPUS == 64, "as cpus() says, and bits of cpu_list()");
_Static_assert(EL2_BUNDLE_NAME == 31, "as check_name() says");

/* A configuration that is being read. */
struct reader {
	const struct ab_fit *fit;
	struct el2_bundle_vm *vm;
	size_t index;
	struct ab_error *why;
	uint32_t seen; /* properties, a bit each of rows[] */
	uint64_t value; /* for the error about a property, as the next */
	const char *name; /* NULL: that of the configuration */
};

static enum ab_err fail(const struct reader *r, const char *what, const char *name, uint64_t value,
			const char *rule)
{
	if (r->why != NULL)
		*r->why = (struct ab_error){ .code = AB_ERR_ARG,
					     .what = what,
					     .value = value,
					     .other = rule,
					     .index = r->index,
					     .name = name };
	return AB_ERR_ARG;
}

/* The rest of @text after @part; NULL: it does not begin with it. */
static const char *after(const char *text, const char *part)
{
	for (; *part != '\0'; part++)
		if (*text++ != *part)
			return NULL;
	return text;
}

bool el2_bundle_same(const char *a, const char *b)
{
	const char *rest = after(a, b);

	return rest != NULL && *rest == '\0';
}

static bool is_name(const char *name)
{
	size_t n = 0;

	for (; n <= EL2_BUNDLE_NAME && name[n] != '\0'; n++) {
		const char c = name[n];

		if ((c < '0' || c > '9') && (c < 'a' || c > 'z') && (c < 'A' || c > 'Z') &&
		    c != ',' && c != '.' && c != '_' && c != '+' && c != '-')
			return false;
	}
	return n != 0 && n <= EL2_BUNDLE_NAME;
}

/* ---- properties: each function returns the rule that its value breaks, or NULL ------------ */

static const char *text(struct ab_bytes value, const char **text)
{
	size_t n = 0;

	*text = ab_dtb_string(value, 0);
	while (*text != NULL && (*text)[n] != '\0')
		n++;
	return *text != NULL && n + 1 == value.size ? NULL : STRING;
}

static const char *cell(struct reader *r, struct ab_bytes value, uint32_t *number)
{
	uint64_t cell;

	if (value.size != 4 || !ab_dtb_number(value, 0, 1, &cell))
		return "its size must be 4 bytes";
	*number = (uint32_t)cell;
	r->value = cell;
	return NULL;
}

static const char *cpus(struct reader *r, struct ab_bytes value)
{
	struct el2_bundle_vm *vm = r->vm;
	const char *rule = vm->n_cpus != 0 ? CPUS : cell(r, value, &vm->n_cpus);

	if (rule == NULL && (vm->n_cpus == 0 || vm->n_cpus > EL2_BUNDLE_CPUS))
		rule = "must be 1 to 64";
	return rule;
}

static const char *cpu_list(struct reader *r, struct ab_bytes value)
{
	struct el2_bundle_vm *vm = r->vm;
	uint64_t taken = 0;

	if (vm->n_cpus != 0)
		return CPUS;
	if (value.size == 0 || value.size % 4 != 0 || value.size / 4 > EL2_BUNDLE_CPUS)
		return "its size must be 4 bytes for each CPU, which are 1 to 64";
	vm->listed = true;
	for (; ab_dtb_number(value, vm->n_cpus, 1, &r->value); vm->n_cpus++) {
		if (r->value >= EL2_BUNDLE_CPUS)
			return "must be indices from 0 to 63";
		if ((taken >> r->value & 1) != 0)
			return "must not name a CPU twice";
		taken |= UINT64_C(1) << r->value;
		vm->cpu[vm->n_cpus] = (uint8_t)r->value;
	}
	return NULL;
}

/* Bytes in pages, @least to @most; @rule says so. */
static const char *pages(struct reader *r, struct ab_bytes value, uint64_t *bytes, uint64_t least,
			 uint64_t most, const char *rule)
{
	if (value.size != 8 || !ab_dtb_number(value, 0, 2, bytes))
		return "its size must be 8 bytes";
	r->value = *bytes;
	return *bytes < least || *bytes > most || *bytes % 4096 != 0 ? rule : NULL;
}

static const char *memory(struct reader *r, struct ab_bytes value)
{
	return pages(r, value, &r->vm->memory, 1, UINT64_MAX, "must be a multiple of 4096, not 0");
}

static const char *staging(struct reader *r, struct ab_bytes value)
{
	return pages(r, value, &r->vm->staging, 0, UINT64_MAX, "must be a multiple of 4096");
}

static const char *shared(struct reader *r, struct ab_bytes value)
{
	const char *rule = text(value, &r->vm->shared);

	return rule != NULL || is_name(r->vm->shared) ? rule : NAME;
}

static const char *shared_size(struct reader *r, struct ab_bytes value)
{
	return pages(r, value, &r->vm->shared_size, 1, EL2_BUNDLE_SHARED,
		     "must be a multiple of 4096, not 0, at most 16 MiB");
}

static const char *bootargs(struct reader *r, struct ab_bytes value)
{
	return text(value, &r->vm->bootargs);
}

static const char *tables(struct reader *r, struct ab_bytes value)
{
	const char *kind, *rule = text(value, &kind);

	if (rule != NULL)
		return rule;
	r->vm->tables = el2_bundle_same(kind, "acpi") ? AB_TABLES_ACPI : AB_TABLES_FDT;
	r->name = kind;
	r->value = 0;
	return el2_bundle_same(kind, "acpi") || el2_bundle_same(kind, "fdt")
		   ? NULL
		   : "must be fdt or acpi";
}

static uint32_t capability(const char *name)
{
	static const struct {
		const char *name;
		enum el2_capability bit;
	} list[] = {
		{ "manage", EL2_CAP_MANAGE },
		{ "virtio", EL2_CAP_VIRTIO },
		{ "rtc", EL2_CAP_RTC },
		{ "log", EL2_CAP_LOG },
	};

	for (size_t i = 0; i < sizeof(list) / sizeof(list[0]); i++)
		if (el2_bundle_same(name, list[i].name))
			return list[i].bit;
	return 0;
}

static const char *capabilities(struct reader *r, struct ab_bytes value)
{
	const char *name, *end = (const char *)value.data + value.size;

	if (value.size == 0 || end[-1] != '\0')
		return "must be one or more strings, each with its NUL";
	r->value = 0;
	for (name = value.data; name != end; name++) {
		uint32_t bit = capability(name);

		r->name = name;
		if (bit == 0)
			return "must be manage, virtio, rtc or log";
		if ((r->vm->capabilities & bit) != 0)
			return "must be there once";
		r->vm->capabilities |= bit;
		while (*name != '\0')
			name++;
		r->value++;
	}
	return NULL;
}

static const char *restarts(struct reader *r, struct ab_bytes value)
{
	return cell(r, value, &r->vm->restarts);
}

/* Images are read by another function; here they are only counted. */
static const char *image(struct reader *r, struct ab_bytes value)
{
	(void)r;
	(void)value;
	return NULL;
}

static const struct {
	const char *path;
	const char *(*read)(struct reader *r, struct ab_bytes value);
} rows[] = {
	{ CONFIG "kernel", image },
	{ CONFIG "ramdisk", image },
	{ CONFIG "fdt", image },
	{ CONFIG "bootargs", bootargs },
	{ CONFIG PREFIX "cpus", cpus },
	{ CONFIG PREFIX "cpu-list", cpu_list },
	{ CONFIG PREFIX "memory", memory },
	{ CONFIG PREFIX "staging", staging },
	{ CONFIG PREFIX "shared", shared },
	{ CONFIG PREFIX "shared-size", shared_size },
	{ CONFIG PREFIX "tables", tables },
	{ CONFIG PREFIX "capabilities", capabilities },
	{ CONFIG PREFIX "restarts", restarts },
};

#define N_ROWS (sizeof(rows) / sizeof(rows[0]))

static enum ab_err property(struct reader *r, uint32_t at, const struct ab_dtb_token *t)
{
	const char *rule;
	size_t i = 0;

	while (i < N_ROWS && !el2_bundle_same(t->name, rows[i].path + sizeof(CONFIG) - 1))
		i++;
	if (i == N_ROWS)
		return after(t->name, PREFIX) == NULL
			   ? AB_OK
			   : fail(r, "fit.configurations[]", t->name, at,
				  "must be one of the properties in docs/bundle.md");
	r->value = t->value.size;
	r->name = r->vm->name;
	rule = (r->seen >> i & 1) != 0 ? "must be there once" : rows[i].read(r, t->value);
	r->seen |= UINT32_C(1) << i;
	return rule != NULL ? fail(r, rows[i].path, r->name, r->value, rule) : AB_OK;
}

static enum ab_err properties(struct reader *r)
{
	const struct ab_dtb *dtb = &r->fit->dtb;
	struct ab_dtb_token t;
	uint32_t at = r->vm->node;
	enum ab_err err = AB_OK;

	(void)ab_dtb_token(dtb, at, &t);
	for (at = t.next; err == AB_OK && ab_dtb_token(dtb, at, &t) &&
			  (t.kind == AB_DTB_PROP || t.kind == AB_DTB_NOP);
	     at = t.next)
		if (t.kind == AB_DTB_PROP)
			err = property(r, at, &t);
	return err;
}

/* ---- configurations ----------------------------------------------------------------------- */

static enum ab_err check_name(const struct reader *r, const struct el2_bundle_vm *before)
{
	const char *const name = r->vm->name;
	const char *rule = is_name(name) ? NULL : NAME;

	for (; rule == NULL && before != r->vm; before++)
		if (el2_bundle_same(name, before->name))
			rule = "must be the only one of its name";
	return rule != NULL ? fail(r, "fit.configurations[]", name, r->vm->node, rule) : AB_OK;
}

/* Read the image that a property names; it names none or one. */
static enum ab_err one_image(const struct reader *r, const char *path, struct ab_fit_image *image)
{
	const char *name = path + sizeof(CONFIG) - 1;
	struct ab_fit_image second;
	enum ab_err err;

	if ((err = ab_fit_config_image(r->fit, r->vm->node, name, 0, image, r->why)) != AB_OK ||
	    (err = ab_fit_config_image(r->fit, r->vm->node, name, 1, &second, r->why)) != AB_OK)
		return err;
	return second.node != 0 ? fail(r, path, r->vm->name, 2, "must name one image") : AB_OK;
}

static enum ab_err read_vm(struct reader *r, const struct el2_bundle_vm *first)
{
	struct el2_bundle_vm *vm = r->vm;
	enum ab_err err;

	if ((err = check_name(r, first)) != AB_OK || (err = properties(r)) != AB_OK ||
	    (err = one_image(r, CONFIG "kernel", &vm->kernel)) != AB_OK ||
	    (err = one_image(r, CONFIG "ramdisk", &vm->ramdisk)) != AB_OK ||
	    (err = one_image(r, CONFIG "fdt", &vm->overlay)) != AB_OK)
		return err;
	if (vm->kernel.node == 0)
		return fail(r, CONFIG "kernel", vm->name, 0, "must name one image");
	if (vm->n_cpus == 0)
		return fail(r, CONFIG PREFIX "cpus", vm->name, 0, CPUS);
	if ((vm->shared != NULL) != (vm->shared_size != 0))
		return fail(r, CONFIG PREFIX "shared-size", vm->name, vm->shared_size,
			    "must be there if, and only if, aetherboot,shared is");
	if (vm->memory == 0)
		return fail(r, CONFIG PREFIX "memory", vm->name, 0, "must be there");
	return AB_OK;
}

enum ab_err el2_bundle_read(struct el2_bundle *bundle, const struct ab_fit *fit,
			    struct ab_error *why)
{
	struct reader r = { .fit = fit, .why = why };
	uint32_t node = 0;
	size_t n = 0;
	enum ab_err err = AB_OK;

	bundle->n = 0;
	while ((node = ab_dtb_next_child(&fit->dtb, fit->configurations, node)) != 0)
		n++;
	if (n == 0 || n > EL2_BUNDLE_VMS)
		return fail(&r, "fit.configurations", NULL, n, "must be 1 to 8");
	for (; err == AB_OK && r.index < n; r.index++) {
		node = ab_dtb_next_child(&fit->dtb, fit->configurations, node);
		r.vm = &bundle->vm[r.index];
		r.seen = 0;
		*r.vm = (struct el2_bundle_vm){ .name = ab_dtb_name(&fit->dtb, node),
						.node = node,
						.tables = AB_TABLES_FDT };
		err = read_vm(&r, bundle->vm);
	}
	bundle->n = err == AB_OK ? n : 0;
	return err;
}
