// @ts-check
// Lines that end where their writer wanted, as those of verse do, told from prose that an editor
// wrapped at a width: there, nearly every line is so long that the next word would not have fitted.
// The same idea by which the segmenter judges line ends (`segment/detail/line_breaks.cpp`).

/** @typedef {import('./types.js').Side} Side */
/** @typedef {import('./types.js').Segment} Segment */

/** Narrower columns are verse and lists, wider ones a paragraph a line. */
const kLeastWidth = 50;
const kMostWidth = 140;
/** Of the lines of wrapped prose but the last, this share is full. */
const kFullShare = 0.8;
/** What parts the two halves of a line of verse. */
const kColumns = /\S(?:\t| {3,}|\u2003)\s*\S/;

/** @param {Segment} segment the line that it ends in */
export function lastLineOf(segment) {
  return segment.line + (segment.text.match(/\n/g)?.length ?? 0);
}

/** @param {Segment[]} segments of a block @returns {string[]} */
function linesOf(segments) {
  let text = '';
  segments.forEach((segment, i) => {
    if (i > 0) text += segment.line > lastLineOf(segments[i - 1]) ? '\n' : ' ';
    text += segment.text;
  });
  return text.split('\n').map((line) => line.trim());
}

/** @param {Segment[]} segments of a block */
function keepsLines(segments) {
  if (segments.length > 0 && segments[0].line === lastLineOf(segments[segments.length - 1])) return segments.some(hasColumns);
  const lines = linesOf(segments);
  if (segments.some(hasColumns)) return true;
  const width = Math.max(...lines.map((line) => line.length));
  if (width < kLeastWidth || width > kMostWidth) return true;
  const full = lines.slice(0, -1).filter((line, i) => line.length + 1 + lines[i + 1].split(/\s/, 1)[0].length > width).length;
  return full < kFullShare * (lines.length - 1);
}

/** @param {Segment} segment */
function hasColumns(segment) {
  return kColumns.test(segment.text);
}

/** The blocks whose lines are to be shown as they stand. @param {Segment[]} segments @returns {Set<number>} */
export function blocksOfLines(segments) {
  const found = new Set();
  for (let at = 0; at < segments.length;) {
    let end = at + 1;
    while (end < segments.length && segments[end].block === segments[at].block) ++end;
    if (keepsLines(segments.slice(at, end))) found.add(segments[at].block);
    at = end;
  }
  return found;
}
