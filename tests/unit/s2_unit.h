/* SPDX-License-Identifier: BSD-2-Clause */
/* What the unit tests of Stage-2 tables include. */
#ifndef S2_UNIT_H
#define S2_UNIT_H

#include "unit.h"

#define S2_FAIL(words) fail_msg("%s", words)

#include "s2_pool.h"

/* A CPU that can do everything. */
#define ABLE                                                                                       \
	{                                                                                          \
		.pa_bits = 52, .vmid_bits = 16, .granule_4k = true, .granule_16k = true,           \
		.granule_64k = true, .lpa2_4k = true, .lpa2_16k = true, .fwb = true, .xnx = true   \
	}

static const struct ab_s2_cpu able = ABLE;

#endif /* S2_UNIT_H */
