/* SPDX-License-Identifier: BSD-2-Clause */
/* Abilities of a CPU, from its ID registers. */
#include <aetherboot/stage2.h>

static unsigned int field(uint64_t reg, unsigned int shift)
{
	return (unsigned int)(reg >> shift) & 0xf;
}

/* A granule at stage 2: 0 not there, 1 there, 2 with 52-bit addresses. @second is its own field,
 * where 0 means what @first says, for both stages. */
static unsigned int granule(unsigned int second, unsigned int first)
{
	if (second == 0)
		return first;
	return second >= 3 ? 2 : second - 1;
}

/* A field that is signed: -1 is not there. */
static unsigned int granule_4k(unsigned int first)
{
	return first >= 8 ? 0 : first >= 1 ? 2 : 1;
}

struct ab_s2_cpu ab_s2_cpu(uint64_t mmfr0, uint64_t mmfr1, uint64_t mmfr2)
{
	static const uint8_t widths[] = { 32, 36, 40, 42, 44, 48, 52 };
	const unsigned int most = sizeof(widths) - 1;
	const unsigned int range = field(mmfr0, 0); /* PARange */
	/* TGran4_2, TGran4; TGran16_2, TGran16; TGran64_2, TGran64 */
	const unsigned int k4 = granule(field(mmfr0, 40), granule_4k(field(mmfr0, 28)));
	const unsigned int k16 =
	    granule(field(mmfr0, 32), field(mmfr0, 20) > 2 ? 2 : field(mmfr0, 20));
	const unsigned int k64 = granule(field(mmfr0, 36), field(mmfr0, 24) >= 8 ? 0 : 1);
	struct ab_s2_cpu cpu = {
		.pa_bits = widths[range < most ? range : most],
		.vmid_bits = field(mmfr1, 4) >= 2 ? 16 : 8, /* VMIDBits */
		.granule_4k = k4 != 0,
		.granule_16k = k16 != 0,
		.granule_64k = k64 != 0,
		.lpa2_4k = k4 == 2,
		.lpa2_16k = k16 == 2,
		.fwb = field(mmfr2, 40) != 0,
		.xnx = field(mmfr1, 28) != 0,
	};

	return cpu;
}
