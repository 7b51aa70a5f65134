#!/bin/sh
# Makes a corpus of a collection with GNU parallel: on the cores of one machine, or, with --sshlogin
# in PARALLEL and a folder that all of them see, on several.
#
# usage: parallel.sh DOCUMENTS OUT [PARTS]     DOCUMENTS: a manifest, as 'muqabala corpus stream' reads
set -eu
documents=$1
out=$2
parts=${3:-8}
muqabala=${MUQABALA:-muqabala}
languages='--source-lang ar --target-lang en'
mkdir -p "$out/parts"

# Once more after a failure; what is done already is not done again when the script is.
each_part() {
  log=$1
  shift
  # shellcheck disable=SC2086  # words without blanks
  seq "$parts" | parallel --joblog "$out/parts/$log.log" --resume-failed --retries 2 --halt soon,fail=1 \
    "$muqabala" "$@" --shard "{}/$parts" --workers 1 $languages
}

each_part learn lexicon learn --manifest "$documents" -o "$out/parts/{}.counts"
# shellcheck disable=SC2086
"$muqabala" lexicon merge "$out"/parts/*.counts $languages -o "$out/learned.counts"
each_part align corpus stream "$documents" --lexicon "$out/learned.counts" --time-limit 300 \
  -o "$out/parts/{}.jsonl"
"$muqabala" corpus merge "$out"/parts/*.jsonl -o "$out/corpus"
