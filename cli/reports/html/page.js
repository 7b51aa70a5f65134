// @ts-check
// The page as a whole: its parts, what is selected, and what the commands do.

import { announceOutcome, commandNamed } from './commands.js';
import { askForNote, askToConfirm, showKeyList } from './dialogs.js';
import { announce, createLiveRegion, el } from './dom.js';
import { baselineFile, beadsFile, download, readExchange } from './exchange.js';
import { familyOf } from './finding_card.js';
import { FindingsPanel } from './findings_panel.js';
import { createHeader, createWarning } from './header.js';
import { t } from './language.js';
import { charactersOf, indexFindings, ownSide } from './model.js';
import { MoveLinks } from './move_links.js';
import { Overview } from './overview.js';
import { reasonOf } from './reason.js';
import { Search } from './search.js';
import { applySettings, keepSettings, loadSettings } from './settings.js';
import { TextView, fileName } from './text_view.js';
import { kSides, isEmpty, otherSide } from './types.js';
import { Work } from './work.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').SideName} SideName */
/** @typedef {import('./pairing.js').Patch} Patch */
/** @typedef {import('./settings.js').Settings} Settings */
/** @typedef {import('./segment_text.js').TextMark} TextMark */

export class Page {
  /** @param {Report} report @param {Storage | null} storage */
  constructor(report, storage) {
    this.report = report;
    this.storage = storage;
    this.settings = loadSettings(storage);
    this.work = new Work(report, storage);
    this.index = indexFindings(report);
    this.anchors = this.indexMarks();
    this.filter = { hiddenKinds: /** @type {Set<string>} */ (new Set()), state: 'any', level: 'note', order: 'severity' };
    /** @type {Finding | null} */
    this.selected = null;
    this.allowsMotion = !window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.lengthOf = (/** @type {SideName} */ side, /** @type {number} */ at) => charactersOf(report[side].segments[at]);
    this.work.onChange((change) => this.changed(change));
    this.live = createLiveRegion();
    // What is on the screen: made by `build`, and made anew in another language.
    const toBuild = /** @type {any} */ (null);
    /** @type {Search} */
    this.search = toBuild;
    /** @type {TextView} */
    this.view = toBuild;
    /** @type {MoveLinks} */
    this.moveLinks = toBuild;
    /** @type {FindingsPanel} */
    this.panel = toBuild;
    /** @type {Overview} */
    this.overview = toBuild;
    /** @type {HTMLElement} */
    this.side = toBuild;
    /** @type {HTMLElement} */
    this.warning = toBuild;
    /** @type {Element | null} */
    this.litMark = null;
    this.build();
  }

  build() {
    applySettings(this.settings);
    this.search = new Search(this);
    this.moveLinks = new MoveLinks(this);
    this.view = new TextView(this);
    this.panel = new FindingsPanel(this);
    this.overview = new Overview(this);
    this.side = el('div', { class: 'side scrolls' }, this.overview.element, this.panel.element);
    const main = el('main', {}, this.moveLinks.element, this.view.element);
    new ResizeObserver(() => this.moveLinks.drawSoon()).observe(main);
    main.addEventListener('pointerover', (event) => this.lightPair(event.target));
    this.warning = createWarning();
    this.warning.hidden = this.work.isKept;
    document.body.replaceChildren(createHeader(this), this.warning, el('div', { class: 'layout' }, this.side, main), this.live);
    this.showWhatCanBeUndone();
  }

  /** @param {string} command */
  run(command) {
    commandNamed(command).run(this);
  }

  // What is seen.

  /** Numbers, dates and names that agree, by segment. */
  indexMarks() {
    const bySide = {
      source: /** @type {Map<number, TextMark[]>} */ (new Map()),
      target: /** @type {Map<number, TextMark[]>} */ (new Map()),
    };
    this.report.marks.forEach((mark, i) => {
      for (const side of kSides) {
        const { segment, from, to } = mark[side];
        const list = bySide[side].get(segment) ?? [];
        list.push({ from, to, look: `anchor ${mark.kind}`, title: '', pair: String(i) });
        bySide[side].set(segment, list);
      }
    });
    return bySide;
  }

