"""Validates written checks against docs/check.schema.json, and that the validation can fail.

usage: validate_json.py SAMPLES_PROGRAM WORK_FOLDER SCHEMA MUQABALA SOURCE TARGET
"""
import copy
import json
import subprocess
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    print('SKIPPED: there is no jsonschema (Debian: python3-jsonschema)')
    sys.exit(77)

program, work, schema_path, muqabala, source, target = sys.argv[1:]
subprocess.run([program, work], check=True)
subprocess.run([muqabala, 'check', '--no-system-dictionaries', '--format', 'json', '--output',
                str(Path(work, 'real.json')), '--quiet', source, target])
schema = json.loads(Path(schema_path).read_text('utf-8'))
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)

checks = {}
for path in sorted(Path(work).glob('*.json')):
    # Bytes: what is no UTF-8 fails here.
    checks[path.stem] = json.loads(path.read_bytes().decode('utf-8'))
    if path.stem == 'huge':  # the same again and again, and jsonschema is slow
        checks['huge']['findings'] = checks['huge']['findings'][:100]
    for error in validator.iter_errors(checks[path.stem]):
        sys.exit(f'{path}: {error.json_path}: {error.message}')
if sorted(checks) != ['clean', 'empty', 'hostile', 'huge', 'kinds', 'plain', 'real']:
    sys.exit(f'found {sorted(checks)}')

if not checks['real']['findings']:
    sys.exit('the program finds nothing in its own example')

kinds = {finding['kind'] for finding in checks['kinds']['findings']}
known = set(schema['$defs']['kind']['enum'])
if kinds != known:
    sys.exit(f'the schema and the program know other kinds: {kinds ^ known}')


def must_fail(change):
    broken = copy.deepcopy(checks['plain'])
    change(broken)
    if validator.is_valid(broken):
        sys.exit('a broken check was taken as valid')


must_fail(lambda check: check.update(version=2))
must_fail(lambda check: check['findings'][0].pop('fingerprint'))
must_fail(lambda check: check['findings'][0]['source'].update(start=-1))
must_fail(lambda check: check['pairs'][0].update(error=check['pairs'][2]['error']))
print(f'{len(checks)} checks are valid')
