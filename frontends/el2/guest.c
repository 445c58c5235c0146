/* SPDX-License-Identifier: BSD-2-Clause */
#include "guest.h"
#include "event.h"
#include "hw.h"
#include "input.h"
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

/* What no library knows: a node and a device of the same, with an interrupt and up to two ranges.
 */
static const struct extra {
	const char *node, *compatible, *name, *hid;
	uint8_t intid;
	bool level;
} extras[] = {
	{ "doorbell", EL2_DOORBELL_COMPATIBLE, "BELL", EL2_DOORBELL_HID, EL2_INTID_DOORBELL,
	  false },
	{ "shared", EL2_SHARED_COMPATIBLE, "SHAR", EL2_SHARED_HID, EL2_INTID_SHARED, false },
	{ "mailbox", EL2_MAILBOX_COMPATIBLE, "MBOX", EL2_MAILBOX_HID, EL2_INTID_EVENT, true },
};

/* Find the next one that the VM has, and its ranges; without any, of size 0. */
static const struct extra *next_extra(const struct el2_vm *vm, size_t *i, struct ab_range r[2])
{
	const uint64_t window = vm->spec->shared_size, mailbox = vm->mailbox.pa;

	switch ((*i)++) {
	case 0:
		r[0].size = 0;
		return &extras[0];
	case 1:
		r[0] = (struct ab_range){ vm->shared_ipa, window };
		r[1] = (struct ab_range){ vm->shared_ipa + window, EL2_SHARED_DOORBELL };
		if (vm->shared != NULL)
			return &extras[1];
		(*i)++;
		/* fall through */
	case 2:
		r[0] = (struct ab_range){ mailbox, EL2_MAILBOX_REQUEST + 0x1000 };
		r[1] = (struct ab_range){ mailbox + EL2_MAILBOX_WINDOW, EL2_MAILBOX_WINDOW_SIZE };
		return el2_manages(vm) ? &extras[2] : NULL;
	}
	return NULL;
}

static void put_nodes(struct ab_fdt *f, void *ctx)
{
	const struct extra *e;
	struct ab_range r[2];

	for (size_t i = 0; (e = next_extra(ctx, &i, r)) != NULL;) {
		const uint32_t irq[3] = { 0, e->intid - 32u, e->level ? 4 : 1 }; /* an SPI */
		uint32_t reg[8];

		for (size_t k = 0; k < 2 && r[0].size != 0; k++) {
			reg[4 * k] = (uint32_t)(r[k].base >> 32);
			reg[4 * k + 1] = (uint32_t)r[k].base;
			reg[4 * k + 2] = 0;
			reg[4 * k + 3] = (uint32_t)r[k].size;
		}
		if (r[0].size != 0) {
			ab_fdt_node_at(f, e->node, r[0].base);
			ab_fdt_cells(f, "reg", reg, 8);
		} else {
			ab_fdt_node(f, e->node);
		}
		ab_fdt_string(f, "compatible", e->compatible);
		ab_fdt_cells(f, "interrupts", irq, 3);
		ab_fdt_end(f);
	}
}

static void put_devices(struct ab_aml *a, void *ctx)
{
	const struct extra *e;
	struct ab_range r[2];

	for (size_t i = 0; (e = next_extra(ctx, &i, r)) != NULL;) {
		struct ab_aml_block device = ab_aml_device(a, e->name), crs;
		const uint32_t intid = e->intid;

		ab_aml_name(a, "_HID");
		ab_aml_string(a, e->hid);
		ab_aml_name(a, "_CRS");
		crs = ab_aml_resources(a);
		for (size_t k = 0; k < 2 && r[0].size != 0; k++)
			ab_aml_res_range(a, &(struct ab_aml_range){ .width = 64,
								    .base = r[k].base,
								    .size = r[k].size });
		ab_aml_res_interrupt(a, e->level ? 0 : AB_AML_IRQ_EDGE, &intid, 1);
		ab_aml_end(a, crs);
		ab_aml_end(a, device);
	}
}

/* ---- what it boots */

/* An image of the bundle. */
static const struct ab_fit_image *bundled(const struct el2_vm *vm, enum el2_calls_image image)
{
	return image == EL2_CALLS_IMAGE_KERNEL    ? &vm->spec->kernel
	       : image == EL2_CALLS_IMAGE_RAMDISK ? &vm->spec->ramdisk
						  : &vm->spec->overlay;
}

/* Boot an image that was staged, or that of the bundle, if it has one. */
static size_t choose(const struct el2_vm *vm, enum el2_calls_image image, struct ab_bytes *data)
{
	*data = el2_stage_image(vm, image);
	if (data->size != 0)
		return 1;
	*data = bundled(vm, image)->data;
	return bundled(vm, image)->node != 0;
}

