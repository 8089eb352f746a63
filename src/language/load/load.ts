/** Reading of specs from files, presets, standard input and objects. */
import { existsSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { textArgument } from '../../diagnostics/arguments.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { specError } from '../../diagnostics/specError.js';
import { errorAt } from '../../source/errorAt.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { placeOfFile } from '../../source/locate.js';
import { maxValues } from '../../source/bounds.js';
import { parseJson, tooManyValues } from '../../source/parse.js';
import { withBase, type Origin } from './extends.js';
import { nearest } from '../nearest.js';
import { countValues } from '../../source/countValues.js';
import { memberOf } from '../expand/nodes.js';
import { override, settings } from './overrides.js';
import { isSpecPath, presetNames, presetPath, presetsDir as ownPresets } from './presets.js';
import { readSpecText } from './readSpecText.js';
import { textOfObject } from './textOfObject.js';

/** A spec after reading: merged with its bases and settings, not yet validated. */
export class SpecSource {
  constructor(
    readonly tree: JsonNode,
    /** Name in messages. */
    readonly file: string,
    /** Folder that its paths are relative to. */
    readonly baseDir: string,
    /** Reasons why a base is missing in it. */
    readonly problems: readonly Diagnostic[] = [],
    /** Texts of its data that settings have given: paths among them may lead anywhere. */
    readonly ownPaths: ReadonlySet<string> = new Set(),
    /** Folders of its data files, where it has been saved with them. */
    readonly dataFolders: DataFolders = {},
  ) {}
}

/** Folders that data files were looked for in when a spec was saved. */
export interface DataFolders {
  /** Named by `--data-dir`. */
  readonly dataDir?: string | null | undefined;
  /** Named by GANSPEC_DATA. */
  readonly environmentDirs?: readonly string[] | undefined;
}

/** Options of reading a spec. */
export interface LoadOptions {
  /** Settings such as `training.steps=100`, applied after all merging. */
  readonly set?: readonly string[];
  /** Folder that paths are relative to; default: the working directory. */
  readonly cwd?: string;
  /** Folder of the presets; default: those that come with ganspec. */
  readonly presetsDir?: string;
}

/**
 * Reads a spec from a path or a preset. A name with a slash or the ending `.json` is a path.
 * @param options.stdin Text of the spec if `name` is `-`.
 * @throws GanspecError if there is no such spec or it cannot be read; SpecError if it is malformed.
 */
export function loadSpec(
  name: string,
  options: LoadOptions & { readonly stdin?: string } = {},
): SpecSource {
  const { cwd = process.cwd(), presetsDir = ownPresets, stdin = '' } = options;
  if (name === '-') return build(stdin, { name: '<stdin>', dir: cwd }, cwd, options);
  const preset = isSpecPath(name) ? undefined : presetPath(presetsDir, name);
  if (preset !== undefined) {
    const origin = { name: `presets/${name}.json`, dir: presetsDir, path: preset };
    return build(readSpecText(preset, origin.name), origin, cwd, options);
  }
  const path = resolve(cwd, name);
  if (!existsSync(path)) throw noSuchSpec(name, presetNames(presetsDir));
  const dir = dirname(path);
  return build(readSpecText(path, name), { name, dir, path }, dir, options);
}

/** True for `-`, the name of a preset and the path of a file, which `loadSpec` reads. */
export function hasSpec(name: string, options: LoadOptions = {}): boolean {
  textArgument('name of hasSpec', name);
  const { cwd = process.cwd(), presetsDir = ownPresets } = options;
  if (name === '-' || (!isSpecPath(name) && presetPath(presetsDir, name) !== undefined))
    return true;
  const found = statSync(resolve(cwd, name), { throwIfNoEntry: false });
  return found !== undefined && !found.isDirectory();
}

/** Reads a spec from its text. @param options.file Name of the text in messages. @throws SpecError if it is malformed */
export function specFromText(
  text: string,
  options: LoadOptions & { readonly file?: string } = {},
): SpecSource {
  const { cwd = process.cwd(), file = '<text>', presetsDir = ownPresets } = options;
  if (isName(text, presetsDir)) throw specError([nameForText(text, file)]);
  return build(text, { name: file, dir: cwd }, cwd, options);
}

/** Reads a spec from plain data; messages show it as `JSON.stringify` writes it. @throws SpecError */
export function specFromObject(
  value: unknown,
  options: LoadOptions & { readonly file?: string } = {},
): SpecSource {
  const { file = '<object>' } = options;
  return specFromText(textOfObject(value, file), { ...options, file });
}

function build(text: string, origin: Origin, baseDir: string, options: LoadOptions): SpecSource {
  const { tree, problems } = parseJson(text, origin.name);
  if (problems.length > 0 || !tree) throw specError(problems);
  const merged = withBase(tree, origin, options.presetsDir ?? ownPresets);
  // Settings may lead to values of a missing base.
  const isWhole = merged.problems.length === 0;
  const whole = isWhole ? override(merged.tree, options.set ?? []) : merged.tree;
  // Each part of it may be within bounds, and their sum not.
  if (countValues(whole) > maxValues) throw specError([tooManyValues(placeOfFile(origin.name))]);
  const own = textsOfSettings(memberOf(whole, 'data'));
  return new SpecSource(whole, origin.name, baseDir, merged.problems, new Set(own));
}

/** The texts at and below a node that settings have written. */
function textsOfSettings(node: JsonNode | undefined): readonly string[] {
  if (node?.kind === 'object') {
    return [...node.members.values()].flatMap(({ value }) => textsOfSettings(value));
  }
  if (node?.kind === 'array') return node.items.flatMap(textsOfSettings);
  if (typeof node?.value !== 'string' || node.range.source.file !== settings) return [];
  return [node.value];
}

/** True for a path or the name of a preset. The presets folder is read only for a single word. */
function isName(text: string, presetsDir: string): boolean {
  return (
    /^[^\s{}]+$/.test(text) && (isSpecPath(text) || presetPath(presetsDir, text) !== undefined)
  );
}

function nameForText(name: string, file: string): Diagnostic {
  const message = `expected the text of a spec, found the name "${name}"`;
  const hint = `compiler.read("${name}") finds the spec of this name`;
  return errorAt(placeOfFile(file), 'GAN100', message, { hint });
}

function noSuchSpec(name: string, presets: readonly string[]): GanspecError {
  const near = nearest(name.replace(/\.json$/, ''), presets);
  const hint =
    near === undefined
      ? `give a path, or one of the presets ${presets.join(', ')}`
      : `did you mean the preset "${near}"?`;
  const what = isSpecPath(name) ? `file ${name}` : `file or preset "${name}"`;
  return new GanspecError('GAN110', exitCodes.spec, `there is no ${what}`, hint);
}
