// @ts-check
// Decisions and beads as files: what `muqabala check --baseline` and `--beads` read, and back.

import { beadByHand, shapeKey } from './pairing.js';
import { isEmpty } from './types.js';

/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').Report} Report */
/** @typedef {import('./work.js').Work} Work */
/** @typedef {import('./work.js').Decision} Decision */

/** Line ends of Unicode that JSON lets through and readers of lines would cut at. @param {object} record */
function jsonLine(record) {
  return `${JSON.stringify(record).replace(/[\u0085\u2028\u2029]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

/** The beads, a JSON record a line, in the form of `align --to jsonl`. @param {Work} work */
export function beadsFile(work) {
  const { report, beads, moves } = work;
  const numbers = (/** @type {import('./types.js').Range} */ range) =>
    Array.from({ length: range.to - range.from }, (_, i) => range.from + i);
  const lines = beads.map((bead) => {
    const texts = (/** @type {import('./types.js').SideName} */ side) =>
      report[side].segments.slice(bead[side].from, bead[side].to).map((segment) => segment.text);
    /** @type {Record<string, any>} */
    const record = { source: numbers(bead.source), target: numbers(bead.target), source_text: texts('source'), target_text: texts('target') };
    if (bead.move !== null && moves.has(bead.move)) {
      const move = report.moves[bead.move];
      record.moved_to = numbers(isEmpty(bead.target) ? move.target : move.source);
    }
    return jsonLine(record);
  });
  return lines.join('');
}

/** @param {string} line @returns {Bead | null} */
function readRung(line) {
  const found = /^\s*\[([\d\s,]*)\]\s*:\s*\[([\d\s,]*)\]/.exec(line);
  if (!found) return null;
  const numbers = (/** @type {string} */ list) => list.split(',').map((n) => n.trim()).filter(Boolean).map(Number);
  return beadOfNumbers(numbers(found[1]), numbers(found[2]));
}

/** Neighbours only; an empty side takes its place from the beads around it. @param {number[]} source @param {number[]} target @returns {Bead | null} */
function beadOfNumbers(source, target) {
  const adjoining = (/** @type {number[]} */ list) => list.every((n, i) => Number.isInteger(n) && n === list[0] + i);
  if (!adjoining(source) || !adjoining(target) || source.length + target.length === 0) return null;
  const [s0, t0] = [source[0] ?? -1, target[0] ?? -1];
  return beadByHand(s0, s0 + source.length, t0, t0 + target.length);
}

/** Puts empty sides where the beads before them end, and keeps what is known of unchanged beads. @param {Bead[]} beads @param {Report} report */
function placed(beads, report) {
  const known = new Map(report.beads.map((bead) => [shapeKey(bead), bead]));
  let [s, t] = [0, 0];
  return beads.map((bead) => {
    const source = bead.source.from < 0 ? { from: s, to: s } : bead.source;
    const target = bead.target.from < 0 ? { from: t, to: t } : bead.target;
    [s, t] = [source.to, target.to];
    const fresh = { ...bead, source, target };
    return known.get(shapeKey(fresh)) ?? fresh;
  });
}

/**
 * Reads a file of decisions, or of beads in either form.
 * @param {string} text
 * @param {Report} report
 * @returns {{ decisions: [string, Decision][], beads: Bead[] | null, badLine: number }} `badLine`: 1-based; 0 = none
 */
export function readExchange(text, report) {
  /** @type {[string, Decision][]} */
  const decisions = [];
  /** @type {Bead[]} */
  const beads = [];
  const lines = text.replace(/^\ufeff/, '').split('\n');
  for (const [i, line] of lines.entries()) {
    if (!line.trim()) continue;
    const rung = readRung(line);
    const record = rung ? null : parsed(line);
    const bead = rung ?? (Array.isArray(record?.source) && Array.isArray(record?.target)
      ? beadOfNumbers(record.source, record.target) : null);
    if (bead) beads.push(bead);
    else if (typeof record?.fingerprint === 'string') decisions.push(readDecision(record));
    else return { decisions: [], beads: null, badLine: i + 1 };
  }
  return { decisions, beads: beads.length > 0 ? placed(beads, report) : null, badLine: 0 };
}

/** @param {string} line @returns {any} */
function parsed(line) {
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/**
 * What is decided, a JSON record a line, as `write_baseline` writes it: what was decided before the
 * page was made, too. A finding that is to be mended stays open; `verdict` tells the page.
 * @param {Work} work
 */
export function baselineFile(work) {
  const { report, decisions } = work;
  /** @type {Set<string>} */
  const lines = new Set();
  for (const finding of report.findings) {
    for (const { fingerprint, text } of finding.parts) {
      const { verdict, note } = decisions.get(fingerprint) ?? { verdict: null, note: '' };
      const decision = verdict === 'accept' ? 'accepted' : verdict === 'reject' ? 'open' : finding.status;
      const words = note || finding.note;
      if (decision === 'open' && !verdict && !words) continue;
      /** @type {Record<string, string>} */
      const record = { fingerprint, decision, kind: finding.kind, source: report.source.path, target: report.target.path, text };
      if (words) record.note = words;
      if (verdict === 'reject') record.verdict = verdict;
      lines.add(`${JSON.stringify(record)}\n`);
    }
  }
  return [...lines].sort().join('');
}

/** @param {any} record @returns {[string, Decision]} */
function readDecision(record) {
  const verdict = record.verdict === 'reject' ? 'reject' : record.decision === 'accepted' ? 'accept' : null;
  return [record.fingerprint, { verdict, note: typeof record.note === 'string' ? record.note : '' }];
}

/** Gives the reader a file. @param {string} name @param {string} text */
export function download(name, text) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
