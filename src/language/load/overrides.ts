/** `--set path=value`: changes to a spec from the command line. */
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { firstDiagnostics } from '../../diagnostics/omitted.js';
import { specError } from '../../diagnostics/specError.js';
import { maxDepth } from '../../source/bounds.js';
import { forbiddenKey } from '../../source/buildTree.js';
import { errorAt, type ErrorAtExtra } from '../../source/errorAt.js';
import type { JsonMember, JsonNode, Range, SourceText } from '../../source/jsonTree.js';
import { placeOf, placeOfFile } from '../../source/locate.js';
import { parseSource } from '../../source/parse.js';
import { pointerTo } from '../../source/pointer.js';
import { sourceText } from '../../source/sourceText.js';
import { memberOf } from '../expand/nodes.js';
import { namesInWords, spellingHint } from '../nearest.js';

/** Name of the source of settings in messages. */
export const settings = '--set';

/**
 * Sets values by dotted paths with list indices from 0, as in `generator.layers.0.units=64`.
 * The value is parsed as JSON, and taken as a string if that fails. Missing objects along the path are created, and a
 * bare name along the path becomes an object of that type.
 * @param giver Name of the source of settings in messages.
 * @throws SpecError with every setting that cannot be applied.
 */
export function override(
  tree: JsonNode,
  list: readonly string[],
  giver: string = settings,
): JsonNode {
  const problems: Diagnostic[] = [];
  if (list.length > maxSettings) {
    const message = `${list.length} settings are more than ${maxSettings}`;
    const hint = 'write a spec that extends the other';
    throw specError([errorAt(placeOfFile(giver), 'GAN115', message, { hint })]);
  }
  const own = new OwnMembers();
  let current = tree;
  for (const setting of list) {
    const outcome = applySetting(current, sourceText(giver, setting), own);
    if ('kind' in outcome) current = outcome;
    else problems.push(...outcome.problems);
  }
  if (problems.length > 0) throw specError(firstDiagnostics(problems, placeOfFile(giver)));
  return current;
}

/** Maximum number of settings. */
const maxSettings = 200;

/** Outcome of a setting that cannot be applied. */
interface Refused {
  readonly problems: readonly Diagnostic[];
}

/** One key or index of a path, with its range in the setting. */
interface Step {
  readonly name: string;
  readonly range: Range;
}

function applySetting(tree: JsonNode, source: SourceText, own: OwnMembers): JsonNode | Refused {
  const equals = source.text.indexOf('=');
  const path = source.text.slice(0, Math.max(equals, 0)).split('.');
  if (path.includes('')) {
    const range = { source, offset: 0, length: source.text.length };
    return refuse(range, 'a setting is path=value, such as training.steps=200');
  }
  if (path.length > maxDepth) {
    const range = { source, offset: 0, length: equals };
    return refuse(range, `the path of a setting has at most ${maxDepth} parts`);
  }
  const steps = path.map((name, index): Step => {
    const offset = path.slice(0, index).join('.').length + (index > 0 ? 1 : 0);
    return { name, range: { source, offset, length: name.length } };
  });
  if (path[0] === 'extends') {
    return refuse(steps[0]?.range ?? tree.range, '"extends" is read before settings are made');
  }
  const parameter = path[0] === 'parameters' ? steps[1] : undefined;
  const parameters = memberOf(tree, 'parameters');
  if (parameter && memberOf(parameters, parameter.name) === undefined) {
    const known = parameters?.kind === 'object' ? [...parameters.members.keys()] : [];
    const list = known.length === 0 ? 'it has none' : `its parameters are ${namesInWords(known)}`;
    return refuse(parameter.range, `the spec has no parameter "${parameter.name}"`, {
      hint: spellingHint(parameter.name, known) ?? list,
    });
  }
  for (const { name, range } of steps) {
    const refusal = forbiddenKey(name, range, pointerTo(path));
    if (refusal) return { problems: [refusal] };
  }
  const value = readValue(source, equals + 1);
  return value.problems.length > 0 ? value : put(tree, steps, value.tree, '', own);
}

/** Parses a value; text that is not JSON is a string, since shells remove quotes. */
function readValue(
  source: SourceText,
  from: number,
): { readonly tree: JsonNode; readonly problems: readonly Diagnostic[] } {
  const { tree, problems } = parseSource(source, from);
  if (tree) return { tree, problems };
  const tooLarge = problems.filter(({ code }) => code === 'GAN107' || code === 'GAN108');
  const range = { source, offset: from, length: source.text.length - from };
  return {
    tree: { kind: 'scalar', range, value: source.text.slice(from) },
    problems: tooLarge,
  };
}

function put(
  node: JsonNode | undefined,
  [step, ...rest]: readonly Step[],
  value: JsonNode,
  pointer: string,
  own: OwnMembers,
): JsonNode | Refused {
  if (step === undefined) return value;
  const here = pointer + pointerTo([step.name]);
  if (node?.kind === 'array') {
    const index = /^\d+$/.test(step.name) ? Number(step.name) : -1;
    const { items } = node;
    if (!(index in items)) {
      const indices = items.length === 0 ? 'is empty' : `has items 0 to ${items.length - 1}`;
      return refuse(step.range, `the list here ${indices}, not ${step.name}`, { pointer });
    }
    const item = put(items[index], rest, value, here, own);
    return 'kind' in item ? { ...node, items: items.with(index, item) } : item;
  }
  const object = asObject(node, step.range);
  const member = object.members.get(step.name);
  const inner = put(member?.value, rest, value, here, own);
  if (!('kind' in inner)) return inner;
  const members = own.of(object).set(step.name, { key: step.range, value: inner });
  return { ...object, members };
}

/** Copies of members made for earlier settings, which later ones may change in place. */
class OwnMembers {
  readonly #copies = new WeakMap<ReadonlyMap<string, JsonMember>, Map<string, JsonMember>>();

  of({ members }: JsonNode & { readonly kind: 'object' }): Map<string, JsonMember> {
    const copy = this.#copies.get(members) ?? new Map(members);
    this.#copies.set(copy, copy);
    return copy;
  }
}

function asObject(node: JsonNode | undefined, range: Range): Extract<JsonNode, { kind: 'object' }> {
  if (node?.kind === 'object') return node;
  const members = new Map<string, { key: Range; value: JsonNode }>();
  if (node?.kind === 'scalar' && typeof node.value === 'string') {
    members.set('type', { key: node.range, value: node });
  }
  return { kind: 'object', range, members };
}

function refuse(range: Range, message: string, extra: ErrorAtExtra = {}): Refused {
  return { problems: [errorAt(placeOf(range), 'GAN115', message, extra)] };
}
