/* SPDX-License-Identifier: BSD-2-Clause */
/* aetherctl and the client of the mailbox, on a node that the hypervisor's own code runs. */
#include "aetherctl_world.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static const struct mailbox no_base;

/* ---- the client */

static void test_call(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION };

	(void)state;
	world_begin();
	assert_int_equal(mailbox_check(&no_base), 0);
	assert_int_equal(mailbox_call(&no_base, &c), 0);
	assert_int_equal(c.result[0], EL2_CALLS_VERSION);
	assert_int_equal(c.result[1], EL2_CAP_MANAGE | EL2_CAP_LOG);
	assert_int_equal(c.result[2], BOSS);
	assert_int_equal(HOLDER, 0);
	c.number = EL2_CALLS_MOST;
	assert_int_equal(mailbox_call(&no_base, &c), EL2_CALLS_UNKNOWN);
	assert_int_equal(c.result[0], EL2_CALLS_VERSION); /* as it was */
	assert_int_equal(HOLDER, 0);
}

/* Data longer than the mailbox is not sent, and neither reads nor writes go behind a buffer. */
static void test_sizes(void **state)
{
	static uint8_t big[EL2_MAILBOX_WINDOW_SIZE + 1];
	char name[9] = "xxxxxxxx";
	struct mailbox_call c = { .number = EL2_CALLS_VM_TEXT,
				  .arg = { WORKER, EL2_CALLS_TEXT_NAME } };

	(void)state;
	world_begin();
	c.data = name;
	c.n_data = 7;
	assert_int_equal(mailbox_call(&no_base, &c), 0);
	assert_int_equal(c.result[0], 6);
	assert_memory_equal(name, "worker\0x", 9);
	for (unsigned int i = 0; i < 3; i++) {
		const struct mailbox_call rows[] = {
			{ .send = big, .n_send = EL2_MAILBOX_DATA_SIZE + 1 },
			{ .data = big, .n_data = EL2_MAILBOX_DATA_SIZE + 1 },
			{ .window = big, .n_window = EL2_MAILBOX_WINDOW_SIZE + 1 },
		};

		c = rows[i];
		assert_int_equal(mailbox_call(&no_base, &c), MAILBOX_ARGUMENT);
	}
	assert_int_equal(world.calls, 1);
	memset(big, 0x5a, sizeof(big));
	c = (struct mailbox_call){ .send = big, .n_send = 9, .window = big + 1, .n_window = 65536 };
	assert_int_equal(mailbox_call(&no_base, &c), 0);
	assert_int_equal(word(EL2_MAILBOX_REQUEST + EL2_MAILBOX_DATA + 8), 0x5a);
	assert_memory_equal(&memory.mailbox[EL2_MAILBOX_WINDOW], big, EL2_MAILBOX_WINDOW_SIZE);
}

static void test_busy(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION };

	(void)state;
	world_begin();
	assert_int_equal(trap(EL2_MAILBOX_CLAIM, 8, false, 0), 1);
	world.renewed = true;
	assert_int_equal(mailbox_call(&no_base, &c), MAILBOX_BUSY);
	assert_in_range(world.ns, MAILBOX_PATIENCE * INT64_C(1000000),
			(MAILBOX_PATIENCE + 10) * INT64_C(1000000));
	assert_int_equal(world.calls, 0);
	assert_int_equal(HOLDER, 1);
	/* it was killed: a second later others have their turn */
	world.renewed = false;
	assert_int_equal(mailbox_call(&no_base, &c), 0);
	assert_in_range(world.ns, (MAILBOX_PATIENCE + 999) * INT64_C(1000000),
			(MAILBOX_PATIENCE + 1020) * INT64_C(1000000));
}

/* This process is held up for two seconds, and another one claims the mailbox. */
static void outrun(void)
{
	pass(2000000000);
	assert_int_equal(trap(EL2_MAILBOX_CLAIM, 8, false, 0), 2);
}

/* A call that was not made is made again. */
static void test_late(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION };

	(void)state;
	world_begin();
	world.ringing = outrun;
	assert_int_equal(mailbox_call(&no_base, &c), 0);
	assert_int_equal(c.result[0], EL2_CALLS_VERSION);
	assert_int_equal(world.calls, 2);
	assert_int_equal(HOLDER, 0);
}

