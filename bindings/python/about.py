#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""What a package that is installed without pip says of itself, out of pyproject.toml: its name,
version and needs, for importlib.metadata and for packagers' tools; and its commands.

usage: about.py VERSION FOLDER     writes FOLDER/NAME-VERSION.dist-info and FOLDER/bin"""
import pathlib
import shutil
import sys
import tomllib

COMMAND = """#!/usr/bin/python3
import sys

from {module} import {function}

sys.exit({function}())
"""


def metadata(project, version):
    yield "Metadata-Version", "2.1"
    yield "Name", project["name"]
    yield "Version", version
    yield "Summary", project["description"]
    yield "License", project["license"]
    yield "Requires-Python", project["requires-python"]
    for line in project["classifiers"]:
        yield "Classifier", line
    for need in project["dependencies"]:
        yield "Requires-Dist", need


def main(version, folder):
    source = pathlib.Path(__file__).resolve().parent / "pyproject.toml"
    project = tomllib.loads(source.read_text(encoding="utf-8"))["project"]
    shutil.rmtree(folder, ignore_errors=True)
    about = folder / f"{project['name']}-{version}.dist-info"
    about.mkdir(parents=True)
    (folder / "bin").mkdir()
    fields = metadata(project, version)
    (about / "METADATA").write_text("".join(f"{name}: {value}\n" for name, value in fields))
    scripts = project["scripts"]
    (about / "entry_points.txt").write_text("[console_scripts]\n" + "".join(
        f"{name} = {place}\n" for name, place in scripts.items()))
    for name, place in scripts.items():
        module, _, function = place.partition(":")
        command = folder / "bin" / name
        command.write_text(COMMAND.format(module=module, function=function))
        command.chmod(0o755)


if __name__ == "__main__":
    main(sys.argv[1], pathlib.Path(sys.argv[2]))
