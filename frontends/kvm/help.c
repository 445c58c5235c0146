/* SPDX-License-Identifier: BSD-2-Clause */
/* What the program says of itself. */
#define _GNU_SOURCE
#include "help.h"

#include <stdio.h>
#include <string.h>

#include <aetherboot/aetherboot.h>

#include "option_row.h"

#define COLUMN 20 /* where the text of an option begins */
#define WIDTH 98
#define DATE "2026-11-30" /* of the man page */

static const char what[] =
    "Boot a Linux kernel in a small KVM guest; its console is stdin and stdout.";
static const char signals[] =
    "SIGTERM presses the power button, and stops the guest when --grace is over; another one, "
    "half a second later or more, stops it at once, as SIGINT does. On a terminal, Ctrl-A x does, "
    "too, and Ctrl-A Ctrl-A types Ctrl-A. "
    "A signal that was ignored from the start, as nohup does it, stays ignored.";

static const struct {
	const char *code, *meaning;
} statuses[] = {
	{ "0", "the guest switched itself off, or what was asked for was printed or written" },
	{ "1", "it could not be started; stderr says why" },
	{ "2", "the command line makes no sense" },
	{ "3", "the guest asked for a reset" },
	{ "4", "triple fault" },
	{ "5", "KVM could not go on" },
	{ "6", "the guest told of its panic (pvpanic)" },
	{ "7", "guest memory is gone: a mapped file was changed, or RAM failed" },
	{ "8", "stdout is gone: nobody takes the guest's output" },
	{ "128+N", "stopped by signal N" },
};

#define COUNT(list) (sizeof(list) / sizeof((list)[0]))

/* ---- text --------------------------------------------------------------------------------- */

/* Print words in lines that begin at column @indent, where the first one begins already. */
static void wrap(const char *words, size_t indent)
{
	size_t at = indent;

	for (size_t n = strcspn(words, " "); n != 0; n = strcspn(words, " ")) {
		if (at != indent && at + 1 + n > WIDTH) {
			printf("\n%*s", (int)indent, "");
			at = indent;
		}
		at += (size_t)printf("%s%.*s", at != indent ? " " : "", (int)n, words);
		words += n + (words[n] == ' ');
	}
	putchar('\n');
}

static void text_option(const struct vmm_option *o)
{
	int at = printf("  --%s", o->name);

	if (o->value != NULL)
		at += printf(o->optional ? "[=%s]" : " %s", o->value);
	if (at > COLUMN - 2) {
		putchar('\n');
		at = 0;
	}
	printf("%*s", COLUMN - at, "");
	wrap(o->help, COLUMN);
	for (size_t i = 0; i < o->n_choices; i++)
		if (o->choice[i].help != NULL)
			printf("%*s%-10s %s\n", COLUMN + 2, "", o->choice[i].name,
			       o->choice[i].help);
}

static void text(void)
{
	printf("Usage: aetherboot-kvm [OPTION]... KERNEL\n%s\n\n", what);
	for (size_t i = 0; i < vmm_n_options; i++)
		if (vmm_option[i].name != NULL)
			text_option(&vmm_option[i]);
		else
			printf("\n%s\n", vmm_option[i].help);
	putchar('\n');
	wrap(signals, 0);
	printf("\nExit status:\n");
	for (size_t i = 0; i < COUNT(statuses); i++)
		printf("  %-5s %s\n", statuses[i].code, statuses[i].meaning);
}

/* The libraries that unpack kernels decide how fast that is, so they are named, too. */
void vmm_help_version(void)
{
	const char *version;

	printf("aetherboot-kvm %d.%d.%d\n", AB_VERSION_MAJOR, AB_VERSION_MINOR, AB_VERSION_PATCH);
	for (int c = AB_CODEC_NONE + 1; c <= AB_CODEC_LZO; c++) {
		const char *library = ab_codec_library((enum ab_codec)c, &version);

		if (library != NULL)
			printf("%s: %s %s\n", ab_codec_name((enum ab_codec)c), library, version);
	}
}

