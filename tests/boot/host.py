#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""tests/boot/host.sh on hosts of each distribution: os-release files, package managers that are
scripts here and hand out packages made here, disks with and without a kernel.

usage: host.py WORK"""
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
TOOLS = ("sh", "cat", "cut", "cp", "mv", "rm", "mkdir", "ls", "find", "head", "tail", "sed", "awk", "tr", "readlink",
         "dirname", "uname", "id", "readelf", "tar", "cpio", "gzip", "xz", "zstd", "dpkg-deb", "test", "echo", "env",
         "apt-get", "apt-cache", "flock")
OS = {
    "ubuntu": 'ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n',
    "mint": 'ID=linuxmint\nID_LIKE="ubuntu debian"\n',
    "kali": "ID=kali\nID_LIKE=debian\n",
    "fedora": "ID=fedora\n",
    "rocky": 'ID="rocky"\nID_LIKE="rhel centos fedora"\n',
    "arch": "ID=arch\n",
    "manjaro": "ID=manjaro\nID_LIKE=arch\n",
    "alpine": "ID=alpine\n",
    "tumbleweed": 'ID="opensuse-tumbleweed"\nID_LIKE="opensuse suse"\n',
    "sles": 'ID="sles"\nID_LIKE="suse"\n',
    "gentoo": "ID=gentoo\n",
    "debian": "ID=debian\n",
}
LOG = 'echo "$0 $*" >>"$LOG"\n'
# each: what the manager does with the words it must be given; $STORE has the packages
MANAGERS = {
    "apt-get": 'for p; do :; done\ncp "$STORE/${p}"_1_amd64.deb .\n',
    "apt-cache": '[ "$1 $2" = "depends linux-image-virtual" ] || exit 100\n'
                 'printf "%s\\n" "$2" "  Depends: linux-image-6.8.0-31-generic"\n',
    "dnf": 'case $* in *" download --arch="*" --destdir=. "*) ;; *) exit 9 ;; esac\n'
           'for p; do :; done\ncp "$STORE/$p-1.rpm" .\n',
    "pacman": '[ "$1 $2 $3" = "-Sddw --noconfirm --cachedir" ] || exit 9\ncp "$STORE/$5-1.pkg.tar.zst" "$4"\n',
    "apk": '[ "$1 $2 $3" = "fetch --output ." ] || exit 9\ncp "$STORE/$4-1.apk" .\n',
    "zypper": '[ "$1 $2 $4" = "-n --pkg-cache-dir download" ] || exit 9\n'
              'mkdir -p "$3/repo/x86_64"\ncp "$STORE/$5-1.rpm" "$3/repo/x86_64"\n',
    "rpm2cpio": 'cat "$1"\n',
    "sudo": '[ "$1" != -v ] || exit 0\nexec "$@"\n',
}
# packages: their files
KERNEL = {"linux-image-6.8.0-31-generic": "boot/vmlinuz-6.8.0-31-generic", "linux-image-generic": "boot/vmlinuz-6.1",
          "kernel-core": "lib/modules/6.9.fc40/vmlinuz", "linux": "usr/lib/modules/6.10-arch1/vmlinuz",
          "linux-virt": "boot/vmlinuz-virt", "kernel-default": "usr/lib/modules/6.11/vmlinuz"}
BUSYBOX = {"busybox-static": "bin/busybox.static", "busybox": "usr/sbin/busybox"}
bad = []


def check(what, good, more=""):
    if not good:
        bad.append(f"{what} {more}")


class Host:
    """A host: its disk, its os-release, the managers that it has."""

    def __init__(self, work, name, managers=(), files=()):
        self.at = work / name
        self.root, self.bin, self.cache = self.at / "root", self.at / "bin", self.at / "cache"
        for folder in (self.root / "etc", self.bin, self.cache):
            folder.mkdir(parents=True)
        if name.partition("-")[0] in OS:
            (self.root / "etc/os-release").write_text(OS[name.partition("-")[0]], encoding="ascii")
        for tool in TOOLS:
            if tool not in MANAGERS and shutil.which(tool):
                (self.bin / tool).symlink_to(shutil.which(tool))
        for tool in managers:
            path = self.bin / tool
            path.write_text("#!/bin/sh\n" + LOG + MANAGERS[tool], encoding="ascii")
            path.chmod(0o755)
        for path, data in files:
            target = self.root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)
            target.chmod(0o755)

    def run(self, *words, **env):
        env = {"PATH": str(self.bin), "AB_CACHE": str(self.cache), "AB_HOST_ROOT": str(self.root),
               "STORE": str(self.at.parent / "store"), "LOG": str(self.at / "log"), **env}
        return subprocess.run([HERE / "host.sh", *words], env=env, capture_output=True, text=True, check=False)

    def got(self, name):
        path = self.cache / "host" / name
        return path.read_bytes() if path.exists() else None

    def log(self):
        path = self.at / "log"
        return path.read_text(encoding="ascii") if path.exists() else ""


def static_program(work):
    """An ELF without an interpreter, and one with."""
    source = work / "p.c"
    source.write_text("int main(void) { return 0; }\n", encoding="ascii")
    made = []
    for flags in (["-nostdlib", "-static", "-Wl,-e,main"], []):
        out = work / f"p{len(made)}"
        subprocess.run([os.environ.get("CC", "cc"), *flags, "-o", out, source], check=True)
        made.append(out.read_bytes())
    return made


def packages(work, static, dynamic):
    """The store: each package in each format that a manager above hands out."""
    store = work / "store"
    store.mkdir()
    for name, path in [*KERNEL.items(), *BUSYBOX.items()]:
        tree = work / "tree"
        shutil.rmtree(tree, ignore_errors=True)
        target = tree / path
        target.parent.mkdir(parents=True)
        if name in KERNEL:
            target.write_bytes(b"kernel of " + name.encode())
            (target.parent / ".vmlinuz.hmac").write_bytes(b"x" * 500)
        else:
            target.write_bytes(static)
            (target.parent / "busybox-dynamic").write_bytes(dynamic + bytes(99999))
        subprocess.run(["tar", "-C", tree, "-czf", store / f"{name}-1.apk", "."], check=True)
        subprocess.run(["tar", "-C", tree, "--zstd", "-cf", store / f"{name}-1.pkg.tar.zst", *os.listdir(tree)],
                       check=True)
        with open(store / f"{name}-1.rpm", "wb") as f:
            names = subprocess.run(["find", "."], cwd=tree, stdout=subprocess.PIPE, check=True).stdout
            subprocess.run(["cpio", "-o", "--quiet", "-H", "newc"], cwd=tree, input=names, stdout=f, check=True)
        (tree / "DEBIAN").mkdir()
        (tree / "DEBIAN/control").write_text(f"Package: {name}\nVersion: 1\nArchitecture: amd64\n"
                                             "Maintainer: nobody <n@o>\nDescription: none\n", encoding="ascii")
        subprocess.run(["dpkg-deb", "-b", tree, store / f"{name}_1_amd64.deb"], check=True,
                       stdout=subprocess.DEVNULL)


def from_packages(work, static):
    """Each distribution's own manager is asked, and what it hands out is unpacked."""
    for name, managers, package in (
            ("ubuntu", ("apt-get", "apt-cache"), "linux-image-6.8.0-31-generic"),
            ("mint", ("apt-get", "apt-cache"), "linux-image-6.8.0-31-generic"),
            ("kali", ("apt-get", "apt-cache"), "linux-image-generic"),
            ("fedora", ("dnf", "rpm2cpio"), "kernel-core"),
            ("rocky", ("dnf", "rpm2cpio"), "kernel-core"),
            ("arch", ("pacman", "sudo"), "linux"),
            ("manjaro", ("pacman", "sudo"), "linux"),
            ("alpine", ("apk",), "linux-virt"),
            ("tumbleweed", ("zypper", "rpm2cpio"), "kernel-default"),
            ("sles", ("zypper", "rpm2cpio"), "kernel-default")):
        host = Host(work, name, managers)
        done = host.run()
        check(name, done.returncode == 0, done.stderr)
        check(name, host.got("vmlinuz") == b"kernel of " + package.encode(), f"has kernel {host.got('vmlinuz')}")
        check(name, host.got("busybox") == static, "has another busybox")
        check(name, f"/{managers[0]} " in host.log(), "asked another manager")
        check(name, not (host.cache / "host/get").exists(), "leaves packages behind")
        before = host.log()
        check(name, host.run().returncode == 0 and host.log() == before, "asks again")


