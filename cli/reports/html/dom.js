// @ts-check
// Building elements. Texts of documents only ever go in as text nodes or attributes, never as markup.

/** @typedef {Node | string | null | undefined | false} Child */

/**
 * An element with attributes and children. Attributes that begin with `on` are listeners; null and
 * false leave one out, true gives it no value.
 * @template {keyof HTMLElementTagNameMap} T
 * @param {T} tag
 * @param {Record<string, any>} [attributes]
 * @param {...Child} children
 * @returns {HTMLElementTagNameMap[T]}
 */
export function el(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : String(value));
  }
  append(element, children);
  return element;
}

/** @param {Element} element @param {Child[]} children */
function append(element, children) {
  for (const child of children) if (child) element.append(child);
}

/** Outlines on a grid of 16 by 16, drawn by us. */
const kIcons = {
  omission: 'M2.5 8h3M7 8h2M10.5 8h3M4 4l8 8',
  addition: 'M8 3v10M3 8h10',
  partial: 'M8 2.5a5.5 5.5 0 1 0 0 11zM8 2.5a5.5 5.5 0 0 1 0 11',
  moved: 'M5 13V3M2.5 5.5 5 3l2.5 2.5M11 3v10M8.5 10.5 11 13l2.5-2.5',
  mismatch: 'M3 6h10M3 10h10M11 3 5 13',
  term: 'M3 3.5h10M8 3.5V13',
  untranslated: 'M3 13 8 3l5 10M5 9.5h6',
  duplicate: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  markup: 'M5.5 4 2 8l3.5 4M10.5 4 14 8l-3.5 4',
  furniture: 'M2.5 3.5h11v9h-11zM2.5 6.5h11',
  document: 'M4 2.5h5.5L12 5v8.5H4zM9 2.5V5.5h3',
  accept: 'M3 8.5 6.5 12 13 4.5',
  fault: 'M8 2.5v7M8 12.5v.5',
  note: 'M3 3h10v7.5H8L5 13v-2.5H3z',
  undo: 'M6 3.5 3 6.5l3 3M3.5 6.5H10a3.5 3.5 0 0 1 0 7H7',
  redo: 'M10 3.5l3 3-3 3M12.5 6.5H6a3.5 3.5 0 0 0 0 7h3',
  merge: 'M4 3v2.5L8 9l4-3.5V3M8 9v4',
  split: 'M8 3v3.5L4 10v3M8 6.5 12 10v3',
  up: 'M8 13V3M4 7l4-4 4 4',
  down: 'M8 3v10M4 9l4 4 4-4',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.5 10.5l3 3',
  close: 'M4 4l8 8M12 4l-8 8',
  list: 'M2.5 4h11M2.5 8h11M2.5 12h7',
  hand: 'M3 13l1-3.5L10.5 3 13 5.5 6.5 12z',
};

/** @typedef {keyof typeof kIcons} IconName */

const kSvg = 'http://www.w3.org/2000/svg';

/**
 * An element of a drawing.
 * @template {keyof SVGElementTagNameMap} T
 * @param {T} name
 * @param {Record<string, string | number>} attributes
 * @param {...SVGElement} children
 * @returns {SVGElementTagNameMap[T]}
 */
export function drawn(name, attributes, ...children) {
  const element = document.createElementNS(kSvg, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  element.append(...children);
  return element;
}

/** A small drawing that says nothing by itself. @param {IconName} name */
export function icon(name) {
  return drawn('svg', { viewBox: '0 0 16 16', class: 'icon', 'aria-hidden': 'true' }, drawn('path', { d: kIcons[name] }));
}

/**
 * A button with a drawing, and words that are shown or only said.
 * @param {IconName} name
 * @param {string} label
 * @param {(event: Event) => void} onclick
 * @param {Record<string, any> & { shown?: string }} [options] `shown`: the words to be seen
 */
export function iconButton(name, label, onclick, { shown = '', ...attributes } = {}) {
  const named = { type: 'button', title: label, 'aria-label': shown ? null : label, onclick, ...attributes };
  return el('button', named, icon(name), shown && el('span', {}, shown));
}

/** Runs `work` when the browser has nothing better to do. @param {() => void} work */
export function whenIdle(work) {
  if ('requestIdleCallback' in window) window.requestIdleCallback(work, { timeout: 200 });
  else setTimeout(work, 1);
}

let liveRegion = /** @type {HTMLElement | null} */ (null);

/** What `announce` speaks through; one for the page. */
export function createLiveRegion() {
  liveRegion = el('div', { role: 'status', class: 'toast', 'aria-live': 'polite' });
  return liveRegion;
}

let quietAt = 0;

/** Says what was done, to eyes and to screen readers. @param {string} text */
export function announce(text) {
  if (!liveRegion) return;
  const region = liveRegion;
  region.textContent = text;
  region.classList.add('shown');
  window.clearTimeout(quietAt);
  quietAt = window.setTimeout(() => region.classList.remove('shown'), 3500);
}
