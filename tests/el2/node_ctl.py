# SPDX-License-Identifier: BSD-2-Clause
"""Cases of node.py: a Debian guest that manages two others by aetherctl, through the mailbox."""
import re

from node_case import BUSY, VM, Case, debian

OFF = r"el2: no VM runs: power off$"
HEAD = r"mgr: SLOT NAME +STATE +CPUS +MEMORY STARTS +ENDED$"


def row(slot, name, state, cpus, memory, starts, ended=""):
    """A VM in what `aetherctl list` prints."""
    tail = rf"  {ended}" if ended else ""
    return rf"mgr: +{slot} {name} +{state} +{cpus} +{memory}M +{starts}{tail}$"


def listed(db):
    return [r"mgr: # aetherctl list$", HEAD, row(0, "mgr", "RUNNING", "1/1", 256, 1),
            row(1, "web", "RUNNING", "1/1", 256, 1), db]


SESSION = [
    *listed(row(2, "db", "RUNNING", "1/1", 256, 1)),
    r"mgr: # aetherctl console web$", r"mgr: linux: hello from 6\.1\.\S+-cloud-arm64, CPUs 1, memory ",
    r"mgr: linux: ready$",
    r"mgr: # aetherctl stop db$", r"mgr: # aetherctl start db$",
    r"mgr: aetherctl: db is STOPPING: only one that is READY can be started: create it first$",
    *listed(row(2, "db", "STOPPED", "0/1", 256, 1, "it was stopped")),
    r"mgr: # aetherctl restart db$",
    *listed(row(2, "db", "RUNNING", "1/1", 256, 2)),
    r"mgr: # aetherctl write web what is typed$", r"mgr: # aetherctl write web off$",
    r"mgr: # aetherctl info web$", r"mgr: name +web$", r"mgr: state +EMPTY$", r"mgr: starts +1$",
    r"mgr: ended +it powered off$",
    r"mgr: # aetherctl shutdown$", OFF,
]
ELSEWHERE = [r"web: linux: got what is typed$", r"el2: web ended: it powered off$",
             r"el2: db ended: it was stopped$", r"el2: db ended: the node shuts down$",
             r"el2: mgr ended: the node shuts down$"]


def staged(text):
    """The digests of a VM are what sha256sum prints of the files that it was given. What is wrong."""
    sums = dict((name, sum) for sum, name in re.findall(r"^mgr: (\w{64})  /stage/(\w+)$", text, re.M))
    told = re.findall(r"^mgr: (\w{64})  (\w+)$", text, re.M)
    return [f"the digest of the {name} is another" for name in ("kernel", "ramdisk")
            if (sums.get(name), name) not in told]


def cases():
    def node(name, do, tables="fdt", cpus=1, **more):
        return Case(name, group="ctl", smp=2 + cpus, limit=240, vms=[
            VM("mgr", "cloud", "ctl.img", f"quiet panic=-1 {BUSY} do={do}", tables=tables,
               cpus=cpus, capabilities=("manage", "log")),
            debian("web", do="serve"), debian("db", do="serve", tables="acpi")], **more)

    return [
        node("ctl-debian", "session", lines=SESSION, anywhere=ELSEWHERE),
        node("ctl-debian-acpi", "session", tables="acpi", cpu="max,pauth-impdef=on", lines=SESSION,
             anywhere=ELSEWHERE),
        node("ctl-debian-mixed", "mixed", cpus=2, lines=[r"mgr: mixed: 10000 calls$", OFF],
             anywhere=[rf"mgr: mixed: process {n}: 2500 calls$" for n in range(4)]),
        Case("all-ctl-stage", [
            r"mgr: # aetherctl stage spare kernel ", r"mgr: # aetherctl create spare$",
            r"spare: linux: hello from 6\.1\.\S+-cloud-arm64, ", r"el2: spare ended: it powered off$",
            OFF], group="all", smp=2, limit=300, check=staged,
            vms=[VM("mgr", "cloud", "stage.img", f"quiet panic=-1 {BUSY} do=stage", memory=512,
                    capabilities=("manage", "log")),
                 VM("spare", bootargs=f"quiet panic=-1 {BUSY} do=serve", staging=48)]),
    ]
