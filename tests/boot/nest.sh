#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Run a shell command in L1: a Debian guest of QEMU's TCG whose emulated SVM, or EL2 on arm64, gives
# it a /dev/kvm.
#
# usage: tests/boot/nest.sh 'COMMAND'
#
# The command sees the host's root read-only, at the same paths, and runs in the same folder;
# $OUT is read-write at /dev/out, and /dev/shm is scratch memory ($TMPDIR). It runs as root.
# On arm64 it finds busybox alone: the host's programs do not run there.
# Standard output is L1's console, which is also kept in $OUT/console.log.
# exit: the command's; 125 when L1 reported none (time limit, panic, hang)
#
# env: ARCH   amd64 (usual), or arm64-v2, arm64-v3: by the version of its GIC, which is its guests'
#      OUT    a folder for results (build/boot/out)
#      LIMIT  seconds for all of it (120)
#      SILENT set: L1 is ended when it shows no sign of life in so many seconds of its CPU time, or
#             takes more than CPU_MOST (600) of them; $OUT/cpu says how many it took. See watch.py
#      TRIES  how often L1 may start for a verdict (1)
#      MEM    MiB of L1 (2048)
#      CPU    QEMU's -cpu (amd64: max: the only one seen to hold over many boots; without xsave, as QEMU
#             does not intercept XSETBV: KVM would not see what a guest does to XCR0)
#      L1     initrd by mkinitrd.sh l1 (made when absent)
#      AB_INTERACTIVE  set: the terminal's input goes to the command
set -eu

here=$(cd "$(dirname "$0")" && pwd)
cache=${AB_CACHE:-$here/../../build/cache}
OUT=${OUT:-$here/../../build/boot/out}
mkdir -p "$OUT"
OUT=$(cd "$OUT" && pwd)
ARCH=${ARCH:-amd64}
case $ARCH in
amd64)
	kind=l1 kernel=amd64/bzImage path=$PATH
	qemu="qemu-system-x86_64 -M q35 -cpu ${CPU:-max,-xsave} -append"
	append="console=ttyS0"
	;;
arm64-v[23])
	# without and with VHE: KVM's two ways
	cpu=cortex-a72
	[ $ARCH = arm64-v2 ] || cpu=neoverse-n1
	kind=l1-arm64 kernel=arm64/Image path=/bin
	qemu="qemu-system-aarch64 -M virt,virtualization=on,gic-version=${ARCH#arm64-v}"
	qemu="$qemu -cpu ${CPU:-$cpu} -append"
	append="console=ttyAMA0"
	;;
*)
	echo "nest: ARCH $ARCH?" >&2
	exit 2
	;;
esac
L1=${L1:-$OUT/$kind.img}
[ -e "$L1" ] || "$here/mkinitrd.sh" $kind "$L1"
printf 'cd "%s" || exit 125\nexport HOME=/dev/shm TMPDIR=/dev/shm PATH="%s"\n%s\n' "$PWD" "$path" "$1" >"$OUT/job.sh"

input=/dev/null
[ -z "${AB_INTERACTIVE-}" ] || input=/dev/stdin
watch=
[ -z "${SILENT-}" ] || {
	watch="python3 $here/watch.py $SILENT ${CPU_MOST:-600} $OUT"
	append="$append ab_alive"
}

once() {
	# shellcheck disable=SC2086
	timeout -k 5 --foreground "${LIMIT:-120}" $watch $qemu "$append quiet panic=-1 softlockup_panic=1" \
		-accel tcg -smp 2 -m "${MEM:-2048}" -nodefaults -display none -no-reboot -serial stdio \
		-kernel "$cache/kernels/$kernel" -initrd "$L1" \
		-fsdev local,id=r,path=/,security_model=none,readonly=on,multidevs=remap \
		-device virtio-9p-pci,fsdev=r,mount_tag=root \
		-fsdev local,id=o,path="$OUT",security_model=none \
		-device virtio-9p-pci,fsdev=o,mount_tag=out <"$input" 2>&1 | tee "$OUT/console.log"
}

for try in $(seq "${TRIES:-1}"); do
	[ "$try" = 1 ] || echo "nest: the outer machine ended without a verdict: start $try"
	once
	status=$(tr -d '\r' <"$OUT/console.log" | sed -n 's/.*L1-EXIT:\([0-9]*\)$/\1/p' | tail -n 1)
	[ -z "$status" ] || break
done
exit "${status:-125}"
