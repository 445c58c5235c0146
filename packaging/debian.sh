#!/bin/sh
# SPDX-License-Identifier: BSD-2-Clause
# Debian's source package: the release tarball, and packaging/debian with what follows from the tree.
#
# usage: debian.sh FOLDER [--as-it-is]      as dist.sh; prints the path of the .dsc
#
# Version, name of the shared library, symbols and date are written elsewhere already, so none of
# them stands in packaging/debian: @SO@ is there the number in the library's name, and changelog and
# symbols are written here. The maintainer is who made the commit, unless DEBFULLNAME and DEBEMAIL
# name another.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
tarball=$("$here/dist.sh" "$@")
cd "$1"
name=$(basename "$tarball" .tar.gz)
version=${name#libaetherboot-}
so=${version%.*}
revision=0upstream1 # a package of Debian's own, -1, replaces it
of() { git -C "$here" log -1 --format="$1"; }
maintainer="${DEBFULLNAME:-$(of %cn)} <${DEBEMAIL:-$(of %ce)}>"
as_text=$(printf '%s' "$maintainer" | sed 's/[&\/]/\\&/g')
umask 022
rm -rf "$name"
mv "$tarball" "libaetherboot_$version.orig.tar.gz"
tar -xf "libaetherboot_$version.orig.tar.gz"

cp -R "$name/packaging/debian" "$name/debian"
for file in "$name"/debian/*@SO@*; do
	mv "$file" "${file%%@SO@*}$so${file#*@SO@}"
done
sed -i -e "s/@SO@/$so/g" -e "s/@MAINTAINER@/$as_text/" "$name/debian/control"
cat >"$name/debian/changelog" <<TEXT
libaetherboot ($version-$revision) unstable; urgency=medium

  * Release $version, packaged by itself: CHANGELOG.md tells what is new.

 -- $maintainer  $(of %cD)
TEXT
# before 1.0 only another minor version, which is another library, adds a symbol or removes one
{
	echo "libaetherboot.so.$so libaetherboot$so #MINVER#"
	echo "* Build-Depends-Package: libaetherboot-dev"
	{
		echo "AETHERBOOT_$so"
		cat "$name/lib/aetherboot.symbols"
	} | sed "s/.*/ &@AETHERBOOT_$so $so.0/"
} >"$name/debian/libaetherboot$so.symbols"

SOURCE_DATE_EPOCH=$(of %ct) dpkg-source --build "$name" >&2
echo "$PWD/libaetherboot_$version-$revision.dsc"
