/* SPDX-License-Identifier: BSD-2-Clause */
/* Stage-2 aborts: an access to an emulated device's register is emulated, any other gives the guest
 * an external abort, as hardware would where nothing answers.
 *
 * A guest reads registers of its GIC often enough that each instruction here counts. */
#include "abort.h"
#include "input.h"

#include <stddef.h>

/* HPFAR_EL2 has IPA[51:12] from bit 4 on, FAR_EL2 the offset in the page. DDI0487, D17.2 */
static uint64_t fault_ipa(const struct el2_vcpu *v)
{
	return (v->hpfar & UINT64_C(0x00000ffffffffff0)) << 8 | (v->far & 0xfff);
}

/* No ISV: a pair, a writeback, an exclusive, a cache instruction; these are never decoded. A walk
 * of stage 1 is no access of the instruction. What is mapped, but not for this access, is no
 * device. */
static bool is_emulated(const struct el2_vcpu *v, uint32_t iss)
{
	const uint32_t fsc = EL2_ISS_FSC(iss);

	return (iss & (EL2_ISS_ISV | EL2_ISS_CM | EL2_ISS_S1PTW)) == EL2_ISS_ISV &&
	       (v->pstate & EL2_PSTATE_32) == 0 &&
	       ((fsc & EL2_FSC_TYPE) == EL2_FSC_TRANSLATION || fsc == EL2_FSC_TRANSLATION_M1);
}

/* Keeps what is seldom called out of the registers that its caller must save. */
#define SELDOM __attribute__((noinline))

/* A loaded value of less than 4 bytes, or with a sign, or for 64 bits, as its register holds it. */
static SELDOM uint64_t extend(uint64_t value, uint32_t iss)
{
	const unsigned int unused = 64 - 8 * EL2_ISS_SAS(iss);

	if ((iss & EL2_ISS_SSE) != 0)
		value = (uint64_t)((int64_t)(value << unused) >> unused);
	else
		value = value << unused >> unused;
	return (iss & EL2_ISS_SF) != 0 ? value : (uint32_t)value;
}

/* The instruction has loaded @value. */
static inline enum el2_verb loaded(struct el2_vcpu *v, uint32_t iss, uint64_t value)
{
	const unsigned int rt = EL2_ISS_SRT(iss);

	v->exits[EL2_EXIT_DEVICE]++;
	el2_skip(v);
	if (rt != 31) /* which is the zero register */
		v->x[rt] = (iss & (EL2_ISS_SSE | EL2_ISS_SF | EL2_ISS_SAS_MASK)) == EL2_ISS_SAS_32
			       ? (uint32_t)value
			       : extend(value, iss);
	return EL2_EMULATE;
}

static SELDOM uint64_t to_store(const struct el2_vcpu *v, uint32_t iss)
{
	const unsigned int unused = 64 - 8 * EL2_ISS_SAS(iss), rt = EL2_ISS_SRT(iss);

	return rt == 31 ? 0 : v->x[rt] << unused >> unused;
}

static enum el2_verb stored(struct el2_vcpu *v)
{
	v->exits[EL2_EXIT_DEVICE]++;
	el2_skip(v);
	return EL2_EMULATE;
}

/* The device whose registers contain the whole access, or NULL. */
static const struct dev_bus_range *device(const struct el2_vm *vm, uint64_t ipa, unsigned int len)
{
	for (size_t i = 0; i < vm->bus.n; i++) {
		const struct dev_bus_range *r = &vm->bus.at[i];

		if (ab_within(ipa - r->base, len, r->size) && (r->width == 0 || len <= r->width))
			return r;
	}
	return NULL;
}

/* A call of its doorbell may be about devices, so it is made without their lock. */
static enum el2_verb mailbox_access(struct el2_vcpu *v, uint64_t esr, uint64_t off)
{
	const uint32_t iss = EL2_ESR_ISS(esr);
	const bool write = (iss & EL2_ISS_WNR) != 0;
	uint64_t value = write ? to_store(v, iss) : 0;