/* The same before the answer is read. */
static void steal(void)
{
	outrun();
	set_word(EL2_MAILBOX_REQUEST + EL2_MAILBOX_RESULTS, 12345);
}

static void test_lost(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION, .result = { 1 } };

	(void)state;
	world_begin();
	world.rung = steal;
	assert_int_equal(mailbox_call(&no_base, &c), MAILBOX_LOST);
	assert_int_equal(c.result[0], 1);
	assert_int_equal(HOLDER, 2);
}

/* A program that lost it goes on to write its own request there. */
static void scribble(void)
{
	set_word(EL2_MAILBOX_REQUEST + EL2_MAILBOX_ARGS + 8, 99);
}

static void test_mixed(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION };

	(void)state;
	world_begin();
	world.rung = scribble;
	assert_int_equal(mailbox_call(&no_base, &c), MAILBOX_LOST);
	assert_int_equal(HOLDER, 0);
}

/* Each status has a sentence of its own. */
static void test_texts(void **state)
{
	static const int64_t all[] = { 0, -1, -2, -3, -4, -5, -101, -102, -103, -104, -105, -106 };

	(void)state;
	for (size_t i = 0; i < COUNT(all); i++)
		for (size_t k = 0; k < i; k++)
			assert_string_not_equal(mailbox_text(all[i]), mailbox_text(all[k]));
	assert_string_equal(mailbox_text(-7), mailbox_text(5));
}

/* ---- where the mailbox is */

static char root[64];

static void make(const char *path, const void *data, size_t n)
{
	char name[256];
	FILE *f;

	snprintf(name, sizeof(name), "%s/%s", root, path);
	for (char *slash = name + strlen(root); (slash = strchr(slash + 1, '/')) != NULL;) {
		*slash = '\0';
		mkdir(name, 0700);
		*slash = '/';
	}
	f = fopen(name, "wb");
	assert_non_null(f);
	assert_int_equal(fwrite(data, 1, n, f), n);
	assert_int_equal(fclose(f), 0);
}

static void text(const char *path, const char *data)
{
	make(path, data, strlen(data));
}

#define PLATFORM "sys/bus/platform/devices/"

static void test_find(void **state)
{
	/* registers and request page, then the window */
	static const uint8_t reg[32] = { 0, 0, 0, 1, 0x0a, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0x20, 0,
					 0, 0, 0, 1, 0x0a, 3, 0, 0, 0, 0, 0, 0, 0, 1, 0,    0 };
	char command[96];
	uint64_t at = 5;

	(void)state;
	snprintf(root, sizeof(root), "/tmp/aetherctl-XXXXXX");
	assert_non_null(mkdtemp(root));
	assert_int_equal(mailbox_find(root, &at), MAILBOX_NONE);
	text(PLATFORM "9000000.pl011/modalias", "of:Npl011T(null)Carm,pl011Carm,primecell\n");
	text(PLATFORM "alarmtimer/modalias", "platform:alarmtimer\n");
	text(PLATFORM "odd/modalias", "of:NoddT(null)Caetherboot,mailbox-not\n");
	make(PLATFORM "odd/of_node/reg", reg, 32);
	assert_int_equal(mailbox_find(root, &at), MAILBOX_NONE);
	/* too short for two cells each */
	text(PLATFORM "10a020000.mailbox/modalias", "of:NmailboxT(null)Caetherboot,mailbox\n");
	make(PLATFORM "10a020000.mailbox/of_node/reg", reg, 8);
	assert_int_equal(mailbox_find(root, &at), MAILBOX_NONE);
	assert_int_equal(at, 5);
	make(PLATFORM "10a020000.mailbox/of_node/reg", reg, 32);
	assert_int_equal(mailbox_find(root, &at), 0);
	assert_int_equal(at, 0x10a020000);
	snprintf(command, sizeof(command), "rm -r %s/sys", root);
	assert_int_equal(system(command), 0);

	text(PLATFORM "AEBM0001:00/modalias", "acpi:AEBM0001:\n");
	assert_int_equal(mailbox_find(root, &at), MAILBOX_NONE);
	/* neither its window nor another name */
	text("proc/iomem", "0a010000-0a01ffff : AEBM0001:00\n0b000000-0b01ffff : AEBM0001:01\n"
			   "40000000-7fffffff : System RAM\n");
	assert_int_equal(mailbox_find(root, &at), MAILBOX_NONE);
	text("proc/iomem",
	     "09000000-09000fff : ARMH0011:00\n  09000000-09000fff : uart\n"
	     "  20a020000-20a021fff : AEBM0001:00\n  20a030000-20a03ffff : AEBM0001:00\n");
	assert_int_equal(mailbox_find(root, &at), 0);
	assert_int_equal(at, 0x20a020000);
	snprintf(command, sizeof(command), "rm -r %s", root);
	assert_int_equal(system(command), 0);
}

