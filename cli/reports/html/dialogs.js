// @ts-check
// What is asked or told in front of the page: notes and the list of keys.

import { kCommands, shownKey } from './commands.js';
import { el } from './dom.js';
import { t } from './language.js';

/** Shows a dialog that goes away when it is closed. @param {HTMLDialogElement} dialog */
function present(dialog) {
  const before = document.activeElement;
  document.body.append(dialog);
  dialog.addEventListener('close', () => {
    dialog.remove();
    if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
  });
  dialog.showModal();
  return dialog;
}

/** @param {string} title @param {string} text @param {(text: string) => void} keep */
export function askForNote(title, text, keep) {
  const area = el('textarea', { rows: 4, dir: 'auto', 'aria-label': t('noteFor'), onkeydown: (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) save();
  } });
  area.value = text;
  const save = () => {
    dialog.close();
    keep(area.value.trim());
  };
  const dialog = el('dialog', { 'aria-label': t('noteFor') },
    el('h2', {}, title), area,
    el('div', { class: 'dialog-actions' },
      el('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, t('cancel')),
      el('button', { type: 'button', class: 'primary', onclick: save }, t('noteSave'))));
  present(dialog);
  area.focus();
}

/** @param {boolean} singleKeys @param {(on: boolean) => void} setSingleKeys */
export function showKeyList(singleKeys, setSingleKeys) {
  const groups = [...new Set(kCommands.map((command) => command.group))].map((group) =>
    el('section', {}, el('h3', {}, t(`group.${group}`)),
      el('dl', {}, ...kCommands.filter((command) => command.group === group).flatMap((command) => [
        el('dt', {}, ...command.keys.map((key) => el('kbd', { dir: 'ltr' }, shownKey(key)))),
        el('dd', {}, t(command.name)),
      ]))));
  const box = el('input', { type: 'checkbox', checked: singleKeys, onchange: () => setSingleKeys(box.checked) });
  const dialog = el('dialog', { class: 'keys', 'aria-label': t('keysTitle') },
    el('h2', {}, t('keysTitle')), el('div', { class: 'key-groups' }, ...groups),
    el('p', { class: 'faint' }, t('keysNote')),
    el('label', { class: 'check' }, box, t('singleKeys')),
    el('div', { class: 'dialog-actions' },
      el('button', { type: 'button', class: 'primary', onclick: () => dialog.close() }, t('close'))));
  present(dialog);
}

/** @param {string} question @param {() => void} agreed */
export function askToConfirm(question, agreed) {
  const yes = () => {
    dialog.close();
    agreed();
  };
  const dialog = el('dialog', { 'aria-label': question }, el('p', {}, question),
    el('div', { class: 'dialog-actions' },
      el('button', { type: 'button', class: 'plain', onclick: () => dialog.close() }, t('cancel')),
      el('button', { type: 'button', class: 'primary', onclick: yes }, t('forget'))));
  present(dialog);
}