	if (!el2_mailbox_access(v->vm, off, EL2_ISS_SAS(iss), write, &value)) {
		el2_inject_abort(v, esr);
		return EL2_INJECT;
	}
	return write ? stored(v) : loaded(v, iss, value);
}

static SELDOM enum el2_verb device_access(struct el2_vcpu *v, uint64_t esr, uint64_t ipa)
{
	const uint32_t iss = EL2_ESR_ISS(esr);
	const unsigned int len = EL2_ISS_SAS(iss);
	struct el2_vm *vm = v->vm;
	const struct dev_bus_range *r = NULL;
	uint64_t value = ~UINT64_C(0);

	if (el2_manages(vm) && ipa - vm->mailbox.pa < EL2_MAILBOX_REGISTERS)
		return mailbox_access(v, esr, ipa - vm->mailbox.pa);
	if ((r = device(vm, ipa, len)) == NULL) {
		el2_inject_abort(v, esr);
		return EL2_INJECT;
	}
	el2_lock(&vm->devices);
	if ((iss & EL2_ISS_WNR) != 0 && r->write != NULL)
		r->write(r->dev, ipa - r->base, len, to_store(v, iss));
	else if ((iss & EL2_ISS_WNR) == 0 && r->read != NULL)
		value = r->read(r->dev, ipa - r->base, len);
	if (vm->console.typed != vm->console.taken)
		el2_input_pump(vm); /* it may have room now */
	el2_unlock(&vm->devices);
	return (iss & EL2_ISS_WNR) != 0 ? stored(v) : loaded(v, iss, value);
}

/* Of a GICv2: GICC_DIR. */
static SELDOM enum el2_verb redist_access(struct el2_vcpu *v, uint32_t iss, uint64_t off)
{
	struct el2_vm *vm = v->vm;

	if (vm->gic.v2) { /* which can be written only */
		if ((iss & EL2_ISS_WNR) == 0)
			return loaded(v, iss, 0);
		if (off == 0 && EL2_ISS_SAS(iss) == 4)
			el2_vgic_dir(&vm->gic, &v->gic, to_store(v, iss));
		return stored(v);
	}
	if ((iss & EL2_ISS_WNR) == 0)
		return loaded(v, iss,
			      el2_vgic_redist_read(&vm->gic, &v->gic, off, EL2_ISS_SAS(iss)));
	el2_vgic_redist_write(&vm->gic, &v->gic, off, EL2_ISS_SAS(iss), to_store(v, iss));
	return stored(v);
}

static SELDOM enum el2_verb dist_write(struct el2_vcpu *v, uint32_t iss, uint64_t off)
{
	el2_vgic_dist_write(&v->vm->gic, &v->gic, off, EL2_ISS_SAS(iss), to_store(v, iss));
	return stored(v);
}

/* Where an access goes that begins at @ipa. One that runs out of a GIC frame is not aligned, so it
 * has no meaning there. */
static inline enum el2_verb dispatch(struct el2_vcpu *v, uint64_t esr, uint64_t ipa)
{
	struct el2_vm *vm = v->vm;
	const uint32_t iss = EL2_ESR_ISS(esr);

	if (ipa - vm->gicd >= vm->gicd_size)
		return ipa - vm->gicr < vm->gicr_size ? redist_access(v, iss, ipa - vm->gicr)
						      : device_access(v, esr, ipa);
	if ((iss & EL2_ISS_WNR) != 0)
		return dist_write(v, iss, ipa - vm->gicd);
	return loaded(v, iss,
		      el2_vgic_dist_read(&vm->gic, &v->gic, ipa - vm->gicd, EL2_ISS_SAS(iss)));
}

enum el2_verb el2_data_abort(struct el2_vcpu *v, uint64_t esr)
{
	if (is_emulated(v, EL2_ESR_ISS(esr)))
		return dispatch(v, esr, fault_ipa(v));
	el2_inject_abort(v, esr);
	return EL2_INJECT;
}
