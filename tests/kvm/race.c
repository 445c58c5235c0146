/* SPDX-License-Identifier: BSD-2-Clause */
/* The VMM's devices under ThreadSanitizer: two CPUs' threads that access every range,
 * the threads of input with a flood on stdin, and a flood on stdout that is taken slowly.
 *
 * usage: kvm_race             stdin is a pipe
 *        kvm_race terminal     stdin is a terminal
 *        kvm_race virtio       a pipe, and the console is virtio's */
#define _GNU_SOURCE
#include "devices.h"
#include "machine.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define ACCESSES 40000 /* of each CPU */

static struct vmm_machine machine;
static struct vmm_devices d;
static int to_stdin, from_stdout;
static bool virtio; /* the console is virtio's */
static unsigned char lines[64];

static void check(bool holds, const char *what)
{
	if (holds)
		return;
	(void)fprintf(stderr, "race: %s\n", what);
	_exit(1);
}

static void set(void *ctx, uint32_t irq, bool high)
{
	(void)ctx;
	lines[irq % sizeof(lines)] = high; /* under the devices' lock, or it is a race */
}

static uint32_t next(uint32_t *seed)
{
	*seed = *seed * 1664525 + 1013904223;
	return *seed >> 8;
}

/* One access; bit 16 of the value: it is written. That some end the guest is no matter here. */
static void perform(const struct dev_bus *bus, uint64_t addr, unsigned int len, uint32_t value)
{
	uint8_t bytes[8] = { (uint8_t)value, (uint8_t)(value >> 8) };
	const struct vmm_access a = { bus, addr, bytes, len, 1, (value & 0x10000) != 0 };

	(void)vmm_devices_access(&d, &a);
}

/* A console that takes input, and gives output. */
static void use_uart(void)
{
	const uint64_t uart = VMM_X86_UART;

	perform(&d.pio, uart + 3, 1, 0x10003);
	perform(&d.pio, uart + 4, 1, 0x1000b);
	perform(&d.pio, uart + 1, 1, 0x1000f);
	perform(&d.pio, uart, 1, 0x10041);
	perform(&d.pio, uart, 1, 0);
}

/* Likewise, by both queues, whose chains main() has made. */
static void use_virtio(void)
{
	static const uint16_t writes[][2] = {
		{ 0x70, 0 },      { 0x70, 3 }, { 0x24, 1 },      { 0x20, 1 },      { 0x70, 11 },
		{ 0x30, 0 },      { 0x38, 8 }, { 0x80, 0x1000 }, { 0x90, 0x2000 }, { 0xa0, 0x3000 },
		{ 0x44, 1 },      { 0x30, 1 }, { 0x38, 8 },      { 0x80, 0x4000 }, { 0x90, 0x5000 },
		{ 0xa0, 0x6000 }, { 0x44, 1 }, { 0x70, 15 },     { 0x50, 0 },      { 0x50, 1 },
		{ 0x64, 3 },
	};

	for (size_t i = 0; i < sizeof(writes) / sizeof(writes[0]); i++)
		perform(&d.mmio, VMM_X86_CONSOLE + writes[i][0], 4, 0x10000u | writes[i][1]);
}

static void *cpu(void *arg)
{
	uint32_t seed = *(uint32_t *)arg;

	for (int i = 0; i < ACCESSES; i++) {
		const struct dev_bus *bus = next(&seed) % 2 ? &d.pio : &d.mmio;
		const struct dev_bus_range *r = &bus->at[next(&seed) % bus->n];
		const uint32_t value = next(&seed);

		perform(bus, r->base + next(&seed) % r->size, 1U << next(&seed) % 4, value);
		if (i % 8 == 0 && !virtio)
			use_uart();
		if (i % 64 == 0 && virtio)
			use_virtio();
	}
	return NULL;
}

/* Two queues of eight chains that are always available: for input at 0x1000, for output at 0x4000.
 */
static void make_queues(uint8_t *memory)
{
	for (unsigned int i = 0; i < 16; i++) {
		uint8_t *queue = memory + (i < 8 ? 0x1000 : 0x4000), *desc = queue + 16 * (i % 8);

		ab_st_le64(desc, 0x8000 + 0x100 * i);
		ab_st_le32(desc + 8, 64);
		ab_st_le16(desc + 12, i < 8 ? 2 : 0); /* WRITE */
		ab_st_le16(queue + 0x1000 + 4 + 2 * (i % 8), (uint16_t)(i % 8));
		ab_st_le16(queue + 0x1002, 8);
	}
}

static void *flood(void *unused)
{
	char text[512];

	memset(text, 'x', sizeof(text));
	while (write(to_stdin, text, sizeof(text)) > 0)
		;
	return unused;
}

static void *drain(void *unused)
{
	char text[512];

	while (read(from_stdout, text, sizeof(text)) > 0)
		usleep(100);
	return unused;
}

/* What is written to to_stdin is standard input from now on. */
static void make_stdin(bool terminal)
{
	int ends[2];

	if (terminal) {
		ends[1] = posix_openpt(O_RDWR | O_NOCTTY);
		check(ends[1] >= 0 && grantpt(ends[1]) == 0 && unlockpt(ends[1]) == 0,
		      "no terminal");
		ends[0] = open(ptsname(ends[1]), O_RDWR | O_NOCTTY);
	} else {
		check(pipe(ends) == 0, "no pipe");
	}
	check(dup2(ends[0], STDIN_FILENO) == STDIN_FILENO, "no standard input");
	to_stdin = ends[1];
}

int main(int argc, char **argv)
{
	struct vmm_config config = {
		.arch = AB_ARCH_X86_64,
		.tables = AB_TABLES_ACPI,
		.memory = 1 << 20,
		.cpus = 2,
		.phys_bits = 46,
	};
	static uint32_t seeds[2] = { 1, 2 };
	static uint8_t memory[1 << 20];
	struct ab_span span = { 0, sizeof(memory), memory };
	const struct ab_spans spans = { &span, 1 };
	pthread_t cpus[2], other[2];
	int out[2];

	virtio = argc > 1 && strcmp(argv[1], "virtio") == 0;
	config.console = virtio ? VMM_CONSOLE_VIRTIO : VMM_CONSOLE_UART;
	config.pc = virtio; /* with all clocks that may tick */
	make_stdin(argc > 1 && !virtio);
	check(pipe(out) == 0 && dup2(out[1], STDOUT_FILENO) == STDOUT_FILENO, "no standard output");
	from_stdout = out[0];
	vmm_machine(&machine, &config);
	check(vmm_devices_init(&d, &machine.m, &spans, set, NULL), "no devices");
	make_queues(memory);
	check(vmm_devices_start(&d, -1, 0) == 0, "no input thread");
	check(pthread_create(&other[0], NULL, flood, NULL) == 0 &&
		  pthread_create(&other[1], NULL, drain, NULL) == 0,
	      "no threads");
	for (int i = 0; i < 2; i++)
		check(pthread_create(&cpus[i], NULL, cpu, &seeds[i]) == 0, "no threads");
	for (int i = 0; i < 2; i++)
		pthread_join(cpus[i], NULL);
	pthread_mutex_lock(&d.lock);
	check(!virtio || (memory[0x3002] != 0 && memory[0x6002] != 0), "no console");
	pthread_mutex_unlock(&d.lock);
	return 0; /* ThreadSanitizer makes it 66 if it saw a race */
}
