/** The graph of a network's layers: names and inputs, checked before any shape is known. */
import type { InputCount } from '../../entries/layer.js';
import { entryOf } from '../../entries/entryOf.js';
import { namesInWords, spellingHint } from '../nearest.js';
import { labelsInput, networkInput, type PlacedLayer } from './placedLayer.js';
import type { RuleContext } from './resolveContext.js';

/** A network's layers, and what they may read besides each other. */
export interface Wiring {
  readonly name: string;
  readonly layers: readonly PlacedLayer[];
  /** True where they may read the class of the sample, else the reason why not. */
  readonly labels: true | NoLabels;
  /** Names of layers that are read from outside the network. */
  readonly alsoRead?: readonly string[];
}

/** The message for a layer that reads the class where there is none. */
export interface NoLabels {
  readonly message: string;
  /** A full sentence. */
  readonly hint: string;
}

/** Reports every mistake of naming and reading in one network: names taken twice, and inputs that are unknown, later or too many. */
export function checkWiring(wiring: Wiring, context: RuleContext): void {
  const areNamed = checkNames(wiring, context);
  const first = new Map<string, number>();
  wiring.layers.forEach(({ layer: { name } }, index) => {
    if (!first.has(name)) first.set(name, index);
  });
  const named = { ...wiring, areNamed, first };
  const areRight = wiring.layers.map((_layer, index) => checkInputs(named, index, context));
  // A misspelt name leaves the layer that was meant unread: one mistake, one diagnostic.
  if (areNamed && areRight.every(Boolean)) warnOfUnread(wiring, context);
}

/** Beginning of the names of layers that `labels` and its codes add. */
const ofAdded = /^(?:labels|codes)_/;

/** The reason why a layer of the network cannot have this name, or undefined. */
function refusalOf(name: string, network: string): string | undefined {
  if (name === networkInput) return `"${name}" stands for the input of the ${network} itself`;
  if (name === labelsInput) return `"${name}" stands for the class of a sample`;
  const start = ofAdded.exec(name)?.[0];
  return start && `"${name}" begins with "${start}", which is kept for layers that "labels" adds`;
}

/** @returns true where all names are right. */
function checkNames({ name: network, layers }: Wiring, { report }: RuleContext): boolean {
  const first = new Map<string, number>();
  layers.forEach(({ layer: { name }, pointer }, index) => {
    const taken = first.get(name);
    const refusal = refusalOf(name, network);
    if (refusal !== undefined) {
      report.error('GAN210', `${pointer}/name`, refusal, { hint: 'give the layer another name' });
    } else if (taken !== undefined) {
      report.error(
        'GAN210',
        `${pointer}/name`,
        `two layers of the ${network} are called "${name}"`,
        {
          hint: 'give one of them another name',
          notes: [
            {
              message: `layer ${taken + 1} has the name already`,
              pointer: layers[taken]?.pointer ?? pointer,
            },
          ],
        },
      );
    } else first.set(name, index);
  });
  return first.size === layers.length;
}

/** Layers whose names have been checked. */
interface NamedWiring extends Wiring {
  /** True where every layer has a name of its own. */
  readonly areNamed: boolean;
  /** Index of the first layer of each name. */
  readonly first: ReadonlyMap<string, number>;
}

/** @returns true where all inputs of the layer are right. */
function checkInputs(wiring: NamedWiring, index: number, context: RuleContext): boolean {
  const item = wiring.layers[index];
  if (!item) return true;
  const { layer } = item;
  const pointer = `${item.pointer}/input`;
  const areKnown = layer.input.map((wanted, position) =>
    checkInput(wiring, index, wanted, `${pointer}/${position}`, context),
  );
  const { inputCount } = entryOf(context.registry, 'layer', layer.type);
  const count = layer.input.length;
  if (takes(inputCount, count)) return areKnown.every(Boolean);
  context.report.error(
    'GAN213',
    pointer,
    `${layer.type} ${readsText(inputCount)}, but ${count < inputCount.min ? 'reads' : 'is given'} ${count}`,
    { hint: countHint(inputCount) },
  );
  return false;
}

/** True where a layer can read this many tensors. */
export function takes({ min, max }: InputCount, count: number): boolean {
  return min <= count && count <= max;
}

function readsText({ min, max, condition = false }: InputCount): string {
  if (max === 1) return 'reads one layer';
  if (condition) {
    return min === 1
      ? 'reads one layer, or a layer and a condition'
      : 'reads a layer and a condition';
  }
  if (max === 2) return 'joins two layers';
  return max === Infinity ? 'joins two or more layers' : `joins two to ${max} layers`;
}

function countHint({ max, condition = false }: InputCount): string {
  if (max === 1) return 'join them first with an "add" or a "concat" layer';
  return condition
    ? 'name the layer, then the condition, as in "input": ["conv2d_0", "dense_0"]'
    : 'name the layers it joins, as in "input": ["dense_0", "dense_1"]';
}

/** @returns true for the name of an earlier layer. */
function checkInput(
  { name: network, layers, labels, areNamed, first }: NamedWiring,
  index: number,
  wanted: string,
  pointer: string,
  { report }: RuleContext,
): boolean {
  const given = labels === true ? [networkInput, labelsInput] : [networkInput];
  const found = first.get(wanted) ?? Infinity;
  if (given.includes(wanted) || found < index) return true;
  if (wanted === labelsInput && labels !== true) {
    report.error('GAN290', pointer, labels.message, { hint: labels.hint });
    return false;
  }
  const later = layers[found];
  if (later) {
    const reader = layers[index]?.layer.name ?? '';
    if (reader === wanted) {
      report.error('GAN212', pointer, `"${reader}" reads itself`, {
        hint: 'name a layer that stands before it',
      });
      return false;
    }
    report.error('GAN212', pointer, `"${reader}" reads "${wanted}", which comes later`, {
      hint: 'a layer reads layers that stand before it: move one of the two',
      notes: [{ message: `"${wanted}" is here`, pointer: later.pointer }],
    });
    return false;
  }
  // The layer that is meant may be the one that has no name of its own.
  if (!areNamed) return false;
  const hint = (): string => {
    const earlier = [...given, ...layers.slice(0, index).map(({ layer }) => layer.name)];
    const list = `the names before it are ${namesInWords(earlier.map((name) => `"${name}"`))}`;
    return spellingHint(wanted, earlier) ?? list;
  };
  report.error('GAN211', pointer, `no layer of the ${network} is called "${wanted}"`, { hint });
  return false;
}

function warnOfUnread({ layers, alsoRead = [] }: Wiring, { report }: RuleContext): void {
  const read = new Set([...layers.flatMap(({ layer }) => layer.input), ...alsoRead]);
  for (const { layer, pointer } of layers.slice(0, -1)) {
    if (read.has(layer.name)) continue;
    report.warning('GAN301', pointer, `no layer reads "${layer.name}"`, {
      hint: 'remove it, or name it in the "input" of a later layer',
    });
  }
}
