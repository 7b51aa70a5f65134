// @ts-check
// What the page is made from. The C++ side of this is `page_data.cpp`.

/** @typedef {'source' | 'target'} SideName */

/** Segments, half open. @typedef {{ from: number, to: number }} Range */

/**
 * Segments that translate each other; an empty side has no counterpart.
 * @typedef {object} Bead
 * @property {Range} source
 * @property {Range} target
 * @property {number} probability that it is right, in [0,1]
 * @property {number | null} move number of the move that a bead without counterpart is part of
 * @property {boolean} [byHand] made in the page
 */

/** @typedef {{ source: Range, target: Range }} Move */

/** @typedef {{ text: string, block: number, line: number, characters?: number }} Segment `characters`: see `charactersOf` */

/** @typedef {{ kind: string, level: number }} Block */

/**
 * @typedef {object} Side
 * @property {string} path
 * @property {string} language BCP 47
 * @property {'rtl' | 'ltr'} direction
 * @property {Segment[]} segments
 * @property {Block[]} blocks
 * @property {Set<number>} blocksOfLines those whose lines are shown as they stand: verse
 */

/** Part of a segment's text, in UTF-16 units. @typedef {{ segment: number, from: number, to: number }} Words */

/** Words that name the same number, date or name. @typedef {{ kind: string, source: Words, target: Words }} Mark */

/** A segment or some words that a decision is about. @typedef {{ fingerprint: string, text: string }} Part */

/** A number, words of a document, or one of the program's own words. @typedef {number | string | { term: string }} ClauseValue */

/** A clause of the evidence; its words: `reason.js`. @typedef {{ wording: string, count: number, values: ClauseValue[] }} Clause */

/**
 * @typedef {object} Finding
 * @property {number} id its place in the list: most severe first
 * @property {string} kind
 * @property {'error' | 'warning' | 'note'} level
 * @property {'open' | 'accepted' | 'known'} status what was decided before the page was made
 * @property {number} confidence
 * @property {string} message the evidence in English
 * @property {Clause[]} reason the same as what it says
 * @property {Part[]} parts what is decided about, each by itself; none for the pair as a whole
 * @property {Range} source
 * @property {Range} target
 * @property {Words[]} sourceWords
 * @property {Words[]} targetWords
 * @property {string} note
 */

/**
 * @typedef {object} Report
 * @property {string} key hash of both texts and their segments: what decisions are kept under
 * @property {string} tool name and version of what made the page
 * @property {Side} source
 * @property {Side} target
 * @property {Bead[]} beads
 * @property {Move[]} moves
 * @property {Mark[]} marks
 * @property {Finding[]} findings
 */

export const kSides = /** @type {const} */ (['source', 'target']);

/** @param {SideName} side @returns {SideName} */
export function otherSide(side) {
  return side === 'source' ? 'target' : 'source';
}

/** @param {Range} range */
export function isEmpty(range) {
  return range.from >= range.to;
}
