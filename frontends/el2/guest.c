/* SPDX-License-Identifier: BSD-2-Clause */
#include "guest.h"
#include "event.h"
#include "hw.h"
#include "libc.h"
#include "life.h"
#include "log.h"
#include "node.h"

#include <aetherboot/sha256.h>

#define STEP AB_MiB /* bytes after which a stop is noticed */

static struct ab_dev device(enum ab_dev_type type, const struct ab_fdt_dev *d)
{
	return (struct ab_dev){ .type = type,
				.base = d->reg.base,
				.size = d->reg.size,
				.irq = d->intid,
				.irq_flags =
				    d->irq_flags == 1 ? AB_IRQ_EDGE_HIGH : AB_IRQ_LEVEL_HIGH };
}

/* The emulated UART, and the machine's own devices that the VM was given. */
static size_t describe_devices(struct el2_vm *vm)
{
	const struct ab_fdt_info *info = &vm->node->facts.info;
	struct ab_dev *devs = vm->guest.devs;
	size_t n = 0;

	devs[n++] = (struct ab_dev){ .type = AB_DEV_UART_PL011,
				     .base = vm->console_ipa,
				     .irq = EL2_INTID_UART };
	if ((vm->spec->capabilities & EL2_CAP_RTC) != 0)
		devs[n++] = device(AB_DEV_RTC_PL031, &info->rtc);
	if ((vm->spec->capabilities & EL2_CAP_VIRTIO) != 0)
		for (size_t i = 0; i < info->virtio.n; i++)
			devs[n++] = device(AB_DEV_VIRTIO_MMIO, &info->virtio.at[i]);
	return n;
}

void el2_guest_describe(struct el2_vm *vm)
{
	const struct ab_timer *timer = &vm->node->facts.info.timer;
	struct el2_guest *g = &vm->guest;

	memset(g, 0, sizeof(*g));
	g->ram = (struct ab_ram){ .base = vm->ipa, .size = vm->spec->memory };
	g->redist = (struct ab_range){ vm->gicr, vm->gicr_size };
	g->machine.arch = AB_ARCH_ARM64;
	g->machine.tables = vm->spec->tables;
	g->machine.n_cpus = vm->spec->n_cpus;
	g->machine.ram = (struct ab_ram_list){ &g->ram, 1 };
	g->machine.devs = (struct ab_dev_list){ g->devs, describe_devices(vm) };
	g->machine.arm64.gic.version = 3;
	g->machine.arm64.gic.dist = vm->gicd;
	g->machine.arm64.gic.redist = (struct ab_range_list){ &g->redist, 1 };
	g->machine.arm64.timer.phys = timer->phys;
	g->machine.arm64.timer.virt = timer->virt;
	g->overlay = vm->spec->overlay.data;
	if (vm->spec->overlay.node != 0)
		g->machine.fdt.overlays = (struct ab_bytes_list){ &g->overlay, 1 };
	g->payload.kernel = vm->spec->kernel.data;
	g->initrd = vm->spec->ramdisk.data;
	g->payload.initrds = (struct ab_bytes_list){ &g->initrd, vm->spec->ramdisk.node != 0 };
	g->payload.cmdline = vm->spec->bootargs;
	g->plan.regions = (struct ab_regions)AB_REGIONS(g->room);
}

/* Seeds of this start: by SHA-256 from the host's, the slot and the count of starts, so nobody can
 * tell one from another. Without a seed of the host there is none. */
static void seed(struct el2_vm *vm)
{
	const struct el2_facts *f = &vm->node->facts;
	struct el2_guest *g = &vm->guest;
	struct ab_sha256 sha;
	uint8_t words[12];

	g->payload.rng_seed = (struct ab_bytes){ NULL, 0 };
	g->payload.kaslr_seed = 0;
	if (f->seed_size == 0)
		return;
	for (uint8_t purpose = 0; purpose < 2; purpose++) {
		ab_st_le32(words, vm->slot);
		ab_st_le32(words + 4, vm->starts);
		ab_st_le32(words + 8, purpose);
		ab_sha256_init(&sha);
		ab_sha256_add(&sha, f->seed, f->seed_size);
		ab_sha256_add(&sha, words, sizeof(words));
		ab_sha256_finish(&sha, g->seed);
		if (purpose == 0)
			g->payload.kaslr_seed = ab_ld_le64(g->seed);
	}
	g->payload.rng_seed = (struct ab_bytes){ g->seed, sizeof(g->seed) };
}

/* The sink: a VM's memory is RAM at a fixed distance. What EL2 writes through its caches, a guest
 * whose MMU is off reads past them, so each range that was written is cleaned. */
static enum ab_err put(void *ctx, const struct ab_region *r, uint64_t off, const void *src,
		       size_t len)
{
	struct el2_vm *vm = ctx;
	const uint8_t *from = src;
	uint64_t at = r->base + off - vm->ipa;

	if (!ab_within(at, len, vm->spec->memory))
		return AB_ERR_MEM;
	while (len != 0) {
		const size_t n = len < STEP ? len : STEP;
		uint8_t *to = el2_hw_memory(vm->pa + at, n);

		if (el2_life_cancelled(vm))
			return AB_ERR_MEM;
		if (from == NULL)
			memset(to, 0, n);
		else
			memcpy(to, from, n);
		el2_hw_clean(to, n);
		from = from != NULL ? from + n : NULL;
		at += n;
		len -= n;
	}
	return AB_OK;
}

