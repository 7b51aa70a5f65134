#!/bin/sh
# What the GitHub action does: annotations in the log, a page in the step's summary, and SARIF.
# Input comes in variables, never in the text of a script, so that no name of a file is run:
#   MUQABALA_MAP        patterns of pairs, one a line: docs/ar/**/*.md=docs/en/**/*.md
#   MUQABALA_ARGUMENTS  further arguments of 'muqabala check', one a line
#   MUQABALA_SINCE      what to compare with; empty = told from the event, 'all' = every pair
#   MUQABALA_BEFORE     the commit before a push
#   MUQABALA_SARIF      where to write SARIF; empty = nowhere
set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)

set --
newline='
'
# Splits at the ends of lines alone, and takes nothing for a pattern of names.
old_ifs=$IFS
IFS=$newline
set -f
for line in ${MUQABALA_MAP:-}; do set -- "$@" --map "$line"; done
for line in ${MUQABALA_ARGUMENTS:-}; do set -- "$@" "$line"; done
set +f
IFS=$old_ifs

set -- -- "$@"
[ -z "${MUQABALA_SARIF:-}" ] || set -- --sarif "$MUQABALA_SARIF" "$@"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || set -- --markdown "$GITHUB_STEP_SUMMARY" "$@"
[ -z "${MUQABALA_SINCE:-}" ] || set -- --since "$MUQABALA_SINCE" "$@"
sh "$here/check-changed.sh" --annotations "$@"
status=$?

# Code scanning does not know suppressions: what was accepted would come back as an alert. Every
# result stands on a line of its own, and the suppressed ones stand last.
if [ -n "${MUQABALA_SARIF:-}" ] && [ -f "$MUQABALA_SARIF" ]; then
  grep -v '"suppressions":\[{' "$MUQABALA_SARIF" >"$MUQABALA_SARIF.open"
  mv "$MUQABALA_SARIF.open" "$MUQABALA_SARIF"
  [ -z "${GITHUB_OUTPUT:-}" ] || printf 'sarif=%s\n' "$MUQABALA_SARIF" >>"$GITHUB_OUTPUT"
fi
exit "$status"
