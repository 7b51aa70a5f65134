// The page is usable by all: axe-core finds nothing in any of its faces, and it fits small screens.

import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, open, press, report, reportOfAllKinds, tool, write } from './browser.mjs';

const axe = tool('axe-core');

/** @type {any} */
let browser;
/** @type {string} */
let example;
before(async () => {
  browser = await launch();
  example = reportOfAllKinds();
});
after(async () => browser?.close());

/** What axe finds, in a line each. @param {any} page */
async function violations(page) {
  await page.evaluate(axe.source); // past the page's own policy: by the debugger, not as a script element
  const results = await page.evaluate(() => /** @type {any} */ (window).axe.run(document, { resultTypes: ['violations'], rules: { 'target-size': { enabled: true } } }));
  return results.violations.flatMap((/** @type {any} */ v) => v.nodes.slice(0, 3).map((/** @type {any} */ n) => `${v.id}: ${n.html.slice(0, 160)} ${n.any[0]?.message ?? n.all[0]?.message ?? ''}`));
}

const faces = [
  { name: 'in light colours', options: { colorScheme: 'light' } },
  { name: 'in dark colours', options: { colorScheme: 'dark' } },
  { name: 'in Arabic', options: { locale: 'ar' } },
  { name: 'in Arabic and dark', options: { locale: 'ar', colorScheme: 'dark' } },
  { name: 'on a telephone', options: { viewport: { width: 390, height: 844 } } },
  { name: 'at twice the size', options: { viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 } },
];

for (const { name, options } of faces) {
  test(`axe finds nothing ${name}`, async () => {
    const { page, context } = await open(browser, example, { reducedMotion: 'reduce', ...options });
    assert.deepEqual(await violations(page), []);
    await press(page, 'j', 'a', 'j', 'x');
    for (const fold of await page.locator('.fold').all()) await fold.click();
    assert.deepEqual(await violations(page), []);
    await press(page, '?');
    assert.deepEqual(await violations(page), []);
    await context.close();
  });
}

test('nothing runs out of a narrow screen', async () => {
  for (const width of [320, 390, 720, 1024]) {
    const { page, context } = await open(browser, example, { viewport: { width, height: 800 } });
    const excess = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
    assert.equal(excess, 0, `at ${width} pixels`);
    await context.close();
  }
});

test('rows are reached by Tab also where there is no finding, and walked by arrows', async () => {
  const file = report(write('a.ar.txt', 'وصل الوفد إلى دمشق.\n\nوغادر الوفد المدينة.\n'), write('a.en.txt', 'The delegation arrived in Damascus.\n\nThe delegation left the city.\n'));
  const { page, context } = await open(browser, file);
  assert.equal(await page.locator('.finding').count(), 0);
  const isInRow = () => page.evaluate(() => document.activeElement?.matches('.row'));
  for (let i = 0; i < 40 && !(await isInRow()); ++i) await press(page, 'Tab');
  assert.ok(await isInRow());
  await press(page, 'ArrowDown');
  assert.equal(await page.locator('.row.current [data-segment="1"]').count(), 2);
  await press(page, 'ArrowUp', 'm');
  assert.equal(await page.locator('.row.current [data-segment]').count(), 4);
  await context.close();
});

test('what has the focus shows it', async () => {
  const { page, context } = await open(browser, example);
  for (let i = 0; i < 12; ++i) {
    await press(page, 'Tab');
    const outline = await page.evaluate(() => {
      const element = document.activeElement;
      const shown = element?.matches('.search input') ? element.parentElement : element;
      return shown ? getComputedStyle(shown).outlineStyle : '';
    });
    assert.equal(outline, 'solid', `after ${i + 1} times Tab`);
  }
  await context.close();
});
