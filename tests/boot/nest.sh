#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Run a shell command in L1: a Debian guest of QEMU's TCG whose emulated SVM gives it a /dev/kvm.
#
# usage: tests/boot/nest.sh 'COMMAND'
#
# The command sees the host's root read-only, at the same paths, and runs in the same folder;
# $OUT is read-write at /dev/out, and /dev/shm is scratch memory ($TMPDIR). It runs as root.
# Standard output is L1's console, which is also kept in $OUT/console.log.
# exit: the command's; 125 when L1 reported none (time limit, panic, hang)
#
# env: OUT    a folder for results (build/boot/out)
#      LIMIT  seconds for all of it (120)
#      MEM    MiB of L1 (2048)
#      CPU    QEMU's -cpu (max: the only one seen to hold over many boots; without xsave, as QEMU
#             does not intercept XSETBV: KVM would not see what a guest does to XCR0)
#      L1     initrd by mkinitrd.sh l1 (made when absent)
#      AB_INTERACTIVE  set: the terminal's input goes to the command
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=${AB_CACHE:-$here/../../build/cache}
OUT=${OUT:-$here/../../build/boot/out}
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
L1=${L1:-$OUT/l1.img}
[ -e "$L1" ] || "$here/mkinitrd.sh" l1 "$L1"
printf 'cd "%s" || exit 125\nexport HOME=/dev/shm TMPDIR=/dev/shm PATH="%s"\n%s\n' "$PWD" "$PATH" "$1" >"$OUT/job.sh"

input=/dev/null
[ -z "${AB_INTERACTIVE-}" ] || input=/dev/stdin
timeout -k 5 --foreground "${LIMIT:-120}" qemu-system-x86_64 -M q35 -accel tcg -cpu "${CPU:-max,-xsave}" \
	-smp 2 -m "${MEM:-2048}" -nodefaults -display none -no-reboot -serial stdio \
	-kernel "$cache/kernels/amd64/bzImage" -initrd "$L1" \
	-append "console=ttyS0 quiet panic=-1 softlockup_panic=1" \
	-fsdev local,id=r,path=/,security_model=none,readonly=on,multidevs=remap \
	-device virtio-9p-pci,fsdev=r,mount_tag=root \
	-fsdev local,id=o,path="$OUT",security_model=none \
	-device virtio-9p-pci,fsdev=o,mount_tag=out <"$input" 2>&1 | tee "$OUT/console.log"
status=$(tr -d '\r' <"$OUT/console.log" | sed -n 's/.*L1-EXIT:\([0-9]*\)$/\1/p' | tail -n 1)
exit "${status:-125}"
