#!/usr/bin/env python3
# SPDX-License-Identifier: BSD-2-Clause
"""Break the hypervisor in one place at a time: the test that is named for it must fail.

usage: broken.py [--build DIR] [--dev DIR] [--out DIR] [NAME...]
       broken.py --list

DIR is build/el2, build/dev and build/el2-broken. A changed source is compiled as the build compiles
it, and linked in front of the others; the sources themselves stay as they are. Without a change, the
same test must pass: that is tried, too."""
import argparse
import json
import os
import re
import shlex
import shutil
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
EL2 = "frontends/el2/"
IMAGE, FAULTS = "aetherboot-el2", "el2_faults"

# name: the test ("node CASE" or "unit NAME"), and changes (file below frontends/el2, old, new): each
# old text is there once
BROKEN = {
    "page": ("node hostile-memory", [
        ("admit.c", "vm->ipa, vm->pa, vm->spec->memory, &ram,", "vm->ipa, vm->pa, vm->spec->memory + 4096, &ram,")]),
    "sgi": ("node hostile-gic", [
        ("vgic.c", "(cpu->affinity & ~15u) != first ||", "")]),
    "intid": ("node hostile-gic", [
        ("vgic_bank.c", "v &= bank->owned;", ""),
        ("vgic_phys.c", "return bank->owned & ~bank->soft;", "return ~bank->soft;")]),
    "targets": ("node hostile-gic-v2", [
        ("vgic_v2.c", "if (vm->n_cpus == 1 || !(bank->owned & bit))", "if (vm->n_cpus == 1 || intid < 32)")]),
    "sgir": ("node hostile-gic-v2", [
        ("vgic_v2.c", "for (uint32_t n = 0; n < vm->n_cpus; n++)\n\t\tif (to[", "for (uint32_t n = 0; n < 8; n++)\n\t\tif (to[")]),
    "capability": ("node calls-denied", [
        ("calls.c", "(caller->spec->capabilities & row->capability) != row->capability", "false")]),
    "scrub": ("node calls-20-rounds-max", [
        ("guest.c", "memset(to, 0, n);\n\t\tel2_hw_clean(to, n);\n\t}\n}", "el2_hw_clean(to, n);\n\t}\n}")]),
    "psci": ("unit el2_psci", [
        ("psci.c", "el2_lock(&vm->lock);\n\tresult = switch_on(target, args[1], args[2]);\n\tel2_unlock(&vm->lock);",
         "result = switch_on(target, args[1], args[2]);")]),
    "ticket": ("node calls-mailbox", [
        ("mailbox.c", "if (!is_held(m) || ticket != m->holder)", "if (!is_held(m))")]),
    "twice": ("unit el2_mailbox", [
        ("mailbox.c", "r.arg[i] = ab_ld_le64(words +", "r.arg[i] = ab_ld_le64(page +"),
        ("mailbox.c", "memcpy(words, page, TAKEN);\n", "memcpy(words, page, TAKEN);\n\tel2_hw_flush(page, WORDS);\n")]),
    "text": ("node fault-write-code", [
        ("metal/mmu.c", "[EL2_MAP_CODE] = AF | SH_INNER | AP_READ_ONLY |", "[EL2_MAP_CODE] = AF | SH_INNER |"),
        ("metal/start.S", "ldr\tw3, =EL2_SCTLR_ON", "ldr\tw3, =(EL2_SCTLR_ON & ~(1 << 19))")]),
    "id": ("node payload-max", [
        ("sysreg.c", "{ 4, 0, UINT64_C(0x1101000000ff0000), 0x01000011 }",
         "{ 4, 0, UINT64_C(0x1101000f00ff0000), 0x01000011 }")]),
    "vmid": ("unit el2_admit", [("admit.c", "(uint16_t)(vm->slot + 1)", "(uint16_t)vm->slot")]),
    "vttbr": ("node fault-break", [
        ("metal/stage2.c", "if (old != own) {\n\t\tEL2_WRITE(VTTBR_EL2, old);", "if (false) {\n\t\tEL2_WRITE(VTTBR_EL2, old);")]),
    "seed": ("node seeds", [("guest.c", "ab_st_le32(words, vm->slot);", "ab_st_le32(words, 0);")]),
    "reserved": ("unit el2_memory", [
        ("memory.c", "return reserve_all(m, why);\n}", "return AB_OK;\n}")]),
    "inside": ("unit el2_calls", [
        ("life.c", "if (vm->vcpu[i]->inside)\n\t\t\treturn;", "if (vm->vcpu[i] == NULL)\n\t\t\treturn;")]),
    "sysreg": ("node hostile-system-a57", [
        ("sysreg.c", "if (i == sizeof(allowed) / sizeof(allowed[0]))\n\t\t\treturn EL2_INJECT;",
         "if (i == sizeof(allowed) / sizeof(allowed[0]))\n\t\t\treturn EL2_EMULATE;")]),
    "record": ("node hostile-immediates", [
        ("trap.c", "#include \"life.h\"", "#include \"node.h\""),
        ("trap.c", "v->exits[EL2_EXIT_CALL]++;",
         "v->exits[EL2_EXIT_CALL]++;\n\tv->vm->node->vms[1].vcpu[0]->exits[EL2_EXIT_CALL]++;")]),
    "smc": ("node hostile-calls", [
        ("psci.c", "(id & 0xbfff0000u) != 0x84000000u", "(id & 0x3fff0000u) != 0x04000000u")]),
}


