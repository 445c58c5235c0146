#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Fresh systems of Debian in build/cache/chroot, as mmdebstrap makes them: SUITE-build.tar with what the
# packages' build and lintian need; SUITE-test.tar with nothing more than apt, and in /packages, from
# where alone apt installs, what the packages and their tests depend on. So no test needs a network.
#
# usage: fetch.sh [--build] SUITE     nothing to do, no network needed, when they are there
#
# The packages are built on a host of that release; on others, and with --build, in such a system.
#
# env: AB_CACHE, AB_MIRROR, AB_MIRROR_SEC: as tests/cross/apt.sh says
# To move to newer packages: rm -rf build/cache/chroot
set -eu

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
always=
[ "$1" != --build ] || { always=yes; shift; }
suite=$1
. "$root/tests/cross/apt.sh"
. "$here/enter.sh"
arch=$(dpkg --print-architecture)
control=$root/packaging/debian/control
chroots=$cache/chroot

# the packages' dependencies, and those of their tests, but for the packages themselves
needed() {
	sed -n '/^Depends:/,/^[^ ]/p' "$control" "$root/packaging/debian/tests/control" |
		sed 's/^Depends://; /^[A-Z]/d; s/(.*)//; s/\[.*\]//' | tr ', ' '\n\n' |
		grep -vE '^$|aetherboot|[$@]' | sort -u
	echo python3-cffi-backend # by ${python3:Depends}
	echo dpkg-dev apt-utils   # autopkgtest wants them
}

# made SUITE KIND: the text that tells whether it is up to date
made() {
	sed -n '/^Build-Depends:/,/^[^ ]/p' "$control"
	needed
	echo "$1 $2"
}

fresh() {
	[ -s "$chroots/$1-$2.tar" ] && [ "$(cat "$chroots/$1-$2.made" 2>/dev/null)" = "$(made "$1" "$2")" ]
}

# make_one KIND HOOK: HOOK runs with the system's folder as $1
make_one() {
	! fresh "$suite" "$1" || return 0
	echo "fetch: Debian $suite, to $1 packages" >&2
	mmdebstrap --quiet --variant=apt --skip=cleanup/apt --dpkgopt=force-unsafe-io \
		${proxy:+"--aptopt=$proxy"} --customize-hook="$2" "$suite" "$chroots/$suite-$1.tmp.tar" - \
		<"$(apt_state "$arch")/sources.list" >"$chroots/$suite-$1.log" 2>&1 || {
		tail -n 30 "$chroots/$suite-$1.log" >&2
		echo "fetch: mmdebstrap cannot make a system of Debian $suite" >&2
		exit 1
	}
	mv "$chroots/$suite-$1.tmp.tar" "$chroots/$suite-$1.tar"
	made "$suite" "$1" >"$chroots/$suite-$1.made"
}

kinds="build test"
[ "$(codename)" != "$suite" ] || [ "$always" ] || kinds=test
all_fresh() {
	for kind in $kinds; do
		fresh "$suite" "$kind" || return 1
	done
}

all_fresh && exit 0
need_apt || exit 1
mkdir -p "$chroots"
exec 9>"$chroots/.lock"
flock 9
# what this host's apt goes through, if anything
proxy=$(apt-config dump --format '%f "%v";%n' Acquire::http::Proxy)
install='apt-get -q -y --no-install-recommends -o APT::Sandbox::User=root'
sed 's/@SO@/0/; s/@MAINTAINER@/- <->/' "$control" >"$chroots/control"
apt_prepare "$arch"
for kind in $kinds; do
	case $kind in
	build)
		make_one build "mkdir -p \"\$1/tmp/x/debian\" &&
			cp '$chroots/control' \"\$1/tmp/x/debian/control\" &&
			chroot \"\$1\" $install build-dep /tmp/x &&
			chroot \"\$1\" $install install lintian && chroot \"\$1\" apt-get clean"
		;;
	test)
		make_one test "chroot \"\$1\" $install --download-only install $(needed | tr '\n' ' ') &&
			cd \"\$1\" && mkdir packages && mv var/cache/apt/archives/*.deb packages &&
			rm -rf var/lib/apt/lists/* var/cache/apt/*.bin etc/apt/sources.list.d/* &&
			echo 'deb [trusted=yes] file:/packages ./' >etc/apt/sources.list &&
			(cd packages && dpkg-scanpackages -m . >Packages) &&
			chroot . apt-get -o APT::Sandbox::User=root update"
		;;
	esac
done
