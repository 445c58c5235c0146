/* SPDX-License-Identifier: BSD-2-Clause */
/** @file abi.h The group @ref el2abi. */
/**
 * @defgroup el2abi The hypervisor's calls
 * Numbers that the hypervisor and programs in its guests agree on: the calls by which a VM watches
 * and changes others, and the mailbox, by which a program without the right to call does the same.
 * docs/el2-calls.md describes each. The header needs nothing but the C language.
 *
 * @snippet aetherctl/vm.c names
 * @{
 */
#ifndef EL2_ABI_H
#define EL2_ABI_H

/** Version of the calls: major in bits 31:16, minor in bits 15:0. */
#define EL2_CALLS_VERSION 0x00010000u
#define EL2_CALLS_TEXT 48 /**< bytes of text that one call gives by registers */
#define EL2_CALLS_DATA 40 /**< bytes of data that one call takes or gives by registers */

/** Numbers of the calls. */
enum el2_calls_number {
	EL2_CALLS_GET_VERSION = 0,
	EL2_CALLS_NODE_INFO = 1,
	EL2_CALLS_VM_LIST = 2,
	EL2_CALLS_VM_INFO = 3,
	EL2_CALLS_VM_TEXT = 4,
	EL2_CALLS_VM_EXITS = 5,
	EL2_CALLS_VM_CREATE = 6,
	EL2_CALLS_VM_START = 7,
	EL2_CALLS_VM_STOP = 8,
	EL2_CALLS_VM_DESTROY = 9,
	EL2_CALLS_CONSOLE_READ = 10,
	EL2_CALLS_CONSOLE_WRITE = 11,
	EL2_CALLS_LOG_READ = 12,
	EL2_CALLS_RAISE = 13,
	EL2_CALLS_EVENTS = 14,
	EL2_CALLS_SHUTDOWN = 15,
	EL2_CALLS_VM_DIGEST = 16,
	EL2_CALLS_STAGE_BEGIN = 17,
	EL2_CALLS_STAGE_CHUNK = 18,
	EL2_CALLS_STAGE_END = 19,
	EL2_CALLS_MOST = 20, /**< numbers from here on are never used */
};

/** Status of a call: 0, or one of these, as negative numbers of 64 bits. */
enum el2_calls_error {
	EL2_CALLS_UNKNOWN = -1, /**< there is no such call */
	EL2_CALLS_DENIED = -2, /**< the caller does not have the capability */
	EL2_CALLS_INVALID = -3, /**< an argument has no meaning, or names no VM */
	EL2_CALLS_STATE = -4, /**< the VM's state does not allow it */
	EL2_CALLS_FULL = -5, /**< there is no room now */
};

/** State of a VM, as EL2_CALLS_VM_INFO and EL2_CALLS_VM_LIST give it. */
enum el2_state {
	EL2_VM_EMPTY = 0, /**< its memory is zero, nothing runs; before its first life, nothing is
			     known of its memory */
	EL2_VM_LOADING = 1, /**< its first CPU fills its memory */
	EL2_VM_READY = 2, /**< it can be started */
	EL2_VM_RUNNING = 3, /**< it runs */
	EL2_VM_STOPPING = 4, /**< its CPUs are being called out of the guest;
				EL2_CALLS_INFO_STOPPED: they are */
	EL2_VM_SCRUBBING = 5, /**< its first CPU erases its memory and interrupts */
	EL2_VM_FAILED = 6, /**< as EMPTY, and EL2_CALLS_TEXT_END says why it came to that */
	EL2_VM_STATES = 7, /**< number of states */
};

/** Bits of what EL2_CALLS_VM_INFO gives first, above the state in bits 7:0. */
enum el2_calls_info {
	EL2_CALLS_INFO_ON = 8, /**< shift: CPUs that are on, 8 bits */
	EL2_CALLS_INFO_STOPPED = 1
				 << 16, /**< STOPPING: its CPUs have left it, it can be destroyed */
	EL2_CALLS_INFO_ENDED = 1 << 17, /**< it ended before, and that is still on record */
	EL2_CALLS_INFO_STAGING = 1 << 18, /**< bytes that were staged are copied or erased */
};

