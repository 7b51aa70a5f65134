// @ts-check
// The list of findings with its filters.

import { el, icon, whenIdle } from './dom.js';
import { familyOf, iconOfKind, kindLabel, snippetOf, stateBadges } from './finding_card.js';
import { number, percent, t } from './language.js';
import { ownSide } from './model.js';
import { placeOf } from './text_view.js';

/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./page.js').Page} Page */

const kLevels = ['note', 'warning', 'error'];
const kStates = ['any', 'open', 'accepted', 'rejected', 'settled', 'stale'];
const kOrders = ['severity', 'text'];
/** Items put into the list at once; the rest follow in idle moments. */
const kItemsAtOnce = 100;

export class FindingsPanel {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.list = el('ol', { class: 'finding-list', 'aria-label': t('findings') });
    this.count = el('p', { class: 'finding-count' });
    /** What new pairs made of the findings. */
    this.outcome = el('p', { class: 'finding-outcome', hidden: true });
    this.meter = el('span', { class: 'progress-done' });
    this.element = el('section', { class: 'findings', id: 'findings', 'aria-label': t('findings') },
      el('div', { class: 'findings-head' },
        el('h2', {}, t('findings')), this.count,
        el('div', { class: 'progress', 'aria-hidden': 'true' }, this.meter), this.outcome,
        this.createFilters()),
      this.list);
    /** @type {Map<number, HTMLElement>} */
    this.items = new Map();
    this.listRun = 0;
    this.showList();
  }

  createFilters() {
    const { filter } = this.page;
    const counts = new Map();
    for (const { kind } of this.page.report.findings) counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const chips = [...counts].map(([kind, count]) => {
      const chip = el('button', {
        type: 'button', class: `chip family-${familyOf(kind)}`, 'aria-pressed': String(!filter.hiddenKinds.has(kind)),
        onclick: () => {
          if (!filter.hiddenKinds.delete(kind)) filter.hiddenKinds.add(kind);
          chip.setAttribute('aria-pressed', String(!filter.hiddenKinds.has(kind)));
          this.showList();
        },
      }, icon(iconOfKind(kind)), el('span', {}, t(`kind.${kind}`)), el('span', { class: 'chip-count' }, number(count)));
      return chip;
    });
    const choose = (/** @type {'state' | 'level' | 'order'} */ name, /** @type {string[]} */ values) => {
      const select = el('select', { onchange: () => {
        filter[name] = select.value;
        this.showList();
      } }, ...values.map((value) => el('option', { value, selected: filter[name] === value }, t(`${name}.${value}`))));
      return el('label', { class: `choice choice-${name}` }, el('span', {}, t(name)), select);
    };
    const ranks = this.page.report.findings.map((finding) => kLevels.indexOf(finding.level));
    const levels = kLevels.filter((_, rank) => rank === 0 || ranks.some((r) => r < rank));
    return el('div', { class: 'filters' },
      counts.size > 1 && el('div', { class: 'chips', role: 'group', 'aria-label': t('kinds') }, ...chips),
      el('div', { class: 'choices' }, choose('state', kStates), levels.length > 1 && choose('level', levels), choose('order', kOrders)));
  }

  /** @param {Finding} finding */
  passes(finding) {
    const { hiddenKinds, state, level } = this.page.filter;
    const { work } = this.page;
    const isInState = state === 'any' || (state === 'stale' ? work.isStale(finding) : work.stateOf(finding) === state);
    return isInState && !hiddenKinds.has(finding.kind) && kLevels.indexOf(finding.level) >= kLevels.indexOf(level);
  }

  /** The findings that pass the filters, in the order of the list. @returns {Finding[]} */
  shown() {
    const findings = this.page.report.findings.filter((finding) => this.passes(finding));
    if (this.page.filter.order === 'text') findings.sort((a, b) => this.placeInText(a) - this.placeInText(b) || a.id - b.id);
    return findings;
  }

  /** @param {Finding} finding */
  placeInText(finding) {
    const side = ownSide(finding);
    const { work, report } = this.page;
    const bead = work.beadOf[side][finding[side].from];
    // Where in the text as a whole: both sides count, as the rows do.
    return bead ? bead.source.from + bead.target.from : report.source.segments.length;
  }

  showList() {
    const findings = this.shown();
    this.items.clear();
    this.list.replaceChildren();
    const run = ++this.listRun;
    const more = (/** @type {number} */ from) => {
      if (run !== this.listRun) return; // another choice was made meanwhile
      this.list.append(...findings.slice(from, from + kItemsAtOnce).map((finding) => this.createItem(finding)));
      if (from + kItemsAtOnce < findings.length) whenIdle(() => more(from + kItemsAtOnce));
    };
    more(0);
    if (findings.length === 0) {
      const none = this.page.report.findings.length === 0 ? 'noFindings' : 'noneShown';
      this.list.append(el('li', { class: 'none' }, t(none)));
    }
    this.showCount(findings.length);
  }

  /** @param {number} shown */
  showCount(shown) {
    const { findings } = this.page.report;
    const open = findings.filter((finding) => this.page.work.stateOf(finding) === 'open').length;
    this.count.textContent = `${t('showing', { n: shown })} · ${t('openCount', { n: open })}`;
    this.meter.style.inlineSize = `${findings.length ? (100 * (findings.length - open)) / findings.length : 100}%`;
    this.showOutcome();
  }

  showOutcome() {
    const { report, work } = this.page;
    this.outcome.hidden = work.beads === report.beads || !work.hasNewBeads;
    if (this.outcome.hidden) return;
    const settled = report.findings.filter((finding) => work.isSettled(finding)).length;
    const stale = report.findings.filter((finding) => work.isStale(finding)).length;
    const gaps = work.beads.filter((bead) => work.isNewGap(bead)).length;
    const told = [settled > 0 && t('outcomeSettled', { n: settled }), stale > 0 && t('outcomeStale', { n: stale }),
      gaps > 0 && t('outcomeGaps', { n: gaps })].filter(Boolean);
    const [before, behind] = t('outcomeNext').split('--beads');
    this.outcome.replaceChildren(`${[t('outcome'), ...told].join(' · ')}. ${before}`, el('code', { dir: 'ltr' }, '--beads'), behind ?? '');
  }

  /** @param {Finding} finding */
  createItem(finding) {
    const isCurrent = this.page.selected === finding;
    const button = el('button', { type: 'button', class: 'finding', 'aria-current': isCurrent ? 'true' : null,
      onclick: () => this.page.show(finding) },
      el('span', { class: 'finding-head' }, kindLabel(this.page, finding),
        el('span', { class: 'sureness', title: t('confidence', { share: percent(finding.confidence) }) }, percent(finding.confidence)),
        ...stateBadges(this.page, finding)),
      snippetOf(this.page, finding),
      el('span', { class: 'place' }, placeOf(finding, this.page)));
    const item = el('li', { class: `state-${this.page.work.stateOf(finding)} level-${finding.level} family-${familyOf(finding.kind)}` }, button);
    this.items.set(finding.id, item);
    return item;
  }

  /** Draws some items anew: they stay in place also where they do not pass the filters any more. @param {Finding[]} findings */
  refresh(findings) {
    for (const finding of findings) {
      const item = this.items.get(finding.id);
      if (!item) continue;
      const had = item.contains(document.activeElement);
      const fresh = this.createItem(finding);
      item.replaceWith(fresh);
      if (had) fresh.querySelector('button')?.focus({ preventScroll: true });
    }
    this.showCount(this.items.size);
  }

  /** @param {Finding | null} before @param {Finding | null} now */
  mark(before, now) {
    if (before) this.items.get(before.id)?.querySelector('button')?.removeAttribute('aria-current');
    const item = now && this.items.get(now.id);
    if (!item) return;
    item.querySelector('button')?.setAttribute('aria-current', 'true');
    scrollWithin(item);
  }
}

/** Brings an item into the sight of its own scrolling box, and moves nothing else. @param {HTMLElement} item */
function scrollWithin(item) {
  const box = item.closest('.scrolls');
  if (!(box instanceof HTMLElement) || box.scrollHeight <= box.clientHeight) return;
  const [inner, outer] = [item.getBoundingClientRect(), box.getBoundingClientRect()];
  const hidden = inner.top < outer.top + 60 || inner.bottom > outer.bottom - 12;
  if (hidden) box.scrollTop += inner.top - outer.top - outer.height / 3;
}
