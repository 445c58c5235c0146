/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the ACPI tables of every named machine, a folder each, into OUTDIR/usual, or OUTDIR/newer
 * where the usual tools do not know them: dump OUTDIR. One way in guest memory: the set at 2 GiB
 * less 1 MiB, the FACS below it. */
#include "../golden/machines.h"
#include "../unit/checked.h"

#include <aetherboot/acpi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#define BASE UINT64_C(0x7ff00000)
#define FACS UINT64_C(0x7fefff00)

static uint8_t bytes[1 << 20];

static int save(const char *dir, const char *name, unsigned int number, const struct ab_buf *b)
{
	char path[4096], tail[16] = "";
	FILE *f;

	if (number != 0)
		(void)snprintf(tail, sizeof(tail), "%u", number);
	(void)snprintf(path, sizeof(path), "%s/%.4s%s.dat", dir, name, tail);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(b->data, 1, b->len, f) != b->len || fclose(f) != 0) {
		perror(path);
		return 1;
	}
	return 0;
}

static int dump(const char *dir, const struct ab_machine *m)
{
	unsigned int seen[256] = { 0 };
	struct ab_acpi_set set;
	struct ab_error why;
	struct ab_buf b;
	char text[256];

	if (check_machine(m, NULL, &why) || ab_acpi_layout(&set, m, &why)) {
		(void)ab_error_text(&why, text, sizeof(text));
		(void)fprintf(stderr, "%s: %s\n", dir, text);
		return 1;
	}
	for (size_t i = 0; i < ab_acpi_count(&set); i++) {
		struct ab_acpi_table t = ab_acpi_at(&set, i);
		unsigned int number = 0;

		if (memcmp(t.sig, "SSDT", 4) == 0)
			number = ++seen['S'];
		b = ab_buf_over(bytes, sizeof(bytes));
		ab_acpi_write(&set, i, BASE, set.has_facs ? FACS : 0, &b);
		if (ab_buf_finish(&b, "table", &why) || save(dir, t.sig, number, &b))
			return 1;
	}
	b = ab_buf_over(bytes, sizeof(bytes));
	ab_acpi_rsdp(&set, BASE, &b);
	if (save(dir, "RSDP", 0, &b))
		return 1;
	b = ab_buf_over(bytes, sizeof(bytes));
	ab_acpi_facs(&b);
	return set.has_facs ? save(dir, "FACS", 0, &b) : 0;
}

static int dump_all(const char *out, const char *sub, const struct golden_machine *list, size_t n)
{
	char dir[2048];

	(void)snprintf(dir, sizeof(dir), "%s/%s", out, sub);
	(void)mkdir(dir, 0777);
	for (size_t i = 0; i < n; i++) {
		(void)snprintf(dir, sizeof(dir), "%s/%s/%s", out, sub, list[i].name);
		(void)mkdir(dir, 0777);
		if (dump(dir, list[i].machine))
			return 1;
	}
	return 0;
}

int main(int argc, char **argv)
{
	if (argc != 2) {
		(void)fprintf(stderr, "usage: %s OUTDIR\n", argv[0]);
		return 2;
	}
	(void)mkdir(argv[1], 0777);
	return dump_all(argv[1], "usual", golden_machines, golden_machines_n) ||
	       dump_all(argv[1], "usual", golden_arm64, golden_arm64_n) ||
	       dump_all(argv[1], "newer", golden_newer, golden_newer_n);
}
