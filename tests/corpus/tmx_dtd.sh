#!/bin/sh
# Validates a written TMX against the published DTD, and checks that the validation can fail.
# usage: tmx_dtd.sh SAMPLE_PROGRAM WORK_FOLDER DTD      (tests/run.sh fetches the DTD)
set -eu
sample=$1
work=$2
dtd=$3
. "$(dirname "$0")/need_tmx_dtd.sh"

mkdir -p "$work"
"$sample" "$work/sample.tmx"
xmllint --nonet --noout --dtdvalid "$dtd" "$work/sample.tmx"

expect_invalid_without_segtype "$work/sample.tmx"

# The text comes out as it went in, but for what XML cannot hold and for line ends.
xmllint --nonet --xpath 'string(//tu[1]/tuv[1]/seg)' "$work/sample.tmx" >"$work/first"
printf '%s\n' 'جملة <b>أولى</b> & "ثانية" ]]> &amp; <![CDATA[' >"$work/expected"
diff "$work/expected" "$work/first"
[ "$(xmllint --nonet --xpath 'count(//tu)' "$work/sample.tmx")" = 4 ]
