#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The release tarball: the same bytes from every checkout, of what is committed, and whole. Without a
# network Python's source package comes out of it as out of the checkout, from which python.wheel makes
# a wheel; that the rest builds from it without a network, run.sh shows.
#
# usage: dist.sh ROOT WORK
set -eu

root=$1 work=$2
here=$root/tests/debian
. "$here/enter.sh"
fail() { echo "dist: $*" >&2; exit 1; }

rm -rf "$work"
mkdir -p "$work"
# another folder, mask, time zone and configuration of git; a commit of the tree as it is
tarball=$("$root/packaging/dist.sh" "$work/one" --as-it-is)
name=$(basename "$tarball")
commit=$(gzip -dc "$tarball" | git get-tar-commit-id)
(
	umask 077
	git clone -q --no-checkout "$root" "$work/clone"
	cd "$work/clone"
	# a commit of no branch is not cloned
	echo "$(git -C "$root" rev-parse --path-format=absolute --git-common-dir)/objects" \
		>.git/objects/info/alternates
	git config tar.umask 0
	git checkout -q --detach "$commit"
	TZ=Asia/Kathmandu packaging/dist.sh "$work/deeper/two" >"$work/said"
	cmp "$tarball" "$work/deeper/two/$name" || fail "the tarballs of two checkouts differ"
	echo more >>README.md
	! packaging/dist.sh "$work/three" 2>"$work/refused" || fail "a change that is not committed is in it"
	grep -q 'README\.md' "$work/refused" || fail "the refusal does not name the file"
)
tar -xf "$tarball" -C "$work"
tree=$work/${name%.tar.gz}
# nobody's name, nobody's date
tar -tvf "$tarball" | awk '/^l/ { next } $2 != "root/root" || $1 ~ /^.(....w|.......w)/ { print; bad = 1 } END { exit bad }' ||
	fail "owners or modes"

python=$root/build/python/venv/bin/python
sdist() {
	offline "$python" -m build --sdist --no-isolation -o "$work/sdist-$1" "$2/bindings/python" \
		>"$work/sdist-$1.log" 2>&1 || { tail -n 20 "$work/sdist-$1.log"; fail "no sdist"; }
}
sdist one "$root"
sdist two "$tree"
for which in one two; do
	mkdir "$work/content-$which"
	tar -xf "$work/sdist-$which"/*.tar.gz -C "$work/content-$which"
done
diff -r "$work/content-one" "$work/content-two" || fail "the source packages for Python differ"
ls -l "$tarball" "$work"/sdist-two/*.tar.gz
rm -rf "$work/clone" "$tree"
