#!/bin/sh
# One task of slurm.sh.
set -eu
muqabala=${MUQABALA:-muqabala}
parts=$MUQABALA_OUT/parts
languages='--source-lang ar --target-lang en'
shard="--shard $SLURM_ARRAY_TASK_ID/$SLURM_ARRAY_TASK_COUNT --workers ${SLURM_CPUS_PER_TASK:-1}"
# shellcheck disable=SC2086  # words without blanks
case $1 in
  learn)
    exec "$muqabala" lexicon learn --manifest "$MUQABALA_DOCUMENTS" $shard $languages \
      -o "$parts/$SLURM_ARRAY_TASK_ID.counts"
    ;;
  add)
    exec "$muqabala" lexicon merge "$parts"/*.counts $languages -o "$MUQABALA_OUT/learned.counts"
    ;;
  align)
    exec "$muqabala" corpus stream "$MUQABALA_DOCUMENTS" $shard $languages --time-limit 300 \
      --lexicon "$MUQABALA_OUT/learned.counts" -o "$parts/$SLURM_ARRAY_TASK_ID.jsonl"
    ;;
  merge)
    exec "$muqabala" corpus merge "$parts"/*.jsonl -o "$MUQABALA_OUT/corpus"
    ;;
esac
