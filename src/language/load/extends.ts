/** Inheritance of specs: reads the base that `extends` names and merges the spec into it. */
import { realpathSync } from 'node:fs';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { GanspecError, SpecError } from '../../diagnostics/errors.js';
import { specError } from '../../diagnostics/specError.js';
import { errorAt } from '../../source/errorAt.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { placeOf } from '../../source/locate.js';
import { parseJson } from '../../source/parse.js';
import { mergePatch } from './mergePatch.js';
import { maxBytes, maxDepth } from '../../source/bounds.js';
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

/** A spec merged with its bases. */
export interface Merged {
  readonly tree: JsonNode;
  /** Reasons why a base is missing in it: there is none, it lies outside the folder, is not JSON, or leads back to a spec that extends it. */
  readonly problems: readonly Diagnostic[];
}

/**
 * Merges a spec into the base that its `extends` names, and the base into its own in turn. Every value keeps the place
 * where it was written.
 */
export function withBase(tree: JsonNode, origin: Origin, presetsDir: string): Merged {
  return extend(tree, [{ ...origin, root: origin.dir, textLength: lengthOf(tree) }], presetsDir);
}

/** One spec of a chain of bases. */
interface Link extends Origin {
  /** Folder that paths may not leave: that of the first spec, or that of the presets. */
  readonly root: string;
  /** Characters of this spec and of those that extend it. */
  readonly textLength: number;
}

/** Characters of the text of a whole spec. */
function lengthOf(tree: JsonNode): number {
  return tree.range.source.text.length;
}

function extend(tree: JsonNode, chain: readonly [Link, ...Link[]], presetsDir: string): Merged {
  const wanted = tree.kind === 'object' ? tree.members.get('extends')?.value : undefined;
  // Malformed values are left unchanged; validation reports them.
  if (tree.kind !== 'object' || wanted?.kind !== 'scalar') return { tree, problems: [] };
  if (typeof wanted.value !== 'string' || wanted.value === '') return { tree, problems: [] };
  const members = new Map(tree.members);
  members.delete('extends');
  const own = { ...tree, members };
  try {
    const [base, written] = openBase(wanted.value, wanted.range, chain, presetsDir);
    const merged = extend(written, [base, ...chain], presetsDir);
    return { ...merged, tree: mergePatch(merged.tree, own) };
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return { tree: own, problems: error.diagnostics };
  }
}

/** Finds and reads a base. @throws SpecError where it cannot be used. */
function openBase(
  wanted: string,
  range: Range,
  chain: readonly [Link, ...Link[]],
  presetsDir: string,
): readonly [base: Link, tree: JsonNode] {
  const place = findBase(wanted, range, chain[0], presetsDir);
  refuseLink(place, range);
  refuseCircle(place, chain, range);
  if (chain.length >= maxDepth) {
    throw refused(range, 'GAN107', `specs extend one another more than ${maxDepth} deep`, {
      hint: 'write the first of these specs out: ganspec explain --stage normalized',
    });
  }
  const tree = readBase(place, range);
  const base = { ...place, textLength: chain[0].textLength + lengthOf(tree) };
  if (base.textLength > maxBytes) {
    throw refused(range, 'GAN108', 'the spec and those it extends have more than 1 MiB');
  }
  return [base, tree];
}

type Base = Omit<Link, 'textLength'> & { readonly path: string };

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
    if (isOutside(root, path)) {
      throw outside(range, `"extends" leaves the folder of the spec: "${wanted}"`);
    }
    return { name: join(dirname(name), wanted), dir: dirname(path), path, root };
  }
  const path = presetPath(presetsDir, wanted);
  if (path !== undefined)
    return { name: `presets/${wanted}.json`, dir: presetsDir, path, root: presetsDir };
  const names = presetNames(presetsDir);
  throw refused(range, 'GAN110', `there is no preset "${wanted}"`, {
    hint: presetHint(wanted, names),
  });
}

/** The presets that a name may mean: one near it, or those that begin with it. */
function presetHint(wanted: string, names: readonly string[]): string {
  const longer = names.filter((name) => name.startsWith(`${wanted}-`));
  if (longer.length > 0) return `did you mean ${longer.map((name) => `"${name}"`).join(' or ')}?`;
  return spellingHint(wanted, names) ?? `the presets are ${names.join(', ')}`;
}

/** True for a path that leaves the folder. */
function isOutside(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return way.split(sep)[0] === '..' || isAbsolute(way);
}

function outside(range: Range, message: string): Error {
  return refused(range, 'GAN114', message, {
    hint: 'keep specs that build on one another in one folder, or in folders inside it',
  });
}

/** Refuses a file outside the folder that links lead to. */
function refuseLink({ name, path, root }: Base, range: Range): void {
  const real = realPath(path);
  if (real === undefined || !isOutside(realPath(root) ?? root, real)) return;
  throw outside(range, `"extends" leaves the folder of the spec: ${name} is a link to ${real}`);
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
  // Files are compared rather than paths, since links give a file several paths.
  const real = realPath(base.path);
  const known = chain.findIndex(
    ({ path }) => path !== undefined && real !== undefined && realPath(path) === real,
  );
  if (known < 0) return;
  const names = [...chain.slice(0, known + 1).reverse(), base].map(({ name }) => name);
  throw refused(range, 'GAN113', `"extends" goes round in a circle: ${names.join(' → ')}`, {
    hint: 'take "extends" out of one of these files',
  });
}

/** The path without links; undefined where there is no file. */
function realPath(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
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
