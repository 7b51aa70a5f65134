#!/bin/sh
# Reads a written TMX with translate-toolkit, as a translator's tool would.
# usage: tmx_translate_toolkit.sh SAMPLE_PROGRAM WORK_FOLDER PYTHON    (tests/run.sh --external
# installs translate-toolkit for PYTHON)
set -eu
sample=$1
work=$2
python=$3

[ -x "$python" ] || python=python3
if ! "$python" -c 'import translate.storage.tmx' 2>/dev/null; then
  echo "SKIPPED: there is no translate-toolkit; 'tests/run.sh --external' installs it"
  exit 77
fi

mkdir -p "$work"
"$sample" "$work/sample.tmx"
"$python" - "$work/sample.tmx" <<'PYTHON'
import sys
from translate.storage import tmx

with open(sys.argv[1], 'rb') as file:
    units = tmx.tmxfile(file, 'ar', 'en-GB').units
found = [(unit.source, unit.target) for unit in units]
expected = [
    ('جملة <b>أولى</b> & "ثانية" ]]> &amp; <![CDATA[', "The <first> & 'second' -- <!-- ]]>"),
    ('\u200fمُشَكَّلٌ\u200f (\u061cنص\u2069)', 'Marks \u200e\u202bof direction\u202c'),
    ('تحكم\x7f وفاصل صفحة ', 'Control[31m characters'),
    ('سطر وفقرة و و و و', '\U0001f469\u200d\U0001f680 e\u0301 \U0010ffff'),
]
for want, got in zip(expected, found):
    if want != got:
        sys.exit(f'expected {want!r}\n   found {got!r}')
if len(found) != len(expected):
    sys.exit(f'{len(found)} units, expected {len(expected)}')
PYTHON
