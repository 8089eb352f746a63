/** Inheritance of specs: reads the base that `extends` names and merges the spec into it. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { GanspecError } from '../../diagnostics/errors.js';
import { specError } from '../../diagnostics/specError.js';
import { errorAt } from '../../source/errorAt.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { placeOf } from '../../source/locate.js';
import { parseJson } from '../../source/parse.js';
import { mergePatch } from './mergePatch.js';
import { spellingHint } from '../nearest.js';
import { isSpecPath, presetNames, presetPath } from './presets.js';
import { readSpecText } from './readSpecText.js';

/** Origin of a spec. */
export interface Origin {
  /** Name in messages. */
  readonly name: string;
  /** Folder that its paths are relative to. */
  readonly dir: string;
  /** Absolute path; absent for a text that is not in a file. */
  readonly path?: string;
}

/**
 * Merges a spec into the base that its `extends` names, and the base into its own in turn. Every value keeps the place
 * where it was written.
 * @throws SpecError where a base is missing, lies outside the folder, is not JSON, or leads back to a spec that extends it.
 */
export function withBase(tree: JsonNode, origin: Origin, presetsDir: string): JsonNode {
  return extend(tree, [{ ...origin, root: origin.dir }], presetsDir);
}

/** One spec of a chain of bases. */
interface Link extends Origin {
  /** Folder that paths may not leave: that of the first spec, or that of the presets. */
  readonly root: string;
}

function extend(tree: JsonNode, chain: readonly [Link, ...Link[]], presetsDir: string): JsonNode {
  const wanted = tree.kind === 'object' ? tree.members.get('extends')?.value : undefined;
  // Malformed values are left unchanged; validation reports them.
  if (tree.kind !== 'object' || wanted?.kind !== 'scalar') return tree;
  if (typeof wanted.value !== 'string' || wanted.value === '') return tree;
  const base = findBase(wanted.value, wanted.range, chain[0], presetsDir);
  refuseCircle(base, chain, wanted.range);
  const baseTree = extend(readBase(base, wanted.range), [base, ...chain], presetsDir);
  const members = new Map(tree.members);
  members.delete('extends');
  return mergePatch(baseTree, { ...tree, members });
}

interface Base extends Link {
  readonly path: string;
}

function findBase(
  wanted: string,
  range: Range,
  { name, dir, root }: Link,
  presetsDir: string,
): Base {
  if (/^[a-z][a-z\d+.-]+:/i.test(wanted) || isAbsolute(wanted)) {
    throw refused(range, 'GAN114', `"extends" takes the name of a preset or a relative path`, {
      hint: 'copy the file beside the spec; nothing is ever fetched',
    });
  }
  if (isSpecPath(wanted)) {
    const path = resolve(dir, wanted);
    if (relative(root, path).split(sep)[0] === '..') {
      throw refused(range, 'GAN114', `"extends" leaves the folder of the spec: "${wanted}"`, {
        hint: 'keep specs that build on one another in one folder, or in folders inside it',
      });
    }
    return { name: join(dirname(name), wanted), dir: dirname(path), path, root };
  }
  const path = presetPath(presetsDir, wanted);
  if (path !== undefined)
    return { name: `presets/${wanted}.json`, dir: presetsDir, path, root: presetsDir };
  const names = presetNames(presetsDir);
  throw refused(range, 'GAN110', `there is no preset "${wanted}"`, {
    hint: spellingHint(wanted, names) ?? `the presets are ${names.join(', ')}`,
  });
}

function readBase(base: Base, range: Range): JsonNode {
  const { tree, problems } = parseJson(readBaseText(base, range), base.name);
  if (problems.length > 0 || !tree) throw specError(problems);
  if (tree.kind === 'object') return tree;
  throw refused(tree.range, 'GAN122', 'the spec must be an object');
}

function readBaseText(base: Base, range: Range): string {
  try {
    return readSpecText(base.path, base.name);
  } catch (error) {
    if (!(error instanceof GanspecError)) throw error;
    const { code, message, hint } = error;
    const where = 'the path starts at the folder of the file that it stands in';
    const help = code === 'GAN110' ? where : hint;
    throw refused(range, code, message, help === undefined ? {} : { hint: help });
  }
}

function refuseCircle(base: Base, chain: readonly Link[], range: Range): void {
  const known = chain.findIndex(({ path }) => path !== undefined && isSameFile(path, base.path));
  if (known < 0) return;
  const names = [...chain.slice(0, known + 1).reverse(), base].map(({ name }) => name);
  throw refused(range, 'GAN113', `"extends" goes round in a circle: ${names.join(' → ')}`, {
    hint: 'take "extends" out of one of these files',
  });
}

/** Compares files rather than paths, since links give a file several paths. */
function isSameFile(a: string, b: string): boolean {
  try {
    return realpathSync(a) === realpathSync(b);
  } catch {
    return false;
  }
}

function refused(
  range: Range,
  code: string,
  message: string,
  extra: Pick<Diagnostic, 'hint'> = {},
): Error {
  return specError([errorAt(placeOf(range), code, message, { pointer: '/extends', ...extra })]);
}
