/* SPDX-License-Identifier: BSD-2-Clause */
/* SHA-256 as in FIPS 180-4, with its names. The rounds are not unrolled: unrolling doubles the
 * code for a tenth more speed at most, and firmware must be small. */
#include <aetherboot/sha256.h>

#include "be.h"
#include "libc.h"

/* 4.2.2: from the cube roots of the first 64 primes */
static const uint32_t k[64] = {
	0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4,
	0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe,
	0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
	0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc,
	0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b,
	0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116,
	0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
	0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2,
};

static uint32_t rotr(uint32_t x, unsigned int n)
{
	return x >> n | x << (32 - n);
}

/* 6.2.2, steps 1 to 4, for one block */
static void compress(uint32_t hash[8], const uint8_t *block)
{
	uint32_t a = hash[0], b = hash[1], c = hash[2], d = hash[3];
	uint32_t e = hash[4], f = hash[5], g = hash[6], h = hash[7];
	uint32_t w[64];
	unsigned int t;

	for (t = 0; t < 16; t++)
		w[t] = ab_ld_be32(block + 4 * t);
	for (; t < 64; t++) {
		uint32_t x = w[t - 15], y = w[t - 2];

		w[t] = (rotr(y, 17) ^ rotr(y, 19) ^ y >> 10) + w[t - 7] +
		       (rotr(x, 7) ^ rotr(x, 18) ^ x >> 3) + w[t - 16];
	}
	for (t = 0; t < 64; t++) {
		uint32_t t1 = h + (rotr(e, 6) ^ rotr(e, 11) ^ rotr(e, 25)) + ((e & f) ^ (~e & g)) +
			      k[t] + w[t];
		uint32_t t2 =
		    (rotr(a, 2) ^ rotr(a, 13) ^ rotr(a, 22)) + ((a & b) ^ (a & c) ^ (b & c));

		h = g;
		g = f;
		f = e;
		e = d + t1;
		d = c;
		c = b;
		b = a;
		a = t1 + t2;
	}
	hash[0] += a;
	hash[1] += b;
	hash[2] += c;
	hash[3] += d;
	hash[4] += e;
	hash[5] += f;
	hash[6] += g;
	hash[7] += h;
}

void ab_sha256_init(struct ab_sha256 *s)
{
	/* 5.3.3: from the square roots of the first 8 primes */
	static const uint32_t h0[8] = {
		0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
		0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
	};

	memcpy(s->h, h0, sizeof(h0));
	s->size = 0;
}

void ab_sha256_add(struct ab_sha256 *s, const void *data, size_t n)
{
	const uint8_t *p = data;

	while (n != 0) {
		size_t used = s->size % 64, take = n < 64 - used ? n : 64 - used;

		if (take == 64) { /* a whole block needs no copy */
			compress(s->h, p);
		} else {
			memcpy(s->block + used, p, take);
			if (used + take == 64)
				compress(s->h, s->block);
		}
		s->size += take;
		p += take;
		n -= take;
	}
}

void ab_sha256_finish(struct ab_sha256 *s, uint8_t digest[AB_SHA256_SIZE])
{
	/* 5.1.1: a one bit, zeros up to 56 bytes modulo 64, and the length in bits */
	static const uint8_t padding[64] = { 0x80 };
	uint64_t bits = s->size * 8;
	uint8_t length[8];

	ab_st_be32(length, (uint32_t)(bits >> 32));
	ab_st_be32(length + 4, (uint32_t)bits);
	ab_sha256_add(s, padding, 1 + (size_t)((55 - s->size) % 64));
	ab_sha256_add(s, length, sizeof(length));
	for (unsigned int i = 0; i < 8; i++)
		ab_st_be32(digest + 4 * i, s->h[i]);
}

void ab_sha256(const void *data, size_t n, uint8_t digest[AB_SHA256_SIZE])
{
	struct ab_sha256 s;

	ab_sha256_init(&s);
	ab_sha256_add(&s, data, n);
	ab_sha256_finish(&s, digest);
}
