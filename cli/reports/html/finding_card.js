// @ts-check
// A finding as it is told in the text: what it is, how sure, and what to do about it.

import { el, icon, iconButton } from './dom.js';
import { currentLanguage, percent, t } from './language.js';
import { ownSide } from './model.js';
import { segmentContent } from './segment_text.js';

/** @typedef {import('./types.js').Finding} Finding */
/** @typedef {import('./types.js').Bead} Bead */
/** @typedef {import('./page.js').Page} Page */
/** @typedef {import('./dom.js').IconName} IconName */

/** @type {Record<string, IconName>} */
const kIconOfKind = {
  omission: 'omission',
  addition: 'addition',
  partial: 'partial',
  moved: 'moved',
  number: 'mismatch',
  date: 'mismatch',
  name: 'mismatch',
  term: 'term',
  untranslated: 'untranslated',
  duplicate: 'duplicate',
  markup: 'markup',
  furniture: 'furniture',
};

/** @param {string} kind @returns {IconName} */
export function iconOfKind(kind) {
  return kIconOfKind[kind] ?? 'document';
}

/** Kinds that look alike. @param {string} kind */
export function familyOf(kind) {
  if (['number', 'date', 'name', 'term', 'markup'].includes(kind)) return 'mismatch';
  if (['omission', 'addition', 'partial', 'moved'].includes(kind)) return kind;
  return kind === 'untranslated' || kind === 'duplicate' ? 'partial' : 'other';
}

/** The kind's drawing and name. @param {string} kind */
export function kindLabel(kind) {
  return el('span', { class: `kind family-${familyOf(kind)}` }, icon(iconOfKind(kind)), el('span', {}, t(`kind.${kind}`)));
}

/** @param {Page} page @param {Finding} finding */
export function stateWords(page, finding) {
  const state = page.work.stateOf(finding);
  if (state === 'open') return '';
  if (state === 'settled') return t('settled');
  if (state === 'rejected') return t('state.rejected');
  const decidedHere = page.work.decisionOn(finding).verdict === 'accept';
  return decidedHere || finding.status === 'accepted' ? t('state.accepted') : t('known');
}

/** @param {Page} page @param {Finding} finding @param {Bead} bead the row that it is told in */
export function findingCard(page, finding, bead) {
  const state = page.work.stateOf(finding);
  const { verdict, note } = page.work.decisionOn(finding);
  const act = (/** @type {string} */ name) => () => {
    page.select(finding);
    page.run(name);
  };
  const words = note || finding.note;
  const label = el('div', { class: 'card-head' },
    kindLabel(finding.kind),
    el('span', { class: 'sureness', title: t('confidence', { share: percent(finding.confidence) }) }, percent(finding.confidence)),
    stateBadge(page, finding));
  const message = el('p', { class: 'message', ...(currentLanguage() === 'en' ? {} : { lang: 'en', dir: 'ltr' }) }, finding.message);
  const actions = finding.parts.length > 0 && el('div', { class: 'actions' },
    iconButton('accept', t('acceptLong'), act('accept'),
      { shown: t('accept'), 'aria-pressed': String(verdict === 'accept'), 'data-action': 'accept' }),
    iconButton('fault', t('rejectLong'), act('reject'),
      { shown: t('reject'), 'aria-pressed': String(verdict === 'reject'), 'data-action': 'reject' }),
    iconButton('note', t('noteFor'), act('note'), { shown: t('note'), 'data-action': 'note' }),
    finding.kind === 'moved' && iconButton('moved', t('goThere'), () => page.goToOtherEnd(finding, bead),
      { shown: t('goThere'), 'data-action': 'go' }));
  return el('div', {
    class: `card family-${familyOf(finding.kind)} state-${state}`,
    role: 'group',
    tabindex: '-1',
    'aria-label': `${t(`kind.${finding.kind}`)}. ${stateWords(page, finding)}`,
    'data-finding': finding.id,
    onfocusin: () => page.select(finding),
  }, label, message, words && el('p', { class: 'card-note' }, icon('note'), el('bdi', { dir: 'auto' }, words)), actions);
}

/** @param {Page} page @param {Finding} finding */
export function stateBadge(page, finding) {
  const words = stateWords(page, finding);
  if (!words) return null;
  const state = page.work.stateOf(finding);
  return el('span', { class: `badge ${state}` }, icon(state === 'rejected' ? 'fault' : 'accept'), words);
}

/** Characters that a snippet shows at most, and those of them before the words that it is about. */
const kSnippetLength = 240;
const kSnippetLead = 40;

/** What a finding is about, in short: its segments, or its words where they stand. @param {Page} page @param {Finding} finding */
export function snippetOf(page, finding) {
  const side = ownSide(finding);
  const { segments, direction, language } = page.report[side];
  const [words] = side === 'source' ? finding.sourceWords : finding.targetWords;
  /** @type {Node[]} */
  let content;
  if (words) {
    const { text } = segments[words.segment];
    const space = text.lastIndexOf(' ', Math.max(0, words.from - kSnippetLead));
    const begin = words.from > kSnippetLead ? space + 1 : 0;
    const mark = { from: words.from - begin, to: words.to - begin, look: 'snippet-words', title: '', pair: '' };
    content = segmentContent(text.slice(begin, Math.max(words.to, begin + kSnippetLength)), [mark], side);
    if (begin > 0) content.unshift(document.createTextNode('… '));
  } else {
    const text = segments.slice(finding[side].from, finding[side].to).map((segment) => segment.text).join(' ');
    content = [document.createTextNode(text.slice(0, kSnippetLength))];
  }
  return el('span', { class: 'snippet', dir: direction, lang: language }, ...content);
}
