/* SPDX-License-Identifier: BSD-2-Clause */
/* The mailbox of a node of three VMs, as aetherctl reaches it: by single loads and stores. Time
 * passes when somebody sleeps, and with it the VMs' CPUs do what they have to. */
#ifndef AETHERCTL_WORLD_H
#define AETHERCTL_WORLD_H

#include "unit.h"

#include <time.h>

#define STAGING (40 * 4096) /* some chunks */

#include "access.h"
#include "aetherctl.h"
#include "el2/calls.h"
#include "el2_calls_world.h"

static struct {
	int64_t ns; /* what the clock says */
	unsigned int calls; /* doorbells that were rung */
	void (*ringing)(void); /* done before a doorbell is rung, once */
	void (*rung)(void); /* done behind each call */
	bool renewed; /* another program has the mailbox, and claims it again and again */
	bool frozen; /* the VMs' CPUs do nothing */
	void (*others)(void); /* what other programs do before each access to a register, and while
			       * this one sleeps */
} world;

#define HOLDER (node.vms[BOSS].mailbox.holder)

static inline uint64_t word(uint32_t off)
{
	return ab_ld_le64(&memory.mailbox[off]);
}

static inline void set_word(uint32_t off, uint64_t v)
{
	ab_st_le64(&memory.mailbox[off], v);
}

static inline void let_others(void)
{
	if (world.others != NULL)
		world.others();
}

static inline void world_begin(void)
{
	memset(&world, 0, sizeof(world));
	begin();
}

/* Time passes: for the hypervisor, too. */
static inline void pass(int64_t ns)
{
	world.ns += ns;
	el2_host_machine.ticks = (uint64_t)world.ns * EL2_HOST_SECOND / 1000000000;
	if (world.renewed)
		node.vms[BOSS].mailbox.since = el2_host_machine.ticks;
}

/* ---- what is linked instead of the accesses of a guest, and of the C library's time */

int __wrap_clock_gettime(clockid_t id, struct timespec *t);
int __wrap_nanosleep(const struct timespec *t, struct timespec *left);

int __wrap_clock_gettime(clockid_t id, struct timespec *t)
{
	(void)id;
	t->tv_sec = (time_t)(world.ns / 1000000000);
	t->tv_nsec = (long)(world.ns % 1000000000);
	return 0;
}

int __wrap_nanosleep(const struct timespec *t, struct timespec *left)
{
	(void)left;
	let_others();
	pass((int64_t)t->tv_sec * 1000000000 + t->tv_nsec);
	for (uint32_t i = 0; i < N_VMS && !world.frozen; i++)
		for (uint32_t n = 0; n < node.vms[i].spec->n_cpus; n++)
			(void)step(node.vms[i].vcpu[n], NULL);
	return 0;
}

/* ---- an access: to a register it traps, the rest is memory of the VM */

static inline uint64_t trap(uint32_t off, unsigned int len, bool write, uint64_t v)
{
	assert_true(el2_mailbox_access(&node.vms[BOSS], off, len, write, &v));
	return v;
}

static inline bool is_register(uint32_t off, unsigned int len)
{
	assert_int_equal(off % len, 0);
	assert_true(off < sizeof(memory.mailbox));
	assert_false(off >= EL2_MAILBOX_REQUEST + 0x1000 && off < EL2_MAILBOX_WINDOW);
	if (off < EL2_MAILBOX_REGISTERS)
		let_others();
	return off < EL2_MAILBOX_REGISTERS;
}

uint32_t access_read32(const struct mailbox *m, uint32_t off)
{
	(void)m;
	return is_register(off, 4) ? (uint32_t)trap(off, 4, false, 0)
				   : ab_ld_le32(&memory.mailbox[off]);
}

uint64_t access_read64(const struct mailbox *m, uint32_t off)
{
	(void)m;
	return is_register(off, 8) ? trap(off, 8, false, 0) : word(off);
}

void access_write32(const struct mailbox *m, uint32_t off, uint32_t v)
{
	(void)m;
	assert_false(is_register(off, 4));
	ab_st_le32(&memory.mailbox[off], v);
}

void access_write64(const struct mailbox *m, uint32_t off, uint64_t v)
{
	void (*ringing)(void) = world.ringing;

	(void)m;
	if (!is_register(off, 8)) {
		set_word(off, v);
		return;
	}
	if (off == EL2_MAILBOX_DOORBELL && ringing != NULL) {
		world.ringing = NULL;
		ringing();
	}
	(void)trap(off, 8, true, v);
	if (off == EL2_MAILBOX_DOORBELL && ++world.calls != 0 && world.rung != NULL)
		world.rung();
}

void access_barrier(void)
{
}

static inline int64_t world_open(struct mailbox *m)
{
	*m = (struct mailbox){ 0 };
	return mailbox_check(m);
}

#endif /* AETHERCTL_WORLD_H */