/* ---- the commands */

static char out[8192], err[1024];

/* Run a command line. Its words are separated by a single space, a text has ~ instead. */
static int run(const char *line)
{
	char words[1200], *argv[8] = { NULL };
	struct ctl ctl = { .out = fmemopen(out, sizeof(out), "w"),
			   .err = fmemopen(err, sizeof(err), "w") };
	int argc = 0, status;

	memset(out, 0, sizeof(out));
	memset(err, 0, sizeof(err));
	snprintf(words, sizeof(words), "%s", line);
	for (char *word = strtok(words, " "); word != NULL; word = strtok(NULL, " ")) {
		for (char *c = word; *c != '\0'; c++)
			*c = *c == '~' ? ' ' : *c;
		argv[argc++] = word;
	}
	status = ctl_run(&ctl, argc, argv, world_open);
	fclose(ctl.out);
	fclose(ctl.err);
	assert_int_equal(HOLDER, 0);
	assert_int_equal(el2_host_machine.held, 0);
	return status;
}

struct row {
	const char *line;
	int status;
	const char *out, *err; /* beginnings; NULL: nothing */
};

static void run_rows(const struct row *rows, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		const struct row *r = &rows[i];
		const int got = run(r->line);

		if (got != r->status ||
		    strncmp(out, r->out != NULL ? r->out : "",
			    r->out != NULL ? strlen(r->out) : 1) != 0 ||
		    strncmp(err, r->err != NULL ? r->err : "",
			    r->err != NULL ? strlen(r->err) : 1) != 0)
			fail_msg("row %zu: %s: %d instead of %d\n%s%s", i, r->line, got, r->status,
				 out, err);
	}
}

#define HEAD "SLOT NAME             STATE      CPUS  MEMORY STARTS  ENDED\n"
#define BOSS_ROW "   0 boss             RUNNING    1/1       4M      1\n"
#define POOR_ROW "   2 poor             EMPTY      0/1       0M      0\n"

static void test_life(void **state)
{
	static const struct row rows[] = {
		{ "list", CTL_DONE,
		  HEAD BOSS_ROW "   1 worker           EMPTY      0/2       0M      0\n" POOR_ROW,
		  NULL },
		{ "start worker", CTL_REFUSED, NULL,
		  "aetherctl: worker is EMPTY: only one that is READY can be started: create it "
		  "first\n" },
		{ "console worker", CTL_REFUSED, NULL,
		  "aetherctl: worker is EMPTY: its console went when it was destroyed, or it was "
		  "never created\n" },
		{ "create worker", CTL_DONE, NULL, NULL },
		{ "create 1", CTL_REFUSED, NULL,
		  "aetherctl: worker is READY: only one that is EMPTY or FAILED can be created: "
		  "destroy it first\n" },
		{ "raise worker", CTL_REFUSED, NULL,
		  "aetherctl: worker is READY: only one that is " },
		{ "start worker", CTL_DONE, NULL, NULL },
		{ "raise worker", CTL_DONE, NULL, NULL },
		{ "write worker hello~you", CTL_DONE, NULL, NULL },
		{ "stop worker", CTL_DONE, NULL, NULL },
		{ "list", CTL_DONE,
		  HEAD BOSS_ROW
		  "   1 worker           STOPPED    0/2       0M      1  it was stopped\n" POOR_ROW,
		  NULL },
		{ "stop worker", CTL_REFUSED, NULL,
		  "aetherctl: worker is STOPPING: only one that is" },
		{ "write worker x", CTL_REFUSED, NULL, "aetherctl: worker is STOPPING: only one" },
		{ "restart worker", CTL_DONE, NULL, NULL },
		{ "restart worker", CTL_DONE, NULL, NULL },
		{ "list", CTL_DONE,
		  HEAD BOSS_ROW "   1 worker           RUNNING    0/2       0M      3\n" POOR_ROW,
		  NULL },
		{ "destroy worker", CTL_DONE, NULL, NULL },
		{ "destroy worker", CTL_REFUSED, NULL,
		  "aetherctl: worker is EMPTY: it is destroyed" },
		{ "restart 1", CTL_DONE, NULL, NULL },
		{ "restart boss", CTL_USAGE, NULL,
		  "aetherctl: boss is the VM that this runs in, " },
		{ "shutdown", CTL_DONE, NULL, NULL },
	};

	(void)state;
	world_begin();
	run_rows(rows, COUNT(rows));
	assert_true(node.closing);
}

