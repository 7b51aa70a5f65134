// @ts-check
// The one table of what can be done by keys: the help is made from it, and the buttons run it.

import { announce } from './dom.js';
import { t } from './language.js';
import { mergePatch, shiftPatch, splitPatch } from './pairing.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./types.js').SideName} SideName */

/**
 * @typedef {object} Command
 * @property {string} name also the key of its words
 * @property {string} group
 * @property {string[]} keys as `keyName` gives them
 * @property {(page: Page) => void} run
 */

/** @param {SideName} side @param {'up' | 'down'} direction @returns {(page: Page) => void} */
const shift = (side, direction) => (page) =>
  page.correct((beads, at) => shiftPatch(beads, at, side, direction), 'shifted');

/** @type {Command[]} */
export const kCommands = [
  { name: 'nextFinding', group: 'findings', keys: ['j', 'n'], run: (page) => page.stepFinding(1) },
  { name: 'previousFinding', group: 'findings', keys: ['k', 'p'], run: (page) => page.stepFinding(-1) },
  { name: 'accept', group: 'findings', keys: ['a'], run: (page) => page.decide('accept') },
  { name: 'reject', group: 'findings', keys: ['x'], run: (page) => page.decide('reject') },
  { name: 'note', group: 'findings', keys: ['e'], run: (page) => page.editNote() },
  { name: 'nextRow', group: 'rows', keys: ['ArrowDown'], run: (page) => page.view.step(1) },
  { name: 'previousRow', group: 'rows', keys: ['ArrowUp'], run: (page) => page.view.step(-1) },
  { name: 'mergeNext', group: 'rows', keys: ['m'], run: (page) => page.correct(mergePatch, 'merged') },
  { name: 'split', group: 'rows', keys: ['s'],
    run: (page) => page.correct((beads, at) => splitPatch(beads, at, page.lengthOf), 'splitDone') },
  { name: 'sourceDown', group: 'rows', keys: ['Alt+ArrowDown'], run: shift('source', 'down') },
  { name: 'sourceUp', group: 'rows', keys: ['Alt+ArrowUp'], run: shift('source', 'up') },
  { name: 'targetDown', group: 'rows', keys: ['Alt+Shift+ArrowDown'], run: shift('target', 'down') },
  { name: 'targetUp', group: 'rows', keys: ['Alt+Shift+ArrowUp'], run: shift('target', 'up') },
  { name: 'undo', group: 'page', keys: ['u', 'Ctrl+z'], run: (page) => page.undo() },
  { name: 'redo', group: 'page', keys: ['Shift+u', 'Ctrl+Shift+z', 'Ctrl+y'], run: (page) => page.redo() },
  { name: 'search', group: 'page', keys: ['/'], run: (page) => page.search.input.focus() },
  { name: 'toggleFindings', group: 'page', keys: ['f'], run: (page) => page.toggleSide() },
  { name: 'saveBaseline', group: 'page', keys: ['b'], run: (page) => page.saveBaseline() },
  { name: 'saveBeads', group: 'page', keys: ['Shift+b'], run: (page) => page.saveBeads() },
  { name: 'help', group: 'page', keys: ['?'], run: (page) => page.showKeys() },
];

/**
 * The key that was pressed, with what is held: `Alt+ArrowDown`, `Shift+u`, `?`. Letters of other
 * layouts count as the Latin ones in their places, so that the keys work with an Arabic keyboard.
 * @param {KeyboardEvent} event
 */
export function keyName(event) {
  let key = event.key;
  const isSign = /^[?؟/]$/u.test(key);
  if (isSign) return key === '؟' ? '?' : key;
  if (event.code === 'Slash' && !/^[\x20-\x7e]$/.test(key)) return event.shiftKey ? '?' : '/';
  if (/^Key[A-Z]$/.test(event.code) && !/^[a-z]$/i.test(key)) key = event.code.slice(3);
  const held = [(event.ctrlKey || event.metaKey) && 'Ctrl', event.altKey && 'Alt', event.shiftKey && 'Shift'];
  return [...held.filter(Boolean), key.length === 1 ? key.toLowerCase() : key].join('+');
}

/** Whether a key is all there is to press, as could happen by accident or by voice. @param {string} key */
function isSingle(key) {
  return !key.includes('Ctrl+') && !key.includes('Arrow');
}

/** @param {EventTarget | null} target */
function isTyping(target) {
  return target instanceof HTMLElement && (target.matches('input, textarea, select') || target.isContentEditable);
}

/** @param {Page} page @param {KeyboardEvent} event */
export function handleKey(page, event) {
  if (event.defaultPrevented || event.isComposing || isTyping(event.target) || document.querySelector('dialog[open]')) return;
  const key = keyName(event);
  const command = kCommands.find((candidate) => candidate.keys.includes(key));
  if (!command || (isSingle(key) && !page.settings.singleKeys && key !== '?')) return;
  // Arrows scroll the page, unless a row has the focus.
  const inRow = event.target instanceof HTMLElement && event.target.closest('.row') !== null;
  if (key.includes('Arrow') && !inRow) return;
  event.preventDefault();
  command.run(page);
}

/** @param {string} name */
export function commandNamed(name) {
  const command = kCommands.find((candidate) => candidate.name === name);
  if (!command) throw new Error(`no command ${name}`);
  return command;
}

/** @param {string} name */
export function labelWithKey(name) {
  return `${t(name)} (${commandNamed(name).keys.map(shownKey).join(' / ')})`;
}

/** @param {string} key */
export function shownKey(key) {
  return key.replace('ArrowDown', '↓').replace('ArrowUp', '↑').replace(/(^|\+)([a-z])$/, (_, held, letter) => held + letter.toUpperCase())
    .replace(/^([A-Z])$/, (letter) => letter.toLowerCase());
}

/** @param {boolean} isDone @param {string} done @param {string} failed */
export function announceOutcome(isDone, done, failed) {
  announce(t(isDone ? done : failed));
}
