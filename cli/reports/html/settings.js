// @ts-check
// How the reader wants to see pages: language, colours, marks, keys. Kept for all reports together.

import { preferredLanguage, setUiLanguage } from './language.js';

/**
 * @typedef {object} Settings
 * @property {string} language of the interface
 * @property {'auto' | 'light' | 'dark'} theme
 * @property {boolean} marks
 * @property {boolean} singleKeys
 */

const kSettingsKey = 'muqabala:settings';

/** @param {Storage | null} storage @returns {Settings} */
export function loadSettings(storage) {
  /** @type {Settings} */
  const settings = { language: preferredLanguage(), theme: 'auto', marks: true, singleKeys: true };
  try {
    const kept = JSON.parse(storage?.getItem(kSettingsKey) ?? '{}');
    if (typeof kept.language === 'string') settings.language = kept.language;
    if (['auto', 'light', 'dark'].includes(kept.theme)) settings.theme = kept.theme;
    if (typeof kept.marks === 'boolean') settings.marks = kept.marks;
    if (typeof kept.singleKeys === 'boolean') settings.singleKeys = kept.singleKeys;
  } catch {
    // not ours: the defaults do
  }
  return settings;
}

/** @param {Settings} settings @param {Storage | null} storage */
export function keepSettings(settings, storage) {
  try {
    storage?.setItem(kSettingsKey, JSON.stringify(settings));
  } catch {
    // full: they hold for this visit
  }
}

/** @param {Settings} settings */
export function applySettings(settings) {
  setUiLanguage(settings.language);
  if (settings.theme === 'auto') delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = settings.theme;
  document.body.classList.toggle('without-marks', !settings.marks);
}
