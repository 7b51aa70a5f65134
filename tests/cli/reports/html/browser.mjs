// What the tests of the page share: a real Chromium, the real program, and pages made by it.
// Arguments of every script: PROGRAM, the project's folder.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const [, , programPath, project] = process.argv;
export const projectFolder = project;
export const exampleFolder = path.join(project, 'tests/data/example');

const tools = path.join(project, 'build/tools/node/');
const chromiumPath = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Ends the script as skipped. @param {string} why */
export function skip(why) {
  console.log(`SKIPPED: ${why}`);
  process.exit(77);
}

/** A package out of build/tools. @param {string} name */
export function tool(name) {
  try {
    return createRequire(tools)(name);
  } catch {
    return skip(`there is no ${name} in build/tools/node; sh tests/run.sh --external fetches it`);
  }
}

if (!fs.existsSync(chromiumPath)) skip(`there is no Chromium at ${chromiumPath}`);
const { chromium } = tool('playwright-core');

/** Flags with which Chromium runs as root, alone, and asks nobody anything. */
const kFlags = ['--headless', '--no-sandbox', '--disable-gpu', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync'];

export async function launch() {
  return chromium.launch({ executablePath: chromiumPath, args: kFlags });
}

/** A folder for this script's files, removed at its end. */
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'muqabala-page-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

/** @param {string} name @param {string} content */
export function write(name, content) {
  fs.writeFileSync(path.join(folder, name), content);
  return path.join(folder, name);
}

/** Runs the program in the folder. @param {...string} args @returns {{ status: number | null, out: string, err: string }} */
export function muqabala(...args) {
  const run = spawnSync(programPath, args, { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 28,
    env: { ...process.env, XDG_CACHE_HOME: path.join(folder, 'cache'), NO_COLOR: '1' } });
  return { status: run.status, out: run.stdout, err: run.stderr };
}

/** Makes a page of two files; returns its path. @param {string} source @param {string} target @param {...string} more */
export function report(source, target, ...more) {
  const file = path.join(folder, `report${(reports += 1)}.html`);
  const { status, err } = muqabala('report', source, target, '-o', file, '--no-system-dictionaries', '-q', ...more);
  if (status !== 0) throw new Error(`muqabala report: exit ${status}: ${err}`);
  return file;
}
let reports = 0;

/** The page of the bundled example. @param {...string} more */
export function exampleReport(...more) {
  return report(path.join(exampleFolder, 'original.ar.txt'), path.join(exampleFolder, 'page.en.txt'), ...more);
}

/**
 * Opens a file as a double click does; whatever the page complains of or asks for is collected.
 * @param {any} browser
 * @param {string} file
 * @param {Record<string, any>} [options] of the context; `script` runs before the page's own
 */
export async function open(browser, file, { script, ...options } = {}) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, locale: 'en', ...options });
  const page = await context.newPage();
  /** @type {string[]} */
  const troubles = [];
  page.on('console', (/** @type {any} */ m) => ['error', 'warning'].includes(m.type()) && troubles.push(m.text()));
  page.on('pageerror', (/** @type {Error} */ error) => troubles.push(error.message));
  page.on('dialog', (/** @type {any} */ dialog) => {
    troubles.push(`dialog: ${dialog.message()}`);
    dialog.dismiss();
  });
  page.on('request', (/** @type {any} */ r) => {
    const isOwn = r.url() === pathToFileURL(file).href || r.url().startsWith('blob:');
    if (!isOwn) troubles.push(`request: ${r.url()}`);
  });
  if (script) await page.addInitScript(script);
  await page.goto(pathToFileURL(file).href);
  await page.waitForSelector('.row');
  return { page, context, troubles };
}

/** Presses keys one after the other. @param {any} page @param {...string} keys */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** What a download holds that `act` starts. @param {any} page @param {() => Promise<void>} act */
export async function downloaded(page, act) {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  const file = path.join(folder, `download-${download.suggestedFilename()}`);
  await download.saveAs(file);
  return { file, name: download.suggestedFilename(), text: fs.readFileSync(file, 'utf8') };
}

/** The data in a page. @param {string} file */
export function dataOf(file) {
  const html = fs.readFileSync(file, 'utf8');
  const begin = html.indexOf('id="data">') + 'id="data">'.length;
  return JSON.parse(html.slice(begin, html.indexOf('</script>', begin)));
}