class Build:
    """A build directory, whose commands are repeated with other sources."""

    def __init__(self, folder):
        self.folder = folder
        with open(os.path.join(folder, "compile_commands.json"), encoding="utf-8") as f:
            self.compiles = {c["file"]: c for c in json.load(f)}

    def compile(self, source, text, out):
        """The object of a source that has another text."""
        command = shlex.split(self.compiles[source]["command"])
        name = os.path.join(out, os.path.basename(source))
        with open(name, "w", encoding="utf-8") as f:
            f.write(text)
        obj = name + os.path.splitext(command[command.index("-o") + 1])[1]
        command[command.index("-o") + 1] = obj
        command[command.index("-c") + 1] = name
        # what a change leaves unused is no mistake here
        command += ["-iquote", os.path.dirname(source), "-I", os.path.dirname(source), "-Wno-error", "-w"]
        subprocess.run(command, check=True, cwd=self.folder)
        return obj

    def link(self, target, objects, out):
        """@target with @objects in place of those of the same sources."""
        done = subprocess.run(["ninja", "-C", self.folder, "-t", "commands", target], check=True,
                              capture_output=True, text=True)
        line = done.stdout.strip().split("\n")[-1].split(" && ")[1]
        words = shlex.split(line)
        names = {os.path.basename(o) for o in objects}
        words = [w for i, w in enumerate(words) if not (w.endswith((".o", ".obj")) and os.path.basename(w) in names)]
        # behind the other objects, before the archives, which then need not give what these have
        last = max(i for i, w in enumerate(words) if w.endswith((".o", ".obj")))
        words[last + 1:last + 1] = objects
        words = [w for w in words if not w.startswith("-Wl,-Map=")]
        words[words.index("-o") + 1] = os.path.join(out, "program")
        subprocess.run(words, check=True, cwd=self.folder)
        return os.path.join(out, "program")


def changed(changes):
    """The new text of each source."""
    texts = {}
    for name, old, new in changes:
        path = os.path.join(ROOT, EL2, name)
        if path not in texts:
            with open(path, encoding="utf-8") as f:
                texts[path] = f.read()
        # how it is broken into lines is no matter
        pattern = r"\s+".join(map(re.escape, old.split()))
        if len(re.findall(pattern, texts[path])) != 1:
            raise RuntimeError(f"{name}: {old!r} is not there once")
        texts[path] = re.sub(pattern, lambda _, new=new: new, texts[path])
    return texts


