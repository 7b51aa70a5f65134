// @ts-check
// A segment's text with its marks: words of findings, and numbers, dates and names that agree.

import { el } from './dom.js';

/** @typedef {import('./types.js').SideName} SideName */

/**
 * @typedef {object} TextMark
 * @property {number} from in UTF-16 units
 * @property {number} to
 * @property {string} look class names
 * @property {string} title
 * @property {string} pair what its counterpart on the other side is marked with too; or empty
 */

/**
 * Nodes that together hold exactly `text`. Where marks overlap, the earlier in the list wins.
 * @param {string} text
 * @param {TextMark[]} marks
 * @param {SideName} side
 * @returns {Node[]}
 */
export function segmentContent(text, marks, side) {
  /** @type {Node[]} */
  const nodes = [];
  let at = 0;
  for (const mark of withoutOverlaps(marks, text.length)) {
    if (mark.from > at) nodes.push(document.createTextNode(text.slice(at, mark.from)));
    const attributes = { class: mark.look, title: mark.title || null, 'data-pair': mark.pair || null };
    nodes.push(el('mark', { ...attributes, 'data-side': side }, text.slice(mark.from, mark.to)));
    at = mark.to;
  }
  if (at < text.length) nodes.push(document.createTextNode(text.slice(at)));
  return nodes;
}

/** What parts the two halves of a line of verse. */
const kBetweenHalves = /(\n|\t+| {3,}|\u2003+)/;

/**
 * The same for lines of verse: a half of a line that does not fit behind the other goes below it as a whole.
 * @param {string} text
 * @param {TextMark[]} marks
 * @param {SideName} side
 * @returns {Node[]}
 */
export function lineContent(text, marks, side) {
  const parts = text.split(kBetweenHalves); // halves at even places, and what is between them
  if (parts.every((part, i) => i % 2 === 0 || part === '\n')) return segmentContent(text, marks, side);
  let at = 0;
  return parts.map((part, i) => {
    const from = at;
    at += part.length;
    if (i % 2 === 1) return document.createTextNode(part);
    const inside = marks.map((mark) => ({ ...mark, from: Math.max(0, mark.from - from), to: Math.min(part.length, mark.to - from) }));
    return el('span', { class: 'half' }, ...segmentContent(part, inside, side));
  });
}

/** @param {TextMark[]} marks @param {number} length */
function withoutOverlaps(marks, length) {
  /** @type {TextMark[]} */
  const kept = [];
  for (const mark of marks) {
    const valid = mark.from >= 0 && mark.from < mark.to && mark.to <= length;
    if (valid && kept.every((other) => mark.to <= other.from || mark.from >= other.to)) kept.push(mark);
  }
  return kept.sort((a, b) => a.from - b.from);
}

/**
 * The part of a segment's element that holds [from, to) of its text.
 * @param {Element} element
 * @param {number} from
 * @param {number} to
 * @returns {globalThis.Range | null}
 */
export function rangeIn(element, from, to) {
  const range = document.createRange();
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  let at = 0;
  let begun = false;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const end = at + (node.nodeValue?.length ?? 0);
    if (!begun && from < end) {
      range.setStart(node, from - at);
      begun = true;
    }
    if (begun && to <= end) {
      range.setEnd(node, to - at);
      return range;
    }
    at = end;
  }
  return null;
}
