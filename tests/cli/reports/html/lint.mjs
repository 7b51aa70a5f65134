// The page's scripts and its tests hold the rules of cli/reports/html/eslint.config.mjs.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [, , , project] = process.argv;
const linter = path.join(project, 'build/tools/node/node_modules/.bin/eslint');
if (!fs.existsSync(linter)) {
  console.log('SKIPPED: there is no eslint in build/tools/node; sh tests/run.sh --external fetches it');
  process.exit(77);
}
const { status, stdout, stderr } = spawnSync(
  linter,
  ['--config', 'cli/reports/html/eslint.config.mjs', '--max-warnings', '0', 'cli/reports/html', 'tests/cli/reports/html'],
  { cwd: project, encoding: 'utf8' },
);
console.log(stdout, stderr);
process.exit(status ?? 1);
