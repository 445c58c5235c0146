/* SPDX-License-Identifier: BSD-2-Clause */
/* The checks of a machine, a file for each. They use kinds.c and derive.c. Fields are checked
 * first, without memory; then all entries of a list with each other, in work memory. */
#ifndef AB_MACHINE_CHECK_H
#define AB_MACHINE_CHECK_H

#include "machine_priv.h"

#include "../base/base_priv.h"

/* Rules of several fields. */
#define AB_RULE_PHYS "base + size must be at most 2^machine.phys_bits, where 0 stands for 40"
#define AB_RULE_PORTS "base + size must be at most 0x10000, the end of the I/O ports"
#define AB_RULE_NODE "must be 0 to 1023"
#define AB_RULE_PPI "must be a PPI, 16 to 31"
#define AB_RULE_SPI "must be an SPI, 32 to 1019"

/* Fail with AB_ERR_ARG: the field @what breaks @rule. */
static inline enum ab_err ab_bad_(struct ab_error *why, const char *what, uint64_t value,
				  const char *rule)
{
	return ab_fail(why, AB_ERR_ARG, what, value, rule);
}

/* Like ab_bad_(), but for entry @index of the list that @what names. */
static inline enum ab_err ab_bad_at_(struct ab_error *why, const char *what, uint64_t index,
				     uint64_t value, const char *rule)
{
	return ab_fail_at_(why, AB_ERR_ARG, what, index, value, rule);
}

/* Like ab_bad_(), but for device @d of @m: @what must begin with "machine.devs[]". */
enum ab_err ab_bad_dev_(struct ab_error *why, const struct ab_machine *m, const struct ab_dev *d,
			const char *what, uint64_t value, const char *rule);

/* ---- compare.c ---------------------------------------------------------------------------- */

#define AB_NOWHERE UINT64_MAX /* a place that no list has */

/* Find the first place whose key an earlier place of the list has, too. @item is sorted. */
uint64_t ab_first_repeated_(const struct ab_item *item, size_t n);

/* Find the first place whose range, of @size bytes from its key on, shares a byte with that of an
 * earlier place of the list. @item is sorted. */
uint64_t ab_first_clash_(const struct ab_machine *m, const struct ab_item *item, size_t n,
			 uint64_t (*size)(const struct ab_machine *m, uint64_t at));

/* ---- check_rmrs.c ------------------------------------------------------------------------- */

/* Find the first reserved memory region that overlaps an earlier one, for one of its functions.
 * @item has room for four entries of each. */
uint64_t ab_first_rmr_(const struct ab_machine *m, struct ab_item *item);

/* ---- the others --------------------------------------------------------------------------- */

/* Check each device. */
enum ab_err ab_machine_check_devs_(const struct ab_machine *m, struct ab_error *why);

/* Check that ranges of memory and ports are disjoint, and the functions of reserved memory regions.
 * RAM and devices must have been checked. @item has room for ab_machine_claims_max_() entries, and
 * for four of each region. */
enum ab_err ab_machine_check_overlaps_(const struct ab_machine *m, struct ab_item *item,
				       struct ab_error *why);

/* Most ranges that the devices and the interrupt controller have, at least the number of devices.
 */
size_t ab_machine_claims_max_(const struct ab_machine *m);

/* Get the list in work memory of ab_machine_work() bytes. */
static inline struct ab_item *ab_machine_items_(struct ab_work work)
{
	return (struct ab_item *)(void *)((uint8_t *)work.data +
					  (0 - (uintptr_t)work.data) % _Alignof(struct ab_item));
}

/* arm64: check interrupt controller, timers and reserved memory regions. */
enum ab_err ab_machine_check_arm64_(const struct ab_machine *m, struct ab_error *why);

/* arm64: check the cache hierarchy. */
enum ab_err ab_machine_check_caches_(const struct ab_machine *m, struct ab_error *why);

/* arm64: warn of valid caches that Linux ignores. Without any, @warning stays unchanged. */
void ab_machine_doubt_caches_(const struct ab_machine *m, struct ab_error *warning);

#endif /* AB_MACHINE_CHECK_H */