/** Every kind of finding that there is, by the names in `align/coverage/finding.cpp`. */
export const allKinds = [...fs.readFileSync(path.join(project, 'align/coverage/finding.cpp'), 'utf8')
  .matchAll(/FindingKind::k\w+, "([a-z-]+)"/g)].map((found) => found[1]);

/** @param {string} file in the project @param {RegExp} pattern @returns {string[]} what its group matched */
function namesIn(file, pattern) {
  return [...fs.readFileSync(path.join(project, file), 'utf8').matchAll(pattern)].map((found) => found[1]);
}

/** Every wording of a reason, by the names in `align/coverage/reason.cpp`. */
export const allWordings = namesIn('align/coverage/reason.cpp', /Words\{Wording::k\w+,\s*"([a-z-]+)"/g);

/** Our own words that reasons name: what furniture looks like, and what markup there is. */
export const allTerms = [
  ...fs.readdirSync(path.join(project, 'align/furniture')).filter((name) => name.endsWith('.txt'))
    .flatMap((name) => namesIn(`align/furniture/${name}`, /^\[(.+)\]$/gm)).filter((kind) => kind !== 'words of dates'),
  ...namesIn('align/coverage/furniture.cpp', /kMenu = "(.+)"/g),
  ...namesIn('align/coverage/markup.cpp', /^ {4}\{"([^"]+)", "[^"]+", [\d.]+/gm),
  ...namesIn('align/coverage/markup.cpp', /^ {4}\{"[^"]+", "([^"]+)", [\d.]+/gm),
  ...namesIn('align/coverage/markup.cpp', /term\("([^"]+)"\)/g),
];

/** A copy of a page with other data in it. @param {string} file @param {any} data */
export function withData(file, data) {
  const html = fs.readFileSync(file, 'utf8');
  const begin = html.indexOf('id="data">') + 'id="data">'.length;
  const json = JSON.stringify(data).replace(/[<>&]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`);
  return write(`made-up${(reports += 1)}.html`, html.slice(0, begin) + json + html.slice(html.indexOf('</script>', begin)));
}

/**
 * The example's page with a made-up finding of every kind inside a pair of its own, and its first
 * eight segments as furniture: what the example itself has no fault for.
 */
export function reportOfAllKinds() {
  const file = exampleReport();
  const data = dataOf(file);
  const pairs = data.beads.filter((/** @type {number[]} */ [s0, s1, t0, t1]) => s1 === s0 + 1 && t1 === t0 + 1);
  const whole = new Set(['omission', 'addition', 'furniture', 'moved']);
  const inside = allKinds.filter((kind) => !whole.has(kind));
  // What the example has of furniture stands for additions, but for the first, which is made up anew.
  data.findings = data.findings.filter((/** @type {any} */ finding) => finding.target[0] !== 0)
    .map((/** @type {any} */ finding) => finding.kind === 'furniture' ? { ...finding, kind: 'addition' } : finding);
  const made = inside.map((kind, i) => {
    const [s0, s1, t0, t1] = pairs[i];
    return { kind, level: ['error', 'warning', 'note'][i % 3], source: [s0, s1], target: [t0, t1],
      sourceWords: [[s0, 2, 7]], targetWords: kind === 'partial' ? [] : [[t0, 0, 5]] };
  });
  made.push({ kind: 'furniture', level: 'note', source: [0, 0], target: [0, 8], sourceWords: [], targetWords: [] });
  for (const [i, finding] of made.entries())
    data.findings.push({ ...finding, status: 'open', confidence: 0.5 + i / 50, message: `made up: ${finding.kind}`, reason: [], note: '',
      parts: [[i.toString(16).padStart(16, '0'), finding.kind]] });
  return withData(file, data);
}

/** The pairs that a page shows, as a ladder. @param {any} page */
export async function shownLadder(page) {
  return page.$$eval('.row:not(.folding)', (/** @type {HTMLElement[]} */ rows) => rows.map((row) => {
    const numbers = (/** @type {string} */ side) =>
      [...row.querySelectorAll(`.cell.${side} [data-segment]`)].map((s) => s.getAttribute('data-segment')).join(',');
    return `[${numbers('source')}]:[${numbers('target')}]`;
  }));
}
