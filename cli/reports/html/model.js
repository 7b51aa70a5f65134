// @ts-check
// The report as the page works with it: read once from the JSON in the page, plus look-ups.

import { blocksOfLines } from './lines.js';
import { isEmpty, kSides } from './types.js';

/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').Range} Range */
/** @typedef {import('./types.js').Words} Words */
/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./types.js').SideName} SideName */

/** Scripts that run from right to left. */
const kRightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/gu;
/** Characters of a text that tell its direction well enough. */
const kTellingLength = 20_000;

/** @param {string[]} texts @returns {'rtl' | 'ltr'} */
function directionOf(texts) {
  const sample = texts.join(' ').slice(0, kTellingLength);
  const letters = sample.match(/\p{L}/gu)?.length ?? 0;
  return (sample.match(kRightToLeft)?.length ?? 0) * 2 > letters ? 'rtl' : 'ltr';
}

/** @param {any} json @returns {Side} */
function readSide(json) {
  const segments = json.segments.map((/** @type {any[]} */ [text, block, line]) => ({ text, block, line }));
  return {
    path: json.path,
    language: json.language,
    direction: directionOf(json.segments.map((/** @type {any[]} */ s) => s[0])),
    segments,
    blocksOfLines: blocksOfLines(segments),
    blocks: json.blocks.map((/** @type {any[]} */ [kind, level]) => ({ kind, level })),
  };
}

/** @param {number[]} pair @returns {Range} */
const readRange = ([from, to]) => ({ from, to });

/** @param {number[]} triple @returns {Words} */
const readWords = ([segment, from, to]) => ({ segment, from, to });

/** @param {any} json what `page_data.cpp` wrote @returns {Report} */
export function readReport(json) {
  return {
    key: json.key,
    tool: json.tool,
    source: readSide(json.source),
    target: readSide(json.target),
    beads: json.beads.map((/** @type {any[]} */ [s0, s1, t0, t1, probability, move]) => ({
      source: { from: s0, to: s1 },
      target: { from: t0, to: t1 },
      probability,
      move: move ?? null,
    })),
    moves: json.moves.map((/** @type {number[]} */ [s0, s1, t0, t1]) => ({
      source: { from: s0, to: s1 },
      target: { from: t0, to: t1 },
    })),
    marks: json.marks.map((/** @type {any[]} */ [kind, source, target]) => ({
      kind,
      source: readWords(source),
      target: readWords(target),
    })),
    findings: json.findings.map((/** @type {any} */ finding, /** @type {number} */ id) => ({
      ...finding,
      id,
      source: readRange(finding.source),
      target: readRange(finding.target),
      reason: finding.reason.map((/** @type {any[]} */ [wording, count, values]) => ({ wording, count, values })),
      parts: finding.parts.map((/** @type {string[]} */ [fingerprint, text]) => ({ fingerprint, text })),
      sourceWords: finding.sourceWords.map(readWords),
      targetWords: finding.targetWords.map(readWords),
    })),
  };
}

/** The side on which a finding's text stands first of all. @param {Finding} finding @returns {SideName} */
export function ownSide(finding) {
  return isEmpty(finding.source) && !isEmpty(finding.target) ? 'target' : 'source';
}

/** Kinds that say of whole segments that they have no counterpart here. */
const kGapKinds = new Set(['omission', 'addition', 'furniture', 'moved', 'untranslated']);

/**
 * Look-ups by segment that hold for as long as the report does.
 * @param {Report} report
 */
export function indexFindings(report) {
  const bySide = () => ({
    source: /** @type {Map<number, Finding[]>} */ (new Map()),
    target: /** @type {Map<number, Finding[]>} */ (new Map()),
  });
  const at = bySide();
  const over = bySide();
  const put = (/** @type {Map<number, Finding[]>} */ map, /** @type {number} */ key, /** @type {Finding} */ finding) => {
    const list = map.get(key);
    if (list) list.push(finding);
    else map.set(key, [finding]);
  };
  const moved = report.findings.filter((finding) => finding.kind === 'moved');
  for (const finding of report.findings) {
    const sides = finding.kind === 'moved' ? kSides : [ownSide(finding)];
    for (const side of sides) if (!isEmpty(finding[side])) put(at[side], finding[side].from, finding);
    for (const side of kSides)
      for (let i = finding[side].from; i < finding[side].to; ++i) put(over[side], i, finding);
  }
  return {
    /** Findings that are told where a segment stands: at the first of theirs. @param {SideName} side @param {number} segment */
    toldAt: (side, segment) => at[side].get(segment) ?? [],
    /** All findings about a segment. @param {SideName} side @param {number} segment */
    about: (side, segment) => over[side].get(segment) ?? [],
    /** What the two ends of moved text are called alike: 1, 2, ... ; 0 for other findings. @param {Finding} finding */
    moveNumber: (finding) => moved.indexOf(finding) + 1,
    /** Why a segment stands without a counterpart. @param {SideName} side @param {number} segment */
    gapAt: (side, segment) => (over[side].get(segment) ?? []).find((finding) => kGapKinds.has(finding.kind)) ?? null,
  };
}