/* Whether there is a VM that can ask what others run. */
static bool has_manager(const struct el2_node *node)
{
	for (uint32_t i = 0; i < node->n_vms; i++)
		if ((node->vms[i].spec->capabilities & EL2_CAP_MANAGE) != 0)
			return true;
	return false;
}

/* SHA-256 of an image whose hashes are right: one of them, or it is computed if somebody can ask.
 * Returns false if the VM is being stopped. */
static bool digest(struct el2_vm *vm, const struct ab_fit_image *image, uint8_t *to)
{
	struct ab_fit_hash hash = { .node = 0 };
	struct ab_sha256 sha;

	while (ab_fit_next_hash(&vm->node->fit, image, &hash))
		if (hash.algo == AB_FIT_ALGO_SHA256) {
			memcpy(to, hash.value.data, AB_SHA256_SIZE);
			return true;
		}
	if (!has_manager(vm->node))
		return true;
	ab_sha256_init(&sha);
	for (size_t at = 0, n; at < image->data.size; at += n) {
		if (el2_life_cancelled(vm))
			return false;
		n = image->data.size - at < STEP ? image->data.size - at : STEP;
		ab_sha256_add(&sha, (const uint8_t *)image->data.data + at, n);
	}
	ab_sha256_finish(&sha, to);
	return true;
}

/* Compare the hashes of an image, once. */
static enum ab_err verify(struct el2_vm *vm, const struct ab_fit_image *image, uint8_t *to,
			  struct ab_error *why)
{
	struct ab_fit_verify v = { .fit = &vm->node->fit, .image = image };
	enum ab_err err;

	if (image->node == 0 || vm->verified)
		return AB_OK;
	while (!v.finished) {
		if (el2_life_cancelled(vm))
			return ab_fail(why, AB_ERR_MEM, "bundle", 0, "its VM is stopped");
		if ((err = ab_fit_verify(&v, STEP, why)))
			return err;
	}
	if (v.unsupported != 0 && v.verified == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fit.images.hash", v.unsupported,
			       "one of its hashes must be crc32 or sha256");
	return digest(vm, image, to) ? AB_OK
				     : ab_fail(why, AB_ERR_MEM, "bundle", 0, "its VM is stopped");
}

static enum ab_err place(struct el2_vm *vm, struct ab_error *why)
{
	const uint64_t begin = el2_hw_ticks();
	struct el2_guest *g = &vm->guest;
	enum ab_err err;

	if ((err = ab_plan_make(&g->plan, &g->machine, &g->payload, vm->work, why)) ||
	    (err = ab_plan_place(&g->plan, (struct ab_mem){ put, vm }, vm->work, why)))
		return err;
	g->ticks = el2_hw_ticks() - begin;
	return ab_plan_entry(&g->plan, 0, &g->entry, why);
}

const char *el2_guest_load(struct el2_vm *vm)
{
	struct ab_error why;

	seed(vm);
	if (verify(vm, &vm->spec->kernel, vm->digest[0], &why) ||
	    verify(vm, &vm->spec->ramdisk, vm->digest[1], &why) ||
	    verify(vm, &vm->spec->overlay, vm->digest[2], &why) || place(vm, &why)) {
		if (el2_life_cancelled(vm))
			return "its loading was stopped";
		el2_log_error(vm->spec->name, &why);
		return "it cannot be loaded";
	}
	el2_lock(&vm->lock);
	vm->verified = true;
	el2_unlock(&vm->lock);
	return NULL;
}

/* A device that the VM was given writes to its memory until it is reset. VIRTIO, 4.2.2: Status */
#define VIRTIO_MMIO_STATUS 0x70

static void reset_devices(struct el2_vm *vm)
{
	const struct ab_fdt_devs *virtio = &vm->node->facts.info.virtio;

	if ((vm->spec->capabilities & EL2_CAP_VIRTIO) != 0)
		for (size_t i = 0; i < virtio->n; i++)
			el2_hw_device_write(virtio->at[i].reg.base + VIRTIO_MMIO_STATUS, 0);
}

void el2_guest_scrub(struct el2_vm *vm)
{
	reset_devices(vm);
	/* what was typed for its last life is nobody's */
	vm->console.taken = vm->console.typed;
	memset(vm->console.input, 0, sizeof(vm->console.input));
	/* a manager's next life is told anew: the line of its events falls with its interrupts */
	if ((vm->spec->capabilities & EL2_CAP_MANAGE) != 0)
		(void)el2_event_take(vm);
	el2_vgic_reset(&vm->gic);
	dev_pl011_reset(&vm->uart);
	memset(vm->work.data, 0, vm->work.size);
	for (uint64_t at = 0; at < vm->spec->memory; at += STEP) {
		const size_t n =
		    vm->spec->memory - at < STEP ? (size_t)(vm->spec->memory - at) : STEP;
		uint8_t *to = el2_hw_memory(vm->pa + at, n);

		memset(to, 0, n);
		el2_hw_clean(to, n);
	}
	memset(vm->guest.seed, 0, sizeof(vm->guest.seed));
	vm->guest.payload.kaslr_seed = 0;
}
