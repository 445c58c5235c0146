/* SPDX-License-Identifier: BSD-2-Clause */
/* Unpacking a kernel into guest memory against the codec's own tool writing a file in memory: both
 * are processes, whose CPU time counts from their start until the bytes are there. */
#define _GNU_SOURCE
#include "bench.h"

#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

extern char **environ;

static uint64_t ns_of(const struct timeval *t)
{
	return (uint64_t)t->tv_sec * 1000000000 + (uint64_t)t->tv_usec * 1000;
}

uint64_t timed_run(const char *const *argv, const char *out)
{
	posix_spawn_file_actions_t files;
	struct rusage all;
	int done[2], status;
	uint64_t ns = 0;
	ssize_t got;
	pid_t pid;

	unlink(out);
	if (pipe2(done, O_CLOEXEC) != 0)
		die("pipe");
	posix_spawn_file_actions_init(&files);
	posix_spawn_file_actions_addopen(&files, 1, out, O_WRONLY | O_CREAT | O_TRUNC, 0600);
	posix_spawn_file_actions_adddup2(&files, done[1], 3);
	if (posix_spawnp(&pid, argv[0], &files, NULL, (char **)(uintptr_t)argv, environ) != 0)
		die(argv[0]);
	close(done[1]);
	got = read(done[0], &ns, sizeof(ns));
	close(done[0]);
	posix_spawn_file_actions_destroy(&files);
	if (wait4(pid, &status, 0, &all) != pid || status != 0) {
		fprintf(stderr, "aetherboot-bench: %s failed\n", argv[0]);
		exit(1);
	}
	return got == (ssize_t)sizeof(ns) ? ns : ns_of(&all.ru_utime) + ns_of(&all.ru_stime);
}

int bench_unpack(int argc, char **argv)
{
	static struct series s[5] = {
		{ .name = "tool" },   { .name = "linux.4k" }, { .name = "linux.huge" },
		{ .name = "pvh.4k" }, { .name = "pvh.huge" },
	};
	struct ab_host_file file;
	struct ab_error why;
	size_t n;

	if (argc != 5)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	n = small_machine(file.bytes)->arch == AB_ARCH_ARM64 ? 3 : 5; /* arm64 has no PVH */
	ab_host_file_unmap(&file);
	for (int round = -WARM_UP; round < ROUNDS; round++)
		for (size_t i = 0; i < n; i++) {
			const char *tool[] = { argv[2], "-dc", argv[3], NULL };
			const char *ours[] = { "/proc/self/exe",
					       "unpack-once",
					       argv[1],
					       i > 2 ? "pvh" : "linux",
					       i % 2 == 1 ? "4k" : "huge",
					       NULL };

			note(&s[i], round, timed_run(i == 0 ? tool : ours, argv[4]));
		}
	for (size_t i = 0; i < n; i++) {
		char name[sizeof(s[i].name)];

		snprintf(name, sizeof(name), "unpack.%s.%.30s", argv[2], s[i].name);
		memcpy(s[i].name, name, sizeof(name));
		report(&s[i]);
	}
	unlink(argv[4]);
	return 0;
}

/* What the tool wrote and what lies in guest memory must be the same bytes. */
static void compare(const char *path, const struct ab_plan *plan, const struct ab_spans *ram)
{
	const struct ab_elf *elf = &plan->kernel.elf;
	struct ab_host_file file;
	struct ab_error why;

	must(ab_host_file_map(&file, path, &why), &why);
	for (uint32_t i = 0; i < elf->n_segments; i++)
		if (elf->segment[i].offset + elf->segment[i].file_size > file.bytes.size ||
		    memcmp((const uint8_t *)file.bytes.data + elf->segment[i].offset,
			   segment_at(plan, i, ram), (size_t)elf->segment[i].file_size) != 0) {
			fprintf(stderr, "aetherboot-bench: %s differs\n", path);
			exit(1);
		}
}

/* Before the process gives its memory back, which a file in memory does not. */
static void tell_time(void)
{
	struct timespec t;
	uint64_t ns;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &t);
	ns = (uint64_t)t.tv_sec * 1000000000 + (uint64_t)t.tv_nsec;
	if (write(3, &ns, sizeof(ns)) != (ssize_t)sizeof(ns))
		die("descriptor 3");
}

int bench_unpack_once(int argc, char **argv)
{
	static struct ab_region room[AB_PLAN_REGIONS];
	static struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_host_file file;
	struct ab_payload payload = { .cmdline = "console=ttyS0" };
	struct ab_span span[1];
	struct ab_spans ram;
	struct ab_work work;
	struct ab_error why;

	if (argc != 4 && argc != 5)
		return 2;
	must(ab_host_file_map(&file, argv[1], &why), &why);
	payload.kernel = file.bytes;
	payload.protocol = strcmp(argv[2], "pvh") == 0 ? AB_PROTOCOL_PVH : AB_PROTOCOL_LINUX;
	ram = fresh_ram(span, small_machine(file.bytes)->ram,
			strcmp(argv[3], "huge") == 0 ? PAGES_HUGE : PAGES_4K);
	work = work_for(&plan, small_machine(file.bytes), &payload);
	must(ab_plan_make(&plan, small_machine(file.bytes), &payload, work, &why), &why);
	must(ab_plan_place(&plan, ab_mem_fresh_spans(&ram), work, &why), &why);
	if (argc == 5)
		compare(argv[4], &plan, &ram);
	else
		tell_time();
	_exit(0);
}