static void choose_images(struct el2_vm *vm)
{
	struct el2_guest *g = &vm->guest;

	(void)choose(vm, EL2_CALLS_IMAGE_KERNEL, &g->payload.kernel);
	g->payload.initrds =
	    (struct ab_bytes_list){ &g->initrd, choose(vm, EL2_CALLS_IMAGE_RAMDISK, &g->initrd) };
	g->machine.fdt.overlays =
	    (struct ab_bytes_list){ &g->overlay, choose(vm, EL2_CALLS_IMAGE_OVERLAY, &g->overlay) };
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
	g->machine.arm64.gic.version = vm->node->facts.info.gic_version;
	g->machine.arm64.gic.dist = vm->gicd;
	if (vm->gic.v2)
		g->machine.arm64.gic.cpu = vm->gicr - EL2_GICC_PAGE;
	else
		g->machine.arm64.gic.redist = (struct ab_range_list){ &g->redist, 1 };
	g->machine.arm64.timer.phys = timer->phys;
	g->machine.arm64.timer.virt = timer->virt;
	if (vm->spec->tables == AB_TABLES_FDT)
		g->machine.fdt = (struct ab_fdt_extra){ .nodes = put_nodes, .ctx = vm };
	g->machine.acpi.dsdt = put_devices;
	g->machine.acpi.ctx = vm;
	choose_images(vm);
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

/* SHA-256 of bytes. Returns false if the VM is being stopped. */
static bool sha256(const struct el2_vm *vm, struct ab_bytes bytes, uint8_t *to)
{
	struct ab_sha256 sha;

	ab_sha256_init(&sha);
	for (size_t at = 0, n; at < bytes.size; at += n) {
		if (el2_life_cancelled(vm))
			return false;
		n = bytes.size - at < STEP ? bytes.size - at : STEP;
		ab_sha256_add(&sha, (const uint8_t *)bytes.data + at, n);
	}
	ab_sha256_finish(&sha, to);
	return true;
}

/* Whether there is a VM that can ask what others run. */
static bool has_manager(const struct el2_node *node)
{
	for (uint32_t i = 0; i < node->n_vms; i++)
		if (el2_manages(&node->vms[i]))
			return true;
	return false;
}

/* SHA-256 of an image whose hashes are right: one of them, or it is computed if somebody can ask.
 * Returns false if the VM is being stopped. */
static bool digest(const struct el2_vm *vm, const struct ab_fit_image *image, uint8_t *to)
{
	struct ab_fit_hash hash = { .node = 0 };

	while (ab_fit_next_hash(&vm->node->fit, image, &hash))
		if (hash.algo == AB_FIT_ALGO_SHA256) {
			memcpy(to, hash.value.data, AB_SHA256_SIZE);
			return true;
		}
	return !has_manager(vm->node) || sha256(vm, image->data, to);
}

static enum ab_err stopped(struct ab_error *why)
{
	return ab_fail(why, AB_ERR_MEM, "bundle", 0, "its VM is stopped");
}

/* Compare the hashes of an image of the bundle. */
static enum ab_err verify(const struct el2_vm *vm, const struct ab_fit_image *image, uint8_t *to,
			  struct ab_error *why)
{
	struct ab_fit_verify v = { .fit = &vm->node->fit, .image = image };
	enum ab_err err;

	while (!v.finished) {
		if (el2_life_cancelled(vm))
			return stopped(why);
		if ((err = ab_fit_verify(&v, STEP, why)))
			return err;
	}
	if (v.unsupported != 0 && v.verified == 0)
		return ab_fail(why, AB_ERR_UNSUPPORTED, "fit.images.hash", v.unsupported,
			       "one of its hashes must be crc32 or sha256");
	return digest(vm, image, to) ? AB_OK : stopped(why);
}

static const char wrong_digest[] = "stage.digest";

/* Whether an image is what it should be, and its digest; zeros: there is none. */
static enum ab_err check(struct el2_vm *vm, enum el2_calls_image image, struct ab_error *why)
{
	const struct ab_bytes staged = el2_stage_image(vm, image);
	uint8_t *to = vm->digest[image];

	if (staged.size == 0) {
		memset(to, 0, AB_SHA256_SIZE);
		return bundled(vm, image)->node == 0 ? AB_OK
						     : verify(vm, bundled(vm, image), to, why);
	}
	if (!sha256(vm, staged, to))
		return stopped(why);
	if (memcmp(to, vm->stage.image[image].digest, AB_SHA256_SIZE) != 0)
		return ab_fail(why, AB_ERR_IMAGE, wrong_digest, image,
			       "the SHA-256 of this image must be the one with which it was ended");
	return AB_OK;
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
	enum ab_err err = AB_OK;

	seed(vm);
	choose_images(vm);
	for (unsigned int i = 0; i < EL2_CALLS_IMAGES && !vm->verified && !err; i++)
		err = check(vm, (enum el2_calls_image)i, &why);
	if (err || place(vm, &why)) {
		if (el2_life_cancelled(vm))
			return "its loading was stopped";
		el2_log_error(vm->spec->name, &why);
		return why.what == wrong_digest ? "a staged image has another digest"
						: "it cannot be loaded";
	}
	el2_lock(&vm->lock);
	vm->verified = true;
	el2_unlock(&vm->lock);
	el2_shared_join(vm);
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

void el2_guest_erase(uint64_t pa, uint64_t size)
{
	for (uint64_t at = 0; at < size; at += STEP) {
		const size_t n = size - at < STEP ? (size_t)(size - at) : STEP;
		uint8_t *to = el2_hw_memory(pa + at, n);

		memset(to, 0, n);
		el2_hw_clean(to, n);
	}
}

void el2_guest_scrub(struct el2_vm *vm)
{
	el2_shared_leave(vm);
	reset_devices(vm);
	/* a manager's next life is told anew: the line of its events falls with its interrupts */
	if (el2_manages(vm)) {
		(void)el2_event_take(vm);
		el2_mailbox_reset(vm);
		el2_guest_erase(vm->mailbox.pa, EL2_MAILBOX_SIZE);
	}
	el2_vgic_reset(&vm->gic);
	el2_input_forget(vm);
	memset(vm->work.data, 0, vm->work.size);
	el2_guest_erase(vm->pa, vm->spec->memory);
	memset(vm->guest.seed, 0, sizeof(vm->guest.seed));
	vm->guest.payload.kaslr_seed = 0;
}
