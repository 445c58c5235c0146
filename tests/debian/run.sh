#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The Debian packages, built without a network and judged.
#
# usage: run.sh CASE SUITE ROOT WORK
# CASE: build    the source package, of the tree as it is, and packages of it, here if this host is of
#                that release, else in a fresh system; lintian judges, and QEMU boots the hypervisor
#       test     what was built, by autopkgtest in a fresh system
#       again    built twice in a fresh system, in other folders, by other users: the same bytes
#       newcomer the release tarball in a fresh system with a network: what README.md says about Python
#                is done as it stands there, and Debian boots
set -eu

what=$1 suite=$2 root=$3 work=$4
here=$root/tests/debian
cache=${AB_CACHE:-$root/build/cache}
. "$here/enter.sh"
source=$work/source built=$work/built system=$work/system-$what

fail() { echo "$what: $*" >&2; exit 1; }

# build_there: in a folder with a source package
build_there='set -eu
	dpkg-source -x ./*.dsc tree
	cd tree
	dpkg-buildpackage -us -uc -b >../build.log 2>&1 || { tail -n 60 ../build.log; exit 1; }'

# errors and warnings count; an override that nothing needs does, too
lint_there='set -eu
	lintian --fail-on error,warning --tag-display-limit 0 --allow-root ./*.changes ./*.dsc >lint.txt ||
	{ cat lint.txt; exit 1; }
	! grep -E "mismatched-override|unused-override" lint.txt'

# symbols_strict TREE: dpkg-gensymbols, which the build used, misses no change
symbols_strict() (
	cd "$1"
	list=$(echo debian/libaetherboot*.symbols)
	gensymbols() {
		dpkg-gensymbols -plibaetherboot0 -v1 -c4 -I"$1" -O/dev/null \
			-e"$(echo debian/libaetherboot0*/usr/lib/*/libaetherboot.so.*.*.*)" >/dev/null 2>&1
	}
	sed '/ab_plan_make@/d' "$list" >"$work/less"
	sed 's/^ ab_plan_make@/ ab_plan_more@/p; s/ab_plan_more/ab_plan_make/' "$list" >"$work/more"
	gensymbols "$list" || fail "the symbols differ"
	! gensymbols "$work/less" || fail "a new symbol is not noticed"
	! gensymbols "$work/more" || fail "a missing symbol is not noticed"
)

# image_boots: the packaged hypervisor reads a machine and a bundle, whose kernel is none
image_boots() {
	dpkg-deb -x "$built"/aetherboot-el2_*.deb "$work/el2"
	seed=$root/tests/fuzz/corpus/admit/one
	at=$(LC_ALL=C grep -aboP '\xd0\x0d\xfe\xed' "$seed" | cut -d: -f1 | sed -n 2p)
	tail -c +$((at + 1)) "$seed" >"$work/bundle.itb"
	timeout 60 qemu-system-aarch64 -M virt,virtualization=on,gic-version=3 -cpu cortex-a57 \
		-smp 2 -m 128M -display none -monitor none -nic none -serial "file:$work/console" \
		-kernel "$work/el2/usr/share/aetherboot/aetherboot-el2.bin" -initrd "$work/bundle.itb" || :
	grep -q '^el2: .*kernel\.magic: 0x6e72656b is not supported' "$work/console" || {
		cat "$work/console"
		fail "the hypervisor's image does not say what it thinks of the bundle"
	}
}

# what differs between two builds: folder, user, mask of modes, time zone, locale, order, unit tests
first='mkdir -p /build && cp /dsc/* /build && cd /build'
second='useradd -m maker && cd ~maker && mkdir -p a/deeper/place && cp /dsc/* a/deeper/place &&
	chown -R maker a && exec setpriv --reuid=maker --regid=maker --clear-groups env -i PATH="$PATH" \
	TZ=Asia/Kathmandu LC_ALL=C.UTF-8 DEB_BUILD_OPTIONS="nocheck parallel=1" \
	sh -c "umask 027; cd a/deeper/place; $1"'

case $what in
build)
	rm -rf "$work"
	mkdir -p "$built"
	"$root/packaging/debian.sh" "$source" --as-it-is
	cp "$source"/*.dsc "$source"/*.tar.* "$built"
	export DEB_BUILD_OPTIONS="nocheck noautodbgsym parallel=$(nproc)"
	if [ "$(codename)" = "$suite" ]; then
		cd "$built"
		offline sh -c "$build_there"
		sh -c "$lint_there"
	else
		fresh_system "$cache/chroot/$suite-build.tar" "$system"
		mkdir "$system/build"
		cp "$built"/* "$system/build"
		inside "$system" chroot "$system" sh -c "cd /build; $build_there"
		inside "$system" chroot "$system" sh -c "cd /build; $lint_there"
		cp -R "$system"/build/* "$built"
		away "$system"
	fi
	symbols_strict "$built/tree"
	image_boots
	ls -l "$built"/*.deb
	;;
test)
	rm -rf "$work/autopkgtest" "$system"
	fresh_system "$cache/chroot/$suite-test.tar" "$system"
	inside "$system" autopkgtest -B -o "$work/autopkgtest" "$built"/*[!m]_[0-9]*.deb \
		"$source"/libaetherboot-*/ -- chroot "$system" >"$work/autopkgtest.log" 2>&1 || {
		tail -n 80 "$work/autopkgtest.log"
		fail "a test failed, or none was run"
	}
	cat "$work/autopkgtest/summary"
	away "$system"
	;;
