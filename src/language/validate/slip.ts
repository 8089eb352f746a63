/** Misspellings of the words of the language. */
import leven from 'leven';
import { lettersOf } from './spelling.js';

/**
 * The candidate that a name misspells: with letters missing, doubled, swapped or mistaken, or left out at the end. Case
 * and separators do not count. Another first letter, other digits, or another word in the place of one make another name:
 * `minPooling` does not misspell `maxPooling`, nor `unflatten` `flatten`.
 */
export function slipOf(written: string, candidates: readonly string[]): string | undefined {
  const letters = lettersOf(written);
  const doubled = candidates.find((candidate) => isDoubled(letters, lettersOf(candidate)));
  if (doubled !== undefined) return doubled;
  // Such names differ by a letter or two: lsgan and rsgan, selu and gelu.
  if (letters.length < 8 && /(?:gan|lu)$/.test(letters)) return undefined;
  const slips = candidates
    .filter((candidate) => isSlip(letters, lettersOf(candidate)))
    .filter((candidate) => !isVariant(written, candidate))
    .map((candidate) => ({ candidate, edits: leven(letters, lettersOf(candidate)) }));
  const [first] = slips.sort((a, b) => a.edits - b.edits);
  if (first) return first.candidate;
  const longer = candidates
    .filter((candidate) => digitsOf(candidate) === digitsOf(letters))
    .filter((candidate) => isShortened(letters, lettersOf(candidate)));
  return longer.length === 1 ? longer[0] : undefined;
}

/** True where a capital behind one of the names makes it another: `adamW` and `AdamP`. */
function isVariant(written: string, name: string): boolean {
  const isOther = lettersOf(written).at(-1) !== lettersOf(name).at(-1);
  return isOther && [written, name].some((one) => /[a-z][A-Z]$/.test(one));
}

function isSlip(written: string, name: string): boolean {
  if (written === name) return true;
  if (digitsOf(written) !== digitsOf(name)) return false;
  const { own, other, isAtEnd } = difference(written, name);
  if (isSwapped(own, other)) return name.length > 2;
  if (written[0] !== name[0]) return false;
  if (own === '')
    return isMissing(other, name) || (other.length === 1 && !isAtEnd && name.length === 4);
  if (other === '') return isTooMuch(own, written);
  if (own.length === 1 && other.length === 1) return name.length > 4;
  // Two or three letters replaced by as many others make another word; a single letter is a slip.
  const isReplaced = own.length === other.length && own.length > 1 && own.length < 4;
  const limit = Math.min(3, Math.floor(Math.min(written.length, name.length) / 6));
  return !isReplaced && leven(written, name) <= limit;
}

/** True for a letter written twice, the first one apart, or for the digit of a name such as `r1`: `cifar100` is another name than `cifar10`. */
function isDoubled(written: string, name: string): boolean {
  const { own, other } = difference(written, name);
  const isTwice = other === '' && own.length === 1 && written.indexOf(own + own) > 0;
  return isTwice && (/[a-z]/.test(own) ? name.length > 2 : /^[a-z]\d$/.test(name));
}

function isMissing(letters: string, name: string): boolean {
  return letters.length === 1 ? name.length > 4 : letters.length === 2 && name.length > 8;
}

function isTooMuch(letters: string, written: string): boolean {
  if (letters.length !== 1) return false;
  return written.length > 4;
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '');
}

/** The stretches between the common start and the common end of two texts. */
function difference(
  one: string,
  two: string,
): { readonly own: string; readonly other: string; readonly isAtEnd: boolean } {
  const shorter = Math.min(one.length, two.length);
  let start = 0;
  while (start < shorter && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < shorter - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  const own = one.slice(start, one.length - end);
  return { own, other: two.slice(start, two.length - end), isAtEnd: end === 0 };
}

function isSwapped(one: string, other: string): boolean {
  return one.length === 2 && other.length === 2 && one[0] === other[1] && one[1] === other[0];
}

/** At least two thirds of the name, from its start on. */
function isShortened(written: string, name: string): boolean {
  return name.startsWith(written) && written.length * 3 >= name.length * 2 && written.length > 5;
}
