// @ts-check
// Lines between the two ends of text that was moved, in the gutter between the columns. A drawing
// beside the buttons that lead from end to end, which say the same in words.

import { drawn } from './dom.js';
import { isEmpty } from './types.js';

/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./types.js').SideName} SideName */

/** Pixels: how round the corners are, how large the ends, how far apart lines run side by side. */
const kRound = 10;
const kDot = 3.5;
const kLane = 6;
const kLanes = 3;

export class MoveLinks {
  /** @param {Page} page */
  constructor(page) {
    this.page = page;
    this.element = drawn('svg', { class: 'move-links', 'aria-hidden': 'true' });
    this.isDue = false;
  }

  /** Before the next frame, however often it is asked for until then. */
  drawSoon() {
    if (this.isDue || (this.page.work.moves.size === 0 && !this.element.hasChildNodes())) return;
    this.isDue = true;
    requestAnimationFrame(() => {
      this.isDue = false;
      this.draw();
    });
  }

  draw() {
    const origin = this.element.getBoundingClientRect();
    const paths = [...this.page.work.moves].flatMap((move) => this.pathsOf(move, origin));
    this.element.replaceChildren(...paths);
  }

  /** The box of the text at one end, where there is one. @param {number} move @param {SideName} side @returns {DOMRect | null} */
  endOf(move, side) {
    const segment = this.page.report.moves[move][side].from;
    const bead = this.page.work.beadOf[side][segment];
    if (!isEmpty(bead.source) && !isEmpty(bead.target)) return null;
    return this.page.view.rows.get(bead)?.querySelector(`.cell.${side}:not(.gap)`)?.getBoundingClientRect() ?? null;
  }

  /** @param {number} move @param {DOMRect} origin @returns {SVGElement[]} */
  pathsOf(move, origin) {
    const [source, target] = [this.endOf(move, 'source'), this.endOf(move, 'target')];
    if (!source || !target) return [];
    const isSeen = (/** @type {DOMRect} */ box) => box.bottom > 0 && box.top < window.innerHeight;
    if (!isSeen(source) && !isSeen(target)) return [];
    const isLeft = source.right <= target.left;
    if (!isLeft && target.right > source.left) return []; // columns under each other: no gutter
    const [x0, x1] = [isLeft ? source.right : source.left, isLeft ? target.left : target.right].map((x) => x - origin.left);
    const [y0, y1] = [source, target].map((box) => (box.top + box.bottom) / 2 - origin.top);
    const middle = (x0 + x1) / 2 + ((move % kLanes) - (kLanes - 1) / 2) * kLane;
    const round = Math.min(kRound, Math.abs(y1 - y0) / 2);
    const down = Math.sign(y1 - y0);
    return [
      drawn('path', { d: `M${x0},${y0} Q${middle},${y0} ${middle},${y0 + down * round} V${y1 - down * round} Q${middle},${y1} ${x1},${y1}` }),
      drawn('circle', { cx: x0, cy: y0, r: kDot }),
      drawn('circle', { cx: x1, cy: y1, r: kDot }),
    ];
  }
}
