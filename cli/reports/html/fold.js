// @ts-check
// Folding for search: what people take for the same word is the same, and every place can be found
// again in the text as it stands.

/** Vowel signs, Quran marks, hamza above and below, tatweel, marks of direction, accents. */
const kIgnored = /[\u0300-\u036f\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu;

/** What is left to liken when signs have been taken off, and digits of Arabic and Persian. */
const kLikened = /[\sٱىةکیς’‘“”\u0660-\u0669\u06f0-\u06f9]/gu;

/** @type {Record<string, string>} */
const kLikeness = { 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ک': 'ك', 'ی': 'ي', 'ς': 'σ', '’': "'", '‘': "'", '“': '"', '”': '"' };

/** @param {string} character @returns {string} */
function likenessOf(character) {
  const code = character.charCodeAt(0);
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660);
  if (code >= 0x6f0 && code <= 0x6f9) return String(code - 0x6f0);
  return kLikeness[character] ?? ' ';
}

/** @param {string} text */
export function fold(text) {
  return text.normalize('NFKD').toLowerCase().replace(kIgnored, '').replace(kLikened, likenessOf);
}

/** Each character is folded once. @type {Map<string, string>} */
const kFolded = new Map();

/** @param {string} character */
function foldedCharacter(character) {
  let folded = kFolded.get(character);
  if (folded === undefined) kFolded.set(character, (folded = fold(character)));
  return folded;
}

/**
 * The parts of `text` that fold to the same as `needle`, which is folded.
 * @param {string} text
 * @param {string} needle
 * @returns {{ from: number, to: number }[]} in UTF-16 units of `text`
 */
export function findFolded(text, needle) {
  const places = [];
  const begins = [];
  let folded = '';
  let at = 0;
  for (const character of text) {
    const part = foldedCharacter(character);
    for (let i = 0; i < part.length; ++i) begins.push(at);
    folded += part;
    at += character.length;
  }
  begins.push(at);
  for (let found = folded.indexOf(needle); found >= 0; found = folded.indexOf(needle, found + needle.length))
    places.push({ from: begins[found], to: begins[found + needle.length] });
  return places;
}
