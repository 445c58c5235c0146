/* SPDX-License-Identifier: BSD-2-Clause */
/** @file bench.h What the measurements share: clock, series of rounds, fresh memory, files. */
#ifndef AETHERBOOT_BENCH_H
#define AETHERBOOT_BENCH_H

#include <aetherboot/aetherboot.h>
#include <aetherboot/host.h>

#define ROUNDS 20 /* measured ones; medians are of these */
#define WARM_UP 2 /* rounds before them, not counted */

/** What backs a destination. */
enum pages {
	PAGES_4K, /* MADV_NOHUGEPAGE */
	PAGES_HUGE, /* MADV_HUGEPAGE */
};

/** Suffix of a measurement's name: "4k", "huge". */
const char *pages_name(enum pages pages);

/** One thing that is measured in every round. */
struct series {
	char name[48];
	uint64_t ns[ROUNDS];
};

/** CPU time of this thread in nanoseconds: what other programs do takes none of it. */
uint64_t now_ns(void);
/** Note a round's time; those of the warm-up (negative rounds) are dropped. */
void note(struct series *s, int round, uint64_t ns);
/** Print name, median, least and greatest as one line of tab-separated nanoseconds. */
void report(struct series *s);
/** Print a number that is no time. */
void report_value(const char *name, uint64_t value);

/** End with a message. */
_Noreturn void die(const char *what);
/** End with what the library says, unless all is well. */
void must(enum ab_err err, const struct ab_error *why);

/** Memory for a guest of this RAM; no page of it was ever touched. */
struct ab_spans fresh_ram(struct ab_span *span, struct ab_ram_list ram, enum pages pages);

/** Work memory, from the heap, that planning and placing need. */
struct ab_work work_for(struct ab_plan *plan, const struct ab_machine *machine,
			const struct ab_payload *payload);

/** Plan and place a payload; memory must be fresh. */
void load(const struct ab_machine *machine, const struct ab_payload *payload, struct ab_mem mem,
	  struct ab_work work);

/** Where a segment of the kernel belongs in RAM of one range. */
uint8_t *segment_at(const struct ab_plan *plan, uint32_t index, const struct ab_spans *ram);

/** Run a program, whose output goes into a file that was not there before. @return nanoseconds of
 * CPU time: those that it writes into the pipe which it has as descriptor 3, or of all that it does
 */
uint64_t timed_run(const char *const *argv, const char *out);

/** Read, or read and write, one byte of every page that holds kernel bytes. @return nanoseconds */
uint64_t touch(const struct ab_plan *plan, const struct ab_spans *ram, bool write);

/** A machine of @p cpus CPUs with every kind of device and two NUMA nodes. */
const struct ab_machine *big_machine(uint32_t cpus);
/** An arm64 machine of @p cpus CPUs, an even number, with caches and two NUMA nodes. */
const struct ab_machine *arm64_machine(uint32_t cpus);
/** A machine with 1 CPU and 512 MiB: arm64 for its Images, and for what is packed as a whole. */
const struct ab_machine *small_machine(struct ab_bytes kernel);

/** Find a function of the peers in Rust. @p size is that of the pointer. */
void peer_call(const char *library, const char *name, void *pointer, size_t size);

/** linux-loader, of an ELF or a bzImage. @return the kernel's address; 0: it failed */
typedef uint64_t (*linux_loader)(const char *path, bool bzimage, void *ram, uint64_t gpa,
				 uint64_t size);

/* the measurements */
int bench_tables(int argc, char **argv);
int bench_acpi_peer(int argc, char **argv);
int bench_fdt(int argc, char **argv);
int bench_sums(int argc, char **argv);
int bench_sums_once(int argc, char **argv);
int bench_load(int argc, char **argv);
int bench_self(int argc, char **argv);
int bench_inplace(int argc, char **argv);
int bench_unpack(int argc, char **argv);
int bench_unpack_once(int argc, char **argv);
int bench_guest(int argc, char **argv);

#endif /* AETHERBOOT_BENCH_H */
