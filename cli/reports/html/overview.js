// @ts-check
// Coverage in numbers, by heading, and as a map.

import { el, whenIdle } from './dom.js';
import { BitextMap } from './bitext_map.js';
import { percent, t } from './language.js';
import { chaptersOf, coverageOf } from './model.js';
import { kSides } from './types.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./types.js').SideName} SideName */

export class Overview {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.shares = el('div', { class: 'shares' });
    this.chapters = el('div', { class: 'chapters' });
    this.map = new BitextMap(page);
    this.isDue = false;
    this.element = el('section', { class: 'overview', 'aria-label': t('overview') },
      el('h2', { class: 'hidden-text' }, t('overview')), this.shares, this.map.element, this.chapters);
    this.refresh();
  }

  /** When the browser has time for it, however often it is asked for until then. */
  refreshSoon() {
    if (this.isDue) return;
    this.isDue = true;
    whenIdle(() => {
      this.isDue = false;
      this.refresh();
    });
  }

  refresh() {
    this.shares.replaceChildren(...kSides.map((side) => this.createShare(side)));
    this.showChapters();
    this.map.draw();
  }

  /** @param {SideName} side */
  createShare(side) {
    const { report, work } = this.page;
    const { share } = coverageOf(report, work.beads, side, work.moves);
    return el('div', { class: `share ${side}` },
      el('p', {}, ...emphasised(t(side === 'source' ? 'coveredSource' : 'coveredTarget', { share: percent(share, 1) }), percent(share, 1))),
      meter(share));
  }

  showChapters() {
    const { report, work } = this.page;
    const chapters = chaptersOf(report.source);
    this.chapters.replaceChildren();
    if (chapters.length < 2) return;
    const items = chapters.map((chapter) => {
      // The beads of the chapter only: a book has many of both.
      const from = work.beads.indexOf(work.beadOf.source[chapter.range.from]);
      const to = work.beads.indexOf(work.beadOf.source[chapter.range.to - 1], from);
      const { share } = coverageOf(report, work.beads.slice(from, to + 1), 'source', work.moves, chapter.range);
      const title = chapter.title
        ? el('span', { class: 'chapter-title', dir: report.source.direction, lang: report.source.language }, chapter.title)
        : el('span', { class: 'chapter-title' }, t('beforeHeadings'));
      return el('li', { class: `level-${chapter.level}` },
        el('button', { type: 'button', class: 'chapter', onclick: () => this.page.goToSegment('source', chapter.range.from) },
          title, el('span', { class: 'chapter-share' }, percent(share)), meter(share)));
    });
    this.chapters.append(el('details', { open: chapters.length <= 12 },
      el('summary', {}, el('h3', {}, t('chapters'))), el('ol', {}, ...items)));
  }
}

/** @param {number} share */
function meter(share) {
  const filled = el('span', {});
  filled.style.inlineSize = `${100 * share}%`;
  return el('span', { class: 'meter', 'aria-hidden': 'true' }, filled);
}

/** A sentence in which a number stands out. @param {string} sentence @param {string} part */
function emphasised(sentence, part) {
  const [before, after] = sentence.split(part);
  return [before ?? '', el('strong', {}, part), after ?? ''];
}
