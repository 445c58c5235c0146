/* SPDX-License-Identifier: BSD-2-Clause */
/* Kernels whose file changes while they are planned and placed: each call ends with a plan or an
 * error, and touches nothing but the file and the work memory it asked for. */
#include "arm64_image.h"
#include "plan_machines.h"
#include "recorder.h"

#include <pthread.h>
#include <stdatomic.h>

#define ROUNDS 10000u
#define ENOUGH 40u /* plans, and errors */
#define MOST 4000000u /* rounds in which both must have come */
#define FILE_MOST 0x12000

/* The file that a call reads. Its head is written by another thread meanwhile. */
static uint8_t file[FILE_MOST];
static const uint8_t *good;
static uint32_t head, magic; /* bytes of it that change; where those two are that change most */
static atomic_bool over;

static void *rewrite(void *unused)
{
	volatile uint8_t *p = file;
	uint64_t seed = 1;

	(void)unused;
	while (!over) {
		/* each state lasts for some reads */
		const uint32_t at =
		    rnd_below(&seed, 4) != 0 ? magic + rnd_below(&seed, 2) : rnd_below(&seed, head);

		p[at] = (uint8_t)rnd_below(&seed, 256);
		for (uint32_t i = rnd_below(&seed, 400); i > 0; i--)
			(void)p[at];
		p[at] = good[at];
		for (uint32_t i = rnd_below(&seed, 400); i > 0; i--)
			(void)p[at];
	}
	return NULL;
}

static enum ab_err drop(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
			size_t len)
{
	uint32_t *sum = ctx;

	assert_true(off <= r->size && len <= r->size - off);
	if (src != NULL && len != 0)
		*sum = ab_crc32(*sum, src, len < 4096 ? len : 4096);
	return AB_OK;
}

static enum ab_err plan_once(const struct ab_machine *m, const struct ab_payload *os)
{
	struct ab_error why = { .code = AB_OK };
	struct ab_region room[PLAN_ROOM];
	struct ab_plan plan = { .regions = AB_REGIONS(room) };
	struct ab_work work = { NULL, 0 };
	uint32_t sum = 0;
	enum ab_err err = ab_plan_work(&plan, m, os, &work.size, &why);

	if (err == AB_OK) {
		/* to its end no byte is spare: a sanitizer sees one more */
		if (work.size != 0 && work.size <= AMPLE)
			work.data = malloc(work.size);
		else
			work.size = 0;
		err = ab_plan_make(&plan, m, os, work, &why);
	}
	if (err == AB_OK)
		err = ab_plan_place(&plan, (struct ab_mem){ drop, &sum }, work, &why);
	free(work.data);
	assert_int_equal(err, why.code);
	assert_int_not_equal(err, AB_ERR_INTERNAL);
	return err;
}

static void try_file(const char *name, const struct ab_machine *m, const uint8_t *kernel,
		     size_t size, uint32_t changing, uint32_t stream)
{
	const struct ab_payload os = { .kernel = { file, size } };
	uint32_t plans = 0, errors = 0, rounds = 0;
	pthread_t writer;

	assert_true(size <= FILE_MOST);
	memcpy(file, kernel, size);
	good = kernel;
	head = changing;
	magic = stream;
	over = false;
	assert_int_equal(plan_once(m, &os), AB_OK);
	assert_int_equal(pthread_create(&writer, NULL, rewrite, NULL), 0);
	while (rounds < ROUNDS || ((plans < ENOUGH || errors < ENOUGH) && rounds < MOST)) {
		if (plan_once(m, &os) == AB_OK)
			plans++;
		else
			errors++;
		rounds++;
	}
	over = true;
	assert_int_equal(pthread_join(writer, NULL), 0);
	if (plans < ENOUGH || errors < ENOUGH)
		fail_msg("%s: %u plans and %u errors", name, plans, errors);
}

static void test_elf(void **state)
{
	static uint8_t elf[0x10000], packed[FILE_MOST];
	const size_t n = make_elf(elf, &elf64);

	(void)state;
	try_file("ELF", &pc, elf, n, 0x400, 0);
	try_file("gzip of an ELF", &pc, packed, make_gzip(packed, elf, n), 32, 0);
}

static void test_bzimage(void **state)
{
	static const struct bz_spec spec = {
		.xloadflags = 1,
		.relocatable = true,
		.pref = 0x1000000,
		.init_size = 0x10000,
		.elf = &elf64,
	};
	static uint8_t bz[FILE_MOST];
	const size_t size = make_bzimage(bz, &spec);
	struct ab_image img;
	uint32_t stream;

	(void)state;
	assert_int_equal(ab_image_probe(&img, (struct ab_bytes){ bz, size }, NULL), AB_OK);
	stream = (uint32_t)((const uint8_t *)img.bz.payload.data - bz);
	try_file("bzImage", &pc, bz, size, stream + 32, stream);
}

static void test_arm64(void **state)
{
	static uint8_t image[0x4000], packed[FILE_MOST];
	const size_t n = make_image(image, &(struct image_spec){ 0, 0x200000, 10, 0x3000 });

	(void)state;
	try_file("Image", &virt, image, n, 64, 56);
	try_file("gzip of an Image", &virt, packed, make_gzip(packed, image, n), 32, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_elf),
		cmocka_unit_test(test_bzimage),
		cmocka_unit_test(test_arm64),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
