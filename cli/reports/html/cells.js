// @ts-check
// What stands in a row: a side's text, the gap where it has none, and the line that joins the two.

import { el, icon } from './dom.js';
import { percent, t } from './language.js';
import { lastLineOf } from './lines.js';
import { lineContent, segmentContent } from './segment_text.js';

/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').SideName} SideName */
/** @typedef {import('./page.js').Page} Page */

/** A pair below this is marked as doubtful, and below the other as a guess. */
const kSure = 0.9;
const kLikely = 0.6;

/** A side's text in a row. @param {Page} page @param {Bead} bead @param {SideName} side */
export function createCell(page, bead, side) {
  const document = page.report[side];
  const cell = el('div', { role: 'cell', class: `cell ${side}`, dir: document.direction, lang: document.language });
  for (let i = bead[side].from; i < bead[side].to; ++i) {
    if (i > bead[side].from) cell.append(...createSeam(page, side, i));
    cell.append(createSegment(page, side, i));
  }
  return cell;
}

/** What parts a segment from the one before it in a cell: in verse, its line. @param {Page} page @param {SideName} side @param {number} at */
function createSeam(page, side, at) {
  const { segments, blocksOfLines } = page.report[side];
  const [before, segment] = [segments[at - 1], segments[at]];
  const isLine = before.block === segment.block && blocksOfLines.has(segment.block) && segment.line > lastLineOf(before);
  return isLine ? [el('br')] : [el('span', { class: 'seam', 'aria-hidden': 'true' }), ' '];
}

/** @param {Page} page @param {SideName} side @param {number} at */
function createSegment(page, side, at) {
  const document = page.report[side];
  const segment = document.segments[at];
  const block = document.blocks[segment.block] ?? { kind: 'paragraph', level: 0 };
  const first = document.segments[at - 1]?.block !== segment.block;
  const attributes = block.kind === 'heading'
    ? { role: 'heading', 'aria-level': Math.min(6, block.level + 1), class: `segment heading level-${block.level}` }
    : { class: `segment ${block.kind}${block.kind === 'list-item' && first ? ' first' : ''}` };
  if (document.blocksOfLines.has(segment.block)) attributes.class += ' lines';
  const marks = page.marksOf(side, at);
  const content = document.blocksOfLines.has(segment.block)
    ? lineContent(segment.text, marks, side) : segmentContent(segment.text, marks, side);
  return el('span', { ...attributes, 'data-segment': at }, ...content);
}

/** The empty place beside what has no counterpart. @param {Page} page @param {Bead} bead @param {SideName} side @param {boolean} isMoved @param {HTMLElement[]} cards */
export function createGap(page, bead, side, isMoved, cards) {
  const full = side === 'source' ? 'target' : 'source';
  const isNew = page.work.isNewGap(bead);
  const finding = isNew ? null : page.index.gapAt(full, bead[full].from);
  const kind = isMoved ? 'moved' : finding?.kind ?? (side === 'target' ? 'omission' : 'addition');
  const words = [t(`${isMoved ? 'elsewhere' : 'gap'}${side === 'source' ? 'Source' : 'Target'}`), isNew && t('gapNew')]
    .filter(Boolean).join(' · ');
  const goesOn = cards.length === 0 && finding && finding[full].from < bead[full].from;
  return el('div', { role: 'cell', class: `cell gap ${side} kind-${kind}${goesOn ? ' goes-on' : ''}${isNew ? ' new' : ''}` },
    ...(cards.length > 0 ? cards : [el('span', { class: goesOn ? 'hidden-text' : 'gap-words' }, words)]));
}

/** How sure the pair is, as the line between its sides. @param {Bead} bead @param {SideName | null} gapSide */
export function createLink(bead, gapSide) {
  if (gapSide) return el('div', { class: 'link none', 'aria-hidden': 'true' });
  const sure = bead.byHand ? 'hand' : bead.probability >= kSure ? 'sure' : bead.probability >= kLikely ? 'likely' : 'guess';
  const words = bead.byHand ? t('pairByHand') : t('pairSure', { share: percent(bead.probability) });
  return el('div', { class: `link ${sure}`, title: words, 'aria-hidden': 'true' }, bead.byHand ? icon('hand') : null);
}
