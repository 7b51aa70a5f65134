#!/bin/sh
# Checks the translations that a change touches, in any CI and before a commit: finds what the
# change is compared with and runs 'muqabala check --since', once for every report that is wanted.
#
# usage: check-changed.sh [OPTION...] [--] ARGUMENT...
#   --since REF      compare with where the work parted from REF; 'all' checks every pair.
#                    Default: what the CI says (GitHub, GitLab, pre-commit), else HEAD, so that
#                    what is not committed is checked.
#   --text           print findings for people (default, if no other report is wanted)
#   --annotations    print GitHub's annotations
#   --sarif FILE     write SARIF         --json FILE   write JSON
#   --junit FILE     write JUnit's XML   --markdown FILE   append a page for a step's summary
#   ARGUMENT...      of 'muqabala check': --map PATTERN, --policy FILE, --baseline FILE ...
#
# MUQABALA names the program, if it is not on the PATH. Exit code: that of 'muqabala check': 0 fine,
# 1 findings that fail the check, 2 it could not be done.
set -u

fail() {
  printf 'check-changed.sh: %s\n' "$*" >&2
  exit 2
}

# need OPTION COUNT: an option's value must be there.
need() {
  [ "$2" -ge 2 ] || fail "$1 needs a value; see --help"
}

since= text= annotations= sarif= json= junit= markdown=
while [ $# -gt 0 ]; do
  case $1 in
    --since) need "$1" $#; since=$2; shift ;;
    --text) text=1 ;;
    --annotations) annotations=1 ;;
    --sarif) need "$1" $#; sarif=$2; shift ;;
    --json) need "$1" $#; json=$2; shift ;;
    --junit) need "$1" $#; junit=$2; shift ;;
    --markdown) need "$1" $#; markdown=$2; shift ;;
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;;
    --) shift; break ;;
    *) break ;;
  esac
  shift
done
[ -n "$annotations$sarif$json$junit$markdown" ] || text=1
muqabala=${MUQABALA:-muqabala}
command -v "$muqabala" >/dev/null 2>&1 ||
  fail "there is no program '$muqabala'; put muqabala on the PATH, or name it in MUQABALA"

has_commit() {
  git rev-parse --verify --quiet --end-of-options "$1^{commit}" >/dev/null
}

is_shallow() {
  [ "$(git rev-parse --is-shallow-repository)" = true ]
}

# base_of_push COMMIT: what was there before a push. The one that makes a branch has none, which is
# forty zeros; one that was forced leaves it behind, so that no clone has it.
base_of_push() {
  case $1 in
    *[!0]*) if has_commit "$1" || is_shallow; then echo "$1"; else echo all; fi ;;
    *) echo all ;;
  esac
}

# base_of_ci: what the CI says that the change is compared with.
base_of_ci() {
  if [ -n "${PRE_COMMIT_FROM_REF:-}" ]; then
    echo "$PRE_COMMIT_FROM_REF"
  elif [ -n "${GITHUB_BASE_REF:-}" ]; then
    if ! has_commit "origin/$GITHUB_BASE_REF" && has_commit "$GITHUB_BASE_REF"; then
      echo "$GITHUB_BASE_REF"
    else
      echo "origin/$GITHUB_BASE_REF"
    fi
  elif [ -n "${CI_MERGE_REQUEST_DIFF_BASE_SHA:-}" ]; then
    echo "$CI_MERGE_REQUEST_DIFF_BASE_SHA"
  elif [ -n "${MUQABALA_BEFORE:-${CI_COMMIT_BEFORE_SHA:-}}" ]; then
    base_of_push "${MUQABALA_BEFORE:-$CI_COMMIT_BEFORE_SHA}"
  elif has_commit HEAD; then
    echo HEAD
  else
    echo all # nothing was ever committed
  fi
}

# how_to_fetch: what to do about a commit that is not there.
how_to_fetch() {
  if is_shallow; then
    echo "this clone holds only the newest commits; fetch all of the history (GitHub: 'fetch-depth: 0'" \
      "for actions/checkout; GitLab: 'GIT_DEPTH: 0'; elsewhere: 'git fetch --unshallow')"
  else
    echo "fetch it ('git fetch origin'), or name another commit with --since"
  fi
}

if [ "$since" != all ]; then
  error=$(git rev-parse --git-dir 2>&1 >/dev/null) ||
    fail "git finds no repository here: ${error#fatal: }"
  [ -n "$since" ] || since=$(base_of_ci)
fi
if [ "$since" != all ]; then
  has_commit "$since" || fail "there is no commit '$since' here: $(how_to_fetch)"
  # What others did on that branch meanwhile is no part of the change.
  base=$(git merge-base "$since" HEAD) ||
    fail "'$since' and HEAD have no commit in common here: $(how_to_fetch)"
  set -- --since "$base" "$@"
fi

status=0
quiet= # warnings are said by the first run only
# check FORMAT ARGUMENT...: the worst exit code of all runs is that of the script.
check() {
  format=$1
  shift
  "$muqabala" check --format "$format" $quiet "$@"
  code=$?
  quiet=--quiet
  [ "$code" -le "$status" ] || status=$code
}
[ -z "$sarif" ] || check sarif --output "$sarif" "$@"
[ -z "$json" ] || check json --output "$json" "$@"
[ -z "$junit" ] || check junit --output "$junit" "$@"
[ -z "$markdown" ] || check markdown "$@" >>"$markdown"
[ -z "$annotations" ] || check github "$@"
[ -z "$text" ] || check text "$@"
exit "$status"
