/* SPDX-License-Identifier: BSD-2-Clause */
#include "stage.h"
#include "event.h"
#include "hw.h"
#include "libc.h"
#include "node.h"

#define STEP AB_MiB /* bytes after which other tasks of the CPU are looked for */
#define PAGE UINT64_C(4096) /* alignment of an image */

_Static_assert(EL2_MAILBOX_WINDOW_SIZE <= STEP, "a chunk is copied in one step");

/* Its memory is its loader's or its guest's in any other state. The caller has the lock. */
static bool is_at_rest(const struct el2_vm *vm)
{
	return vm->spec->staging != 0 && (vm->state == EL2_VM_EMPTY || vm->state == EL2_VM_FAILED);
}

/* Whether an image can lie at @at, beside the other ones. */
static bool fits(const struct el2_vm *vm, uint64_t image, uint64_t at, uint64_t bytes)
{
	const struct el2_stage *s = &vm->stage;

	if (!ab_within(at, bytes, vm->spec->staging))
		return false;
	for (uint64_t i = 0; i < EL2_CALLS_IMAGES; i++)
		if (i != image && ab_overlaps(at, bytes, s->image[i].at, s->image[i].size))
			return false;
	return true;
}

/* The place of an image: the first one, or behind another image. */
static bool find(const struct el2_vm *vm, uint64_t image, uint64_t bytes, uint64_t *at)
{
	const struct el2_stage *s = &vm->stage;

	*at = 0;
	if (fits(vm, image, *at, bytes))
		return true;
	for (uint64_t i = 0; i < EL2_CALLS_IMAGES; i++) {
		*at = (s->image[i].at + s->image[i].size + PAGE - 1) & ~(PAGE - 1);
		if (i != image && fits(vm, image, *at, bytes))
			return true;
	}
	return false;
}

static void set_job(struct el2_vm *vm, uint64_t to, uint64_t bytes, uint64_t from)
{
	vm->stage.to = to;
	vm->stage.bytes = bytes;
	vm->stage.from = from;
	if (bytes != 0)
		el2_hw_wake(vm->vcpu[0]->cpu);
}

/* The caller has the lock, as in the next two. */
static int64_t begin(struct el2_vm *vm, uint64_t image, uint64_t bytes)
{
	struct el2_stage *s = &vm->stage;
	const uint64_t was_at = s->image[image].at, was = s->image[image].size;
	uint64_t at = 0;

	if (!is_at_rest(vm) || (bytes != 0 && s->open != 0 && s->open != image + 1))
		return EL2_CALLS_STATE;
	if (s->bytes != 0 || (bytes != 0 && !find(vm, image, bytes, &at)))
		return EL2_CALLS_FULL;
	s->image[image].at = at;
	s->image[image].size = bytes;
	if (bytes != 0) {
		s->open = (uint32_t)image + 1;
		s->filled = 0;
	} else if (s->open == image + 1) {
		s->open = 0;
	}
	vm->verified = false;
	set_job(vm, was_at, was, 0);
	return 0;
}

static int64_t chunk(struct el2_vm *vm, uint64_t from, uint64_t bytes)
{
	struct el2_stage *s = &vm->stage;

	if (!is_at_rest(vm) || s->open == 0)
		return EL2_CALLS_STATE;
	if (s->bytes != 0)
		return EL2_CALLS_FULL;
	if (bytes > s->image[s->open - 1].size - s->filled)
		return EL2_CALLS_INVALID;
	set_job(vm, s->image[s->open - 1].at + s->filled, bytes, from);
	s->filled += bytes;
	return 0;
}

static int64_t end(struct el2_vm *vm, const uint64_t digest[4])
{
	struct el2_stage *s = &vm->stage;

	if (!is_at_rest(vm) || s->open == 0)
		return EL2_CALLS_STATE;
	if (s->bytes != 0)
		return EL2_CALLS_FULL;
	if (s->filled != s->image[s->open - 1].size)
		return EL2_CALLS_INVALID;
	for (size_t i = 0; i < AB_SHA256_SIZE / 8; i++)
		ab_st_le64(&s->image[s->open - 1].digest[8 * i], digest[i]);
	s->open = 0;
	return 0;
}

int64_t el2_stage_begin(struct el2_vm *vm, uint64_t image, uint64_t bytes)
{
	int64_t status;

	if (image >= EL2_CALLS_IMAGES)
		return EL2_CALLS_INVALID;
	el2_lock(&vm->lock);
	status = begin(vm, image, bytes);
	el2_unlock(&vm->lock);
	return status;
}

int64_t el2_stage_chunk(struct el2_vm *vm, uint64_t window, uint64_t off, uint64_t bytes,
			uint64_t *filled)
{
	int64_t status;

	if (bytes == 0 || !ab_within(off, bytes, EL2_MAILBOX_WINDOW_SIZE))
		return EL2_CALLS_INVALID;
	el2_lock(&vm->lock);
	status = chunk(vm, window + off, bytes);
	if (status == 0)
		*filled = vm->stage.filled;
	el2_unlock(&vm->lock);
	return status;
}

int64_t el2_stage_end(struct el2_vm *vm, const uint64_t digest[4])
{
	int64_t status;

	el2_lock(&vm->lock);
	status = end(vm, digest);
	el2_unlock(&vm->lock);
	return status;
}

bool el2_stage_has_job(const struct el2_vm *vm)
{
	return vm->stage.bytes != 0;
}

bool el2_stage_is_over(const struct el2_vm *vm)
{
	return vm->stage.open == 0 && vm->stage.bytes == 0;
}

/* Only this CPU changes the job while there is one, so it needs no lock while it works. The manager
 * may change its window meanwhile: what counts is the digest of what was copied. */
void el2_stage_work(struct el2_vm *vm)
{
	struct el2_stage *s = &vm->stage;
	const size_t n = s->bytes < STEP ? (size_t)s->bytes : STEP;
	void *to = el2_hw_memory(s->pa + s->to, n);

	if (s->from != 0) {
		const void *from = el2_hw_memory(s->from, n);

		el2_hw_flush(from, n); /* as the request page: mailbox.c */
		memcpy(to, from, n);
	} else {
		memset(to, 0, n);
	}
	el2_lock(&vm->lock);
	s->to += n;
	s->bytes -= n;
	if (s->bytes == 0) {
		el2_lock(&vm->node->lock);
		el2_event_change(vm);
		el2_unlock(&vm->node->lock);
	}
	el2_unlock(&vm->lock);
}

struct ab_bytes el2_stage_image(const struct el2_vm *vm, unsigned int image)
{
	const struct el2_stage *s = &vm->stage;
	const size_t n = (size_t)s->image[image].size;

	return n == 0 ? (struct ab_bytes){ NULL, 0 }
		      : (struct ab_bytes){ el2_hw_memory(s->pa + s->image[image].at, n), n };
}
