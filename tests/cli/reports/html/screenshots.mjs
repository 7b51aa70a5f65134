// Takes the pictures of the page in docs/images, of the bundled example.
// usage: node tests/cli/reports/html/screenshots.mjs PROGRAM PROJECT

import fs from 'node:fs';
import path from 'node:path';
import { exampleReport, launch, open, press, projectFolder } from './browser.mjs';
import { smallPng } from './small_png.mjs';

const images = path.join(projectFolder, 'docs/images');
const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };
const pictures = [
  { name: 'report-light', options: { viewport: desktop, colorScheme: 'light' }, keys: ['j', 'j'] },
  { name: 'report-dark', options: { viewport: desktop, colorScheme: 'dark' }, keys: ['j', 'j', 'j'] },
  { name: 'report-arabic', options: { viewport: { width: 1280, height: 800 }, locale: 'ar' }, keys: ['j', 'j', 'a', 'j'] },
  { name: 'report-phone-light', options: { viewport: phone, colorScheme: 'light' }, keys: ['j'] },
  { name: 'report-phone-dark', options: { viewport: phone, colorScheme: 'dark' }, keys: ['j', 'j'] },
];

const browser = await launch();
const file = exampleReport();
for (const { name, options, keys } of pictures) {
  const { page, context } = await open(browser, file, { reducedMotion: 'reduce', ...options });
  await press(page, ...keys);
  await page.waitForTimeout(4000); // until the last message has gone
  const picture = await smallPng(page, await page.screenshot());
  fs.writeFileSync(path.join(images, `${name}.png`), picture);
  await context.close();
}
await browser.close();
