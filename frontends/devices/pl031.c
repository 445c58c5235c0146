/* SPDX-License-Identifier: BSD-2-Clause */
/* PL031 clock: register semantics of Arm's PL031 r1p3 manual (DDI 0224C). */
#include "pl031.h"

#include "primecell.h"

enum {
	REG_DR = 0x00, /* seconds */
	REG_MR = 0x04, /* alarm */
	REG_LR = 0x08, /* set */
	REG_CR = 0x0c,
	REG_IMSC = 0x10,
	REG_RIS = 0x14,
	REG_MIS = 0x18,
	REG_ICR = 0x1c,

	CR_START = 0x01, /* reset alone stops it, and it is set at reset */
	INT_ALARM = 0x01,

	PART = 0x031,
	REVISION = 0,
};

#define NS_PER_SECOND UINT64_C(1000000000)

static uint32_t seconds(const struct dev_pl031 *r)
{
	return (uint32_t)(r->now(r->ctx) / NS_PER_SECOND) + r->offset;
}

static void update(struct dev_pl031 *r)
{
	dev_line_set(&r->line, (r->ris & r->imsc) != 0);
}

bool dev_pl031_tick(void *dev)
{
	struct dev_pl031 *r = dev;
	const uint32_t to = seconds(r), passed = to - r->last;

	/* a host's clock that is set back passes nothing */
	if (passed != 0 && passed <= INT32_MAX && to - r->mr < passed)
		r->ris = INT_ALARM;
	r->last = to;
	update(r);
	return (r->imsc & INT_ALARM) != 0 && r->ris == 0;
}

void dev_pl031_reset(struct dev_pl031 *r)
{
	r->offset = r->mr = r->lr = r->imsc = r->ris = 0;
	r->last = seconds(r);
	update(r);
}

uint64_t dev_pl031_read(void *dev, uint64_t off, unsigned int len)
{
	struct dev_pl031 *r = dev;

	(void)len;
	dev_pl031_tick(r);
	switch (off) {
	case REG_DR:
		return r->last;
	case REG_MR:
		return r->mr;
	case REG_LR:
		return r->lr;
	case REG_CR:
		return CR_START;
	case REG_IMSC:
		return r->imsc;
	case REG_RIS:
		return r->ris;
	case REG_MIS:
		return r->ris & r->imsc;
	}
	return dev_primecell_id(PART, REVISION, off);
}

void dev_pl031_write(void *dev, uint64_t off, unsigned int len, uint64_t v)
{
	struct dev_pl031 *r = dev;

	(void)len;
	dev_pl031_tick(r);
	switch (off) {
	case REG_MR:
		r->mr = (uint32_t)v;
		if (r->mr == r->last)
			r->ris = INT_ALARM;
		break;
	case REG_LR:
		r->lr = (uint32_t)v;
		r->offset += r->lr - r->last;
		r->last = r->lr;
		break;
	case REG_IMSC:
		r->imsc = v & INT_ALARM;
		break;
	case REG_ICR:
		r->ris &= ~(uint32_t)v;
		break;
	}
	if (r->imsc != 0 && r->rearm != NULL)
		r->rearm(r->ctx);
	update(r);
}