/* ---- the man page ------------------------------------------------------------------------- */

/* Text for roff: hyphens that are some, short lines, and no request at the beginning of one. */
static void roff(const char *words)
{
	const char *line = words;

	for (const char *c = words; *c != '\0'; c++) {
		if (*c == ' ' && c - line > 60 && c[1] != '.' && c[1] != '\'') {
			putchar('\n');
			line = c + 1;
			continue;
		}
		if (*c == '-' || *c == '\\')
			putchar('\\');
		if (*c == '\\')
			putchar('e');
		else if (*c == '\'' && c == words)
			fputs("\\(aq", stdout);
		else
			putchar(*c);
	}
}

static void man_option(const struct vmm_option *o)
{
	fputs(".TP\n\\fB\\-\\-", stdout);
	roff(o->name);
	fputs("\\fR", stdout);
	if (o->value != NULL)
		printf(o->optional ? "[=\\fI%s\\fR]" : " \\fI%s\\fR", o->value);
	putchar('\n');
	roff(o->help);
	putchar('\n');
	if (o->n_choices == 0 || o->choice[o->n_choices - 1].help == NULL)
		return;
	fputs(".RS\n", stdout);
	for (size_t i = 0; i < o->n_choices; i++)
		if (o->choice[i].help != NULL) {
			printf(".TP\n\\fB%s\\fR\n", o->choice[i].name);
			roff(o->choice[i].help);
			putchar('\n');
		}
	fputs(".RE\n", stdout);
}

static void man(void)
{
	printf(".TH AETHERBOOT\\-KVM 1 \"" DATE "\" \"libaetherboot %d.%d.%d\" \"User Commands\"\n"
	       ".SH NAME\naetherboot\\-kvm \\- boot a Linux kernel in a small KVM guest\n"
	       ".SH SYNOPSIS\n\\fBaetherboot\\-kvm\\fR [\\fIOPTION\\fR]... \\fIKERNEL\\fR\n"
	       ".SH DESCRIPTION\n",
	       AB_VERSION_MAJOR, AB_VERSION_MINOR, AB_VERSION_PATCH);
	roff(what);
	fputs("\n.PP\n", stdout);
	roff(signals);
	fputs("\n.SH OPTIONS\n", stdout);
	for (size_t i = 0; i < vmm_n_options; i++) {
		if (vmm_option[i].name != NULL) {
			man_option(&vmm_option[i]);
			continue;
		}
		fputs(".PP\n", stdout);
		roff(vmm_option[i].help);
		putchar('\n');
	}
	fputs(".SH EXIT STATUS\n", stdout);
	for (size_t i = 0; i < COUNT(statuses); i++) {
		printf(".TP\n\\fB%s\\fR\n", statuses[i].code);
		roff(statuses[i].meaning);
		putchar('\n');
	}
}

/* ---- completion --------------------------------------------------------------------------- */

/* How bash finds words for the value of an option: files, folders or a list of words. */
static void bash_value(const struct vmm_option *o)
{
	printf("\t--%s) ", o->name);
	if (o->n_choices != 0) {
		fputs("words='", stdout);
		for (size_t i = 0; i < o->n_choices; i++)
			printf(i == 0 ? "%s" : " %s", o->choice[i].name);
		fputs("' ;;\n", stdout);
	} else if (strcmp(o->value, "FILE") == 0) {
		fputs("kind=-f ;;\n", stdout);
	} else {
		fputs(strcmp(o->value, "DIR") == 0 ? "kind=-d ;;\n" : "return ;;\n", stdout);
	}
}

