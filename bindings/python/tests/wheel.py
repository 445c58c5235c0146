#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""The package as pip makes it: from the source package in an empty folder, on every CPython.

usage: wheel.py FOLDER ENVIRONMENTS

The source package must be whole: pip builds from it far from the tree. The wheel must keep to the
limited API, by abi3audit, and contain the module, its types and nothing that belongs to tests. As
auditwheel repairs it, it must load no codec of the system's. Each environment cpython-X.Y of
bindings/python/setup.sh must pass the tests with the repaired wheel: those of the goldens, too, so
each places the same bytes."""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
BIN = pathlib.Path(sys.executable).parent
CODECS = re.compile(r"/lib(?:bz2|isal|lz4|lzma|z|zstd)[.-]")
SUITE = ["test_aml.py", "test_builders.py", "test_folder.py", "test_golden.py",
         "test_machinefile.py", "test_place.py", "test_tomllines.py", "test_values.py"]
LOADED = """
import aetherboot
aetherboot.codec_library(aetherboot.Codec.XZ)
print(aetherboot.__file__)
print(*sorted({line.split()[-1] for line in open("/proc/self/maps") if ".so" in line}), sep="\\n")
"""


def run(*command, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True,
                          check=False, **more)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, command))}: {done.returncode}\n{done.stdout}{done.stderr}")
    return done.stdout + done.stderr


def only(folder):
    files = list(folder.iterdir())
    if len(files) != 1:
        sys.exit(f"{folder}: {len(files)} files, not one")
    return files[0]


def source_package(folder):
    run(BIN / "python", "-m", "build", "--sdist", "--no-isolation", "-o", folder, HERE.parent)
    with tarfile.open(only(folder)) as archive:
        members = archive.getmembers()
    links = [m.name for m in members if not (m.isfile() or m.isdir())]
    tests = [m.name for m in members if "/tests/" in m.name]
    if links or tests:
        sys.exit(f"the source package has links or tests: {links + tests}")
    return only(folder)


def wheel(package, folder, empty):
    run(BIN / "python", "-m", "pip", "wheel", "--no-build-isolation", "--no-deps", "--no-index",
        "-w", folder, package, cwd=empty)
    made = only(folder)
    if not re.search(r"-cp311-abi3-linux_\w+\.whl$", made.name):
        sys.exit(f"{made.name}: not of the limited API")
    with zipfile.ZipFile(made) as archive:
        names = archive.namelist()
    odd = [n for n in names if not re.match(r"aetherboot(?:-[\d.]+\.(?:dist-info|data))?/", n)]
    version = re.search(r"aetherboot-([\d.]+)-", made.name)[1]
    for needed in ("man/man1/aetherboot.1", "bash-completion/completions/aetherboot",
                   "zsh/site-functions/_aetherboot"):
        needed = f"aetherboot-{version}.data/data/share/{needed}"
        odd += [] if needed in names else [f"no {needed}"]
    for needed in ("aetherboot/_aetherboot.abi3.so", "aetherboot/py.typed", "aetherboot/_types.py",
                   "aetherboot/machine.schema.json", "aetherboot/manifest.schema.json",
                   "aetherboot/decode/inspect.schema.json"):
        odd += [] if needed in names else [f"no {needed}"]
    if odd:
        sys.exit(f"{made.name}: {odd}")
    return made


def check_on(python, site, golden):
    """Run the tests on one CPython, with the package in this folder and no codec of the system's."""
    env = {name: value for name, value in os.environ.items() if not name.startswith("LD_")}
    env |= {"PYTHONPATH": str(site), "AB_GOLDEN": golden, "AB_EXAMPLES": "3",
            "PYTHONDONTWRITEBYTECODE": "1"}
    version = run(python, "-V").strip()
    loaded = run(python, "-c", LOADED, env=env, cwd="/").splitlines()
    if not loaded[0].startswith(str(site)):
        sys.exit(f"{version}: imported {loaded[0]}")
    foreign = [path for path in loaded[1:] if CODECS.search(path) and str(site) not in path]
    # an interpreter may itself be linked with one
    own = run(python, "-c", "print(open('/proc/self/maps').read())", cwd="/")
    foreign = [path for path in foreign if path not in own]
    if foreign:
        sys.exit(f"{version}: loads {foreign}")
    passed = run(python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k",
                 "not linear and not cost", *SUITE, env=env, cwd=HERE)  # what costs is measured once
    print(f"{version}: {passed.strip().splitlines()[-1]}")


def main(folder, environments):
    shutil.rmtree(folder, ignore_errors=True)
    for name in ("source", "wheel", "repaired", "empty"):
        (folder / name).mkdir(parents=True)
    made = wheel(source_package(folder / "source"), folder / "wheel", folder / "empty")
    run(BIN / "abi3audit", "--strict", made)
    path = {"PATH": f"{BIN}:{os.environ['PATH']}"}
    run(BIN / "auditwheel", "repair", "-w", folder / "repaired", made, env=os.environ | path)
    repaired = only(folder / "repaired")
    with zipfile.ZipFile(repaired) as archive:
        archive.extractall(folder / "site")
    print(f"{repaired.name}: abi3audit agrees")
    pythons = sorted(environments.glob("cpython-*/bin/python"))
    if not pythons:
        sys.exit(f"{environments}: no CPython")
    for python in pythons:
        check_on(python, folder / "site", os.environ["AB_GOLDEN"])


if __name__ == "__main__":
    main(pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve())
