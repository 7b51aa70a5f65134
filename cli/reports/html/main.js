// @ts-check
// Where the page begins.

import { handleKey } from './commands.js';
import { readReport } from './model.js';
import { Page } from './page.js';
import { availableStorage } from './work.js';

const page = new Page(readReport(JSON.parse(document.getElementById('data')?.textContent ?? '{}')), availableStorage());

document.addEventListener('keydown', (event) => handleKey(page, event));
window.matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => page.overview.map.draw());
window.addEventListener('beforeprint', () => page.view.fillAll());
document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && event.code === 'KeyF') page.view.fillAll();
});
document.addEventListener('scroll', () => page.moveLinks.drawSoon(), { passive: true });
window.addEventListener('beforeunload', (event) => {
  if (!page.work.isKept && page.work.done.length > 0) event.preventDefault();
});
