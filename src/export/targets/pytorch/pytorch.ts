/** The target `pytorch`: a project that trains the GAN on PyTorch's distributed engine. */
import { writeSafetensors } from '../../../checkpoint/safetensors.js';
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';
import type { TensorData, TensorMap } from '../../../ir/tensorType.js';
import type { OutlinedGan } from '../../../program/outline/outline.js';
import type { ExportSource, WriteTarget } from '../target.js';
import { dataOf } from './data.js';
import { NoTorchForm } from './noTorchForm.js';
import { notesOf } from './notes.js';
import { projectTexts } from './projectTexts.js';
import { readme } from './readme.js';
import { isStateOf } from './stateNames.js';
import { templates } from './templates.js';

/** Iterations by which the project tests itself. */
const recordedIterations = 2;
/** Most numbers of a tensor that its own test compares. */
const comparedNumbers = 64;

/** The project; `gan` and what it needs of the state, the data and the recording. */
export const pytorchFiles: WriteTarget = async (source) => {
  const gan = source.outline();
  const data = await dataOf(source);
  const texts = textsOf(gan, source, data.settings);
  const recorded = await source.recordIterations(recordedIterations);
  const networks = Object.keys(gan.resolved.networks);
  const spec = JSON.stringify(gan.resolved.spec, undefined, 2);
  const { iteration, writtenBy } = source;
  const metadata = { spec, iteration: String(iteration), writtenBy };
  const notes = notesOf(gan);
  return {
    files: new Map<string, string | Uint8Array>([
      ...templates(),
      ...texts,
      ['spec.json', `${spec}\n`],
      ['README.md', readme(source, gan, notes)],
      ['state.safetensors', writeSafetensors(keptState(source.state, networks), metadata)],
      ['equality.safetensors', writeSafetensors(comparison(recorded, networks))],
      ...data.files,
    ]),
    notes,
  };
};

/**
 * The files of the project that are made from the spec and its graphs.
 * @param data Settings of the data.
 * @throws GanspecError GAN534
 */
function textsOf(
  gan: OutlinedGan,
  source: ExportSource,
  data: string,
): ReadonlyMap<string, string | Uint8Array> {
  try {
    return projectTexts(gan, source.writtenBy, data);
  } catch (error) {
    if (!(error instanceof NoTorchForm)) throw error;
    const place = error.pointer === undefined ? '' : ` (${error.pointer} of the spec)`;
    throw new GanspecError(
      'GAN534',
      exitCodes.usage,
      `the target pytorch cannot express ${error.message}${place}`,
      'Use words that PyTorch has a form for; docs/scale.md lists what is supported.',
      error.pointer,
    );
  }
}

/** The state without what lasts one update only, and with the counters. */
function keptState(state: TensorMap, networks: readonly string[]): TensorMap {
  return new Map([...state].filter(([name]) => isStateOf(name, networks) !== undefined));
}

/** Numbers of a recording, of each tensor of the state a few. */
function comparison(
  { numbers, state }: Awaited<ReturnType<ExportSource['recordIterations']>>,
  networks: readonly string[],
): TensorMap {
  const few = [...keptState(state, networks)]
    .filter(([name]) => !/^training\/(step|updates\/)/.test(name))
    .map(([name, tensor]) => [`state/${name}`, sparse(tensor)] as const);
  return new Map([...numbers, ...few]);
}

function sparse(tensor: TensorData): TensorData {
  const every = Math.ceil(tensor.data.length / comparedNumbers);
  const data = Float32Array.from(tensor.data).filter((_, at) => at % every === 0);
  return { dtype: 'float32', shape: [data.length], data };
}
