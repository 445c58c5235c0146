/* SPDX-License-Identifier: BSD-2-Clause */
/* ACPI tables: ours, with the machine's check, against acpi_tables, which writes the same tables
 * (peers/acpi.rs): as Cloud Hypervisor calls it, and as fast as it can. */
#include "bench.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define ROOM ((size_t)64 << 10)
#define GPA 0x7ff00000
#define FACS 0x7feff000

/* Bytes of the tables. */
typedef size_t (*acpi_tables)(uint8_t cpus, bool best, uint64_t gpa, uint64_t facs, uint8_t *out,
			      size_t room);

static _Alignas(16) uint8_t ours[ROOM], theirs[ROOM];

/* What acpi_tables has builders for: CPUs and RAM in two nodes, and two devices. */
static struct ab_machine machine = {
	.arch = AB_ARCH_X86_64,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 2 * AB_GiB },
		       { .base = 4 * AB_GiB, .size = 2 * AB_GiB, .node = 1 }),
	.devs = AB_LIST(struct ab_dev,
			{ .type = AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.apic_id = 0xff },
			{ .type = AB_DEV_ACPI_PM, .base = 0x600 },
			{ .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 },
			{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xf0000000, .irq = 20 },
			{ .type = AB_DEV_VIRTIO_MMIO, .base = 0xf0001000, .irq = 21 }),
	.distances = AB_LIST(struct ab_distance, { 0, 1, 21 }, { 1, 0, 21 }),
};

/* Check the machine, measure the set, write each table to where it belongs. */
static size_t by_us(struct ab_work work)
{
	static struct ab_acpi_set set;
	struct ab_error why;
	size_t n;

	must(ab_machine_check(&machine, work, NULL, &why), &why);
	must(ab_acpi_layout(&set, &machine, &why), &why);
	n = ab_acpi_count(&set);
	for (size_t i = 0; i < n; i++) {
		struct ab_acpi_table t = ab_acpi_at(&set, i);
		struct ab_buf b = ab_buf_over(ours + t.offset, ROOM - t.offset);

		ab_acpi_write(&set, i, GPA, FACS, &b);
		must(ab_buf_finish(&b, "ACPI", &why), &why);
	}
	return (size_t)set.size;
}

/* The same tables at the same places, but for who made them, and so the checksum. */
static void compare(size_t size)
{
	for (size_t at = 0; at < size; at += (ab_ld_le32(ours + at + 4) + 15) & ~(size_t)15) {
		if (at + 36 > size || ab_ld_le32(ours + at + 4) < 36)
			die("a table of no size");
		for (uint8_t *tables = ours;; tables = theirs) {
			tables[at + 9] = 0;
			memset(tables + at + 28, 0, 8);
			if (tables == theirs)
				break;
		}
	}
	if (memcmp(ours, theirs, size) != 0) {
		fprintf(stderr, "aetherboot-bench: acpi_tables has other tables\n");
		exit(1);
	}
}

static void bench_cpus(uint8_t cpus, acpi_tables peer)
{
	static const char *const names[] = { "ours", "cloud-hypervisor", "best" };
	static struct series s[3];
	const uint32_t times = 512u / cpus;
	struct ab_work work;
	char name[48];
	size_t size;

	machine.n_cpus = cpus;
	work.size = ab_machine_work(&machine);
	work.data = malloc(work.size + 1);
	for (int best = 0; best < 2; best++) {
		memset(ours, 0, ROOM);
		memset(theirs, 0, ROOM);
		size = by_us(work);
		if (peer(cpus, best != 0, GPA, FACS, theirs, ROOM) != size)
			die("acpi_tables has another size");
		compare(size);
	}
	for (int round = -WARM_UP; round < ROUNDS; round++)
		for (int who = 0; who < 3; who++) {
			uint64_t t = now_ns();

			for (uint32_t i = 0; i < times; i++)
				if (who == 0)
					by_us(work);
				else
					peer(cpus, who == 2, GPA, FACS, theirs, ROOM);
			note(&s[who], round, (now_ns() - t) / times);
		}
	for (int who = 0; who < 3; who++) {
		snprintf(s[who].name, sizeof(s[who].name), "acpi.%u.%s", (unsigned int)cpus,
			 names[who]);
		report(&s[who]);
	}
	snprintf(name, sizeof(name), "acpi.%u.set", (unsigned int)cpus);
	report_value(name, size);
	free(work.data);
}

int bench_acpi_peer(int argc, char **argv)
{
	acpi_tables peer;

	if (argc != 2)
		return 2;
	peer_call(argv[1], "bench_acpi_tables", &peer, sizeof(peer));
	bench_cpus(4, peer);
	bench_cpus(254, peer);
	return 0;
}
