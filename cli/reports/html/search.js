// @ts-check
// Search in both texts at once, in the model, so that it finds what is not on the screen too.

import { el, iconButton } from './dom.js';
import { findFolded, fold } from './fold.js';
import { t } from './language.js';
import { rangeIn } from './segment_text.js';
import { kSides } from './types.js';

/** @typedef {import('./types.js').SideName} SideName */
/** @typedef {{ side: SideName, segment: number, from: number, to: number }} Place */
/** @typedef {import('./page.js').Page} Page */

/** Places that are coloured in the text at most. */
const kMostHighlights = 300;

export class Search {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** @type {Place[]} */
    this.places = [];
    this.at = -1;
    this.sought = '';
    /** Both texts folded, from the first search on. @type {Record<SideName, string[]> | null} */
    this.folded = null;
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
    if (needle) for (const side of kSides) this.findIn(side, needle);
    const { beadOf } = this.page.work;
    const row = (/** @type {Place} */ place) => {
      const bead = beadOf[place.side][place.segment];
      return bead.source.from + bead.target.from;
    };
    this.places.sort((a, b) => row(a) - row(b));
    this.at = -1;
    this.show();
  }

  /** @param {SideName} side @param {string} needle */
  findIn(side, needle) {
    const { report } = this.page;
    this.folded ??= {
      source: report.source.segments.map((segment) => fold(segment.text)),
      target: report.target.segments.map((segment) => fold(segment.text)),
    };
    this.folded[side].forEach((text, i) => {
      if (!text.includes(needle)) return;
      for (const place of findFolded(report[side].segments[i].text, needle)) this.places.push({ side, segment: i, ...place });
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
    return element ? rangeIn(element, place.from, place.to) : null;
  }
}