/* What takes too long, and what fails. */
static void test_waiting(void **state)
{
	(void)state;
	world_begin();
	world.frozen = true;
	assert_int_equal(run("create worker"), CTL_BUSY);
	assert_string_equal(err, "aetherctl: worker is still LOADING, not READY, after 120 s\n");
	assert_in_range(world.ns, INT64_C(120000000000), INT64_C(122000000000));
	el2_life_loaded(&node.vms[WORKER], "it has no legs");
	world.frozen = false;
	settle(&node.vms[WORKER], NULL);
	assert_int_equal(node.vms[WORKER].state, EL2_VM_FAILED);
	assert_int_equal(run("list"), CTL_DONE);
	assert_non_null(strstr(out, " FAILED     0/2       0M      0  it has no legs\n"));
	assert_int_equal(run("restart worker"), CTL_DONE);
	assert_int_equal(node.vms[WORKER].state, EL2_VM_RUNNING);
	assert_int_equal(run("restart worker"), CTL_DONE);
	assert_int_equal(node.vms[WORKER].starts, 2);
}

static void fail_to_load(void)
{
	if (node.vms[WORKER].state == EL2_VM_LOADING)
		settle(&node.vms[WORKER], "it cannot be loaded");
}

static void test_failing(void **state)
{
	(void)state;
	world_begin();
	world.rung = fail_to_load;
	assert_int_equal(run("create worker"), CTL_REFUSED);
	assert_string_equal(err, "aetherctl: worker is FAILED, not READY: it cannot be loaded\n");
}

/* Another program starts it before this one looks again. */
static void start_first(void)
{
	(void)el2_life_start(&node.vms[WORKER]);
}

static void test_started_by_others(void **state)
{
	(void)state;
	world_begin();
	world.others = start_first;
	assert_int_equal(run("create worker"), CTL_DONE);
	assert_int_equal(node.vms[WORKER].state, EL2_VM_RUNNING);
	assert_in_range(world.ns, 1, 1000000000);
}

static void print_as(unsigned int vm, const char *what)
{
	for (; *what != '\0'; what++)
		el2_console_put(&node.vms[vm].console, (uint8_t)*what);
}

