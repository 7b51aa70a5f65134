#!/bin/sh
# Validates a written TMX against the published DTD, and checks that the validation can fail.
# usage: tmx_dtd.sh SAMPLE_PROGRAM WORK_FOLDER DTD      (tests/run.sh fetches the DTD)
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

mkdir -p "$work"
"$sample" "$work/sample.tmx"
xmllint --nonet --noout --dtdvalid "$dtd" "$work/sample.tmx"

sed 's/ segtype="sentence"//' "$work/sample.tmx" >"$work/broken.tmx"
if xmllint --nonet --noout --dtdvalid "$dtd" "$work/broken.tmx" 2>/dev/null; then
  echo "a header without segtype was taken as valid: the DTD was not used"
  exit 1
fi

# The text comes out as it went in, but for what XML cannot hold and for line ends.
xmllint --nonet --xpath 'string(//tu[1]/tuv[1]/seg)' "$work/sample.tmx" >"$work/first"
printf '%s\n' 'جملة <b>أولى</b> & "ثانية" ]]> &amp; <![CDATA[' >"$work/expected"
diff "$work/expected" "$work/first"
[ "$(xmllint --nonet --xpath 'count(//tu)' "$work/sample.tmx")" = 4 ]
