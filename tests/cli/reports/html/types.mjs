// The page's scripts are plain JavaScript with types in comments: the compiler finds nothing wrong,
// and they can be joined into one, in which a name can be given only once.

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

const folder = path.join(project, 'cli/reports/html');
/** @type {Map<string, string>} */
const names = new Map();
let clashes = 0;
for (const file of fs.readdirSync(folder).filter((name) => name.endsWith('.js'))) {
  const text = fs.readFileSync(path.join(folder, file), 'utf8');
  for (const [, name] of text.matchAll(/^(?:export )?(?:async )?(?:const|let|function|class) (\w+)/gm)) {
    const other = names.get(name);
    if (other) console.log(`${name} is in ${other} and in ${file}`);
    clashes += other ? 1 : 0;
    names.set(name, file);
  }
}
process.exit(status || (clashes > 0 || names.size === 0 ? 1 : 0));