def from_the_disk(work, static, dynamic):
    """What can be read there is taken without asking anybody."""
    running = os.uname().release
    for name, path in (("fedora-modules", f"lib/modules/{running}/vmlinuz"), ("ubuntu-boot", f"boot/vmlinuz-{running}"),
                       ("gentoo-boot", "boot/vmlinuz"), ("arch-other", "usr/lib/modules/5.0/vmlinuz")):
        host = Host(work, name, ("dnf", "apt-get", "pacman"), ((path, b"on disk"), ("bin/busybox", static)))
        done = host.run()
        check(name, done.returncode == 0 and host.got("vmlinuz") == b"on disk" and not host.log(), done.stderr)
        check(name, host.got("busybox") == static, "has another busybox")
    # the running one first, an empty file never, and no busybox that needs a library
    host = Host(work, "fedora-two", ("dnf", "rpm2cpio"), (
        ("boot/vmlinuz-9.9", b"newer"), (f"lib/modules/{running}/vmlinuz", b""),
        (f"boot/vmlinuz-{running}", b"running"), ("bin/busybox", dynamic)))
    done = host.run()
    check("two kernels", host.got("vmlinuz") == b"running", done.stderr)
    check("dynamic busybox", host.got("busybox") == static, done.stderr)


def without(work, static):
    """A sentence says what to set."""
    for name, managers in (("gentoo", ()), ("fedora-none", ()), ("alpine-none", ())):
        host = Host(work, name, managers)
        done = host.run()
        check(name, done.returncode == 1 and "AB_KERNEL=FILE names one" in done.stderr and
              "AB_MIRROR" in done.stderr and name.partition("-")[0] in done.stderr, done.stderr)
        check(name, host.got("vmlinuz") is None, "has a kernel from nowhere")
    host = Host(work, "gentoo-busybox", (), (("boot/vmlinuz", b"k"),))
    done = host.run()
    check("no busybox", done.returncode == 1 and "AB_BUSYBOX=FILE names one" in done.stderr, done.stderr)
    # a package manager that fails is heard
    host = Host(work, "fedora-fails", ("dnf", "rpm2cpio"))
    (host.bin / "dnf").write_text("#!/bin/sh\necho 'No such command: download' >&2\nexit 1\n", encoding="ascii")
    done = host.run()
    check("a manager that fails", done.returncode == 1 and "No such command: download" in done.stderr, done.stderr)
    # the caller's own files need no manager, and no kernel of the host
    own = work / "own"
    own.write_bytes(static)
    host = Host(work, "gentoo-own")
    done = host.run(AB_KERNEL=str(own), AB_BUSYBOX=str(own))
    check("the caller's", done.returncode == 0, done.stderr)
    done = host.run(AB_KERNEL=str(work / "nowhere"), AB_BUSYBOX=str(own))
    check("the caller's, missing", done.returncode == 1 and "of AB_KERNEL cannot be read" in done.stderr, done.stderr)


