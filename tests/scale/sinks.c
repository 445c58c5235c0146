/* SPDX-License-Identifier: BSD-2-Clause */
/* Lists that sinks search for each write. */
#include "scale.h"

#include <aetherboot/host.h>

#include <fcntl.h>
#include <stdlib.h>

/* Spans of a page, of which each region is one. */
static void spans(struct input *in, size_t n)
{
	uint8_t *host = ROOM(uint8_t, n * 4096);
	struct ab_span *s = ROOM(struct ab_span, n);

	for (size_t i = 0; i < n; i++)
		s[i] = (struct ab_span){ i * 8192, 4096, host + i * 4096 };
	in->own = s;
}

static size_t run_spans(const struct input *in)
{
	const struct ab_spans spans = { in->own, in->n };
	const struct ab_mem mem = ab_mem_spans(&spans);
	const uint8_t byte = 1;

	for (size_t i = 0; i < in->n; i++) {
		const struct ab_region r = { .base = mixed(i, in->n) * 8192, .size = 4096 };

		if (mem.write(mem.ctx, &r, 0, &byte, 1) != AB_OK)
			return SIZE_MAX;
	}
	return 0;
}

#define FILE_SIZE 64

/* Files of which each write reads one, one after the other. */
static void files(struct input *in, size_t n)
{
	struct ab_host_file *f = ROOM(struct ab_host_file, n);
	uint8_t *bytes = ROOM(uint8_t, n * FILE_SIZE);
	const int fd = open("/dev/zero", O_RDONLY);

	if (fd < 0)
		abort();
	for (size_t i = 0; i < n; i++)
		f[i] = (struct ab_host_file){ { bytes + i * FILE_SIZE, FILE_SIZE }, fd, "zero" };
	in->own = f;
}

/* Write bytes from @src, which may lie in a file. */
static void put(const struct ab_mem *mem, const void *src)
{
	const struct ab_region r = { .base = 0, .size = FILE_SIZE };

	if (mem->write(mem->ctx, &r, 0, src, FILE_SIZE) != AB_OK)
		abort();
}

static struct ab_mem host_mem(const struct input *in)
{
	static uint8_t host[4096];
	static const struct ab_span span = { 0, sizeof(host), host };
	static const struct ab_spans ram = { &span, 1 };
	static struct ab_host_sink sink;

	sink = (struct ab_host_sink){ .ram = &ram, .file = in->own, .n_files = in->n };
	return ab_host_mem(&sink);
}

static size_t run_files(const struct input *in)
{
	const struct ab_mem mem = host_mem(in);
	const struct ab_host_file *f = in->own;

	for (size_t i = 0; i < in->n; i++)
		put(&mem, f[i].bytes.data);
	return 0;
}

static size_t run_files_back(const struct input *in)
{
	const struct ab_mem mem = host_mem(in);
	const struct ab_host_file *f = in->own;

	for (size_t i = in->n; i-- != 0;)
		put(&mem, f[i].bytes.data);
	return 0;
}

/* As many writes of what lies in no file, as tables do. */
static size_t run_no_file(const struct input *in)
{
	static uint8_t work[1024 + FILE_SIZE];
	const struct ab_mem mem = host_mem(in);

	for (size_t i = 0; i < in->n; i++)
		put(&mem, work + i % 1024);
	return 0;
}

const struct list scale_sinks[] = {
	{ "spans", 1024, spans, run_spans },
	{ "files of the host's sink", 1024, files, run_files },
	{ "files of the host's sink, backwards", 1024, files, run_files_back },
	{ "bytes in no file of the host's sink", 1024, files, run_no_file },
};

const size_t scale_sinks_n = sizeof(scale_sinks) / sizeof(scale_sinks[0]);
