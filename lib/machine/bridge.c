/* SPDX-License-Identifier: BSD-2-Clause */
/* PCI host bridges: their windows, and the interrupts of their slots. */
#include "machine_priv.h"

#define OWN 3 /* windows with a field of their own */

static const char names[][40] = {
	"machine.devs[].pcie.pio.base",       "machine.devs[].pcie.mmio32.base",
	"machine.devs[].pcie.mmio64.base",    "machine.devs[].pcie.more_pio.base",
	"machine.devs[].pcie.more_mmio.base",
};

uint32_t ab_dev_buses_(const struct ab_dev *d)
{
	uint64_t buses = d->size >> 20;

	return buses > 256 ? 256 : (uint32_t)buses;
}

uint32_t ab_machine_buses_(const struct ab_machine *m, const struct ab_dev *d)
{
	uint32_t end = 256;

	if (!AB_X86_64_BUILT || d->type != AB_DEV_PCI)
		return ab_dev_buses_(d);
	for (size_t i = 0; i < m->devs.n; i++) {
		const struct ab_dev *o = &m->devs.at[i];

		if (o->type == AB_DEV_PCIE_ECAM && o->pcie.segment == 0 &&
		    o->pcie.bus > d->pcie.bus && o->pcie.bus < end)
			end = o->pcie.bus;
	}
	return end - d->pcie.bus;
}

size_t ab_dev_windows_(const struct ab_dev *d)
{
	return ab_dev_is_bridge_(d) ? OWN + d->pcie.more_pio.n + d->pcie.more_mmio.n : 0;
}

struct ab_pci_window ab_dev_window_(const struct ab_dev *d, size_t k)
{
	const struct ab_pcie *p = &d->pcie;
	const struct ab_range *own[OWN] = { &p->pio, &p->mmio32, &p->mmio64 };
	struct ab_range r;

	if (k < OWN)
		return (struct ab_pci_window){ *own[k], (enum ab_pci_space)k, names[k] };
	k -= OWN;
	if (AB_X86_64_BUILT && k < p->more_pio.n)
		return (struct ab_pci_window){ p->more_pio.at[k], AB_PCI_IO, names[OWN] };
	r = p->more_mmio.at[k - p->more_pio.n];
	return (struct ab_pci_window){ r,
				       ab_within(r.base, r.size, 4 * AB_GiB) ? AB_PCI_MEM32
									     : AB_PCI_MEM64,
				       names[OWN + 1] };
}

uint32_t ab_dev_intx_(const struct ab_dev *d, uint32_t slot, uint32_t pin)
{
	const struct ab_pci_route_list *l = &d->pcie.routes;

	for (size_t i = 0; i < l->n; i++)
		if (l->at[i].slot == slot && l->at[i].pin == pin)
			return l->at[i].irq;
	return d->pcie.intx[(slot + pin) % 4]; /* as behind PCI-to-PCI bridges. PCI 2.3, 9.1 */
}
