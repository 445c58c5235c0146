/* SPDX-License-Identifier: BSD-2-Clause */
/* What the library itself takes: the ACPI set alone, and the pipeline around a tiny kernel. */
#include "bench.h"

#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>

#define KERNEL_GPA 0x1000000

static struct ab_machine big = {
	.arch = AB_ARCH_X86_64,
	.ram = AB_LIST(struct ab_ram, { .base = 0, .size = 2 * AB_GiB },
		       { .base = 4 * AB_GiB, .size = 2 * AB_GiB, .node = 1 }),
	.devs = AB_LIST(
	    struct ab_dev, { .type = AB_DEV_UART_16550, .base = 0x3f8, .irq = 4 },
	    { .type = AB_DEV_I8042 }, { .type = AB_DEV_RTC_CMOS }, { .type = AB_DEV_PIC_8259 },
	    { .type = AB_DEV_PIT_8254 },
	    { .type = AB_DEV_IOAPIC, .base = 0xfec00000, .ioapic.apic_id = 0xff },
	    { .type = AB_DEV_HPET, .base = 0xfed00000, .hpet.caps = 0x8086a201 },
	    { .type = AB_DEV_ACPI_PM, .base = 0x600 },
	    { .type = AB_DEV_ACPI_RESET, .base = 0xcf9, .reset.value = 6 },
	    { .type = AB_DEV_PCIE_ECAM,
	      .base = 0xb0000000,
	      .size = 256 * AB_MiB,
	      .pcie = { .intx = { 16, 17, 18, 19 }, .mmio32 = { 0xc0000000, AB_GiB / 2 } } },
	    { .type = AB_DEV_VIRTIO_MMIO, .base = 0xf0000000, .irq = 20 },
	    { .type = AB_DEV_VIRTIO_MMIO, .base = 0xf0001000, .irq = 21 }),
	.distances = AB_LIST(struct ab_distance, { 0, 1, 21 }, { 1, 0, 21 }),
};

const struct ab_machine *big_machine(uint32_t cpus)
{
	big.n_cpus = cpus;
	return &big;
}

/* An ELF64 with one page of code: HLT, and a jump back to it. */
static struct ab_bytes tiny_kernel(void)
{
	static uint8_t file[8192];
	struct ab_buf b = ab_buf_over(file, sizeof(file));

	ab_put(&b, "\177ELF\2\1\1", 7); /* e_ident: 64-bit, little-endian */
	ab_put(&b, NULL, 9);
	ab_put_le(&b, 2, 2); /* e_type: executable */
	ab_put_le(&b, 62, 2); /* e_machine: x86-64 */
	ab_put_le(&b, 1, 4); /* e_version */
	ab_put_le(&b, KERNEL_GPA, 8); /* e_entry */
	ab_put_le(&b, 64, 8); /* e_phoff */
	ab_put_le(&b, 0, 8); /* e_shoff */
	ab_put_le(&b, 0, 4); /* e_flags */
	ab_put_le(&b, 64, 2); /* e_ehsize */
	ab_put_le(&b, 56, 2); /* e_phentsize */
	ab_put_le(&b, 1, 2); /* e_phnum */
	ab_put_le(&b, 64, 2); /* e_shentsize */
	ab_put_le(&b, 0, 4); /* e_shnum, e_shstrndx */
	ab_put_le(&b, 1, 4); /* p_type: PT_LOAD */
	ab_put_le(&b, 7, 4); /* p_flags */
	ab_put_le(&b, 4096, 8); /* p_offset */
	ab_put_le(&b, KERNEL_GPA, 8); /* p_vaddr */
	ab_put_le(&b, KERNEL_GPA, 8); /* p_paddr */
	ab_put_le(&b, 4096, 8); /* p_filesz */
	ab_put_le(&b, 4096, 8); /* p_memsz */
	ab_put_le(&b, 4096, 8); /* p_align */
	ab_put(&b, NULL, 4096 - b.len);
	ab_put(&b, "\364\353\375", 3);
	ab_put(&b, NULL, 2 * 4096 - b.len);
	if (b.error.code != AB_OK)
		die("tiny kernel");
	return (struct ab_bytes){ file, b.len };
}

