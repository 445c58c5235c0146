/* SPDX-License-Identifier: BSD-2-Clause */
/* Stage-2 aborts: an access to an emulated device's register is emulated, any other gives the guest
 * an external abort, as hardware would where nothing answers. */
#include "abort.h"
#include "esr.h"
#include "hw.h"

#include <stddef.h>

/* The device that takes the whole access, or NULL. */
static const struct dev_bus_range *device(const struct el2_vm *vm, uint64_t ipa, unsigned int len)
{
	for (size_t i = 0; i < vm->bus.n; i++) {
		const struct dev_bus_range *r = &vm->bus.at[i];

		if (ipa >= r->base && ab_within(ipa - r->base, len, r->size))
			return r;
	}
	return NULL;
}

/* A loaded value as the destination register holds it. */
static uint64_t extend(uint64_t value, unsigned int len, uint32_t iss)
{
	const unsigned int unused = 64 - 8 * len;

	value = value << unused >> unused;
	if ((iss & EL2_ISS_SSE) != 0 && (value >> (8 * len - 1) & 1) != 0)
		value |= ~UINT64_C(0) << (8 * len - 1);
	return (iss & EL2_ISS_SF) != 0 ? value : (uint32_t)value;
}

static void access(struct el2_vcpu *v, const struct dev_bus_range *r, uint64_t ipa, uint32_t iss)
{
	const unsigned int len = EL2_ISS_SAS(iss), rt = EL2_ISS_SRT(iss);
	const uint64_t off = ipa - r->base;
	uint64_t value = rt == 31 ? 0 : v->x[rt]; /* 31 is the zero register */

	if ((iss & EL2_ISS_WNR) != 0) {
		if (r->write != NULL)
			r->write(r->dev, off, len,
				 len == 8 ? value : value & ((UINT64_C(1) << 8 * len) - 1));
		return;
	}
	value = r->read != NULL ? r->read(r->dev, off, len) : ~UINT64_C(0);
	if (rt != 31)
		v->x[rt] = extend(value, len, iss);
}

enum el2_verb el2_data_abort(struct el2_vcpu *v, uint64_t esr)
{
	const uint32_t iss = EL2_ESR_ISS(esr);
	const uint64_t ipa = el2_fault_ipa(esr);
	const struct dev_bus_range *r;

	/* no ISV: a pair, a writeback, an exclusive, a cache instruction; never decoded here */
	if ((iss & EL2_ISS_ISV) == 0 || (v->pstate & EL2_PSTATE_32) != 0 ||
	    (iss & (EL2_ISS_CM | EL2_ISS_S1PTW)) != 0 ||
	    (EL2_ISS_FSC(iss) & EL2_FSC_TYPE) != EL2_FSC_TRANSLATION ||
	    (r = device(v->vm, ipa, EL2_ISS_SAS(iss))) == NULL) {
		el2_inject_abort(v, esr);
		return EL2_INJECT;
	}
	v->exits[EL2_EXIT_DEVICE]++;
	access(v, r, ipa, iss);
	el2_skip(v);
	return EL2_EMULATE;
}

uint64_t el2_fault_ipa(uint64_t esr)
{
	/* HPFAR_EL2: IPA[51:12] from bit 4 on; FAR_EL2 has the offset in the page, except on a walk
	 * of stage 1, whose access it does not describe. DDI0487, D19.2.61 */
	uint64_t page = (el2_hw_read(EL2_HPFAR_EL2) & UINT64_C(0x00000ffffffffff0)) << 8;

	return (esr & EL2_ISS_S1PTW) != 0 ? page : page | (el2_hw_read(EL2_FAR_EL2) & 0xfff);
}
