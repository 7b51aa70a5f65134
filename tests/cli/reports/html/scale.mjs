// A book of 10,000 segments opens soon and scrolls to any place.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, press, report, shownLadder, write } from './browser.mjs';

/** As the page promises; twice that under a test's load, where the machine does other work too. */
const kOpensWithinMs = 2000 * 2;
const kJumpsWithinMs = 1000 * 2;
const kSearchesWithinMs = 200 * 2;
const kFrameWithinMs = 50 * 2;
const kSegments = 10_000;

/** @type {any} */
let browser;
before(async () => (browser = await launch()));
after(async () => browser?.close());

test('a page of 10,000 segments opens and goes to its last finding in time', async () => {
  const line = (/** @type {number} */ i, /** @type {string[]} */ words) =>
    `${i} ${words[i % 7]} ${words[(i * 3) % 7]} ${words[(i * 5) % 7]} ${i * 7}.`;
  const arabic = ['الكتاب', 'المدينة', 'النهر', 'الوزير', 'المدرسة', 'الطريق', 'البحر'];
  const english = ['the book', 'the city', 'the river', 'the minister', 'the school', 'the road', 'the sea'];
  const source = Array.from({ length: kSegments }, (_, i) => line(i, arabic));
  const target = Array.from({ length: kSegments }, (_, i) => line(i, english)).filter((_, i) => i % 100 !== 50);
  const file = report(write('book.ar.txt', source.join('\n')), write('book.en.txt', target.join('\n')), '--segments', 'lines');

  const begin = performance.now();
  const { page, context, troubles } = await open(browser, file);
  const opened = performance.now() - begin;
  console.log(`opened in ${opened.toFixed(0)} ms`);
  assert.ok(opened < kOpensWithinMs, `opened in ${opened.toFixed(0)} ms`);

  // Printing and the browser's own search do not wait until the rows have been built in idle time.
  const hurry = await open(browser, file);
  const filled = await hurry.page.evaluate(() => {
    const from = performance.now();
    window.dispatchEvent(new Event('beforeprint'));
    return { ms: performance.now() - from, rows: document.querySelectorAll('.row').length };
  });
  console.log(`${filled.rows} rows for print in ${filled.ms.toFixed(0)} ms`);
  assert.ok(filled.rows >= kSegments);
  await hurry.context.close();

  const jump = performance.now();
  await press(page, 'k'); // the one before the first: the last
  await page.waitForFunction(() => {
    const card = document.activeElement?.closest('.card');
    const box = card?.getBoundingClientRect();
    return box && box.top > 0 && box.bottom < window.innerHeight;
  });
  const jumped = performance.now() - jump;
  console.log(`jumped in ${jumped.toFixed(0)} ms`);
  assert.ok(jumped < kJumpsWithinMs, `jumped in ${jumped.toFixed(0)} ms`);

  const search = async (/** @type {string} */ words) => page.evaluate((/** @type {string} */ sought) => {
    const input = /** @type {HTMLInputElement} */ (document.querySelector('.search input'));
    const from = performance.now();
    input.value = sought;
    input.dispatchEvent(new Event('input'));
    return performance.now() - from;
  }, words);
  const first = await search('69993');
  assert.match(await page.locator('.search-count').textContent(), /of 2/);
  const often = await search('the');
  console.log(`first search in ${first.toFixed(0)} ms, one with many places in ${often.toFixed(0)} ms`);
  assert.ok(first < kSearchesWithinMs && often < kSearchesWithinMs);
  await search('');
  await page.waitForFunction((/** @type {number} */ n) => document.querySelectorAll('.row').length >= n, kSegments);
  const built = performance.now() - begin;
  console.log(`all rows built in ${built.toFixed(0)} ms`);
  assert.ok((await shownLadder(page)).length >= kSegments);
  const frames = await page.evaluate(async () => {
    window.scrollTo(0, 0);
    /** @type {number[]} */
    const gaps = [];
    let last = performance.now();
    for (let i = 0; i < 120; ++i) {
      await new Promise(requestAnimationFrame);
      gaps.push(performance.now() - last);
      last = performance.now();
      window.scrollBy({ top: 300, behavior: 'instant' });
    }
    gaps.sort((a, b) => a - b);
    return { median: gaps[60], most: gaps[114] };
  });
  console.log(`scrolling: a frame in ${frames.median.toFixed(0)} ms, of twenty frames nineteen within ${frames.most.toFixed(0)} ms`);
  assert.ok(frames.most < kFrameWithinMs);
  const isFound = await page.evaluate(() => /** @type {any} */ (window).find('9876 the'));
  assert.ok(isFound, 'the browser’s own search finds what is far from the screen');
  assert.deepEqual(troubles, []);
  await context.close();
});
