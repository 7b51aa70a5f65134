// @ts-check
// Correcting beads: each change is a patch that can be taken back. Beads themselves never change.

import { isEmpty, otherSide } from './types.js';

/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').SideName} SideName */

/**
 * Rows of the list of beads that are replaced.
 * @typedef {{ at: number, removed: Bead[], inserted: Bead[] }} Patch
 */

/** @param {number} s0 @param {number} s1 @param {number} t0 @param {number} t1 @returns {Bead} */
export function beadByHand(s0, s1, t0, t1) {
  return { source: { from: s0, to: s1 }, target: { from: t0, to: t1 }, probability: 1, move: null, byHand: true };
}

/** The same for beads that hold the same segments. @param {Bead} bead */
export function shapeKey({ source, target }) {
  return [source.from, source.to, target.from, target.to].join();
}

/** @param {Bead[]} beads @param {Patch} patch */
export function patched(beads, patch) {
  return [...beads.slice(0, patch.at), ...patch.inserted, ...beads.slice(patch.at + patch.removed.length)];
}

/** @param {Patch} patch @returns {Patch} */
export function reversed(patch) {
  return { at: patch.at, removed: patch.inserted, inserted: patch.removed };
}

/** One bead of this one and the next. @param {Bead[]} beads @param {number} at @returns {Patch | null} */
export function mergePatch(beads, at) {
  const [a, b] = [beads[at], beads[at + 1]];
  if (!a || !b) return null;
  const merged = beadByHand(a.source.from, b.source.to, a.target.from, b.target.to);
  return { at, removed: [a, b], inserted: [merged] };
}

/**
 * Two beads of one: at the place in both sides where the lengths of what comes before are most
 * alike; a pair of single segments is taken apart.
 * @param {Bead[]} beads
 * @param {number} at
 * @param {(side: SideName, segment: number) => number} length
 * @returns {Patch | null}
 */
export function splitPatch(beads, at, length) {
  const bead = beads[at];
  if (!bead) return null;
  const { source, target } = bead;
  const counts = source.to - source.from + target.to - target.from;
  if (counts < 2) return null;
  let best = { s: source.to, t: target.from, cost: 2 };
  const before = (/** @type {SideName} */ side, /** @type {number} */ end) => {
    let [part, all] = [0, 0];
    for (let i = bead[side].from; i < bead[side].to; ++i) {
      if (i < end) part += length(side, i);
      all += length(side, i);
    }
    return all > 0 ? part / all : 0;
  };
  for (let s = source.from; s <= source.to; ++s) {
    for (let t = target.from; t <= target.to; ++t) {
      if (leavesSideBare(bead, s, t)) continue;
      const cost = Math.abs(before('source', s) - before('target', t));
      if (cost < best.cost) best = { s, t, cost };
    }
  }
  return {
    at,
    removed: [bead],
    inserted: [beadByHand(source.from, best.s, target.from, best.t), beadByHand(best.s, source.to, best.t, target.to)],
  };
}

/** Whether a cut would leave one part without a side that could be shared. @param {Bead} bead @param {number} s @param {number} t */
function leavesSideBare(bead, s, t) {
  const begins = s === bead.source.from && t === bead.target.from;
  const ends = s === bead.source.to && t === bead.target.to;
  if (begins || ends) return true;
  const inside = (/** @type {number} */ cut, /** @type {{from: number, to: number}} */ range) =>
    cut > range.from && cut < range.to;
  const sourceShared = bead.source.to - bead.source.from > 1;
  const targetShared = bead.target.to - bead.target.from > 1;
  return (sourceShared && !inside(s, bead.source)) || (targetShared && !inside(t, bead.target));
}

/**
 * A row's last segment goes to the next row, or the next row's first comes to this one.
 * @param {Bead[]} beads
 * @param {number} at
 * @param {SideName} side
 * @param {'down' | 'up'} direction
 * @returns {Patch | null}
 */
export function shiftPatch(beads, at, side, direction) {
  const bead = beads[at];
  if (!bead) return null;
  const next = beads[at + 1];
  if (isEmpty(direction === 'down' ? bead[side] : next?.[side] ?? { from: 0, to: 0 })) return null;
  const cut = bead[side].to + (direction === 'down' ? -1 : 1);
  const other = bead[otherSide(side)];
  const after = next ? next[otherSide(side)] : { from: other.to, to: other.to };
  const end = next ? next[side].to : bead[side].to;
  const halves = [
    oriented(side, bead[side].from, cut, other.from, other.to),
    oriented(side, cut, end, after.from, after.to),
  ];
  return {
    at,
    removed: next ? [bead, next] : [bead],
    inserted: halves.filter((half) => !isEmpty(half.source) || !isEmpty(half.target)),
  };
}

/** @param {SideName} side @param {number} a0 @param {number} a1 @param {number} b0 @param {number} b1 */
function oriented(side, a0, a1, b0, b1) {
  return side === 'source' ? beadByHand(a0, a1, b0, b1) : beadByHand(b0, b1, a0, a1);
}

/**
 * Whether each segment of both sides stands in exactly one bead, in order.
 * @param {Bead[]} beads
 * @param {number} sourceCount
 * @param {number} targetCount
 */
export function isPartition(beads, sourceCount, targetCount) {
  let [s, t] = [0, 0];
  for (const bead of beads) {
    if (bead.source.from !== s || bead.target.from !== t) return false;
    if (bead.source.to < s || bead.target.to < t) return false;
    [s, t] = [bead.source.to, bead.target.to];
  }
  return s === sourceCount && t === targetCount;
}

/** The moves of which both ends still stand without a counterpart. @param {Bead[]} beads */
export function movesAlive(beads) {
  const ends = { source: new Set(), target: new Set() };
  for (const bead of beads) if (bead.move !== null) ends[isEmpty(bead.target) ? 'source' : 'target'].add(bead.move);
  return new Set([...ends.source].filter((move) => ends.target.has(move)));
}

/** A number that tells other beads apart from these (FNV-1a, 32 bits). @param {Bead[]} beads */
export function signatureOf(beads) {
  let hash = 0x811c9dc5;
  for (const { source, target } of beads)
    for (const n of [source.to, target.to]) hash = Math.imul(hash ^ n, 0x01000193);
  return hash >>> 0;
}