static void test_consoles(void **state)
{
	static char text[1100];
	char line[1200];

	(void)state;
	world_begin();
	assert_int_equal(run("restart worker"), CTL_DONE);
	for (unsigned int i = 0; i < 100; i++) {
		snprintf(line, sizeof(line), "line %u\r\n", i);
		print_as(WORKER, line);
	}
	print_as(WORKER, "\x1b[2Jred\x07\x7f\tend~\x80\x9b"
			 "2J\xc2\x9b\xc3\xa9\xff.");
	assert_int_equal(run("console worker"), CTL_DONE);
	assert_memory_equal(out, "line 0\nline 1\n", 14);
	assert_non_null(strstr(out, "line 98\nline 99\n[2Jred?\tend~??2J?????."));
	assert_int_equal(err[0], '\0');
	for (unsigned int i = 0; i < 1000; i++)
		print_as(WORKER, "12345\n");
	assert_int_equal(run("console worker"), CTL_DONE);
	assert_int_equal(strlen(out), EL2_CONSOLE_SIZE - 1);
	assert_string_equal(err, "aetherctl: 2819 bytes of its console are lost\n");

	/* a line at the UART */
	assert_int_equal(run("write worker hi~there"), CTL_DONE);
	assert_memory_equal(node.vms[WORKER].console.input, "hi there\n", 9);
	memset(text, 'x', 199);
	snprintf(line, sizeof(line), "write worker %s", text);
	assert_int_equal(run(line), CTL_REFUSED);
	assert_string_equal(err, "aetherctl: worker has not read what was typed before: 119 of "
				 "200 bytes were taken\n");
	memset(text, 'x', sizeof(text) - 1);
	snprintf(line, sizeof(line), "write worker %s", text);
	assert_int_equal(run(line), CTL_USAGE);
	assert_string_equal(err,
			    "aetherctl: the text has 1099 bytes, and must have at most 1023\n");
	assert_int_equal(run("log"), CTL_DONE);
	assert_int_equal(run("events"), CTL_DONE);
	assert_string_equal(out, "boss: its state changed\nworker: its state changed\n");
	el2_event_printed(&node.vms[BOSS]);
	assert_int_equal(run("events"), CTL_DONE);
	assert_string_equal(out, "boss: it printed\n");
	assert_int_equal(run("events"), CTL_DONE);
	assert_string_equal(out, "");
}

/* The first answer says that bytes were overwritten while they were copied. */
static void overtake(void)
{
	const uint32_t results = EL2_MAILBOX_REQUEST + EL2_MAILBOX_RESULTS;

	if (word(EL2_MAILBOX_REQUEST) != EL2_CALLS_CONSOLE_READ)
		return;
	world.rung = NULL;
	set_word(results, 6);
	set_word(results + 8, 0);
}

static void test_overtaken(void **state)
{
	(void)state;
	world_begin();
	assert_int_equal(run("restart worker"), CTL_DONE);
	print_as(WORKER, "first second third\n");
	world.rung = overtake;
	assert_int_equal(run("console worker"), CTL_DONE);
	assert_string_equal(out, "second third\n");
	assert_string_equal(err, "aetherctl: 6 bytes of its console are lost\n");
	assert_null(world.rung);
	/* what is forgotten is lost, too, and nothing is behind it */
	el2_console_forget(&node.vms[WORKER].console);
	assert_int_equal(run("console worker"), CTL_DONE);
	assert_string_equal(out, "");
	assert_string_equal(err, "aetherctl: 19 bytes of its console are lost\n");
}

/* Another program's bytes are there, too. */
static void append(void)
{
	const uint32_t result = EL2_MAILBOX_REQUEST + EL2_MAILBOX_RESULTS;

	if (word(EL2_MAILBOX_REQUEST) == EL2_CALLS_STAGE_CHUNK)
		set_word(result, word(result) + 1000);
}

/* What was staged is erased when the command ends. */
static void test_unstage(void)
{
	const struct el2_stage *s = &node.vms[WORKER].stage;

	assert_int_not_equal(s->image[EL2_CALLS_IMAGE_RAMDISK].size, 0);
	assert_int_equal(run("unstage worker tree"), CTL_USAGE);
	assert_string_equal(err,
			    "aetherctl: tree is no image: must be kernel, ramdisk or overlay\n");
	assert_int_equal(run("unstage worker kernel"), CTL_DONE); /* there is none */
	assert_int_not_equal(s->image[EL2_CALLS_IMAGE_RAMDISK].size, 0);
	assert_int_equal(run("unstage worker ramdisk"), CTL_DONE);
	assert_int_equal(s->image[EL2_CALLS_IMAGE_RAMDISK].size, 0);
	assert_false(el2_stage_has_job(&node.vms[WORKER]));
	for (size_t i = 0; i < sizeof(memory.staging); i++)
		assert_int_equal(memory.staging[i], 0);
}

