#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Errors with their cures: docs/errors.md, made of the kept sentences and of a table. Each sentence
must have a cure, and each pattern of the table a sentence.

usage: cures.py CURES ERRORS COMMAND_LINES DOCUMENT [--update]"""
import difflib
import pathlib
import re
import sys

HEAD = """# Errors, and what to do

This page is made of the sentences that the tests provoke (`tests/golden/expected/errors.txt`, and `tests/kvm/command-lines.txt` for the VMM) and of `tests/golden/cures.txt`. Search it for the words behind the colon. Offsets, sizes and addresses stand here as 64 or 0x40, names of entries as NAME, and indices as 0 and 1.

A sentence has the form *field: value is not valid: rule*. The field is a path as you write it in C, with the index of its list and the name of the entry; the rule says what must hold. Names without a dot are regions, tables or streams, and the number is an offset in them. An overlap names both parties, each with its range: the first byte, and the first one behind. `ab_error_text()` makes the sentence of a `struct ab_error`, whose members a program can read as well.

| Code | What it says |
|---|---|
| `AB_ERR_ARG` | A field of the description, or an argument, breaks its rule: correct it. |
| `AB_ERR_NOSPACE` | Memory is too small: of the guest, of a buffer, or work memory. |
| `AB_ERR_OVERLAP` | Two ranges that must be apart share a byte or a number. |
| `AB_ERR_IMAGE` | A file is malformed or cut: get it again. |
| `AB_ERR_UNSUPPORTED` | The input is right, but not for this machine, this protocol or this build. |
| `AB_ERR_MEM` | Your sink, or another callback of yours, refused bytes. |
| `AB_ERR_INTERNAL` | A bug of the library. |

A plan may warn by the same sentences (`ab_plan.warnings`): then it can be entered, and the sentence says what was left out or taken on trust.
"""


class Cure:
    """Patterns with what they mean and what to do."""

    def __init__(self, section):
        self.section, self.patterns = section, []
        self.means = self.cure = ""
        self.sentences = []


def pattern(text):
    """A regular expression of a pattern, in which * is any text, NAME any name and 64 any number."""
    return re.compile(".*".join(map(re.escape, text.split("*"))).replace("NAME", "[^)]*").replace("64", r"\d+"))


def read_cures(text):
    cures, section, fresh = [], "", True
    for line in text.splitlines():
        if line.startswith("# ") or not line:
            fresh = True
        elif line.startswith("## "):
            section = line[3:]
        elif line.startswith("= "):
            cures[-1].means = line[2:]
        elif line.startswith("> "):
            cures[-1].cure = line[2:]
        else:
            if fresh:
                cures.append(Cure(section))
            fresh = False
            cures[-1].patterns.append([pattern(line), line, False])
    return cures


def find(cures, text):
    """The first pattern that fits, with its cure."""
    return next(((cure, p) for cure in cures for p in cure.patterns if p[0].fullmatch(text)), (None, None))


def library(text):
    for line in text.splitlines():
        if not line.startswith("# "):
            code, sentence = line.split(maxsplit=1)
            yield f"{code} {sentence}"


def command_lines(text, cures):
    """Answers of the VMM, one of those that differ in a word of the user's, and not those that are
    sentences of the library, perhaps behind the name of a file."""
    seen = set()
    for line in text.splitlines():
        if not line.startswith(" "):
            continue
        answer = line.strip().removesuffix("; try --help")
        own = any(find(cures, f"{code} {text}")[0] for text in (answer, answer.partition(": ")[2])
                  for code in ("ARG", "IMAGE", "NOSPACE", "OVERLAP", "UNSUPPORTED"))
        key = re.sub(r"\(\S+\?\)|ambiguous: .*", "", answer.partition(": ")[2] or answer)
        if not own and key not in seen:
            seen.add(key)
            yield f"CLI {answer}"


def assign(cures, sentences):
    """Give each sentence to its cure. Returns what is wrong."""
    bad = []
    for sentence in sentences:
        cure, fits = find(cures, sentence)
        if cure is None:
            bad.append(f"no cure: {sentence}")
            continue
        fits[2] = True
        cure.sentences.append(sentence)
    for cure in cures:
        bad += [f"no sentence: {text}" for _, text, used in cure.patterns if not used]
        if not cure.means.endswith(".") or not cure.cure.endswith("."):
            bad.append(f"no meaning, or nothing to do: {cure.patterns[0][1]}")
    return bad


def document(cures):
    parts, section = [HEAD], ""
    for cure in cures:
        if cure.section != section:
            section = cure.section
            parts.append(f"\n## {section}\n")
        lines = [s.removeprefix("CLI ") if s.startswith("CLI ") else
                 "{:12}{}".format(*s.split(" ", 1)) for s in cure.sentences]
        parts.append(f"\n{cure.means}\n\n**What to do.** {cure.cure}\n\n"
                     + "".join(f"    {line}\n" for line in lines))
    return "".join(parts)


def main():
    cures_file, errors, lines, doc = map(pathlib.Path, sys.argv[1:5])
    cures = read_cures(cures_file.read_text(encoding="ascii"))
    sentences = [*library(errors.read_text(encoding="ascii")),
                 *command_lines(lines.read_text(encoding="ascii"), cures)]
    bad = assign(cures, sentences)
    now = document(cures)
    if sys.argv[5:] == ["--update"]:
        doc.write_text(now, encoding="ascii")
    old = doc.read_text(encoding="ascii") if doc.exists() else ""
    bad += [line.rstrip() for line in
            difflib.unified_diff(old.splitlines(), now.splitlines(), str(doc), "now", lineterm="")]
    print(*bad, f"{len(sentences)} sentences, {len(cures)} cures", sep="\n")
    return 1 if bad else 0


sys.exit(main())
