/** Which layer reads which: the names of a network's layers, made sure of before any shape is known. */
import { entryOf } from '../../registry/entryOf.js';
import { nearest } from '../nearest.js';
import type { NormalLayer } from '../normalSpec.js';
import type { NetworkName } from '../resolvedGan.js';
import type { RuleContext } from './resolveContext.js';

/** The name under which layers read the network's own input. */
export const networkInput = 'input';

/** JSON Pointer of a layer. */
export function layerPointer(network: NetworkName, index: number): string {
  return `/${network}/layers/${index}`;
}

/** Reports every mistake of naming and reading in one network: names taken twice, and inputs that are unknown, later or too many. */
export function checkWiring(
  network: NetworkName,
  layers: readonly NormalLayer[],
  context: RuleContext,
): void {
  checkNames(network, layers, context);
  const areRight = layers.map((layer, index) =>
    checkInputs(network, layers, layer, index, context),
  );
  // A misspelt name leaves the layer that was meant unread: one mistake, one diagnostic.
  if (areRight.every(Boolean)) warnOfUnread(network, layers, context);
}

function checkNames(
  network: NetworkName,
  layers: readonly NormalLayer[],
  { report }: RuleContext,
): void {
  const first = new Map<string, number>();
  layers.forEach(({ name }, index) => {
    const pointer = `${layerPointer(network, index)}/name`;
    const taken = first.get(name);
    if (name === networkInput) {
      report.error('GAN210', pointer, `"${name}" stands for the input of the ${network} itself`, {
        hint: 'give the layer another name',
      });
    } else if (taken !== undefined) {
      report.error('GAN210', pointer, `two layers of the ${network} are called "${name}"`, {
        hint: 'give one of them another name',
        notes: [
          {
            message: `layer ${taken + 1} has the name already`,
            pointer: layerPointer(network, taken),
          },
        ],
      });
    } else first.set(name, index);
  });
}

/** @returns whether nothing is wrong with them. */
function checkInputs(
  network: NetworkName,
  layers: readonly NormalLayer[],
  layer: NormalLayer,
  index: number,
  context: RuleContext,
): boolean {
  const pointer = `${layerPointer(network, index)}/input`;
  const areKnown = layer.input.map((wanted, position) =>
    checkInput(network, layers, index, wanted, `${pointer}/${position}`, context),
  );
  const { merges } = entryOf(context.registry, 'layer', layer.type);
  const count = layer.input.length;
  if (takes(merges, count)) return areKnown.every(Boolean);
  context.report.error(
    'GAN213',
    pointer,
    merges
      ? `${layer.type} joins two or more layers, but reads ${count}`
      : `${layer.type} reads one layer, but is given ${count}`,
    {
      hint: merges
        ? 'name the layers it joins, as in "input": ["dense_0", "dense_1"]'
        : 'join them first with an "add" or a "concat" layer',
    },
  );
  return false;
}

/** Whether a layer can read this many layers: two or more where it joins them, else exactly one. */
export function takes(merges: boolean, count: number): boolean {
  return merges ? count >= 2 : count === 1;
}

/** @returns whether the name is that of an earlier layer. */
function checkInput(
  network: NetworkName,
  layers: readonly NormalLayer[],
  index: number,
  wanted: string,
  pointer: string,
  { report }: RuleContext,
): boolean {
  const earlier = [networkInput, ...layers.slice(0, index).map(({ name }) => name)];
  if (earlier.includes(wanted)) return true;
  const later = layers.findIndex(({ name }) => name === wanted);
  if (later >= 0) {
    const reader = layers[index]?.name ?? '';
    report.error('GAN212', pointer, `"${reader}" reads "${wanted}", which comes later`, {
      hint: 'a layer reads layers that stand before it: move one of the two',
      notes: [{ message: `"${wanted}" is here`, pointer: layerPointer(network, later) }],
    });
    return false;
  }
  const guess = nearest(wanted, earlier);
  report.error('GAN211', pointer, `no layer of the ${network} is called "${wanted}"`, {
    hint: guess
      ? `did you mean "${guess}"?`
      : `the names before it are ${earlier.map((name) => `"${name}"`).join(', ')}`,
  });
  return false;
}

function warnOfUnread(
  network: NetworkName,
  layers: readonly NormalLayer[],
  { report }: RuleContext,
): void {
  const read = new Set(layers.flatMap(({ input }) => input));
  layers.slice(0, -1).forEach(({ name }, index) => {
    if (read.has(name)) return;
    report.warning('GAN301', layerPointer(network, index), `no layer reads "${name}"`, {
      hint: 'remove it, or name it in the "input" of a later layer',
    });
  });
}
