"""Validates a collection's statistics against their schema, and that the validation can fail.

usage: validate_statistics.py SAMPLE_PROGRAM WORK_FOLDER SCHEMA
"""
import copy
import json
import shutil
import subprocess
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print('SKIPPED: there is no jsonschema (Debian: python3-jsonschema)')
    sys.exit(77)

program, work, schema_path = sys.argv[1:]
shutil.rmtree(work, ignore_errors=True)
Path(work).mkdir(parents=True)
subprocess.run([program, work], check=True)
schema = json.loads(Path(schema_path).read_text('utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
statistics = json.loads(Path(work, 'statistics.json').read_bytes().decode('utf-8'))
for error in validator.iter_errors(statistics):
    sys.exit(f'{error.json_path}: {error.message}')


def must_fail(change):
    broken = copy.deepcopy(statistics)
    change(broken)
    if validator.is_valid(broken):
        sys.exit('broken statistics were taken as valid')


must_fail(lambda s: s.pop('version'))
must_fail(lambda s: s['documents'].update(all=-1))
must_fail(lambda s: s['source'].update(share=1.5))
must_fail(lambda s: s['pairs']['by_probability'].pop())
must_fail(lambda s: s.update(more=1))

documents, pairs = statistics['documents'], statistics['pairs']
kept = len(Path(work, 'expected.tsv').read_text('utf-8').rstrip('\n').split('\n'))
if (documents['all'], documents['failed_by_code']) != (3000, {'empty-text': 1}):
    sys.exit(f'documents: {documents}')
if pairs['kept'] != kept or pairs['rejected_by_filter'] != {'duplicate': 2996, 'numbers': 1}:
    sys.exit(f'{kept} pairs are to be kept: {pairs}')
