#!/bin/busybox sh
# SPDX-License-Identifier: BSD-2-Clause
# /init of L1, the outer guest: mount the host's root read-only, run /dev/out/job.sh in it, power off.
# What must be writable is under /dev, so that /tmp, where the tree itself may be, is the host's.
export PATH=/bin
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
for m in $(cat /modules/order); do
	insmod "/modules/$m.ko" || echo "L1-FAIL: insmod $m"
done
opt=trans=virtio,version=9p2000.L,msize=512000
mount -t 9p -o $opt,ro,cache=loose root /host || echo "L1-FAIL: mount root"
mount -t proc proc /host/proc
mount -t sysfs sys /host/sys
mount -t devtmpfs dev /host/dev
mkdir -p /host/dev/out /host/dev/shm /host/dev/pts
mount -t tmpfs shm /host/dev/shm
mount -t devpts pts /host/dev/pts
mount -t 9p -o $opt out /host/dev/out || echo "L1-FAIL: mount out"
input=/dev/null
[ ! -e /interactive ] || input=/dev/console
chroot /host /bin/sh /dev/out/job.sh <$input
echo "L1-EXIT:$?"
umount /host/dev/out
poweroff -f