  /** What is marked in a segment: first what findings say of its words. @param {SideName} side @param {number} segment @returns {TextMark[]} */
  marksOf(side, segment) {
    /** @type {TextMark[]} */
    const marks = [];
    for (const finding of this.index.about(side, segment)) {
      const words = side === 'source' ? finding.sourceWords : finding.targetWords;
      for (const part of words) {
        if (part.segment !== segment) continue;
        const title = `${t(`kind.${finding.kind}`)}: ${reasonOf(finding).text}`;
        marks.push({ ...part, look: `words family-${familyOf(finding.kind)} kind-${finding.kind}`, title, pair: '' });
      }
    }
    return [...marks, ...(this.anchors[side].get(segment) ?? [])];
  }

  /** Shows which words belong together under the pointer. @param {EventTarget | null} target */
  lightPair(target) {
    if (!(target instanceof Element)) return;
    const mark = target.closest('mark[data-pair]');
    if (mark === this.litMark) return;
    for (const lit of this.view.element.querySelectorAll('mark.lit')) lit.classList.remove('lit');
    this.litMark = mark;
    const pair = mark?.getAttribute('data-pair');
    for (const other of mark?.closest('.row')?.querySelectorAll('mark[data-pair]') ?? [])
      if (other.getAttribute('data-pair') === pair) other.classList.add('lit');
  }

  /** @param {SideName} side @param {number} segment */
  goToSegment(side, segment) {
    const bead = this.work.beadOf[side][segment];
    if (!bead) return;
    this.closeSide();
    this.view.goTo(bead);
  }

  /** @param {Finding} finding */
  beadOfFinding(finding) {
    const side = ownSide(finding);
    return this.work.beadOf[side][finding[side].from] ?? null;
  }

  /** Selects a finding and goes there. @param {Finding} finding */
  show(finding) {
    this.select(finding);
    const bead = this.beadOfFinding(finding);
    this.closeSide();
    if (bead) this.view.goTo(bead, finding);
  }

  /** @param {Finding} finding @param {Bead} bead where the reader is */
  goToOtherEnd(finding, bead) {
    const here = isEmpty(bead.source) ? 'target' : 'source';
    const there = otherSide(here);
    const other = this.work.beadOf[there][finding[there].from];
    if (other) this.view.goTo(other, finding);
  }

  /** @param {Finding} finding */
  select(finding) {
    if (this.selected === finding) return;
    const before = this.selected;
    this.selected = finding;
    this.panel.mark(before, finding);
  }