/* A file of some chunks, by the VM's own CPU: all of its bytes, and its digest. */
static void test_stage(void **state)
{
	static uint8_t file[STAGING];
	const struct el2_stage *s = &node.vms[WORKER].stage;
	uint8_t digest[AB_SHA256_SIZE];
	char line[256];

	(void)state;
	for (size_t i = 0; i < sizeof(file); i++)
		file[i] = (uint8_t)(i * 2654435761u >> 13);
	snprintf(root, sizeof(root), "/tmp/aetherctl-XXXXXX");
	assert_non_null(mkdtemp(root));
	make("file", file, sizeof(file));
	make("small", file, 1001);
	make("big", file, sizeof(file) - 1);
	make("empty", file, 0);
	world_begin();
	snprintf(line, sizeof(line), "stage worker ramdisk %s/small", root);
	assert_int_equal(run(line), CTL_DONE);
	assert_int_equal(s->image[EL2_CALLS_IMAGE_RAMDISK].size, 1001);
	assert_memory_equal(memory.staging, file, 1001);
	assert_int_equal(memory.staging[1001], 0);
	ab_sha256(file, 1001, digest);
	assert_memory_equal(s->image[EL2_CALLS_IMAGE_RAMDISK].digest, digest, sizeof(digest));
	/* not beside the other one */
	snprintf(line, sizeof(line), "stage worker kernel %s/big", root);
	assert_int_equal(run(line), CTL_REFUSED);
	assert_string_equal(err, "aetherctl: worker: the hypervisor has no room for it now\n");
	snprintf(line, sizeof(line), "stage worker ramdisk %s/file", root);
	assert_int_equal(run(line), CTL_DONE);
	assert_memory_equal(memory.staging, file, sizeof(file));
	assert_int_equal(run("create worker"), CTL_DONE);
	assert_int_equal(run(line), CTL_REFUSED);
	assert_memory_equal(err, "aetherctl: worker is READY: only one that is EMPTY or FAILED, ",
			    60);
	snprintf(line, sizeof(line), "stage worker kernel %s/empty", root);
	assert_int_equal(run(line), CTL_USAGE);
	snprintf(line, sizeof(line), "stage worker kernel %s/none", root);
	assert_int_equal(run(line), CTL_USAGE);
	assert_non_null(strstr(err, "/none"));
	assert_int_equal(run("stage worker tree x"), CTL_USAGE);
	assert_string_equal(err,
			    "aetherctl: tree is no image: must be kernel, ramdisk or overlay\n");
	assert_int_equal(run("unstage worker ramdisk"), CTL_REFUSED);
	assert_memory_equal(err, "aetherctl: worker is READY: only one that is EMPTY or FAILED, ",
			    60);
	assert_int_equal(run("destroy worker"), CTL_DONE);
	test_unstage();
	world.rung = append;
	snprintf(line, sizeof(line), "stage worker ramdisk %s/file", root);
	assert_int_equal(run(line), CTL_REFUSED);
	assert_string_equal(err, "aetherctl: another program stages a file for worker: 66536 bytes "
				 "are there instead of 65536\n");
	/* it is not complete, and neither another one nor a life can begin */
	world.rung = NULL;
	assert_int_equal(run("create worker"), CTL_REFUSED);
	assert_int_equal(run("unstage worker ramdisk"), CTL_DONE);
	assert_int_equal(run("create worker"), CTL_DONE);
	snprintf(line, sizeof(line), "rm -r %s", root);
	assert_int_equal(system(line), 0);
}

/* Another program that claims the mailbox whenever nobody has it, and stages something else. If
 * @strike comes to 0, this one is held up for longer than its claim lasts. */
static unsigned int strike, robbed;

static void rob(void)
{
	uint64_t ticket;

	if (strike != 0 && --strike == 0)
		pass(2000000000);
	ticket = trap(EL2_MAILBOX_CLAIM, 8, false, 0);
	if (ticket == 0)
		return;
	robbed++;
	memset(&memory.mailbox[EL2_MAILBOX_WINDOW], 0xee, EL2_MAILBOX_WINDOW_SIZE);
	(void)trap(EL2_MAILBOX_TICKET, 8, true, ticket);
}

