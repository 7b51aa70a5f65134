# What the tests of TMX need: xmllint, and the published DTD at $dtd, which tests/run.sh fetches. To
# be sourced; ends the test as skipped where one of them is missing.
if ! command -v xmllint >/dev/null 2>&1; then
  echo "SKIPPED: there is no xmllint (Debian: libxml2-utils)"
  exit 77
fi
if [ ! -s "$dtd" ]; then
  echo "SKIPPED: there is no $dtd; tests/run.sh takes it out of Debian's omegat package"
  exit 77
fi

# The validation of FILE without a part that it needs must fail.
expect_invalid_without_segtype() {
  sed 's/ segtype="sentence"//' "$1" >"$work/broken.tmx"
  if xmllint --nonet --noout --dtdvalid "$dtd" "$work/broken.tmx" 2>/dev/null; then
    echo "a header without segtype was taken as valid: the DTD was not used"
    exit 1
  fi
}
