// @ts-check
// What the reader did: decisions, notes and corrected beads, each step of which can be taken back.
// Kept in the browser's local storage under the documents' hash, where the browser allows it.

import { beadsBySegment, charactersOf } from './model.js';
import { isPartition, movesAlive, patched, reversed, shapeKey, signatureOf } from './pairing.js';
import { isEmpty, kSides } from './types.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./pairing.js').Patch} Patch */

/** @typedef {{ verdict: 'accept' | 'reject' | null, note: string }} Decision */

/**
 * One step, forwards and backwards.
 * @typedef {{ kind: 'decisions', before: [string, Decision | undefined][], after: [string, Decision | undefined][] }
 *   | { kind: 'beads', patch: Patch }} Step
 */

/** What changed. @typedef {{ decisions?: string[], patch?: Patch }} Change */

const kStoragePrefix = 'muqabala:';

/** Findings that say of whole segments that they have no counterpart, and nothing else. */
const kOfWholeSegments = new Set(['omission', 'addition', 'furniture']);

/** Local storage, or null where the browser has none for this page. @returns {Storage | null} */
export function availableStorage() {
  try {
    const probe = `${kStoragePrefix}probe`;
    window.localStorage.setItem(probe, '1');
    window.localStorage.removeItem(probe);
    return window.localStorage;
  } catch {
    return null;
  }
}

/** @param {Bead} bead */
function packed({ source, target, probability, move, byHand }) {
  return [source.from, source.to, target.from, target.to, probability, move, byHand ? 1 : 0];
}

/** @param {any[]} numbers what `packed` made @returns {Bead} */
function unpacked([s0, s1, t0, t1, probability, move, byHand]) {
  const bead = { source: { from: s0, to: s1 }, target: { from: t0, to: t1 }, probability, move };
  return byHand ? { ...bead, byHand: true } : bead;
}

/** @param {Bead[]} beads */
function segmentsAlone(beads) {
  const alone = { source: /** @type {Set<number>} */ (new Set()), target: /** @type {Set<number>} */ (new Set()) };
  for (const bead of beads) {
    if (bead.move !== null || (!isEmpty(bead.source) && !isEmpty(bead.target))) continue;
    for (const side of kSides) for (let i = bead[side].from; i < bead[side].to; ++i) alone[side].add(i);
  }
  return alone;
}

export class Work {
  /** @param {Report} report @param {Storage | null} storage */
  constructor(report, storage) {
    this.report = report;
    this.storage = storage;
    /** @type {Bead[]} */
    this.beads = report.beads;
    /** @type {Map<string, Decision>} */
    this.decisions = new Map();
    /** @type {Step[]} */
    this.done = [];
    /** @type {Step[]} */
    this.undone = [];
    /** @type {((change: Change) => void)[]} */
    this.listeners = [];
    this.isKept = storage !== null;
    /** The pairs that the findings were found in. */
    this.foundIn = new Set(report.beads.map(shapeKey));
    /** Segments that were known to have no counterpart anywhere. */
    this.aloneBefore = segmentsAlone(report.beads);
    this.restore();
    this.beadOf = beadsBySegment(report, this.beads);
    this.moves = movesAlive(this.beads);
    this.hasNewBeads = this.beads.some((bead) => bead.byHand);
  }

  /** @param {(change: Change) => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  /** What was decided here: a verdict where it is the same for all parts. @param {Finding} finding @returns {Decision} */
  decisionOn(finding) {
    const all = finding.parts.map((part) => this.decisions.get(part.fingerprint) ?? { verdict: null, note: '' });
    const verdict = all.length > 0 && all.every((one) => one.verdict === all[0].verdict) ? all[0].verdict : null;
    return { verdict, note: all.find((one) => one.note)?.note ?? '' };
  }

  /**
   * Where a finding stands: what was decided here, else before; settled where new pairs made it moot.
   * @param {Finding} finding
   * @returns {'open' | 'accepted' | 'rejected' | 'settled'}
   */
  stateOf(finding) {
    if (this.isSettled(finding)) return 'settled';
    const { verdict } = this.decisionOn(finding);
    if (verdict) return verdict === 'accept' ? 'accepted' : 'rejected';
    return finding.status === 'open' ? 'open' : 'accepted';
  }

  /** Whether the pairs as they are now leave nothing of what a finding says. @param {Finding} finding */
  isSettled(finding) {
    if (this.beads === this.report.beads) return false;
    if (finding.kind === 'moved') return !this.isStillMoved(finding);
    return kOfWholeSegments.has(finding.kind) && this.countAlone(finding) === 0;
  }

  /** Segments of a finding that stand without a counterpart. @param {Finding} finding */
  countAlone(finding) {
    let count = 0;
    for (const side of kSides)
      for (let i = finding[side].from; i < finding[side].to; ++i) {
        const bead = this.beadOf[side][i];
        count += isEmpty(bead.source) || isEmpty(bead.target) ? 1 : 0;
      }
    return count;
  }

  /** How many segments a finding of whole segments was about, and how many of them are settled. @param {Finding} finding */
  partlySettled(finding) {
    if (this.beads === this.report.beads || !kOfWholeSegments.has(finding.kind)) return null;
    const all = finding.source.to - finding.source.from + finding.target.to - finding.target.from;
    const settled = all - this.countAlone(finding);
    return settled > 0 && settled < all ? { settled, all } : null;
  }