/* Wherever the other one comes, and wherever this one is late: an image that is staged is right. */
static void test_stage_robbed(void **state)
{
	static uint8_t file[EL2_MAILBOX_WINDOW_SIZE + 5000];
	unsigned int lost = 0, at = 0;
	char line[256];

	(void)state;
	for (size_t i = 0; i < sizeof(file); i++)
		file[i] = (uint8_t)(i * 2654435761u >> 13);
	snprintf(root, sizeof(root), "/tmp/aetherctl-XXXXXX");
	assert_non_null(mkdtemp(root));
	make("file", file, sizeof(file));
	snprintf(line, sizeof(line), "stage worker kernel %s/file", root);
	do {
		int status;

		world_begin();
		world.others = rob;
		strike = at++;
		robbed = 0;
		status = run(line);
		assert_int_not_equal(robbed, 0);
		if (status == CTL_DONE)
			assert_memory_equal(memory.staging, file, sizeof(file));
		else
			assert_int_equal(status, CTL_BUSY);
		lost += status != CTL_DONE;
	} while (strike == 0);
	assert_in_range(at, 40, 200);
	assert_in_range(lost, 5, at / 2);
	snprintf(line, sizeof(line), "rm -r %s", root);
	assert_int_equal(system(line), 0);
}

/* A turn of several calls: others come behind it, and nothing of theirs is changed by who is late.
 */
static void test_turn(void **state)
{
	struct mailbox_call c = { .number = EL2_CALLS_GET_VERSION };
	uint64_t ticket = 0, none = 0;

	(void)state;
	world_begin();
	assert_int_equal(mailbox_hold(&no_base, &c, &ticket), 0);
	assert_int_equal(HOLDER, ticket);
	pass(900000000);
	assert_int_equal(mailbox_hold(&no_base, &c, &ticket), 0);
	pass(900000000);
	world.renewed = true;
	assert_int_equal(mailbox_call(&no_base, &c), MAILBOX_BUSY);
	assert_int_equal(mailbox_hold(&no_base, &c, &none), MAILBOX_BUSY);
	assert_int_equal(none, 0);
	mailbox_release(&no_base, none);
	assert_int_equal(HOLDER, ticket);
	world.renewed = false;
	pass(1100000000);
	assert_int_equal(trap(EL2_MAILBOX_CLAIM, 8, false, 0), ticket + 1);
	set_word(EL2_MAILBOX_REQUEST + EL2_MAILBOX_NUMBER, 12345);
	assert_int_equal(mailbox_hold(&no_base, &c, &ticket), MAILBOX_LOST);
	assert_int_equal(word(EL2_MAILBOX_REQUEST + EL2_MAILBOX_NUMBER), 12345);
	mailbox_release(&no_base, ticket);
	assert_int_equal(HOLDER, ticket + 1);
	assert_int_equal(world.calls, 2);
}

/* A chunk that is never copied. */
static void test_stage_waits(void **state)
{
	(void)state;
	world_begin();
	world.frozen = true;
	assert_int_equal(run("stage worker kernel " AB_SOURCE_DIR "/LICENSE"), CTL_BUSY);
	assert_string_equal(err, "aetherctl: worker has not copied a chunk after 60 s\n");
	assert_in_range(world.ns, INT64_C(60000000000), INT64_C(62000000000));
	/* what is erased holds nobody up: neither the calls nor the time between them */
	world.frozen = false;
	(void)__wrap_nanosleep(&(struct timespec){ 0 }, NULL);
	world.frozen = true;
	world.others = rob;
	strike = robbed = 0;
	assert_int_equal(run("unstage worker kernel"), CTL_BUSY);
	assert_string_equal(err, "aetherctl: worker has not erased what was staged after 60 s\n");
	assert_in_range(robbed, 2 * 60000, 3 * 61000);
}