/** @typedef {ReturnType<typeof indexFindings>} FindingIndex */

/**
 * Code points that are not white space, as coverage counts them; counted once.
 * @param {import('./types.js').Segment} segment
 */
export function charactersOf(segment) {
  return (segment.characters ??= [...segment.text.replace(/\s+/gu, '')].length);
}

/** @type {WeakMap<Report, Record<SideName, Set<number>>>} */
const furniture = new WeakMap();

/** Segments that are page furniture and no part of the text; told once. @param {Report} report @param {SideName} side */
function furnitureOf(report, side) {
  let known = furniture.get(report);
  if (!known) {
    known = { source: new Set(), target: new Set() };
    for (const finding of report.findings) {
      if (finding.kind !== 'furniture') continue;
      for (const of of kSides)
        for (let i = finding[of].from; i < finding[of].to; ++i) known[of].add(i);
    }
    furniture.set(report, known);
  }
  return known[side];
}

/** @typedef {{ share: number, segments: number, missing: number }} Coverage */

/**
 * How much of the segments in `range` has a counterpart: where it was moved, too. Furniture without one is no part of
 * the text and does not count.
 * @param {Report} report
 * @param {Bead[]} beads
 * @param {SideName} side
 * @param {Set<number>} moves those that still hold
 * @param {Range} [range] all, if not given
 * @returns {Coverage}
 */
export function coverageOf(report, beads, side, moves, range = { from: 0, to: report[side].segments.length }) {
  let [covered, all, missing] = [0, 0, 0];
  const aside = furnitureOf(report, side);
  for (const bead of beads) {
    const isNull = isEmpty(bead.source) || isEmpty(bead.target);
    const lacks = isNull && !(bead.move !== null && moves.has(bead.move));
    for (let i = Math.max(bead[side].from, range.from); i < Math.min(bead[side].to, range.to); ++i) {
      if (lacks && aside.has(i)) continue;
      const count = charactersOf(report[side].segments[i]);
      all += count;
      if (!lacks) covered += count;
      else if (count > 0) ++missing;
    }
  }
  return { share: all > 0 ? covered / all : 1, segments: range.to - range.from, missing };
}

/**
 * The parts of the original under each heading, with what stands before the first.
 * @param {Side} side
 * @returns {{ title: string, level: number, range: Range }[]}
 */
export function chaptersOf(side) {
  const chapters = [{ title: '', level: 1, range: { from: 0, to: side.segments.length } }];
  let lastHeading = -1;
  side.segments.forEach((segment, i) => {
    const block = side.blocks[segment.block];
    if (block?.kind !== 'heading') return;
    const last = chapters[chapters.length - 1];
    if (segment.block === lastHeading) {
      last.title += ` ${segment.text}`;
      return;
    }
    lastHeading = segment.block;
    last.range.to = i;
    chapters.push({ title: segment.text, level: block.level, range: { from: i, to: side.segments.length } });
  });
  return chapters.filter((chapter) => !isEmpty(chapter.range));
}

/** A lookup of the bead that holds a segment. @param {Report} report @param {Bead[]} beads */
export function beadsBySegment(report, beads) {
  const table = {
    source: /** @type {Bead[]} */ (new Array(report.source.segments.length)),
    target: /** @type {Bead[]} */ (new Array(report.target.segments.length)),
  };
  for (const bead of beads)
    for (const side of kSides) for (let i = bead[side].from; i < bead[side].to; ++i) table[side][i] = bead;
  return table;
}
