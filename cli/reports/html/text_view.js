// @ts-check
// The two columns: a row for each bead, in sections that the browser lays out only when they come
// into sight, filled in idle moments.

import { createCell, createGap, createLink } from './cells.js';
import { el, icon, whenIdle } from './dom.js';
import { findingCard } from './finding_card.js';
import { number, t } from './language.js';
import { ownSide } from './model.js';
import { createRowTools } from './row_tools.js';
import { isEmpty, kSides } from './types.js';

/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').SideName} SideName */
/** @typedef {import('./page.js').Page} Page */

/** Rows of a section: enough that there are few, few enough to be laid out in a frame. */
const kRowsOfSection = 60;
/** Sections filled before the page is first shown. */
const kFirstSections = 2;
/** For the height of what is not laid out yet: characters of a line, and heights in pixels. */
const kLineCharacters = 55;
const kLineHeight = 29;
const kRowPadding = 16;

export class TextView {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    /** @type {Map<Bead, HTMLElement>} */
    this.rows = new Map();
    /** @type {Bead | null} */
    this.current = null;
    /** @type {{ element: HTMLElement, beads: Bead[], filled: boolean }[]} */
    this.sections = [];
    this.element = el('div', { class: 'text', id: 'text', role: 'table', 'aria-label': t('subtitle') });
    this.toolbar = createRowTools(page);
    this.build();
  }

  build() {
    const { report, work } = this.page;
    const head = el('div', { role: 'row', class: 'columns' }, ...kSides.map((side) =>
      el('div', { role: 'columnheader', class: `column ${side}` },
        el('span', { class: 'column-name' }, t(side)),
        el('bdi', { class: 'path', title: report[side].path }, fileName(report[side].path)))));
    this.element.append(el('div', { role: 'rowgroup', class: 'head' }, head));
    for (let from = 0; from < work.beads.length; from += kRowsOfSection) {
      const beads = work.beads.slice(from, from + kRowsOfSection);
      const element = el('div', { role: 'rowgroup', class: 'section' });
      element.style.containIntrinsicBlockSize = `auto ${this.guessHeight(beads)}px`;
      this.sections.push({ element, beads, filled: false });
      this.element.append(element);
    }
    for (const section of this.sections.slice(0, kFirstSections)) this.fill(section);
    // The keyboard's way in, until a row is current.
    this.element.querySelector('.row:not(.columns, .folding, [hidden])')?.setAttribute('tabindex', '0');
    this.fillRest(kFirstSections);
  }

  /** @param {Bead[]} beads */
  guessHeight(beads) {
    let height = 0;
    for (const bead of beads) {
      const lines = kSides.map((side) => {
        let length = 0;
        for (let i = bead[side].from; i < bead[side].to; ++i) length += this.page.report[side].segments[i].text.length;
        return Math.ceil(length / kLineCharacters);
      });
      height += Math.max(...lines) * kLineHeight + kRowPadding;
    }
    return height;
  }

  /** @param {number} at */
  fillRest(at) {
    if (at >= this.sections.length) return;
    whenIdle(() => {
      if (!this.element.isConnected && at > kFirstSections) return; // another view took its place
      this.fill(this.sections[at]);
      this.fillRest(at + 1);
    });
  }

  /** At once, for what looks at the whole page: printing, and the browser's own search. */
  fillAll() {
    for (const section of this.sections) this.fill(section);
  }

  /** @param {{ element: HTMLElement, beads: Bead[], filled: boolean }} section */
  fill(section) {
    if (section.filled) return;
    section.filled = true;
    section.element.append(...this.createRows(section.beads));
  }

  /** Rows, with runs of furniture folded away. @param {Bead[]} beads */
  createRows(beads) {
    /** @type {HTMLElement[]} */
    const rows = [];
    for (let at = 0; at < beads.length;) {
      let end = at;
      while (end < beads.length && this.isFurniture(beads[end]) && isEmpty(beads[end].source) === isEmpty(beads[at].source)) ++end;
      if (end === at) rows.push(this.createRow(beads[at++]));
      else rows.push(...this.createFold(beads.slice(at, end)));
      at = Math.max(at, end);
    }
    return rows;
  }

  /** Also what was furniture and stands alone still. @param {Bead} bead */
  isFurniture(bead) {
    if (!isEmpty(bead.source) && !isEmpty(bead.target)) return false;
    const side = isEmpty(bead.source) ? 'target' : 'source';
    return this.page.index.gapAt(side, bead[side].from)?.kind === 'furniture';
  }

  /** @param {Bead[]} beads */
  createFold(beads) {
    const rows = beads.map((bead) => this.createRow(bead));
    const button = el('button', { type: 'button', class: 'fold', 'aria-expanded': 'false', onclick: () => set(rows[0].hasAttribute('hidden')) },
      icon('furniture'), el('span', {}, t('furniture', { n: beads.length })));
    /** @param {boolean} open */
    const set = (open) => {
      button.setAttribute('aria-expanded', String(open));
      for (const row of rows) {
        for (const name of ['hidden', 'aria-hidden']) row.removeAttribute(name);
        if (open) continue;
        row.setAttribute('hidden', 'until-found'); // the browser's own search still looks inside
        row.setAttribute('aria-hidden', 'true');
      }
    };
    set(false);
    for (const row of rows) {
      row.addEventListener('beforematch', () => set(true));
      row.addEventListener('unfold', () => set(true));
    }
    const side = isEmpty(beads[0].source) ? 'target' : 'source';
    const cell = el('div', { role: 'cell', 'aria-colspan': '2', class: `fold-cell ${side}` }, button);
    return [el('div', { role: 'row', class: 'row folding' }, cell), ...rows];
  }

  /** @param {Bead} bead */
  createRow(bead) {
    const row = el('div', { role: 'row', class: 'row', tabindex: '-1' });
    this.rows.set(bead, row);
    row.addEventListener('focusin', () => this.setCurrent(bead));
    row.addEventListener('pointerdown', () => this.setCurrent(bead));
    this.renderRow(bead, row);
    return row;
  }

  /** @param {Bead} bead @param {HTMLElement} row */
  renderRow(bead, row) {
    const { work } = this.page;
    const cards = this.findingsToldIn(bead).map((finding) => findingCard(this.page, finding, bead));
    const gapSide = isEmpty(bead.source) ? 'source' : isEmpty(bead.target) ? 'target' : null;
    const isMoved = bead.move !== null && work.moves.has(bead.move);
    row.className = ['row', this.startsBlock(bead) && 'starts-block', gapSide && `gap-in-${gapSide}`,
      bead === this.current && 'current'].filter(Boolean).join(' ');
    const cells = kSides.map((side) => side === gapSide
      ? createGap(this.page, bead, side, isMoved, cards)
      : createCell(this.page, bead, side));
    row.replaceChildren(...cells, createLink(bead, gapSide));
    if (!gapSide && cards.length > 0)
      row.append(el('div', { role: 'cell', 'aria-colspan': '2', class: 'cards' }, ...cards));
    if (bead === this.current) row.append(this.toolbar);
    this.page.moveLinks?.drawSoon();
  }

  /** @param {Bead} bead */
  startsBlock(bead) {
    const { report } = this.page;
    return kSides.some((side) => {
      if (isEmpty(bead[side])) return false;
      const { segments } = report[side];
      return segments[bead[side].from - 1]?.block !== segments[bead[side].from].block;
    });
  }

  /** @param {Bead} bead @returns {Finding[]} */
  findingsToldIn(bead) {
    const found = [];
    for (const side of kSides)
      for (let i = bead[side].from; i < bead[side].to; ++i) found.push(...this.page.index.toldAt(side, i));
    return [...new Set(found)].filter((finding) => !this.page.work.isSettled(finding));
  }

  /** The row of a bead, built if it is not there yet. @param {Bead} bead */
  rowOf(bead) {
    const row = this.rows.get(bead);
    if (row) return row;
    const section = this.sections.find((s) => !s.filled && s.beads.includes(bead));
    if (section) this.fill(section);
    return this.rows.get(bead) ?? null;
  }

  /** @param {Bead | null} bead */
  setCurrent(bead) {
    if (bead === this.current) return;
    const before = this.current && this.rows.get(this.current);
    before?.classList.remove('current');
    before?.setAttribute('tabindex', '-1');
    this.current = bead;
    this.toolbar.remove();
    const row = bead && this.rowOf(bead);
    if (!row) return;
    row.classList.add('current');
    row.setAttribute('tabindex', '0');
    row.append(this.toolbar);
    this.page.currentMoved();
  }

  /** Shows a bead, and a finding's card in it. @param {Bead} bead @param {Finding | null} [finding] */
  goTo(bead, finding = null) {
    const row = this.rowOf(bead);
    if (!row) return;
    if (row.hasAttribute('hidden')) row.dispatchEvent(new Event('unfold'));
    this.setCurrent(bead);
    const smooth = this.page.allowsMotion && isNear(row);
    row.scrollIntoView({ block: 'center', behavior: smooth ? 'smooth' : 'instant' });
    // Sections on the way got their real heights just now: once more.
    if (!smooth) requestAnimationFrame(() => row.scrollIntoView({ block: 'center', behavior: 'instant' }));
    const card = finding && row.querySelector(`[data-finding="${finding.id}"]`);
    (card instanceof HTMLElement ? card : row).focus({ preventScroll: true });
  }

  /** @param {1 | -1} by */
  step(by) {
    const { beads } = this.page.work;
    const at = this.current ? beads.indexOf(this.current) + by : 0;
    if (beads[at]) this.goTo(beads[at]);
  }

  /** @param {import('./pairing.js').Patch} patch */
  patch(patch) {
    const { beads } = this.page.work;
    const old = patch.removed.map((bead) => this.rowOf(bead)).filter((row) => row !== null);
    if (patch.removed.length > kRowsOfSection * 2 || old.length === 0) {
      this.rebuild();
      return;
    }
    const focused = old.some((row) => row.contains(document.activeElement));
    for (const bead of patch.removed) this.rows.delete(bead);
    if (this.current && patch.removed.includes(this.current)) this.current = null;
    const anchor = el('div');
    old[0].before(anchor);
    for (const row of old) row.remove();
    const fresh = patch.inserted.map((bead) => this.createRow(bead));
    anchor.replaceWith(...fresh);
    for (const neighbour of [beads[patch.at - 1], beads[patch.at + patch.inserted.length]])
      if (neighbour) this.refresh(neighbour);
    const stay = patch.inserted[0] ?? beads[patch.at];
    if (!stay) return;
    this.setCurrent(stay);
    if (focused) this.rowOf(stay)?.focus({ preventScroll: true });
  }

  rebuild() {
    this.rows.clear();
    this.sections = [];
    this.current = null;
    this.element.replaceChildren();
    this.build();
  }

  /** Draws a row anew, with the focus where it was. @param {Bead} bead */
  refresh(bead) {
    const row = this.rows.get(bead);
    if (!row) return;
    const focused = document.activeElement instanceof HTMLElement && row.contains(document.activeElement)
      ? document.activeElement : null;
    const card = focused?.closest('[data-finding]')?.getAttribute('data-finding');
    const action = focused?.getAttribute('data-action');
    const wasHidden = row.getAttribute('hidden');
    this.renderRow(bead, row);
    if (wasHidden !== null) row.setAttribute('hidden', wasHidden);
    if (!focused) return;
    const again = (card && action && row.querySelector(`[data-finding="${card}"] [data-action="${action}"]`))
      || (card && row.querySelector(`[data-finding="${card}"]`)) || row;
    if (again instanceof HTMLElement) again.focus({ preventScroll: true });
  }
}

/** @param {HTMLElement} row */
function isNear(row) {
  const { top } = row.getBoundingClientRect();
  return Math.abs(top) < window.innerHeight * 3;
}

/** @param {string} path */
export function fileName(path) {
  return path.split(/[\\/]/).pop() || path;
}

/** @param {Finding} finding @param {Page} page */
export function placeOf(finding, page) {
  const side = ownSide(finding);
  const segment = page.report[side].segments[finding[side].from];
  return segment?.line ? t('line', { n: number(segment.line) }) : '';
}
