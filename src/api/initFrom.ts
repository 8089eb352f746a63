/** Weights that a new run starts with, from a run or a checkpoint. */
import { resolve } from 'node:path';
import { isSealedFolder } from '../checkpoint/sealedFolder.js';
import { counted } from '../diagnostics/counted.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { firstOf } from '../diagnostics/firstOf.js';
import type { DatasetWarning } from '../entries/dataset.js';
import { sameType } from '../ir/sameType.js';
import type { TensorData, TensorMap } from '../ir/tensorType.js';
import type { Program } from '../program/program.js';
import { openCheckpoint } from '../runs/checkpoints.js';
import { readRunFolder } from '../runs/savedRun.js';
import { checkFiniteState } from '../train/checkSavedState.js';
import { stateDifferences } from './stateDifferences.js';
import type { InitialState } from '../train/train.js';

/** Most differences that a message lists. */
const maxDifferences = 8;

/**
 * Weights of the networks, and their averages, as far as names and shapes agree; the other weights keep their first values,
 * and a warning lists them (GAN518). Optimizers and counters start anew.
 * @param folder A run folder, or a checkpoint in it.
 * @param networks Names of the networks.
 * @throws GanspecError GAN513 where the folder is neither; GAN608 where no weight fits; exit code 6 where the state is damaged.
 */
export function weightsFrom(
  folder: string,
  { state: specs }: Program,
  networks: readonly string[],
): InitialState {
  const saved = readState(folder);
  const prefixes = [...networks, 'ema'].map((name) => `${name}/`);
  const isWeight = (name: string): boolean => prefixes.some((prefix) => name.startsWith(prefix));
  const weights = specs.filter(({ name }) => isWeight(name));
  const taken = new Map(
    weights.flatMap((spec) => {
      const tensor = saved.get(spec.name);
      return tensor && sameType(spec, tensor) ? [[spec.name, tensor] as const] : [];
    }),
  );
  const differences = stateDifferences(
    new Map(weights.map((weight) => [weight.name, weight])),
    new Map([...saved].filter(([name]) => isWeight(name))),
  );
  if (taken.size === 0) throw nothingFits(folder, differences);
  checkFiniteState(taken);
  return {
    from: resolve(folder),
    state: withCopies(taken, specs),
    warnings: differences.length === 0 ? [] : [differ(folder, differences)],
  };
}

function readState(folder: string): TensorMap {
  const saved = isSealedFolder(folder) ? openCheckpoint(folder) : readRunFolder(folder);
  return saved.readState();
}

/** Adds the tensors whose first value is a copy of a weight. */
function withCopies(weights: ReadonlyMap<string, TensorData>, specs: Program['state']): TensorMap {
  const state = new Map(weights);
  for (const { name, initial } of specs) {
    if (initial.kind !== 'copy' || state.has(name)) continue;
    const source = state.get(initial.of);
    if (source) state.set(name, { ...source, data: source.data.slice() });
  }
  return state;
}

function differ(folder: string, differences: readonly string[]): DatasetWarning {
  const list = firstOf(differences, maxDifferences);
  return {
    code: 'GAN518',
    message: `${counted(differences.length, 'weight')} ${differences.length === 1 ? 'differs' : 'differ'} from those in ${folder}: ${list}`,
    hint: 'Those that are only here, or have another shape, start with new values.',
  };
}

function nothingFits(folder: string, differences: readonly string[]): GanspecError {
  return new GanspecError(
    'GAN608',
    exitCodes.usage,
    `no weight in ${folder} has the name and the shape of one of this spec: ${firstOf(differences, maxDifferences)}`,
    'Take a run whose networks have layers of the same names and sizes; `ganspec explain` lists them.',
  );
}
