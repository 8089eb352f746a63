/** The passes of a compilation, chosen by a text. */
import { wrongArgument } from '../diagnostics/arguments.js';
import { namesInWords, spellingHint } from '../language/nearest.js';
import type { Pass } from '../passes/pass.js';
import { passes } from '../passes/passes.js';

/** The passes that run, in order. */
export interface PassSelection {
  readonly chosen: readonly Pass[];
  /** The selection as text, one for each: `all`, `none`, or the passes left out, as in `-moveScales,-expandSums`. */
  readonly text: string;
}

/**
 * Chooses passes by `all`, `none`, the names of those to run (`foldConstants,moveScales`) or of those to leave out
 * (`-moveScales,-expandSums`).
 * @throws GanspecError GAN540 for a name that no pass has, and for names of both sorts.
 */
export function selectPasses(text: string): PassSelection {
  const chosen = chosenPasses(text);
  const left = passes.filter((pass) => !chosen.includes(pass));
  const names = left.map(({ name }) => `-${name}`);
  return { chosen, text: chosen.length === 0 ? 'none' : names.join(',') || 'all' };
}

function chosenPasses(text: string): readonly Pass[] {
  if (text === 'all') return passes;
  if (text === 'none') return [];
  const words = text.split(',').map((word) => word.trim());
  const leavesOut = words.filter((word) => word.startsWith('-'));
  if (leavesOut.length > 0 && leavesOut.length < words.length) {
    throw wrongArgument(
      `the passes "${text}" name both passes to run and passes to leave out`,
      'Name those to run alone, or put a - before each that is to be left out.',
    );
  }
  const named = new Set(words.map((word) => passNamed(word.replace(/^-/, ''))));
  return passes.filter((pass) => named.has(pass) === (leavesOut.length === 0));
}

function passNamed(name: string): Pass {
  const found = passes.find((pass) => pass.name === name);
  if (found) return found;
  const names = passes.map((pass) => pass.name);
  const near = spellingHint(name, ['all', 'none', ...names]);
  throw wrongArgument(
    `there is no pass "${name}"`,
    `${near === undefined ? '' : `${near} `}The passes are ${namesInWords(names)}; all and none stand for all and none of them.`,
  );
}