static struct series named(const char *what, uint32_t cpus, const char *suffix)
{
	struct series s;

	snprintf(s.name, sizeof(s.name), "%s.%u%s%s", what, (unsigned int)cpus,
		 suffix[0] != '\0' ? "." : "", suffix);
	return s;
}

/* Check the machine, measure the set, then write each table to where it belongs. */
static void acpi_set(const struct ab_machine *m, struct ab_work work, uint8_t *to, size_t room)
{
	static struct ab_acpi_set set;
	struct ab_error why;
	size_t n;

	must(ab_machine_check(m, work, NULL, &why), &why);
	must(ab_acpi_layout(&set, m, &why), &why);
	n = ab_acpi_count(&set);
	for (size_t i = 0; i < n; i++) {
		struct ab_acpi_table t = ab_acpi_at(&set, i);
		struct ab_buf b = ab_buf_over(to + t.offset, room - t.offset);

		ab_acpi_write(&set, i, 0x7ff00000, set.has_facs ? 0x7feff000 : 0, &b);
		must(ab_buf_finish(&b, "ACPI", &why), &why);
	}
}

static void bench_acpi(const char *what, const struct ab_machine *m)
{
	static uint8_t to[1 << 20];
	struct series s = named(what, m->n_cpus, "");
	struct ab_work work = { malloc(ab_machine_work(m) + 1), ab_machine_work(m) };
	static struct ab_acpi_set set;
	struct ab_error why;
	size_t heap;

	must(ab_acpi_layout(&set, m, &why), &why);
	if (set.size > sizeof(to))
		die("room for the ACPI set");
	heap = mallinfo2().uordblks;
	for (int round = -WARM_UP; round < ROUNDS; round++) {
		uint64_t t = now_ns();

		acpi_set(m, work, to, sizeof(to));
		note(&s, round, now_ns() - t);
	}
	if (mallinfo2().uordblks != heap)
		die("the heap grew");
	report(&s);
	snprintf(s.name, sizeof(s.name), "%s.%u.bytes", what, (unsigned int)m->n_cpus);
	report_value(s.name, set.size);
	free(work.data);
}

static void bench_pipeline(uint32_t cpus, enum pages pages)
{
	const char *suffix = pages_name(pages);
	struct series plan_s = named("plan", cpus, suffix), place_s = named("place", cpus, suffix),
		      entry_s = named("entry", cpus, suffix);
	const struct ab_machine *m = big_machine(cpus);
	struct ab_payload payload = { .kernel = tiny_kernel(),
				      .cmdline = "console=ttyS0",
				      .protocol = AB_PROTOCOL_LINUX };
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	static struct ab_vcpu cpu;
	struct ab_work work = work_for(&plan, m, &payload);
	struct ab_span span[2];
	struct ab_error why;

	for (int round = -WARM_UP; round < ROUNDS; round++) {
		struct ab_spans ram = fresh_ram(span, m->ram, pages);
		uint64_t t0 = now_ns(), t1, t2;

		must(ab_plan_make(&plan, m, &payload, work, &why), &why);
		t1 = now_ns();
		must(ab_plan_place(&plan, ab_mem_fresh_spans(&ram), work, &why), &why);
		t2 = now_ns();
		for (uint32_t i = 0; i < cpus; i++)
			must(ab_plan_entry(&plan, i, &cpu, &why), &why);
		note(&entry_s, round, now_ns() - t2);
		note(&place_s, round, t2 - t1);
		note(&plan_s, round, t1 - t0);
		ab_host_ram_unmap(&ram);
	}
	report(&plan_s);
	report(&place_s);
	report(&entry_s);
	free(work.data);
}

int bench_tables(int argc, char **argv)
{
	static const uint32_t cpus[] = { 4, 254 };

	(void)argc;
	(void)argv;
	for (size_t i = 0; i < sizeof(cpus) / sizeof(cpus[0]); i++) {
		bench_acpi("acpi", big_machine(cpus[i]));
		bench_pipeline(cpus[i], PAGES_4K);
		bench_pipeline(cpus[i], PAGES_HUGE);
	}
	bench_acpi("acpi-arm64", arm64_machine(512));
	return 0;
}