def choice(work):
    """Whose kernel the demo boots."""
    for name, env, want in (("debian-w", {}, 1), ("debian-k", {"AB_KERNEL": "x"}, 0), ("ubuntu-w", {}, 0),
                            ("kali-w", {}, 0), ("fedora-w", {}, 0), ("ubuntu-m", {"AB_MIRROR": "x"}, 1),
                            ("unknown-w", {}, 0)):
        done = Host(work, name).run("wanted", **env)
        check(f"wanted on {name}", done.returncode == want, f"{done.returncode}: {done.stderr}")


def debian_sources(work):
    """Scripts that need Debian's packages say what to set where there is no source of them."""
    for name, env, words in (("fedora-apt", {}, ("apt-get is missing", "AB_MIRROR")),
                             ("ubuntu-apt", {}, ("no mirror of Debian: set AB_MIRROR",))):
        host = Host(work, name)
        for tool in ("apt-get", "apt-cache"):
            if name.startswith("ubuntu"):
                (host.bin / tool).write_text("#!/bin/sh\nexit 0\n", encoding="ascii")
                (host.bin / tool).chmod(0o755)
        for script, *words_of in (["boot/fetch.sh"], ["acpi/fetch.sh"], ["el2/fetch.sh"], ["cross/sysroot.sh", "none"]):
            (host.bin / "dpkg").unlink(missing_ok=True)
            (host.bin / "dpkg").write_text("#!/bin/sh\necho amd64\n", encoding="ascii")
            (host.bin / "dpkg").chmod(0o755)
            for tool in ("sort", "touch"):
                if not (host.bin / tool).exists():
                    (host.bin / tool).symlink_to(shutil.which(tool))
            done = subprocess.run([HERE.parent / script, *words_of], capture_output=True, text=True, check=False,
                                  env={"PATH": str(host.bin), "AB_CACHE": str(host.cache), **env})
            check(f"{script} on {name}", done.returncode == 1 and all(w in done.stderr for w in words), done.stderr)


def main():
    work = pathlib.Path(sys.argv[1]).resolve()
    for tool in ("dpkg-deb", "cpio", "zstd", "readelf"):
        if not shutil.which(tool):
            print(f"skipped: {tool} is not installed")
            return 77
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    static, dynamic = static_program(work)
    packages(work, static, dynamic)
    from_packages(work, static)
    from_the_disk(work, static, dynamic)
    without(work, static)
    choice(work)
    debian_sources(work)
    shutil.rmtree(work)
    print(*bad, f"{len(bad)} problems", sep="\n")
    return 1 if bad else 0


sys.exit(main())
