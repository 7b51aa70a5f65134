// @ts-check
// What can be done to the current row by the mouse.

import { labelWithKey } from './commands.js';
import { el, iconButton } from './dom.js';
import { t } from './language.js';

/** @typedef {import('./page.js').Page} Page */

/** One for the page, which moves with the current row. @param {Page} page */
export function createRowTools(page) {
  const button = (/** @type {string} */ command, /** @type {import('./dom.js').IconName} */ name, shown = '') =>
    iconButton(name, labelWithKey(command), () => page.run(command), { shown, class: 'tool', tabindex: '-1' });
  const half = (/** @type {import('./types.js').SideName} */ side) => el('span', { class: 'tools-half' },
    el('span', { class: 'tools-name', 'aria-hidden': 'true' }, t(side)),
    button(`${side}Up`, 'up'), button(`${side}Down`, 'down'));
  return el('div', { role: 'cell', 'aria-colspan': '2', class: 'tools-cell' },
    el('div', { role: 'toolbar', class: 'tools', 'aria-label': t('row') },
      half('source'), button('mergeNext', 'merge', t('mergeNext')), button('split', 'split', t('split')), half('target')));
}
