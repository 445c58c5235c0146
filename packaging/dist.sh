#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# The release tarball: what git has of a commit, the same bytes wherever and whenever it is made.
#
# usage: dist.sh FOLDER [--as-it-is]      prints its path
#
# It is of the last commit. Changes that are not committed are an error, or with --as-it-is, for
# tests, a part of it.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "$1"
folder=$(cd "$1" && pwd)
cd "$root"

# as_it_is: a commit that no branch has, of the files as they are
as_it_is() {
	index=$folder/.index
	rm -f "$index"
	GIT_INDEX_FILE=$index git read-tree HEAD
	GIT_INDEX_FILE=$index git add -A
	tree=$(GIT_INDEX_FILE=$index git write-tree)
	rm -f "$index"
	date=$(git log -1 --format=%cI)
	GIT_AUTHOR_DATE=$date GIT_COMMITTER_DATE=$date \
		git -c user.name=- -c user.email=- commit-tree "$tree" -p HEAD -m 'not committed'
}

commit=HEAD
if [ "${2-}" = --as-it-is ]; then
	commit=$(as_it_is)
elif [ -n "$(git status --porcelain --untracked-files=no)" ]; then
	echo "dist: a tarball is of a commit, and these files differ from the last one:" >&2
	git status --short --untracked-files=no >&2
	exit 1
fi
name=libaetherboot-$(./dev version)
# sorted, with the commit's date, without owners; what a user's configuration says counts for nothing
git -c tar.umask=0022 archive --format=tar --prefix="$name/" "$commit" >"$folder/.tar"
gzip -9n <"$folder/.tar" >"$folder/$name.tar.gz"
rm "$folder/.tar"
echo "$folder/$name.tar.gz"
