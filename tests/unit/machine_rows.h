/* SPDX-License-Identifier: BSD-2-Clause */
/* Rows of machines, each with the whole error that it must give. */
#ifndef MACHINE_ROWS_H
#define MACHINE_ROWS_H

#include "unit.h"
#include "checked.h"

#include <aetherboot/machine.h>

#define DEVS(...) AB_LIST(struct ab_dev, __VA_ARGS__)
#define ROUTES(...) AB_LIST(struct ab_pci_route, __VA_ARGS__)
#define CPUS(...) AB_LIST(struct ab_cpu, __VA_ARGS__)

/* Field of device @i, which is of that kind. */
#define BAD_DEV(i, kind, field, bad, rule)                                                         \
	{                                                                                          \
		AB_ERR_ARG, "machine.devs[]." field, bad, rule, .index = (i), .name = (kind)       \
	}

/* Device @i, which is of that kind, has an interrupt of the first device with another trigger. */
#define BAD_SHARING(i, kind, field, irq, first)                                                    \
	{                                                                                          \
		AB_ERR_ARG, "machine.devs[]." field, irq, SHARED,                                  \
		    .index = (i), .name = (kind), .other_index = 0, .other_name = (first)          \
	}

/* Rules that several fields have. */
#define PHYS "base + size must be at most 2^machine.phys_bits, where 0 stands for 40"
#define PORTS "base + size must be at most 0x10000, the end of the I/O ports"
#define NODE "must be 0 to 1023"
#define SHARED "devices that share an interrupt must agree on trigger and polarity"
#define NULL_LIST "must be 0 when the pointer beside it is NULL"

struct row {
	const char *name;
	struct ab_machine m;
	struct ab_error want;
};

static inline void judge_bad(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL, 9, "old", 9, "old", 9 };
		enum ab_err err = check_machine(&rows[i].m, NULL, &why);

		assert_whole_error(err, &why, &rows[i].want, rows[i].name);
		assert_int_equal(check_machine(&rows[i].m, NULL, NULL), err);
	}
}

static inline void judge_good(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		struct ab_error why = { AB_OK, NULL, 0, NULL };

		assert_ok(check_machine(&rows[i].m, NULL, &why), &why, rows[i].name);
	}
}

#endif /* MACHINE_ROWS_H */