  /** Whether a bead stands alone that had a counterpart when the findings were found: `check` will tell. @param {Bead} bead */
  isNewGap(bead) {
    if (this.beads === this.report.beads || (bead.move !== null && this.moves.has(bead.move))) return false;
    if (!isEmpty(bead.source) && !isEmpty(bead.target)) return false;
    const side = isEmpty(bead.source) ? 'target' : 'source';
    for (let i = bead[side].from; i < bead[side].to; ++i)
      if (!this.aloneBefore[side].has(i) && charactersOf(this.report[side].segments[i]) > 0) return true;
    return false;
  }

  /** @param {Finding} finding of moved text */
  isStillMoved({ source, target }) {
    return [...this.moves].some((number) => {
      const move = this.report.moves[number];
      return move.source.from === source.from && move.target.from === target.from;
    });
  }

  /**
   * Whether a finding was found inside pairs that are not there any more: what `check` will say of the new ones, the
   * page cannot tell.
   * @param {Finding} finding
   */
  isStale(finding) {
    if (this.beads === this.report.beads || finding.parts.length === 0) return false;
    if (finding.kind === 'moved' || kOfWholeSegments.has(finding.kind)) return false;
    return kSides.some((side) => {
      for (let i = finding[side].from; i < finding[side].to; ++i)
        if (!this.foundIn.has(shapeKey(this.beadOf[side][i]))) return true;
      return false;
    });
  }

  /** @param {Finding} finding @param {Partial<Decision>} change */
  decide(finding, change) {
    const decision = { ...this.decisionOn(finding), ...change };
    this.setDecisions(finding.parts.map((part) => [part.fingerprint, decision]));
  }

  /** @param {[string, Decision | undefined][]} after */
  setDecisions(after) {
    const before = after.map(([key]) => /** @type {[string, Decision | undefined]} */ ([key, this.decisions.get(key)]));
    this.perform({ kind: 'decisions', before, after });
  }

  /** @param {Patch | null} patch @returns {boolean} whether there was anything to do */
  applyPatch(patch) {
    if (!patch) return false;
    this.perform({ kind: 'beads', patch });
    return true;
  }

  /** Takes other beads in place of these. @param {Bead[]} beads @returns {boolean} whether they are of these texts */
  replaceBeads(beads) {
    if (!isPartition(beads, this.report.source.segments.length, this.report.target.segments.length)) return false;
    return this.applyPatch({ at: 0, removed: this.beads, inserted: beads });
  }

  /** @param {Step} step */
  perform(step) {
    this.done.push(step);
    this.undone = [];
    this.apply(step);
  }

  /** @returns {Step | null} what was taken back */
  undo() {
    const step = this.done.pop();
    if (!step) return null;
    this.undone.push(step);
    const back = /** @type {Step} */ (step.kind === 'beads'
      ? { kind: 'beads', patch: reversed(step.patch) }
      : { kind: 'decisions', before: step.after, after: step.before });
    this.apply(back);
    return back;
  }

  /** @returns {Step | null} */
  redo() {
    const step = this.undone.pop();
    if (!step) return null;
    this.done.push(step);
    this.apply(step);
    return step;
  }

  /** @param {Step} step */
  apply(step) {
    /** @type {Change} */
    const change = {};
    if (step.kind === 'beads') {
      this.beads = patched(this.beads, step.patch);
      this.index();
      change.patch = step.patch;
    } else {
      for (const [key, decision] of step.after) {
        if (decision && (decision.verdict || decision.note)) this.decisions.set(key, decision);
        else this.decisions.delete(key);
      }
      change.decisions = step.after.map(([key]) => key);
    }
    this.keep();
    for (const listener of this.listeners) listener(change);
  }

  index() {
    this.beadOf = beadsBySegment(this.report, this.beads);
    this.moves = movesAlive(this.beads);
    this.hasNewBeads = this.beads.some((bead) => bead.byHand);
  }

  get storageKey() {
    return kStoragePrefix + this.report.key;
  }

  keep() {
    const state = {
      decisions: [...this.decisions],
      // Corrections of these beads: a page made later may come with better ones.
      of: signatureOf(this.report.beads),
      beads: this.hasNewBeads ? this.beads.map(packed) : null,
    };
    try {
      this.storage?.setItem(this.storageKey, JSON.stringify(state));
    } catch {
      this.isKept = false; // full: said by the page, which offers to save a file
    }
  }

  restore() {
    try {
      const state = JSON.parse(this.storage?.getItem(this.storageKey) ?? 'null');
      if (!state) return;
      this.decisions = new Map(state.decisions);
      if (!state.beads || state.of !== signatureOf(this.report.beads)) return;
      const { source, target } = this.report;
      const beads = state.beads.map(unpacked);
      if (isPartition(beads, source.segments.length, target.segments.length)) this.beads = beads;
    } catch {
      this.decisions = new Map(); // not ours, or cut short
    }
  }

  /** Forgets all that was done; the page is to be built anew. */
  forget() {
    this.storage?.removeItem(this.storageKey);
    this.decisions = new Map();
    this.beads = this.report.beads;
    this.done = [];
    this.undone = [];
    this.index();
  }
}
