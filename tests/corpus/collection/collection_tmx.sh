#!/bin/sh
# Validates the TMX files of a collection against the published DTD.
# usage: collection_tmx.sh SAMPLE_PROGRAM WORK_FOLDER DTD      (tests/run.sh fetches the DTD)
set -eu
sample=$1
work=$2
dtd=$3

if ! command -v xmllint >/dev/null 2>&1; then
  echo "SKIPPED: there is no xmllint (Debian: libxml2-utils)"
  exit 77
fi
if [ ! -s "$dtd" ]; then
  echo "SKIPPED: there is no $dtd; tests/run.sh takes it out of Debian's omegat package"
  exit 77
fi

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

sed 's/ segtype="sentence"//' "$work/corpus.tmx" >"$work/broken.tmx"
if xmllint --nonet --noout --dtdvalid "$dtd" "$work/broken.tmx" 2>/dev/null; then
  echo "a header without segtype was taken as valid: the DTD was not used"
  exit 1
fi

# XCES is XML, too.
xmllint --nonet --noout "$work/corpus.xml"
