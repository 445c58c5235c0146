/* SPDX-License-Identifier: BSD-2-Clause */
/* A bzImage that unpacks itself: the pipeline with the VMM's sink against linux-loader, which puts
 * the protected-mode part to its place and nothing else. */
#define _GNU_SOURCE
#include "bench.h"

#include <stdio.h>
#include <string.h>

#include "sink.h"

static struct ab_region room[AB_PLAN_REGIONS];
static struct ab_plan plan = { .regions = AB_REGIONS(room) };

static uint64_t by_vmm(const char *path, const struct ab_spans *ram, struct ab_work work)
{
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = "console=ttyS0", .protocol = AB_PROTOCOL_SELF };
	struct vmm_sink sink = { .ram = ram, .file = &file, .n_files = 1 };
	struct ab_error why;

	must(ab_host_file_map(&file, path, &why), &why);
	payload.kernel = file.bytes;
	must(ab_plan_make(&plan, small_machine(file.bytes), &payload, work, &why), &why);
	must(ab_plan_place(&plan, vmm_sink_mem(&sink), work, &why), &why);
	ab_host_file_unmap(&file);
	return ab_plan_region(&plan, AB_REGION_KERNEL)->base;
}

/* The bytes behind the setup sectors lie where the kernel was put. */
static void compare(struct ab_bytes file, const struct ab_spans *ram, uint64_t at)
{
	const uint8_t *p = file.data;
	size_t setup = ((size_t)p[0x1f1] + 1) * 512, size = (size_t)ab_ld_le32(p + 0x1f4) * 16;

	if (at == 0 || size > file.size - setup ||
	    memcmp((uint8_t *)ram->at[0].host + at, p + setup, size) != 0)
		die("the kernel is not where it was put");
}

static void round_of(struct series s[2][2], int round, const char *path, struct ab_bytes file,
		     linux_loader peer, struct ab_work work)
{
	for (int who = 0; who < (peer != NULL ? 2 : 1); who++)
		for (int pages = 0; pages < 2; pages++) {
			struct ab_span span[1];
			struct ab_spans ram =
			    fresh_ram(span, small_machine(file)->ram, (enum pages)pages);
			uint64_t at, t = now_ns();

			at = who == 0 ? by_vmm(path, &ram, work)
				      : peer(path, true, ram.at[0].host, 0, ram.at[0].size);
			note(&s[who][pages], round, now_ns() - t);
			compare(file, &ram, at);
			ab_host_ram_unmap(&ram);
		}
}

int bench_self(int argc, char **argv)
{
	static struct series s[2][2];
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = "console=ttyS0", .protocol = AB_PROTOCOL_SELF };
	linux_loader peer = NULL;
	struct ab_work work;
	struct ab_error why;

	if (argc != 2 && argc != 3)
		return 2;
	if (argc == 3)
		peer_call(argv[2], "bench_linux_loader", &peer, sizeof(peer));
	must(ab_host_file_map(&file, argv[1], &why), &why);
	payload.kernel = file.bytes;
	work = work_for(&plan, small_machine(file.bytes), &payload);
	for (int round = -WARM_UP; round < ROUNDS; round++)
		round_of(s, round, argv[1], file.bytes, peer, work);
	for (int who = 0; who < (peer != NULL ? 2 : 1); who++)
		for (int pages = 0; pages < 2; pages++) {
			snprintf(s[who][pages].name, sizeof(s[who][pages].name), "self.%s.%s",
				 who == 0 ? "ours" : "loader", pages_name((enum pages)pages));
			report(&s[who][pages]);
		}
	report_value("self.bytes", file.bytes.size);
	return 0;
}
