// @ts-check
// The bar at the top: what is compared, search, undo, and two menus.

import { el, icon, iconButton } from './dom.js';
import { labelWithKey } from './commands.js';
import { kUiLanguages, t } from './language.js';
import { fileName } from './text_view.js';

/** @typedef {import('./page.js').Page} Page */

/** @param {Page} page */
export function createHeader(page) {
  const tool = (/** @type {string} */ command, /** @type {import('./dom.js').IconName} */ name) =>
    iconButton(name, labelWithKey(command), () => page.run(command), { class: 'tool', 'data-command': command });
  return el('header', { class: 'bar' },
    el('a', { class: 'skip', href: '#text' }, t('skip')),
    iconButton('list', labelWithKey('toggleFindings'), () => page.toggleSide(), { class: 'tool side-toggle', 'data-command': 'toggleFindings' }),
    el('div', { class: 'brand' }, el('h1', {}, t('title')),
      el('p', { class: 'what' }, el('bdi', {}, fileName(page.report.source.path)), el('span', { class: 'against', 'aria-hidden': 'true' }), ' ',
        el('bdi', {}, fileName(page.report.target.path)))),
    page.search.element,
    el('div', { class: 'tools-group' }, tool('undo', 'undo'), tool('redo', 'redo')),
    createSaveMenu(page), createViewMenu(page),
    el('button', { type: 'button', class: 'tool keys-button', title: labelWithKey('help'), 'aria-label': labelWithKey('help'),
      'data-command': 'help', onclick: () => page.run('help') }, '?'));
}

/** @param {string} title @param {HTMLElement[]} content */
function menu(title, ...content) {
  const details = el('details', { class: 'menu', onkeydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Escape') return;
    details.open = false;
    details.querySelector('summary')?.focus();
  } }, el('summary', {}, title), el('div', { class: 'menu-content' }, ...content));
  document.addEventListener('pointerdown', (event) => {
    if (event.target instanceof Node && !details.contains(event.target)) details.open = false;
  });
  return details;
}

/** @param {Page} page */
function createSaveMenu(page) {
  const item = (/** @type {string} */ words, /** @type {() => void} */ act, /** @type {string} */ command = '') =>
    el('button', { type: 'button', class: 'menu-item', 'data-command': command || null, onclick: (/** @type {Event} */ event) => {
      if (event.target instanceof Element) event.target.closest('details')?.removeAttribute('open');
      act();
    } }, words);
  const file = el('input', { type: 'file', class: 'hidden-text', tabindex: '-1', accept: '.jsonl,.ladder,.txt,.json', 'aria-label': t('load'),
    onchange: () => {
      if (file.files?.[0]) page.load(file.files[0]);
      file.value = '';
    } });
  return menu(t('save'),
    item(labelWithKey('saveBaseline'), () => page.saveBaseline(), 'saveBaseline'),
    item(labelWithKey('saveBeads'), () => page.saveBeads(), 'saveBeads'),
    item(t('load'), () => file.click(), 'load'), file,
    item(t('print'), () => window.print()),
    item(t('forget'), () => page.forget(), 'forget'));
}

/** @param {Page} page */
function createViewMenu(page) {
  const { settings } = page;
  const choose = (/** @type {string} */ words, /** @type {[string, string][]} */ options, /** @type {string} */ value, /** @type {(v: string) => void} */ set) => {
    const select = el('select', { onchange: () => set(select.value) },
      ...options.map(([tag, name]) => el('option', { value: tag, selected: tag === value }, name)));
    return el('label', { class: 'choice' }, el('span', {}, words), select);
  };
  const check = (/** @type {string} */ words, /** @type {'marks' | 'singleKeys'} */ name) => {
    const box = el('input', { type: 'checkbox', checked: settings[name], onchange: () => page.set({ [name]: box.checked }) });
    return el('label', { class: 'check' }, box, words);
  };
  return menu(t('settings'),
    choose(t('uiLanguage'), kUiLanguages.map(({ tag, name }) => [tag, name]), settings.language, (language) => page.set({ language })),
    choose(t('theme'), [['auto', t('themeAuto')], ['light', t('themeLight')], ['dark', t('themeDark')]], settings.theme,
      (theme) => page.set({ theme: /** @type {'auto'} */ (theme) })),
    check(t('marks'), 'marks'), check(t('singleKeys'), 'singleKeys'));
}

/** What the page says where the browser keeps nothing. */
export function createWarning() {
  return el('p', { class: 'warning', role: 'alert' }, icon('fault'), t('notKept'));
}