def build_of(opt, kind):
    return Build(opt.build if kind == "node" else opt.dev)


def run(opt, test, program, out):
    """Whether the test passes with that program."""
    kind, name = test.split()
    if kind == "unit":
        return subprocess.run([program], check=False, capture_output=True, timeout=120).returncode == 0
    # a build directory in which only the image is another one
    for folder in ("frontends/el2", "tests/el2"):
        os.makedirs(os.path.join(out, "build", folder))
        for entry in os.listdir(os.path.join(opt.build, folder)):
            os.symlink(os.path.join(opt.build, folder, entry), os.path.join(out, "build", folder, entry))
    image = os.path.join(out, "build", f"tests/el2/{FAULTS}.bin" if name.startswith("fault-")
                         else f"frontends/el2/{IMAGE}.bin")
    os.unlink(image)
    os.symlink(os.path.join(opt.build, "CMakeCache.txt"), os.path.join(out, "build/CMakeCache.txt"))
    os.unlink(os.path.join(out, f"build/frontends/el2/{IMAGE}"))
    os.symlink(program, os.path.join(out, f"build/frontends/el2/{IMAGE}"))
    with open(os.path.join(opt.build, "CMakeCache.txt"), encoding="utf-8") as f:
        objcopy = re.search(r"^CMAKE_OBJCOPY:\w+=(.*)$", f.read(), re.M)[1]
    subprocess.run([objcopy, "-O", "binary", program, image], check=True)
    check = os.path.join(opt.dev, "frontends/el2/aetherboot-el2-check")
    done = subprocess.run([sys.executable, os.path.join(HERE, "node.py"), "--build", os.path.join(out, "build"),
                           "--out", os.path.join(out, "node"), "--check", check, name],
                          check=False, capture_output=True, text=True, timeout=400)
    with open(os.path.join(out, "said"), "w", encoding="utf-8") as f:
        f.write(done.stdout + done.stderr)
    if f"{name}: {'FAIL' if done.returncode else 'ok'}\n" not in done.stdout:
        raise RuntimeError(f"{name}: {done.stdout}{done.stderr}")
    return done.returncode == 0


def try_one(opt, name, broken):
    test, changes = BROKEN[name]
    kind, case = test.split()
    out = os.path.join(opt.out, f"{name}-{'broken' if broken else 'whole'}")
    shutil.rmtree(out, ignore_errors=True)
    os.makedirs(out)
    build = build_of(opt, kind)
    texts = changed(changes)
    if not broken:
        texts = {path: open(path, encoding="utf-8").read() for path in texts}
    objects = [build.compile(path, text, out) for path, text in texts.items()]
    target = f"test_{case}" if kind == "unit" else FAULTS if case.startswith("fault-") else IMAGE
    return run(opt, test, build.link(target, objects, out), out)


def main():
    p = argparse.ArgumentParser(usage=__doc__)
    p.add_argument("names", nargs="*", metavar="NAME")
    p.add_argument("--list", action="store_true")
    p.add_argument("--build", default=os.path.join(ROOT, "build/el2"))
    p.add_argument("--dev", default=os.path.join(ROOT, "build/dev"))
    p.add_argument("--out", default=os.path.join(ROOT, "build/el2-broken"))
    opt = p.parse_args()
    if opt.list:
        print("\n".join(BROKEN))
        return True
    opt.build, opt.dev, opt.out = (os.path.abspath(path) for path in (opt.build, opt.dev, opt.out))
    good = True
    for name in opt.names or BROKEN:
        whole, survived = try_one(opt, name, False), try_one(opt, name, True)
        ok = whole and not survived
        print(f"{name}: {BROKEN[name][0]} {'passes' if whole else 'FAILS'} as it is, "
              f"and {'PASSES' if survived else 'fails'} broken", flush=True)
        good = good and ok
    return good


if __name__ == "__main__":
    sys.exit(0 if main() else 1)
