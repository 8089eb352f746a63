/** The `blocks` of a spec and the checks of their use. */
import type { Report } from '../../diagnostics/report.js';
import type { JsonNode } from '../../source/jsonTree.js';
import { maxDepth } from '../../source/bounds.js';
import { pointerTo } from '../../source/pointer.js';
import { namesInWords, spellingHint } from '../nearest.js';
import { isExpression } from './names.js';
import { isListOfLayers, memberOf, numberOf, stringOf, type JsonList } from './nodes.js';

/** A well-formed block. */
export interface BlockDefinition {
  readonly pointer: string;
  readonly parameters: JsonNode | undefined;
  readonly layers: JsonList;
}

/** A layer of type `block`. */
interface BlockUse {
  /** Undefined if missing or malformed; validation reports that. */
  readonly block: string | undefined;
  readonly pointer: string;
  /** Names of the parameters given in `with`. */
  readonly given: readonly string[];
}

/**
 * The blocks that layers may use. Reports unknown blocks, unknown parameters and blocks that use themselves, and warns of
 * unused blocks. Malformed blocks are left out; validation reports them.
 * @param spec An object.
 */
export function readBlocks(
  spec: JsonNode & { readonly kind: 'object' },
  report: Report,
): ReadonlyMap<string, BlockDefinition> {
  const node = spec.members.get('blocks')?.value;
  const names = node?.kind === 'object' ? [...node.members.keys()] : [];
  const blocks = new Map(names.flatMap((name) => wellFormed(name, memberOf(node, name))));
  const uses = new Map(
    names.map((name) => [name, [...usesIn(memberOf(node, name), blockPointer(name))]] as const),
  );
  const outside = [...spec.members]
    .filter(([key]) => key !== 'blocks')
    .flatMap(([key, { value }]) => [...usesIn(value, pointerTo([key]))]);
  const everyUse = [...outside, ...[...uses.values()].flat()];
  const known = new Set(names);
  for (const use of everyUse) checkUse(use, known, blocks, report);
  // A misspelt or missing name leaves the intended block unused, which is not reported as a second mistake.
  const allKnown = everyUse.every(({ block }) => block !== undefined && known.has(block));
  if (allKnown) warnOfUnused(outside, uses, report);
  const circular = circularBlocks(uses, report);
  return new Map([...blocks].filter(([name]) => !circular.has(name)));
}

function blockPointer(name: string): string {
  return pointerTo(['blocks', name]);
}

function wellFormed(name: string, node: JsonNode | undefined): [string, BlockDefinition][] {
  const layers = memberOf(node, 'layers');
  const parameters = memberOf(node, 'parameters');
  const isBlock =
    node?.kind === 'object' &&
    [...node.members.keys()].every((key) => key === 'layers' || key === 'parameters') &&
    (parameters === undefined || areNumbers(parameters));
  if (!nameForm.test(name) || !isBlock || !isListOfLayers(layers)) return [];
  return [[name, { pointer: blockPointer(name), parameters, layers }]];
}

const nameForm = /^[A-Za-z][A-Za-z0-9_]*$/;

function areNumbers(parameters: JsonNode): boolean {
  return (
    parameters.kind === 'object' &&
    [...parameters.members].every(
      ([name, { value }]) =>
        nameForm.test(name) && (numberOf(value) !== undefined || isExpression(stringOf(value))),
    )
  );
}

function* usesIn(node: JsonNode | undefined, pointer: string): Generator<BlockUse> {
  if (node?.kind === 'array') {
    for (const [index, item] of node.items.entries()) yield* usesIn(item, `${pointer}/${index}`);
  }
  if (node?.kind !== 'object') return;
  if (stringOf(memberOf(node, 'type')) === 'block') {
    const block = stringOf(memberOf(node, 'block'));
    const given = memberOf(node, 'with');
    yield { block, pointer, given: given?.kind === 'object' ? [...given.members.keys()] : [] };
  }
  for (const [key, { value }] of node.members) yield* usesIn(value, pointer + pointerTo([key]));
}

function checkUse(
  { block: name, pointer, given }: BlockUse,
  all: ReadonlySet<string>,
  blocks: ReadonlyMap<string, BlockDefinition>,
  report: Report,
): void {
  if (name === undefined) return;
  if (!all.has(name)) {
    report.error('GAN144', `${pointer}/block`, `unknown block "${name}"`, {
      hint: () => blockHint(name, [...all]),
    });
  }
  const block = blocks.get(name);
  if (!block) return;
  const { parameters } = block;
  const known = parameters?.kind === 'object' ? parameters.members : new Map<string, unknown>();
  for (const key of given.filter((one) => !known.has(one))) {
    const place = `${pointer}/with${pointerTo([key])}`;
    report.error('GAN146', place, `block "${name}" has no parameter "${key}"`, {
      hint: () => parameterHint(name, key, [...known.keys()]),
      at: 'key',
    });
  }
}

function blockHint(name: string, blocks: readonly string[]): string {
  if (blocks.length === 0) return 'this spec has no "blocks"';
  return spellingHint(name, blocks) ?? `the blocks are ${namesInWords(blocks)}`;
}

function parameterHint(block: string, key: string, known: readonly string[]): string {
  if (known.length === 0) return `block "${block}" has no parameters`;
  return spellingHint(key, known) ?? `the parameters of "${block}" are ${namesInWords(known)}`;
}

type Uses = ReadonlyMap<string, readonly BlockUse[]>;

function warnOfUnused(outside: readonly BlockUse[], uses: Uses, report: Report): void {
  const used = new Set<string>();
  const pending = [...outside];
  for (let use = pending.pop(); use !== undefined; use = pending.pop()) {
    const { block } = use;
    if (block === undefined || used.has(block)) continue;
    used.add(block);
    pending.push(...(uses.get(block) ?? []));
  }
  for (const name of uses.keys()) {
    if (used.has(name)) continue;
    report.warning('GAN147', blockPointer(name), `no layer uses block "${name}"`, {
      hint: `use it with { "type": "block", "block": "${name}" }, or delete it`,
      at: 'key',
    });
  }
}

/** Blocks with infinitely many layers: those that use themselves, and those that use such blocks. */
function circularBlocks(uses: Uses, report: Report): ReadonlySet<string> {
  const known = new Map<string, boolean>();
  const visit = (name: string, chain: readonly string[]): boolean => {
    const before = known.get(name);
    if (before !== undefined) return before;
    const trail = [...chain, name];
    let isCircular = false;
    for (const { block, pointer } of uses.get(name) ?? []) {
      if (block === undefined) continue;
      const start = trail.indexOf(block);
      if (start >= 0) {
        const circle = [...trail.slice(start), block].join(' → ');
        report.error('GAN145', `${pointer}/block`, `block "${block}" uses itself: ${circle}`, {
          hint: 'a block cannot contain itself; "repeat" uses layers several times',
        });
        isCircular = true;
      } else if (trail.length >= maxDepth) {
        const message = `blocks use one another more than ${maxDepth} deep here`;
        report.error('GAN107', `${pointer}/block`, message);
        isCircular = true;
      } else if (visit(block, trail)) isCircular = true;
    }
    known.set(name, isCircular);
    return isCircular;
  };
  return new Set([...uses.keys()].filter((name) => visit(name, [])));
}
