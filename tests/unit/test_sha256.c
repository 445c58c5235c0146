/* SPDX-License-Identifier: BSD-2-Clause */
/* SHA-256: NIST's known answers, messages in pieces, and sha256sum as the second opinion. */
#define _POSIX_C_SOURCE 200809L
#include "unit.h"

#include <aetherboot/sha256.h>
#include <stdlib.h>
#include <unistd.h>

static const char *hex_of(const uint8_t digest[AB_SHA256_SIZE])
{
	static char hex[2 * AB_SHA256_SIZE + 1];

	for (size_t i = 0; i < AB_SHA256_SIZE; i++)
		snprintf(hex + 2 * i, 3, "%02x", digest[i]);
	return hex;
}

static void random_fill(uint8_t *data, size_t n, uint64_t seed)
{
	for (size_t i = 0; i < n; i++)
		data[i] = (uint8_t)rnd(&seed);
}

static void test_texts(void **state)
{
	static const struct {
		const char *text, *digest;
	} rows[] = {
		{ "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
		{ "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
		/* 448 bits */
		{ "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
		  "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
		/* 896 bits */
		{ "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmno"
		  "ijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
		  "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
		{ "\xbd", "68325720aabd7c82f30f554b313d0570c95accbb7dc4b5aae11204c08ffe732b" },
		{ "\xc9\x8c\x8e\x55",
		  "7abc22c0ae5af26ce93dbb94433a0e0b2e119d014f8e7f65bd56c61ccccd9504" },
	};
	uint8_t digest[AB_SHA256_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		ab_sha256(rows[i].text, strlen(rows[i].text), digest);
		assert_string_equal(hex_of(digest), rows[i].digest);
	}
	ab_sha256(NULL, 0, digest);
	assert_string_equal(hex_of(digest), rows[0].digest);
}

/* One byte many times: NIST's, among them each way in which the padding can fall. */
static void test_repeated(void **state)
{
	static const struct {
		size_t n;
		int byte;
		const char *digest;
	} rows[] = {
		{ 55, 0, "02779466cdec163811d078815c633f21901413081449002f24aa3e80f0b88ef7" },
		{ 56, 0, "d4817aa5497628e7c77e6b606107042bbba3130888c5f47a375e6179be789fbb" },
		{ 57, 0, "65a16cb7861335d5ace3c60718b5052e44660726da4cd13bb745381b235a1785" },
		{ 64, 0, "f5a5fd42d16a20302798ef6ed309979b43003d2320d9f0e8ea9831a92759fb4b" },
		{ 1000, 0, "541b3e9daa09b20bf85fa273e5cbd3e80185aa4ec298e765db87742b70138a53" },
		{ 1000, 'A', "c2e686823489ced2017f6059b8b239318b6364f6dcd835d0a519105a1eadd6e4" },
		{ 1005, 'U', "f4d62ddec0f3dd90ea1380fa16a5ff8dc4c54b21740650f24afc4120903552b0" },
		{ 1000000, 'a',
		  "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0" },
	};
	static uint8_t data[1000000];
	uint8_t digest[AB_SHA256_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		memset(data, rows[i].byte, rows[i].n);
		ab_sha256(data, rows[i].n, digest);
		assert_string_equal(hex_of(digest), rows[i].digest);
	}
}

static void test_every_split(void **state)
{
	uint8_t data[200], want[AB_SHA256_SIZE], digest[AB_SHA256_SIZE];
	struct ab_sha256 s, copy;

	(void)state;
	random_fill(data, sizeof(data), 1);
	ab_sha256(data, sizeof(data), want);
	for (size_t cut = 0; cut <= sizeof(data); cut++) {
		memset(&s, 0xa5, sizeof(s));
		ab_sha256_init(&s);
		ab_sha256_add(&s, data, cut);
		ab_sha256_add(&s, NULL, 0);
		copy = s;
		ab_sha256_add(&s, data + cut, sizeof(data) - cut);
		ab_sha256_finish(&s, digest);
		assert_memory_equal(digest, want, sizeof(want));
		/* what was copied has its own way to go */
		ab_sha256_finish(&copy, digest);
		ab_sha256(data, cut, want);
		assert_memory_equal(digest, want, sizeof(want));
		ab_sha256(data, sizeof(data), want);
	}
	ab_sha256_init(&s);
	for (size_t i = 0; i < sizeof(data); i++)
		ab_sha256_add(&s, data + i, 1);
	ab_sha256_finish(&s, digest);
	assert_memory_equal(digest, want, sizeof(want));
}

static void test_any_alignment(void **state)
{
	uint8_t data[300], at[16 + sizeof(data) + AB_SHA256_SIZE], want[AB_SHA256_SIZE];

	(void)state;
	random_fill(data, sizeof(data), 2);
	ab_sha256(data, sizeof(data), want);
	for (size_t off = 0; off < 16; off++) {
		memset(at, 0xaa, sizeof(at));
		memcpy(at + off, data, sizeof(data));
		ab_sha256(at + off, sizeof(data), at + off + sizeof(data));
		assert_memory_equal(at + off, data, sizeof(data));
		assert_memory_equal(at + off + sizeof(data), want, sizeof(want));
		/* a digest in place of what it is of */
		ab_sha256(at + off, sizeof(data), at + off + 3);
		assert_memory_equal(at + off + 3, want, sizeof(want));
		for (size_t i = 0; i < off; i++)
			assert_int_equal(at[i], 0xaa);
	}
}

/* All 64 bits of the length count, though nobody hashes 2^61 bytes here: the last block, put
 * together by hand, must lead to the same hash value as ending a message that claims so many. */
static void test_length(void **state)
{
	static const uint64_t sizes[] = { UINT64_C(1) << 29, UINT64_C(0x123456789abcdc0),
					  (UINT64_C(1) << 61) - 64 };
	uint8_t digest[AB_SHA256_SIZE];

	(void)state;
	for (size_t i = 0; i < COUNT(sizes); i++) {
		uint8_t last[64] = { 0x80 };
		struct ab_sha256 s, hand;

		ab_sha256_init(&hand);
		for (unsigned int byte = 0; byte < 8; byte++)
			last[56 + byte] = (uint8_t)(sizes[i] * 8 >> (56 - 8 * byte));
		ab_sha256_add(&hand, last, sizeof(last));
		ab_sha256_init(&s);
		s.size = sizes[i];
		ab_sha256_finish(&s, digest);
		for (unsigned int byte = 0; byte < AB_SHA256_SIZE; byte++)
			assert_int_equal(digest[byte],
					 (uint8_t)(hand.h[byte / 4] >> (24 - 8 * (byte % 4))));
	}
}

/* What sha256sum says of the bytes. */
static void judge(const uint8_t *data, size_t n, const char *path, char hex[65])
{
	char command[300];
	FILE *f;

	snprintf(command, sizeof(command), "sha256sum >'%s'", path);
	f = popen(command, "w");
	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, n, f), n);
	assert_int_equal(pclose(f), 0);
	f = fopen(path, "r");
	assert_non_null(f);
	assert_int_equal(fread(hex, 1, 64, f), 64);
	hex[64] = '\0';
	fclose(f);
}

static void test_random(void **state)
{
	static uint8_t data[1 << 20];
	const char *tmp = getenv("TMPDIR");
	uint8_t digest[AB_SHA256_SIZE];
	uint64_t seed = 3;
	char path[256], want[65];
	int file;

	(void)state;
	snprintf(path, sizeof(path), "%s/ab-sha256-XXXXXX", tmp != NULL ? tmp : "/tmp");
	file = mkstemp(path);
	assert_true(file >= 0);
	close(file);
	random_fill(data, sizeof(data), 4);
	for (unsigned int i = 0; i < 50; i++) {
		size_t n = rnd_below(&seed, i < 45 ? 1000 : sizeof(data) - 1000);
		size_t at = rnd_below(&seed, 1000);

		judge(data + at, n, path, want);
		ab_sha256(data + at, n, digest);
		assert_string_equal(hex_of(digest), want);
	}
	unlink(path);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_texts),         cmocka_unit_test(test_repeated),
		cmocka_unit_test(test_every_split),   cmocka_unit_test(test_length),
		cmocka_unit_test(test_any_alignment), cmocka_unit_test(test_random),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
