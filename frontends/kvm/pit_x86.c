/* SPDX-License-Identifier: BSD-2-Clause */
/* A PC's timer and how its interrupt arrives. */
#include "pit_x86.h"

#include <linux/kvm.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>

#include "end.h"

#define PIC_PINS 16
#define IOAPIC_PINS 24
/* The GSI, and the PICs' input, that no device has; the I/O APIC's input that the PIT has. */
#define CASCADE 2

/* As the tables tell it: each GSI is an input of the I/O APIC and, below 16, of the PICs. The PIT
 * raises GSI 0, which KVM by itself leads to the I/O APIC's input of that number, and not to 2. */
static void route(int vm)
{
	struct kvm_irq_routing *r =
	    calloc(1, sizeof(*r) + (PIC_PINS + IOAPIC_PINS) * sizeof(r->entries[0]));

	if (r == NULL)
		vmm_end_errno("interrupts");
	for (uint32_t gsi = 0; gsi < IOAPIC_PINS; gsi++) {
		if (gsi == CASCADE)
			continue;
		r->entries[r->nr++] = (struct kvm_irq_routing_entry){
			.gsi = gsi,
			.type = KVM_IRQ_ROUTING_IRQCHIP,
			.u.irqchip = { KVM_IRQCHIP_IOAPIC, gsi != 0 ? gsi : CASCADE },
		};
		if (gsi < PIC_PINS)
			r->entries[r->nr++] = (struct kvm_irq_routing_entry){
				.gsi = gsi,
				.type = KVM_IRQ_ROUTING_IRQCHIP,
				.u.irqchip = { gsi < 8 ? KVM_IRQCHIP_PIC_MASTER
						       : KVM_IRQCHIP_PIC_SLAVE,
					       gsi % 8 },
			};
	}
	if (ioctl(vm, KVM_SET_GSI_ROUTING, r) < 0)
		vmm_end_errno("KVM_SET_GSI_ROUTING");
	free(r);
}

void vmm_x86_pit(int vm)
{
	const struct kvm_pit_config pit = { .flags = KVM_PIT_SPEAKER_DUMMY };

	if (ioctl(vm, KVM_CREATE_PIT2, &pit) < 0)
		vmm_end_errno("KVM_CREATE_PIT2");
	route(vm);
}