static void test_show(void **state)
{
	static const struct row rows[] = {
		{ "node", CTL_DONE, "5 CPUs, 4 of them have a VM; 0 MiB of RAM; states changed ",
		  NULL },
		{ "digest poor", CTL_REFUSED, NULL,
		  "aetherctl: poor is EMPTY: its files are known" },
		{ "digest worker", CTL_DONE,
		  "000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f  kernel\n"
		  "ff00000000000000000000000000000000000000000000000000000000000000  overlay\n",
		  NULL },
		{ "info boss", CTL_DONE,
		  "slot          0\nname          boss\nstate         RUNNING\non            1\n"
		  "cpus          1\nmemory        4194304\nstarts        1\nchanges       2\n"
		  "restarts      0\ncapabilities  manage log\ninterrupts    0\n",
		  NULL },
		{ "info --json poor", CTL_DONE,
		  "{\"slot\": 2, \"name\": \"poor\", \"state\": \"EMPTY\", \"on\": 0, \"cpus\": 1, "
		  "\"memory\": 0, \"starts\": 0, \"changes\": 0, \"restarts\": 0, "
		  "\"capabilities\": \"virtio rtc\"}\n",
		  NULL },
		{ "list --json", CTL_DONE,
		  "[{\"slot\": 0, \"name\": \"boss\", \"state\": \"RUNNING\", \"on\": 1, \"cpus\": "
		  "1, "
		  "\"memory\": 4194304, \"starts\": 1, \"changes\": 2, \"restarts\": 0, "
		  "\"capabilities\": \"manage log\", \"interrupts\": 0, \"calls\": 0, "
		  "\"registers\": 0, \"devices\": 0, \"aborts\": 0, \"undefined\": 0, \"fatal\": "
		  "0},\n "
		  "{\"slot\": 1, ",
		  NULL },
		{ "", CTL_USAGE, "usage: aetherctl COMMAND\n", NULL },
		{ "--help", CTL_DONE, "usage: aetherctl COMMAND\n\n  list  [--json]", NULL },
		{ "--version", CTL_DONE, "aetherctl 0.1.0, calls 1.0\n", NULL },
		{ "lists", CTL_USAGE, NULL, "aetherctl: lists is no command: --help lists them\n" },
		{ "list --follow", CTL_USAGE, NULL,
		  "aetherctl: usage: aetherctl list  [--json]\n" },
		{ "start", CTL_USAGE, NULL, "aetherctl: usage: aetherctl start VM\n" },
		{ "start a b", CTL_USAGE, NULL, "aetherctl: usage: aetherctl start VM\n" },
		{ "start 3", CTL_USAGE, NULL,
		  "aetherctl: no VM has the name or the slot 3: list " },
		{ "start wor", CTL_USAGE, NULL, "aetherctl: no VM has the name or the slot wor: " },
	};

	(void)state;
	world_begin();
	node.vms[WORKER].verified = true;
	for (unsigned int i = 0; i < 32; i++)
		node.vms[WORKER].digest[0][i] = (uint8_t)i;
	node.vms[WORKER].digest[2][0] = 0xff;
	run_rows(rows, COUNT(rows));
	assert_int_equal(run("list --json"), CTL_DONE);
	assert_string_equal(strrchr(out, '"'), "\"}]\n");
}

/* The names of states are those of the hypervisor. */
static void test_states(void **state)
{
	static const struct {
		enum el2_state state;
		const char *name;
	} rows[] = {
		{ EL2_VM_EMPTY, "EMPTY" },       { EL2_VM_LOADING, "LOADING" },
		{ EL2_VM_READY, "READY" },       { EL2_VM_RUNNING, "RUNNING" },
		{ EL2_VM_STOPPING, "STOPPING" }, { EL2_VM_SCRUBBING, "SCRUBBING" },
		{ EL2_VM_FAILED, "FAILED" },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++)
		assert_string_equal(ctl_state_name(rows[i].state), rows[i].name);
	assert_string_equal(ctl_state_name(EL2_VM_STATES), "unknown");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_call),        cmocka_unit_test(test_sizes),
		cmocka_unit_test(test_busy),        cmocka_unit_test(test_late),
		cmocka_unit_test(test_lost),        cmocka_unit_test(test_mixed),
		cmocka_unit_test(test_texts),       cmocka_unit_test(test_find),
		cmocka_unit_test(test_life),        cmocka_unit_test(test_waiting),
		cmocka_unit_test(test_failing),     cmocka_unit_test(test_consoles),
		cmocka_unit_test(test_overtaken),   cmocka_unit_test(test_stage),
		cmocka_unit_test(test_stage_waits), cmocka_unit_test(test_started_by_others),
		cmocka_unit_test(test_turn),        cmocka_unit_test(test_stage_robbed),
		cmocka_unit_test(test_show),        cmocka_unit_test(test_states),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
