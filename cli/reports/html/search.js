// @ts-check
// Search in both texts at once, in the model, so that it finds what is not on the screen too.

import { el, iconButton, whenIdle } from './dom.js';
import { findFolded, fold } from './fold.js';
import { t } from './language.js';
import { rangeIn } from './segment_text.js';
import { kSides } from './types.js';

/** @typedef {import('./types.js').SideName} SideName */
/** The nth time in a segment. @typedef {{ side: SideName, segment: number, nth: number }} Place */
/** @typedef {import('./page.js').Page} Page */

/** Places that are coloured in the text at most. */
const kMostHighlights = 300;
/** Segments folded in one idle moment. */
const kFoldedAtOnce = 400;

export class Search {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** @type {Place[]} */
    this.places = [];
    this.at = -1;
    this.sought = '';
    /** Both texts folded as far as the browser had time for it; a search folds the rest. @type {Record<SideName, string[]>} */
    this.folded = { source: [], target: [] };
    this.foldInIdleTime();
    this.input = el('input', { type: 'search', placeholder: t('search'), 'aria-label': t('search'), dir: 'auto',
      oninput: () => this.find(), onkeydown: (/** @type {KeyboardEvent} */ event) => this.onKey(event) });
    this.count = el('output', { class: 'search-count', 'aria-live': 'polite' });
    this.element = el('div', { class: 'search', role: 'search' }, this.input, this.count,
      iconButton('up', t('previous'), () => this.go(-1), { class: 'tool' }),
      iconButton('down', t('next'), () => this.go(1), { class: 'tool' }));
  }

  /** @param {KeyboardEvent} event */
  onKey(event) {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      this.input.value = '';
      this.find();
    }
  }

  find() {
    const needle = fold(this.input.value.trim());
    if (needle === this.sought) return;
    this.sought = needle;
    this.places = [];
    if (needle) {
      while (!this.foldMore(Infinity));
      for (const bead of this.page.work.beads)
        for (const side of kSides)
          for (let i = bead[side].from; i < bead[side].to; ++i) this.findIn(side, i, needle);
    }
    this.at = -1;
    this.show();
  }

  /** Adds the places in a segment; where in its text they are is looked up when one is shown. @param {SideName} side @param {number} segment @param {string} needle */
  findIn(side, segment, needle) {
    const text = this.folded[side][segment];
    let nth = 0;
    for (let at = text.indexOf(needle); at >= 0; at = text.indexOf(needle, at + needle.length)) this.places.push({ side, segment, nth: nth++ });
  }

  foldInIdleTime() {
    whenIdle(() => this.page.search === this && !this.foldMore(kFoldedAtOnce) && this.foldInIdleTime());
  }

  /** Folds so many segments more of each side. @param {number} count @returns {boolean} whether all are */
  foldMore(count) {
    return kSides.every((side) => {
      const { segments } = this.page.report[side];
      const folded = this.folded[side];
      const end = Math.min(segments.length, folded.length + count);
      while (folded.length < end) folded.push(fold(segments[folded.length].text));
      return end === segments.length;
    });
  }

  /** @param {1 | -1} by */
  go(by) {
    if (this.places.length === 0) return;
    this.at = (this.at + by + this.places.length) % this.places.length;
    if (this.at < 0) this.at = this.places.length - 1;
    const place = this.places[this.at];
    const bead = this.page.work.beadOf[place.side][place.segment];
    const hadFocus = document.activeElement;
    this.page.view.goTo(bead);
    if (hadFocus instanceof HTMLElement) hadFocus.focus({ preventScroll: true });
    this.show();
  }

  show() {
    const n = this.places.length;
    this.count.textContent = !this.sought ? '' : n === 0 ? t('searchNone') : t('searchCount', { at: this.at + 1, n });
    this.highlight();
  }

  /** Colours what was found without touching the text. */
  highlight() {
    if (!('highlights' in CSS)) return;
    const begin = Math.max(0, Math.min(this.at - kMostHighlights / 2, this.places.length - kMostHighlights));
    const near = this.places.slice(begin, begin + kMostHighlights);
    const ranges = near.map((place) => this.rangeOf(place));
    CSS.highlights.set('found', new Highlight(...ranges.filter((range) => range !== null)));
    const here = this.at >= 0 ? this.rangeOf(this.places[this.at]) : null;
    CSS.highlights.set('found-here', here ? new Highlight(here) : new Highlight());
  }

  /** @param {Place} place */
  rangeOf(place) {
    const bead = this.page.work.beadOf[place.side][place.segment];
    const row = this.page.view.rows.get(bead);
    const element = row?.querySelector(`.cell.${place.side} [data-segment="${place.segment}"]`);
    const found = findFolded(this.page.report[place.side].segments[place.segment].text, this.sought)[place.nth];
    return element && found ? rangeIn(element, found.from, found.to) : null;
  }
}