again)
	rm -rf "$system"
	fresh_system "$cache/chroot/$suite-build.tar" "$system"
	mkdir "$system/dsc"
	cp "$source"/*.dsc "$source"/*.tar.* "$system/dsc"
	DEB_BUILD_OPTIONS="parallel=$(nproc)" \
		inside "$system" chroot "$system" sh -c "$first && $build_there"
	grep -E '^[0-9]+% tests passed' "$system/build/build.log" || fail "no unit test was run"
	inside "$system" chroot "$system" sh -c "$second" sh "$build_there"
	n=0
	for deb in "$system"/build/*.deb; do
		cmp "$deb" "$system/home/maker/a/deeper/place/${deb##*/}" || fail "two builds differ"
		n=$((n + 1))
	done
	[ $n -ge 5 ] || fail "only $n packages"
	echo "$n packages, twice the same"
	away "$system"
	;;
newcomer)
	rm -rf "$system" "$work/newcomer"
	mkdir -p "$work/newcomer"
	fresh_system "$cache/chroot/$suite-test.tar" "$system"
	# the reader has a network, so apt's sources and pip's trust are this host's
	cp "$cache/apt-$(dpkg --print-architecture)/sources.list" "$system/etc/apt/sources.list"
	rm -rf "$system/packages"
	cp /etc/resolv.conf "$system/etc/resolv.conf"
	[ -z "${PIP_CERT-}" ] ||
		install -D "$PIP_CERT" "$system/usr/local/share/ca-certificates/host.crt"
	# and brings the sources, a kernel and an initrd
	tar -xf "$("$root/packaging/dist.sh" "$work/newcomer" --as-it-is)" -C "$system/srv"
	home=$(echo "$system"/srv/libaetherboot-*)
	cp -L "$cache/kernels/amd64/bzImage" "$home/vmlinuz"
	"$root/tests/boot/mkinitrd.sh" l2 amd64 "$home/initrd"
	awk '/^ *```/ { block = !block; next } block' "$home/README.md" |
		sed -n 's/^ *//; /^python3 -m venv/,/boot_x86\.sh/p' >"$work/newcomer/steps"
	grep -q boot_x86.sh "$work/newcomer/steps" || fail "README.md has no such steps any more"
	{
		echo "set -eux; cd /srv/$(basename "$home")"
		echo './dev setup python'
		echo 'apt-get -q -y --no-install-recommends install qemu-system-x86'
		cat "$work/newcomer/steps"
	} >"$system/srv/script"
	online=yes
	inside "$system" env -u PIP_FIND_LINKS HOME=/root timeout 1500 chroot "$system" \
		sh /srv/script </dev/null >"$work/newcomer/log" 2>&1 || {
		tail -n 60 "$work/newcomer/log"
		fail "README.md's steps do not work"
	}
	tr -d '\r' <"$work/newcomer/log" | grep 'hello from busybox' || fail "nobody said hello"
	away "$system"
	;;
*)
	fail "what is that?"
	;;
esac