static void bash(void)
{
	fputs("# completion of aetherboot-kvm for bash, made by aetherboot-kvm --help=bash\n"
	      "_aetherboot_kvm() {\n"
	      "\tlocal IFS=$' \\t\\n' cur=${COMP_WORDS[COMP_CWORD]} "
	      "prev=${COMP_WORDS[COMP_CWORD-1]}\n"
	      "\tlocal kind= words=\n"
	      "\tCOMPREPLY=()\n"
	      "\t# bash takes --option=word apart\n"
	      "\tif [ \"$cur\" = = ]; then\n"
	      "\t\tcur= prev=$prev=\n"
	      "\telif [ \"$prev\" = = ]; then\n"
	      "\t\tprev=${COMP_WORDS[COMP_CWORD-2]}=\n"
	      "\tfi\n"
	      "\tcase $prev in\n",
	      stdout);
	/* a value that is optional comes by '=' alone */
	for (size_t i = 0; i < vmm_n_options; i++)
		if (vmm_option[i].optional)
			printf("\t--%s) prev= ;;\n", vmm_option[i].name);
	fputs("\t*=) prev=${prev%=} ;;\n\tesac\n\tcase $prev in\n", stdout);
	for (size_t i = 0; i < vmm_n_options; i++)
		if (vmm_option[i].value != NULL)
			bash_value(&vmm_option[i]);
	fputs("\t*)\n\t\tcase $cur in\n\t\t-*) words='-h", stdout);
	for (size_t i = 0; i < vmm_n_options; i++)
		if (vmm_option[i].name != NULL)
			printf(" --%s", vmm_option[i].name);
	fputs("' ;;\n\t\t*) kind=-f ;;\n\t\tesac\n\t\t;;\n\tesac\n"
	      "\tif [ -n \"$words\" ]; then\n"
	      "\t\tCOMPREPLY=($(compgen -W \"$words\" -- \"$cur\"))\n"
	      "\telse\n"
	      "\t\tIFS=$'\\n' COMPREPLY=($(compgen $kind -- \"$cur\"))\n"
	      "\t\tcompopt -o filenames 2>/dev/null\n"
	      "\tfi\n"
	      "}\n"
	      "complete -F _aetherboot_kvm aetherboot-kvm\n",
	      stdout);
}

/* A description between brackets and single quotes. */
static void zsh_quoted(const char *words)
{
	for (const char *c = words; *c != '\0'; c++) {
		if (*c == '\'') {
			fputs("'\\''", stdout);
			continue;
		}
		if (strchr("[]:\\", *c) != NULL)
			putchar('\\');
		putchar(*c);
	}
}

static void zsh_option(const struct vmm_option *o)
{
	printf("\t'%s--%s%s[", o->kind == VMM_OPTION_LIST ? "*" : "", o->name,
	       o->optional        ? "=-"
	       : o->value != NULL ? "="
				  : "");
	zsh_quoted(o->help);
	putchar(']');
	if (o->value == NULL) {
		fputs("' \\\n", stdout);
		return;
	}
	printf(o->optional ? "::%s:" : ":%s:", o->value);
	if (o->n_choices != 0) {
		for (size_t i = 0; i < o->n_choices; i++)
			printf(i == 0 ? "(%s" : " %s", o->choice[i].name);
		putchar(')');
	} else if (strcmp(o->value, "FILE") == 0) {
		fputs("_files", stdout);
	} else if (strcmp(o->value, "DIR") == 0) {
		fputs("_files -/", stdout);
	}
	fputs("' \\\n", stdout);
}

static void zsh(void)
{
	fputs("#compdef aetherboot-kvm\n"
	      "# completion of aetherboot-kvm for zsh, made by aetherboot-kvm --help=zsh\n"
	      "_arguments \\\n",
	      stdout);
	for (size_t i = 0; i < vmm_n_options; i++)
		if (vmm_option[i].name != NULL)
			zsh_option(&vmm_option[i]);
	fputs("\t'-h[print the help]' \\\n\t':KERNEL:_files'\n", stdout);
}

void vmm_help(enum vmm_format format)
{
	static void (*const formats[])(void) = {
		[VMM_FORMAT_TEXT] = text,
		[VMM_FORMAT_MAN] = man,
		[VMM_FORMAT_BASH] = bash,
		[VMM_FORMAT_ZSH] = zsh,
	};

	formats[format]();
}
