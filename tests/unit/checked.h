/* SPDX-License-Identifier: BSD-2-Clause */
/* A machine's check with work memory that is as much as it asks for and not a byte more, at the
 * worst alignment. */
#ifndef CHECKED_H
#define CHECKED_H

#include <aetherboot/machine.h>

#include <stdint.h>
#include <stdlib.h>

static inline enum ab_err check_machine(const struct ab_machine *m, struct ab_error *warning,
					struct ab_error *why)
{
	const size_t need = ab_machine_work(m);
	uint8_t *room = malloc(1 + need);
	enum ab_err err = ab_machine_check(m, (struct ab_work){ room + 1, need }, warning, why);

	free(room);
	return err;
}

#endif /* CHECKED_H */
