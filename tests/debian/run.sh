#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The Debian packages, built without a network and judged.
#
# usage: run.sh CASE SUITE ROOT WORK
# CASE: build    the source package, of the tree as it is, and packages of it, here if this host is of
#                that release, else in a fresh system; lintian judges
#       test     what was built, by autopkgtest in a fresh system
#       again    built twice in a fresh system, in other folders, by other users: the same bytes
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
*)
	fail "what is that?"
	;;
esac
