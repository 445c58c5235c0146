/* SPDX-License-Identifier: BSD-2-Clause */
/* Stage-2 aborts: an access to an emulated device's register is emulated, any other gives the guest
 * an external abort, as hardware would where nothing answers. */
#include "abort.h"
#include "esr.h"
#include "hw.h"
#include "input.h"

#include <stddef.h>

/* A loaded value as the destination register holds it. */
static uint64_t extend(uint64_t value, unsigned int len, uint32_t iss)
{
	const unsigned int unused = 64 - 8 * len;

	value = value << unused >> unused;
	if ((iss & EL2_ISS_SSE) != 0 && (value >> (8 * len - 1) & 1) != 0)
		value |= ~UINT64_C(0) << (8 * len - 1);
	return (iss & EL2_ISS_SF) != 0 ? value : (uint32_t)value;
}

/* The device whose registers contain the whole access, or NULL. */
static const struct dev_bus_range *device(const struct el2_vm *vm, uint64_t ipa, unsigned int len)
{
	for (size_t i = 0; i < vm->bus.n; i++) {
		const struct dev_bus_range *r = &vm->bus.at[i];

		if (ipa >= r->base && ab_within(ipa - r->base, len, r->size))
			return r;
	}
	return NULL;
}

/* Access a register: it is read into @value, or written from it.
 * Returns false if none is there. */
static bool access(struct el2_vcpu *v, uint64_t ipa, unsigned int len, bool write, uint64_t *value)
{
	struct el2_vm *vm = v->vm;
	const struct dev_bus_range *r;

	if (ab_within(ipa - vm->gicd, len, EL2_VGIC_DIST_SIZE)) {
		if (write)
			el2_vgic_dist_write(&vm->gic, &v->gic, ipa - vm->gicd, len, *value);
		else
			*value = el2_vgic_dist_read(&vm->gic, &v->gic, ipa - vm->gicd, len);
		return true;
	}
	if (ab_within(ipa - vm->gicr, len, (uint64_t)vm->spec->n_cpus * EL2_VGIC_REDIST_SIZE)) {
		if (write)
			el2_vgic_redist_write(&vm->gic, &v->gic, ipa - vm->gicr, len, *value);
		else
			*value = el2_vgic_redist_read(&vm->gic, &v->gic, ipa - vm->gicr, len);
		return true;
	}
	if ((r = device(vm, ipa, len)) == NULL)
		return false;
	el2_lock(&vm->devices);
	if (write && r->write != NULL)
		r->write(r->dev, ipa - r->base, len, *value);
	else if (!write)
		*value = r->read != NULL ? r->read(r->dev, ipa - r->base, len) : ~UINT64_C(0);
	el2_input_pump(vm); /* it may have room now */
	el2_unlock(&vm->devices);
	return true;
}

enum el2_verb el2_data_abort(struct el2_vcpu *v, uint64_t esr)
{
	const uint32_t iss = EL2_ESR_ISS(esr);
	const unsigned int len = EL2_ISS_SAS(iss), rt = EL2_ISS_SRT(iss);
	const bool write = (iss & EL2_ISS_WNR) != 0;
	uint64_t value = rt == 31 ? 0 : v->x[rt]; /* 31 is the zero register */

	if (len < 8)
		value &= (UINT64_C(1) << 8 * len) - 1;
	/* no ISV: a pair, a writeback, an exclusive, a cache instruction; never decoded here */
	if ((iss & EL2_ISS_ISV) == 0 || (iss & (EL2_ISS_CM | EL2_ISS_S1PTW)) != 0 ||
	    (v->pstate & EL2_PSTATE_32) != 0 ||
	    (EL2_ISS_FSC(iss) & EL2_FSC_TYPE) != EL2_FSC_TRANSLATION ||
	    !access(v, el2_fault_ipa(esr), len, write, &value)) {
		el2_inject_abort(v, esr);
		return EL2_INJECT;
	}
	v->exits[EL2_EXIT_DEVICE]++;
	if (!write && rt != 31)
		v->x[rt] = extend(value, len, iss);
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
