// The page's scripts are plain JavaScript with types in comments: the compiler finds nothing wrong.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const [, , , project] = process.argv;
const compiler = path.join(project, 'build/tools/node/node_modules/.bin/tsc');
if (!fs.existsSync(compiler)) {
  console.log('SKIPPED: there is no typescript in build/tools/node; sh tests/run.sh --external fetches it');
  process.exit(77);
}
const { status, stdout } = spawnSync(compiler, ['-p', path.join(project, 'cli/reports/html')], { encoding: 'utf8' });
console.log(stdout);
process.exit(status ?? 1);
