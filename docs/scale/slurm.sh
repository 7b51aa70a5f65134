#!/bin/sh
# Makes a corpus of a collection with two Slurm job arrays, and waits for it. DOCUMENTS and OUT must
# be where all nodes see them.
#
# usage: slurm.sh DOCUMENTS OUT [PARTS]     DOCUMENTS: a manifest, as 'muqabala corpus stream' reads
set -eu
documents=$1
out=$2
parts=${3:-8}
here=$(dirname "$0")
mkdir -p "$out/parts"
export MUQABALA_DOCUMENTS="$documents" MUQABALA_OUT="$out"

# after JOB STEP [OPTION]...: submits a step of slurm-step.sh behind the success of JOB.
after() {
  job=$1
  step=$2
  shift 2
  sbatch --parsable --output "$out/parts/%x-%a.log" --job-name "$step" --kill-on-invalid-dep=yes \
    ${job:+--dependency=afterok:"$job"} "$@" "$here/slurm-step.sh" "$step"
}

learn=$(after '' learn --array "1-$parts" --cpus-per-task 1)
add=$(after "$learn" add --array 1)
align=$(after "$add" align --array "1-$parts" --cpus-per-task 1)
after "$align" merge --array 1 --wait
