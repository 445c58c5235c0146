/* SPDX-License-Identifier: BSD-2-Clause */
/* Write the SMBIOS structures of every named machine as dmidecode --from-dump takes them, the entry
 * point first, the table at 0x20: dump OUTDIR. */
#include "../golden/machines.h"

#include <aetherboot/smbios.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>

#define TABLE 0x20

static const char *const oem[] = { "io.systemd.credential:key=value", "second", "third" };

static const struct ab_smbios identity = {
	.manufacturer = "ACME",
	.product = "Rocket",
	.version = "9",
	.serial = "S/N 1",
	.uuid = { 0x00, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xaa, 0xbb, 0xcc,
		  0xdd, 0xee, 0xff },
	.sku = "SKU 7",
	.family = "Rockets",
	.asset_tag = "tag 3",
	.board = { "Boards & Co", "B550", "1.1", "S/N B", "tag B" },
	.oem = { oem, sizeof(oem) / sizeof(oem[0]) },
};

static int dump(const char *out, const struct golden_machine *g)
{
	static uint8_t bytes[1 << 18];
	struct ab_buf entry = ab_buf_over(bytes, TABLE);
	struct ab_buf table = ab_buf_over(bytes + TABLE, sizeof(bytes) - TABLE);
	char path[4096];
	FILE *f;

	memset(bytes, 0, TABLE);
	ab_smbios_table(g->machine, &identity, &table);
	ab_smbios_entry(TABLE, (uint32_t)table.len, &entry);
	(void)snprintf(path, sizeof(path), "%s/%s.bin", out, g->name);
	f = fopen(path, "wb");
	if (f == NULL || fwrite(bytes, 1, TABLE + table.len, f) != TABLE + table.len ||
	    fclose(f) != 0) {
		perror(path);
		return 1;
	}
	return entry.error.code != AB_OK || table.error.code != AB_OK;
}

int main(int argc, char **argv)
{
	int bad = 0;

	if (argc != 2)
		return 2;
	(void)mkdir(argv[1], 0777);
	for (size_t i = 0; i < golden_machines_n; i++)
		bad |= dump(argv[1], &golden_machines[i]);
	for (size_t i = 0; i < golden_arm64_n; i++)
		bad |= dump(argv[1], &golden_arm64[i]);
	return bad;
}
