#!/bin/sh
# Validates the TMX files of a collection against the published DTD.
# usage: collection_tmx.sh SAMPLE_PROGRAM WORK_FOLDER DTD      (tests/run.sh fetches the DTD)
set -eu
sample=$1
work=$2
dtd=$3
. "$(dirname "$0")/../need_tmx_dtd.sh"

rm -rf "$work"
mkdir -p "$work"
"$sample" "$work"
xmllint --nonet --noout --dtdvalid "$dtd" --stream "$work/corpus.tmx"
set -- "$work"/tmx/*.tmx
[ $# = 2999 ]
xmllint --nonet --noout --dtdvalid "$dtd" "$@"

# As many units as there are pairs, each with an id of its own.
pairs=$(wc -l <"$work/expected.tsv")
[ "$(grep -c '<tu tuid="' "$work/corpus.tmx")" = "$pairs" ]
[ "$(grep -o '<tu tuid="[^"]*"' "$work/corpus.tmx" | sort -u | wc -l)" = "$pairs" ]
[ "$(cat "$work"/tmx/*.tmx | grep -c '<tu tuid="')" = "$pairs" ]

expect_invalid_without_segtype "$work/corpus.tmx"

# XCES is XML, too.
xmllint --nonet --noout "$work/corpus.xml"
