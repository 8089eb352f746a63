/** Changes of one place of a text, and what ganspec says of them. */
import { copyFileSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.js';
import { SpecError } from '../../../src/diagnostics/errors.js';
import { createCompiler } from '../../../src/index.js';
import { textsByName } from '../textsByName.js';
import { bases } from './bases.js';

const fixtures = join(import.meta.dirname, '../../fixtures/mutations');

/** A mistake that somebody might make in one place of a spec, and what is said of it. */
export interface Mutation {
  readonly base: keyof typeof bases;
  /** Stands in the base once. */
  readonly from: string;
  readonly to: string;
  /** Code and message. */
  readonly message: string;
  /** The beginning of the hint. */
  readonly hint: string;
}

/**
 * The mutations of each kind of mistake, with blank lines between them:
 *
 *     name of the base
 *     - text of the base
 *     + text in its place
 *     GAN120: message
 *     hint, where there is one; it may go on where it ends in `…`
 */
export function readMutations(): readonly {
  readonly kind: string;
  readonly list: readonly Mutation[];
}[] {
  const texts = textsByName(join(fixtures, 'mutations.txt'));
  return [...texts].map(([kind, text]) => ({ kind, list: mutationsIn(text) }));
}

function mutationsIn(text: string): readonly Mutation[] {
  return text
    .trim()
    .split('\n\n')
    .map((block) => {
      const [base = '', ...lines] = block.split('\n');
      if (!isBase(base)) throw new Error(`there is no base ${base}`);
      const textOf = (sign: string): string =>
        lines
          .filter((line) => line.startsWith(`${sign} `))
          .map((line) => line.slice(2))
          .join('\n');
      const [message = '', hint = ''] = lines.filter((line) => !/^[-+] /.test(line));
      return { base, from: textOf('-'), to: textOf('+'), message, hint };
    });
}

function isBase(name: string): name is keyof typeof bases {
  return name in bases;
}

/** @throws Error where the base does not have the text exactly once. */
export function mutated({ base, from, to }: Mutation): string {
  const parts = bases[base].split(from);
  if (parts.length !== 2) throw new Error(`${base} has ${from} ${parts.length - 1} times`);
  return parts.join(to);
}

/** A stretch of one line; columns count from 1, and `end` is the first one behind it. */
export interface Stretch {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** The place where a text differs from its original: on the first line, with the spaces behind it. */
export function placeOfChange(before: string, after: string): Stretch {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let left = 0;
  while (left < least - start && before.at(-1 - left) === after.at(-1 - left)) left += 1;
  const lines = after.slice(0, start).split('\n');
  const column = (lines.at(-1) ?? '').length + 1;
  const changed = after.slice(start, after.length - left).split('\n')[0] ?? '';
  const spaces = /^ */.exec(after.slice(start + changed.length))?.[0] ?? '';
  return { line: lines.length, start: column, end: column + changed.length + spaces.length };
}

/** A folder with the files that the bases name, in which texts are looked at as `spec.json`. */
export class Bench {
  readonly #folder = mkdtempSync(join(tmpdir(), 'ganspec-mutations-'));
  readonly #compiler = createCompiler({ baseDir: this.#folder });

  constructor() {
    const files = join(fixtures, 'files');
    for (const file of readdirSync(files))
      copyFileSync(join(files, file), join(this.#folder, file));
  }

  diagnose(text: string): readonly Diagnostic[] {
    writeFileSync(join(this.#folder, 'spec.json'), text);
    try {
      return this.#compiler.check(this.#compiler.read('spec.json')).diagnostics;
    } catch (error) {
      if (error instanceof SpecError) return error.diagnostics;
      throw error;
    }
  }

  remove(): void {
    rmSync(this.#folder, { recursive: true });
  }
}