/** Texts of EL2_CALLS_VM_TEXT. */
enum el2_calls_text {
	EL2_CALLS_TEXT_NAME = 0, /**< the VM's name */
	EL2_CALLS_TEXT_END = 1, /**< why it ended last */
};

/** Images of EL2_CALLS_VM_DIGEST and of EL2_CALLS_STAGE_BEGIN. */
enum el2_calls_image {
	EL2_CALLS_IMAGE_KERNEL = 0,
	EL2_CALLS_IMAGE_RAMDISK = 1,
	EL2_CALLS_IMAGE_OVERLAY = 2,
	EL2_CALLS_IMAGES = 3, /**< number of images */
};

/** Events of the VM in slot n, as EL2_CALLS_EVENTS gives them: bits n and EL2_EVENT_CONSOLE + n. */
#define EL2_EVENT_STATE 0 /**< its state changed */
#define EL2_EVENT_CONSOLE 8 /**< it printed */

#define EL2_INTID_EVENT 42 /**< by it a manager learns of events: a level */
#define EL2_INTID_DOORBELL 43 /**< a manager raises it in another VM: an edge */
#define EL2_INTID_SHARED 44 /**< the VM with which one shares a window raises it: an edge */

/* ---- the mailbox */

/** Registers of the mailbox by offset in its first page. Each is read and written by one load or
 * store of its size, at its offset. */
enum el2_mailbox_register {
	EL2_MAILBOX_MAGIC = 0x00, /**< 32 bits, read: EL2_MAILBOX_MAGIC_VALUE */
	EL2_MAILBOX_VERSION = 0x04, /**< 32 bits, read: EL2_CALLS_VERSION */
	EL2_MAILBOX_CLAIM = 0x10, /**< 64 bits, read: claims the mailbox, and gives a ticket that
				     is not 0; or 0: another one has it */
	EL2_MAILBOX_TICKET = 0x18, /**< 64 bits, read: ticket of who has the mailbox, 0: nobody.
				      Write: who has this ticket releases the mailbox */
	EL2_MAILBOX_DOORBELL = 0x20, /**< 64 bits, write: who has this ticket makes the call of the
					request page; it is answered when the write is done */
};

/** "AEBM" */
#define EL2_MAILBOX_MAGIC_VALUE 0x4d424541u

/** Fields of the request page by offset, in the byte order of the CPU (little endian). */
enum el2_mailbox_field {
	EL2_MAILBOX_NUMBER = 0x00, /**< 32 bits: enum el2_calls_number */
	EL2_MAILBOX_STATUS = 0x08, /**< 64 bits, filled: 0, or enum el2_calls_error */
	EL2_MAILBOX_ARGS = 0x10, /**< 7 times 64 bits: arguments */
	EL2_MAILBOX_RESULTS = 0x48, /**< 7 times 64 bits, filled: results */
	EL2_MAILBOX_DATA = 0x400, /**< EL2_MAILBOX_DATA_SIZE bytes: texts and bytes, which a call
				     by HVC packs into registers */
};

#define EL2_MAILBOX_DATA_SIZE 1024 /**< bytes of data that one call takes or gives */
#define EL2_MAILBOX_REQUEST 0x1000 /**< offset of the request page from that of the registers */
#define EL2_MAILBOX_WINDOW 0x10000 /**< offset of the window from that of the registers */
#define EL2_MAILBOX_WINDOW_SIZE 0x10000 /**< bytes of the window, by which images are staged */
#define EL2_MAILBOX_SIZE 0x20000 /**< bytes of all of it; a multiple of this is its address */
#define EL2_MAILBOX_COMPATIBLE "aetherboot,mailbox" /**< @c compatible of its node */
#define EL2_MAILBOX_HID "AEBM0001" /**< _HID of its device */
#define EL2_DOORBELL_COMPATIBLE                                                                    \
	"aetherboot,doorbell" /**< the same of the interrupt that another VM can raise */
#define EL2_DOORBELL_HID "AEBM0002" /**< and of its device */
#define EL2_SHARED_COMPATIBLE "aetherboot,shared" /**< the same of a window of two VMs */
#define EL2_SHARED_HID "AEBM0003" /**< and of its device */

/** @} */

#endif /* EL2_ABI_H */
