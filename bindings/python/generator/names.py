# SPDX-License-Identifier: BSD-2-Clause
"""What a C name is called in Python, and how a comment becomes a docstring."""
import keyword
import os
import re
import textwrap

PARAM = re.compile(r"- `(\w+)`: ")
RETVAL = re.compile(r"@retval +AB_(\w+) *")


def class_name(c):
    """ab_x86_zero_page: X86ZeroPage."""
    return "".join(part[:1].upper() + part[1:] for part in c.removeprefix("ab_").split("_"))


def python_name(c):
    """A name that Python does not reserve."""
    return c + "_" if keyword.iskeyword(c) else c


def member_prefix(names):
    """What the members of an enum have in common, up to an underscore, and no name is empty or
    begins with a digit without it."""
    names = list(names)
    common = os.path.commonprefix(names)
    prefix = common[:common.rfind("_") + 1]
    while any(not name[len(prefix):].isidentifier() for name in names):
        prefix = prefix[:prefix.rstrip("_").rfind("_") + 1]
    return prefix


def prose(text):
    """Lines of a comment as paragraphs and a list: parameters, results, errors."""
    out, paragraphs = [], re.split(r"\n\s*(?=@(?:param|return|retval)\b)|\n\s*\n", text)
    for paragraph in paragraphs:
        paragraph = " ".join(paragraph.split())
        paragraph = re.sub(r"^@param +(\w+) +", lambda m: f"- `{python_name(m[1])}`: ", paragraph)
        paragraph = re.sub(r"^@return +", "- returns ", paragraph)
        match = RETVAL.match(paragraph)
        if match:
            rest = paragraph[match.end():]
            if match[1] == "OK" or not rest:
                continue
            paragraph = f"- raises {match[1]}: {rest}"
        if paragraph:
            out.append(paragraph)
    return out


def wrapped(text, indent, width=99):
    return textwrap.fill(text, width, initial_indent=indent, subsequent_indent=indent,
                         break_long_words=False, break_on_hyphens=False)


def docstring(paragraphs, indent):
    """The lines of a docstring, with its quotes."""
    paragraphs = [p if p.endswith((".", ":", "?")) or p.startswith("- ") else p + "."
                  for p in paragraphs]
    first, *rest = paragraphs or ["."]
    lines = [wrapped('"""' + first, indent)]
    for paragraph in rest:
        item = paragraph.startswith("- ")
        if not (item and lines[-1].lstrip().startswith("- ")):
            lines.append("")
        lines.append(wrapped(paragraph, indent + "  ").replace(indent + "  - ", indent + "- ", 1)
                     if item else wrapped(paragraph, indent))
    last = lines[-1].splitlines()[-1]
    lines.append(indent + '"""') if len(last) > 96 or rest else None
    if not (len(last) > 96 or rest):
        lines[-1] += '"""'
    return "\n".join(lines)


def quoted(text):
    """A short string of one line."""
    text = " ".join(text.replace("\\\\", "\\").split())
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
