// @ts-check
// A finding as it is told in the text: what it is, how sure, and what to do about it.

import { el, icon, iconButton } from './dom.js';
import { currentLanguage, number, percent, t } from './language.js';
import { ownSide } from './model.js';
import { reasonOf } from './reason.js';
import { segmentContent } from './segment_text.js';
import { isEmpty, otherSide } from './types.js';

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

/** The kind's drawing and name, and the number by which both ends of moved text know each other. @param {Page} page @param {Finding} finding */
export function kindLabel(page, finding) {
  const { kind } = finding;
  const ends = page.index.moveNumber(finding);
  return el('span', { class: `kind family-${familyOf(kind)}` }, icon(iconOfKind(kind)), el('span', {}, t(`kind.${kind}`)),
    ends > 0 && el('span', { class: 'move-number' }, number(ends)));
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

/** What speaks for a finding. @param {Finding} finding */
function reasonLine(finding) {
  const { text, language } = reasonOf(finding);
  return el('p', { class: 'message', ...(language === currentLanguage() ? {} : { lang: language, dir: 'ltr' }) }, text);
}

/** The way to where moved text stands on the other side, with its first words. @param {Page} page @param {Finding} finding @param {Bead} bead */
function otherEnd(page, finding, bead) {
  const side = isEmpty(bead.source) ? 'source' : 'target';
  const { segments, direction, language } = page.report[side];
  const { text, line } = segments[finding[side].from];
  const place = t('line', { n: number(line) });
  const here = side === 'source' ? bead.target.from : bead.source.from;
  const isAbove = page.work.beadOf[side][finding[side].from][otherSide(side)].from < here;
  return el('button', { type: 'button', class: 'other-end', 'data-action': 'go', onclick: () => page.goToOtherEnd(finding, bead) },
    icon(isAbove ? 'up' : 'down'), el('span', { class: 'other-end-place' }, `${t('goThere')}: ${place}`),
    el('span', { class: 'snippet', dir: direction, lang: language }, text.slice(0, kSnippetLength)));
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
    kindLabel(page, finding),
    el('span', { class: 'sureness', title: t('confidence', { share: percent(finding.confidence) }) }, percent(finding.confidence)),
    ...stateBadges(page, finding));
  const message = reasonLine(finding);
  const actions = finding.parts.length > 0 && el('div', { class: 'actions' },
    iconButton('accept', t('acceptLong'), act('accept'),
      { shown: t('accept'), 'aria-pressed': String(verdict === 'accept'), 'data-action': 'accept' }),
    iconButton('fault', t('rejectLong'), act('reject'),
      { shown: t('reject'), 'aria-pressed': String(verdict === 'reject'), 'data-action': 'reject' }),
    iconButton('note', t('noteFor'), act('note'), { shown: t('note'), 'data-action': 'note' }));
  return el('div', {
    class: `card family-${familyOf(finding.kind)} state-${state}`,
    role: 'group',
    tabindex: '-1',
    'aria-label': [t(`kind.${finding.kind}`), stateWords(page, finding), pairsState(page, finding).words].filter(Boolean).join('. '),
    'data-finding': finding.id,
    onfocusin: () => page.select(finding),
  }, label, message, finding.kind === 'moved' && otherEnd(page, finding, bead), words && el('p', { class: 'card-note' }, icon('note'), el('bdi', { dir: 'auto' }, words)), actions);
}

/** What new pairs leave open about a finding; or empty words. @param {Page} page @param {Finding} finding */
function pairsState(page, finding) {
  if (page.work.isStale(finding)) return { name: 'stale', words: t('stale'), title: t('staleLong') };
  const partly = page.work.partlySettled(finding);
  return { name: 'partly', words: partly ? t('partlySettled', partly) : '', title: null };
}

/** What was decided, and what became of it by new pairs. @param {Page} page @param {Finding} finding @returns {HTMLElement[]} */
export function stateBadges(page, finding) {
  const badges = [];
  const state = page.work.stateOf(finding);
  const words = stateWords(page, finding);
  if (words) badges.push(el('span', { class: `badge ${state}` }, icon(state === 'rejected' ? 'fault' : 'accept'), words));
  const pairs = pairsState(page, finding);
  if (pairs.words) badges.push(el('span', { class: `badge ${pairs.name}`, title: pairs.title }, icon('hand'), pairs.words));
  return badges;
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