  /** @param {1 | -1} by */
  stepFinding(by) {
    const shown = this.panel.shown();
    if (shown.length === 0) return;
    const at = this.selected ? shown.indexOf(this.selected) : -1;
    const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(at + by, 0), shown.length - 1);
    this.show(shown[next]);
  }

  currentMoved() {
    this.overview?.map.drawSoon();
  }

  toggleSide() {
    const open = this.side.classList.toggle('open');
    if (open) this.side.querySelector('button')?.focus();
  }

  closeSide() {
    this.side.classList.remove('open');
  }

  // What is done.

  /** @param {'accept' | 'reject'} verdict */
  decide(verdict) {
    if (!this.selected || this.selected.parts.length === 0) return announce(t('cannot'));
    const again = this.work.decisionOn(this.selected).verdict === verdict;
    this.work.decide(this.selected, { verdict: again ? null : verdict });
    announce(t(again ? 'reopened' : verdict === 'accept' ? 'accepted' : 'rejected'));
  }

  editNote() {
    const finding = this.selected;
    if (!finding || finding.parts.length === 0) return announce(t('cannot'));
    askForNote(t(`kind.${finding.kind}`), this.work.decisionOn(finding).note, (note) => {
      this.work.decide(finding, { note });
      announce(t('noted'));
    });
  }

  /** Corrects the beads at the current row. @param {(beads: Bead[], at: number) => Patch | null} make @param {string} words */
  correct(make, words) {
    const { beads } = this.work;
    const at = this.view.current ? beads.indexOf(this.view.current) : -1;
    const isDone = at >= 0 && this.work.applyPatch(make(beads, at));
    announceOutcome(isDone, words, 'cannot');
  }

  undo() {
    announceOutcome(this.work.undo() !== null, 'undone', 'nothingToUndo');
  }

  redo() {
    announceOutcome(this.work.redo() !== null, 'redone', 'nothingToRedo');
  }

  /** @param {import('./work.js').Change} change */
  changed(change) {
    if (change.patch) {
      this.view.patch(change.patch);
      const findings = this.findingsAbout([...change.patch.removed, ...change.patch.inserted]);
      // The other end of moved text may be far off.
      for (const finding of findings) if (finding.kind === 'moved') this.refreshRows(finding);
      this.panel.refresh(findings);
      this.overview.refreshSoon();
    }
    if (change.decisions) {
      const keys = new Set(change.decisions);
      const findings = this.report.findings.filter((finding) => finding.parts.some((part) => keys.has(part.fingerprint)));
      for (const finding of findings) this.refreshRows(finding);
      this.panel.refresh(findings);
    }
    this.warning.hidden = this.work.isKept;
    this.showWhatCanBeUndone();
  }

  /** Draws the rows anew in which a finding is told. @param {Finding} finding */
  refreshRows(finding) {
    for (const side of kSides)
      // A card is told at the first segment; both ends of a move are gaps of their own.
      for (let i = finding[side].from; i < (finding.kind === 'moved' ? finding[side].to : Math.min(finding[side].from + 1, finding[side].to)); ++i)
        this.view.refresh(this.work.beadOf[side][i]);
  }

  /** @param {Bead[]} beads @returns {Finding[]} */
  findingsAbout(beads) {
    const found = new Set();
    for (const bead of beads)
      for (const side of kSides)
        for (let i = bead[side].from; i < bead[side].to; ++i)
          for (const finding of this.index.about(side, i)) found.add(finding);
    return [...found];
  }

  showWhatCanBeUndone() {
    const set = (/** @type {string} */ command, /** @type {boolean} */ can) =>
      document.querySelector(`.bar [data-command="${command}"]`)?.setAttribute('aria-disabled', String(!can));
    set('undo', this.work.done.length > 0);
    set('redo', this.work.undone.length > 0);
  }

  // Files and settings.

  /** @param {string} ending */
  nameFor(ending) {
    return `${fileName(this.report.target.path).replace(/\.[^.]*$/, '') || 'report'}.${ending}.jsonl`;
  }

  saveBaseline() {
    const name = this.nameFor('decisions');
    download(name, baselineFile(this.work));
    announce(t('savedAs', { name }));
  }

  saveBeads() {
    const name = this.nameFor('beads');
    download(name, beadsFile(this.work));
    announce(t('savedAs', { name }));
  }

  /** @param {File} file */
  async load(file) {
    const failed = (/** @type {string} */ reason) => announce(t('loadFailed', { name: file.name, reason }));
    const { decisions, beads, badLine } = readExchange(await file.text(), this.report);
    if (badLine > 0) return failed(t('badLine', { n: badLine }));
    if (beads && !this.work.replaceBeads(beads)) return failed(t('badBeads'));
    if (decisions.length > 0) this.work.setDecisions(decisions);
    announce(beads ? t('loadedBeads', { n: beads.length }) : t('loadedDecisions', { n: decisions.length }));
  }

  forget() {
    askToConfirm(t('forgetAsk'), () => {
      this.work.forget();
      this.build();
      announce(t('forgotten'));
    });
  }

  showKeys() {
    showKeyList(this.settings.singleKeys, (singleKeys) => this.set({ singleKeys }));
  }

  /** @param {Partial<Settings>} change */
  set(change) {
    const language = this.settings.language;
    Object.assign(this.settings, change);
    keepSettings(this.settings, this.storage);
    applySettings(this.settings);
    if (this.settings.language !== language) this.build();
    else this.overview.map.draw();
  }
}
