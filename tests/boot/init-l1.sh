#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of L1, the outer guest: mount the host's root read-only, run /dev/out/job.sh in it, power off.
# What must be writable is under /dev, so that /tmp, where the tree itself may be, is the host's.
# Where the host's programs do not run here (/foreign), the job runs outside, and links lead to the
# host's folders.
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
# for watch.py: not where a person looks at this console
! grep -qw ab_alive /proc/cmdline || while :; do
	echo L1-ALIVE
	sleep 5
done &
for m in $(cat /modules/order); do
	insmod "/modules/$m.ko" || echo "L1-FAIL: insmod $m"
done
opt=trans=virtio,version=9p2000.L,msize=512000
mount -t 9p -o $opt,ro,cache=loose root /host || echo "L1-FAIL: mount root"
if [ -e /foreign ]; then
	for folder in /host/*; do
		own=/${folder##*/}
		rmdir "$own" 2>/dev/null # empty: ours, or one that the kernel made
		[ -e "$own" ] || ln -s "$folder" "$own"
	done
	top=
else
	top=/host
	mount -t proc proc /host/proc
	mount -t sysfs sys /host/sys
	mount -t devtmpfs dev /host/dev
fi
mkdir -p $top/dev/out $top/dev/shm $top/dev/pts
mount -t tmpfs shm $top/dev/shm
mount -t devpts pts $top/dev/pts
mount -t 9p -o $opt out $top/dev/out || echo "L1-FAIL: mount out"
input=/dev/null
[ ! -e /interactive ] || input=/dev/console
if [ -e /foreign ]; then
	sh /dev/out/job.sh <$input
else
	chroot /host /bin/sh /dev/out/job.sh <$input
fi
echo "L1-EXIT:$?"
umount $top/dev/out
poweroff -f
