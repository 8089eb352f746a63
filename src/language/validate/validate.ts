/** Validation of a spec against the schema of its language. */
import type { ValidateFunction } from 'ajv';
import type { DatasetContext } from '../../entries/dataset.js';
import type { Report } from '../../diagnostics/report.js';
import { newAjv } from '../schema/newAjv.js';
import type { Registry } from '../../entries/registry.js';
import type { JsonNode, Range } from '../../source/jsonTree.js';
import { locate, nodeAt } from '../../source/locate.js';
import { pathOf } from '../../source/pointer.js';
import { toValue } from '../../source/value.js';
import { languageOf, type Language } from '../language.js';
import { builtInCheck } from './builtInCheck.js';
import { specCheck } from './specCheck.js';
import { lengthsOf, type SpecLengths } from './conversions.js';
import type { Finding } from './finding.js';
import { float32Findings } from './float32.js';
import { findings } from './findings.js';
import { warnOfMomentum } from './foreignMomentum.js';
import { Homes } from './homes.js';
import { unknownVersion } from './version.js';
import { Vocabulary } from './vocabulary.js';

const checks = new WeakMap<Language, ValidateFunction>();
const vocabularies = new WeakMap<Registry, Vocabulary>();

export interface ValidateOptions {
  /** Values whose mistakes have been reported already. */
  readonly reported?: ReadonlySet<JsonNode>;
  /** Folders of data, so that hints can give the number of samples. */
  readonly datasets?: DatasetContext | undefined;
  /** True for a spec whose base was not found: a key that it lacks may stand there. */
  readonly lacksBase?: boolean;
}

/**
 * Reports every mistake that the schema can see, in the order of the text, and warns of what only looks right.
 * A spec in another major version of the language is refused for that alone: its other words may mean something else.
 * @returns The mistakes reported.
 */
export function validate(
  tree: JsonNode,
  registry: Registry,
  report: Report,
  { reported = new Set(), datasets, lacksBase = false }: ValidateOptions = {},
): readonly Finding[] {
  const version = unknownVersion(tree);
  const found = version ? [version] : schemaFindings(tree, registry, datasets);
  if (!version) warnOfMomentum(tree, () => vocabularyOf(registry), report);
  const isBaseUnread = lacksBase || hasMisspeltBase(found);
  return found.filter((finding) => {
    const { code, pointer, message, hint, at } = finding;
    const extra = { ...(hint !== undefined && { hint }), ...(at && { at }) };
    const node = nodeAt(tree, pointer);
    // A wrong key is a mistake of its own, beside any in its value.
    if (node && at !== 'key' && reported.has(node)) return false;
    if (isBaseUnread && mayStandInBase(finding)) return false;
    report.error(code, pointer, message, extra);
    return true;
  });
}

/** Unknown keys of a spec whose corrections are looked for: more are no slips of the pen. */
const maxUnknown = 20;

/** True where an unknown key of the spec was to name its base. */
function hasMisspeltBase(found: readonly Finding[]): boolean {
  const unknown = found.filter(
    ({ code, pointer }) => code === 'GAN120' && pathOf(pointer).length === 1,
  );
  if (unknown.length > maxUnknown) return false;
  return unknown.some(({ correction }) => {
    const change = correction?.();
    return change?.kind === 'rename' && change.to === 'extends';
  });
}

/** True for a key that is missing in an object of the spec itself: those in lists are whole, as lists are never merged. */
function mayStandInBase({ code, pointer }: Finding): boolean {
  return code === 'GAN121' && !/\/\d+(?:\/|$)/.test(pointer);
}

function schemaFindings(
  tree: JsonNode,
  registry: Registry,
  datasets: DatasetContext | undefined,
): readonly Finding[] {
  const language = languageOf(registry);
  const beyond = float32Findings(tree, language);
  const check = checkOf(language);
  if (check(toValue(tree))) return beyond;
  const vocabulary = vocabularyOf(registry);
  const homes = new Homes(vocabulary.annotated, tree);
  const lengths = (): SpecLengths => lengthsOf(tree, registry, datasets);
  const context = { tree, vocabulary, homes, lengths, wordHints: new Map() };
  const known = findings(check.errors ?? [], context);
  const places = new Set(known.map(({ pointer }) => pointer));
  return [...known, ...beyond.filter(({ pointer }) => !places.has(pointer))]
    .map((finding) => ({ finding, range: locate(tree, finding.pointer, finding.at) }))
    .sort((a, b) => byPlace(a.range, b.range, tree.range.source.file))
    .map(({ finding }) => finding);
}

function vocabularyOf(registry: Registry): Vocabulary {
  const vocabulary = vocabularies.get(registry) ?? new Vocabulary(registry);
  vocabularies.set(registry, vocabulary);
  return vocabulary;
}

/** The compiled schema: from the build for the built-in language, compiled at first use for another one. */
function checkOf(language: Language): ValidateFunction {
  const known = checks.get(language);
  if (known) return known;
  const names = Object.keys(language.definitions).sort().join();
  const check =
    builtInCheck?.definitionNames.join() === names
      ? builtInCheck.validate
      : newAjv(specCheck).compile(language.schema);
  checks.set(language, check);
  return check;
}

/** The file of the spec itself first, then the others by name; within a file by offset. */
function byPlace(a: Range, b: Range, own: string): number {
  const rank = ({ source }: Range): string => (source.file === own ? '' : source.file);
  return rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : a.offset - b.offset;
}
