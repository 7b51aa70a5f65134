// @ts-check
// The whole of both texts at a glance: the bitext map of Melamed (2000, "Bitext Maps and Alignment
// via Pattern Recognition"). The original runs along the top and the translation down the side, by
// characters; a faithful translation is the diagonal, an omission a step along, an addition a step
// down. A picture beside the list, which tells the same in words.

import { el } from './dom.js';
import { percent, t } from './language.js';
import { coverageOf } from './model.js';
import { isEmpty, kSides } from './types.js';

/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').SideName} SideName */
/** @typedef {import('./page.js').Page} Page */

/** Pixels of the canvas, whatever its size on the screen; and the band at two edges for gaps. */
const kSize = 520;
const kBand = 22;
/** Beads from which on lines are drawn thin, not to hide each other. */
const kDense = 400;

export class BitextMap {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.canvas = el('canvas', { width: kSize, height: kSize, role: 'img', title: t('mapHint') });
    this.canvas.addEventListener('pointerdown', (event) => this.follow(event));
    this.canvas.addEventListener('pointermove', (event) => event.buttons && this.follow(event));
    this.element = el('figure', { class: 'map' }, this.canvas,
      el('figcaption', { 'aria-hidden': 'true' },
        el('span', { class: 'axis-source' }, t('source')), el('span', { class: 'axis-target' }, t('target'))));
    this.starts = this.countCharacters();
    /** @type {number | undefined} */
    this.pending = undefined;
  }

  /** Where each segment begins, as a share of its side. */
  countCharacters() {
    const { report } = this.page;
    /** @param {SideName} side */
    const of = (side) => {
      const starts = new Float64Array(report[side].segments.length + 1);
      report[side].segments.forEach((segment, i) => (starts[i + 1] = starts[i] + segment.text.length + 1));
      const all = starts[starts.length - 1] || 1;
      return starts.map((start) => start / all);
    };
    return { source: of('source'), target: of('target') };
  }

  /** @param {SideName} side @param {number} segment */
  position(side, segment) {
    return kBand + this.starts[side][segment] * (kSize - kBand);
  }

  /** @param {SideName} side @param {number} position */
  segmentAt(side, position) {
    const starts = this.starts[side];
    let [low, high] = [0, starts.length - 1];
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if (starts[middle] <= position) low = middle;
      else high = middle;
    }
    return low;
  }

  /** Draws before the next frame, however often it is asked for until then. */
  drawSoon() {
    this.pending ??= requestAnimationFrame(() => {
      this.pending = undefined;
      this.draw();
    });
  }

  draw() {
    const canvas = this.canvas;
    const context = canvas.getContext('2d');
    if (!context) return;
    const style = getComputedStyle(document.documentElement);
    const color = (/** @type {string} */ name) => resolveColor(style, name);
    context.clearRect(0, 0, kSize, kSize);
    context.fillStyle = color('--map-ground');
    context.fillRect(kBand, kBand, kSize - kBand, kSize - kBand);
    this.drawView(context, color('--map-view'));
    context.lineCap = 'round';
    const isDense = this.page.work.beads.length > kDense;
    for (const bead of this.page.work.beads) this.drawBead(context, bead, isDense ? 3 : 6, color);
    for (const move of this.page.work.moves) this.drawMove(context, move, color('--moved'));
    this.canvas.setAttribute('aria-label', t('mapLabel', { gaps: this.describe() }));
  }

  describe() {
    const { report, work } = this.page;
    return kSides.map((side) => {
      const { share } = coverageOf(report, work.beads, side, work.moves);
      return t(side === 'source' ? 'coveredSource' : 'coveredTarget', { share: percent(share, 1) });
    }).join('. ');
  }

  /** @param {CanvasRenderingContext2D} context @param {Bead} bead @param {number} width @param {(name: string) => string} color */
  drawBead(context, bead, width, color) {
    const [x0, x1] = [this.position('source', bead.source.from), this.position('source', bead.source.to)];
    const [y0, y1] = [this.position('target', bead.target.from), this.position('target', bead.target.to)];
    const gap = isEmpty(bead.source) ? 'source' : isEmpty(bead.target) ? 'target' : null;
    const isMoved = bead.move !== null && this.page.work.moves.has(bead.move);
    const ink = !gap ? color('--map-line') : isMoved ? color('--moved') : color(gap === 'target' ? '--omission' : '--addition');
    context.strokeStyle = context.fillStyle = ink;
    context.lineWidth = gap ? width + 1 : width;
    context.beginPath();
    context.moveTo(x0, y0);
    context.lineTo(x1, y1);
    context.stroke();
    if (gap === 'target') context.fillRect(x0, 0, Math.max(1, x1 - x0), kBand - 6);
    if (gap === 'source') context.fillRect(0, y0, kBand - 6, Math.max(1, y1 - y0));
  }

  /** @param {CanvasRenderingContext2D} context @param {number} move @param {string} color */
  drawMove(context, move, color) {
    const { source, target } = this.page.report.moves[move];
    const x = (this.position('source', source.from) + this.position('source', source.to)) / 2;
    const y = (this.position('target', target.from) + this.position('target', target.to)) / 2;
    const { beadOf } = this.page.work;
    // From the step where it is missing to where it stands, and from there to the step where it is added.
    context.strokeStyle = context.fillStyle = color;
    context.lineWidth = 2;
    context.setLineDash([2, 5]);
    context.beginPath();
    context.moveTo(x, this.position('target', beadOf.source[source.from].target.from));
    context.lineTo(x, y);
    context.lineTo(this.position('source', beadOf.target[target.from].source.from), y);
    context.stroke();
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(x, y - 9);
    context.lineTo(x + 9, y);
    context.lineTo(x, y + 9);
    context.lineTo(x - 9, y);
    context.fill();
  }

  /** Where the reader is. @param {CanvasRenderingContext2D} context @param {string} color */
  drawView(context, color) {
    const bead = this.page.view?.current;
    if (!bead) return;
    const x = this.position('source', bead.source.from);
    const y = this.position('target', bead.target.from);
    context.strokeStyle = color;
    context.lineWidth = 2;
    context.setLineDash([4, 6]);
    context.beginPath();
    context.moveTo(x, kBand);
    context.lineTo(x, kSize);
    context.moveTo(kBand, y);
    context.lineTo(kSize, y);
    context.stroke();
    context.setLineDash([]);
  }

  /** Goes to what is nearest to the pointer. @param {PointerEvent} event */
  follow(event) {
    const box = this.canvas.getBoundingClientRect();
    const scale = kSize / box.width;
    const x = ((event.clientX - box.left) * scale - kBand) / (kSize - kBand);
    const y = ((event.clientY - box.top) * scale - kBand) / (kSize - kBand);
    const { source, target } = this.page.report;
    // A gap of the translation's own is reached from its band at the side, all else from the original.
    const bySource = source.segments.length > 0 && (x >= 0 || target.segments.length === 0) && !this.isAddition(y, x);
    if (bySource) this.page.goToSegment('source', this.segmentAt('source', x));
    else this.page.goToSegment('target', this.segmentAt('target', y));
  }

  /** Whether the pointer is on a step down. @param {number} y @param {number} x */
  isAddition(y, x) {
    const bead = this.page.work.beadOf.target[this.segmentAt('target', y)];
    if (!bead || !isEmpty(bead.source)) return false;
    return Math.abs(this.starts.source[bead.source.from] - x) < 0.04;
  }
}

/** A custom property's colour as canvases take it. @param {CSSStyleDeclaration} style @param {string} name */
function resolveColor(style, name) {
  const value = style.getPropertyValue(name).trim();
  const both = /^light-dark\(\s*([^,]+),\s*([^)]+)\)$/.exec(value);
  if (!both) return value;
  const chosen = document.documentElement.dataset.theme;
  const isDark = chosen ? chosen === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  return (isDark ? both[2] : both[1]).trim();
}
