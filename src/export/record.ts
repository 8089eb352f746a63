/** `artefacts.json`: the contents of a compiled folder, and the interfaces of its models. */
import { typeOf } from '../ir/typeOf.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { DType } from '../ir/tensorType.js';
import type { OnnxDimension, OnnxModel } from '../lowering/onnx/onnxModel.js';
import type { ProgramInput } from '../program/program.js';
import type { Distribution } from '../random/distribution.js';
import { digestsSchema } from '../checkpoint/digest.js';
import type { DatasetRecord } from '../entries/dataset.js';
import { datasetRecordSchema } from '../entries/datasetRecordSchema.js';
import { outputName } from '../lowering/outputName.js';

/** Names of files that every compiled folder has. */
export const artefactFiles = {
  record: 'artefacts.json',
  spec: 'spec.json',
  resolved: 'resolved.json',
  steps: 'step.txt',
  state: 'state.safetensors',
  /** Says that the typed module is one of ECMAScript, whatever the package around it is. */
  package: 'package.json',
} as const;

/** A tensor that enters or leaves an ONNX model. */
export interface PortRecord {
  readonly name: string;
  readonly dtype: DType;
  /** Sizes of the axes; `batch` for one of any size. */
  readonly shape: readonly (number | string)[];
  /** A caller keeps `state`: it passes `x` and receives `next/x`. It passes a `feed` at each run and receives a `result`. */
  readonly kind: 'state' | 'feed' | 'result';
  /** A description in one line. */
  readonly meaning?: string;
  /** Of the random numbers that the input takes. */
  readonly distribution?: Distribution;
}

/** One ONNX model. */
export interface ModelRecord {
  readonly file: string;
  readonly inputs: readonly PortRecord[];
  readonly outputs: readonly PortRecord[];
}

export interface ArtefactRecord {
  readonly ganspec: string;
  readonly name: string;
  readonly seed: number;
  /** Folder that relative paths of the spec start from, as seen from this one. */
  readonly baseDir: string;
  /** Folder of data files that was named by `--data-dir`, as seen from this one; null or absent where there was none. */
  readonly dataDir?: string | null;
  /** Folders of data files that the environment variable GANSPEC_DATA named, as seen from this one. */
  readonly environmentDirs?: readonly string[];
  /** Paths of the spec that the user gave by `--set`: they may lead out of `baseDir`. */
  readonly dataPaths?: readonly string[];
  /** Tags of the entries that plugins brought. */
  readonly plugins: readonly string[];
  /** The passes over the graphs, as the option `passes` of a compiler names them; absent for all. */
  readonly passes?: string;
  /** Record of the data set, as in the `data.json` of a run. */
  readonly data: DatasetRecord;
  readonly models: Readonly<Record<string, ModelRecord>>;
  /** SHA-256 of every other file, by its path. */
  readonly files: Readonly<Record<string, string>>;
}

const text = { type: 'string' } as const;
const ports = {
  type: 'array',
  items: { type: 'object', required: ['name', 'dtype', 'shape', 'kind'] },
} as const;

/** JSON schema of an `ArtefactRecord`; other keys may stand beside. */
export const artefactRecordSchema = {
  type: 'object',
  required: ['ganspec', 'name', 'seed', 'baseDir', 'plugins', 'data', 'models', 'files'],
  properties: {
    ganspec: text,
    name: text,
    seed: { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
    baseDir: text,
    dataDir: { type: ['string', 'null'] },
    environmentDirs: { type: 'array', items: text },
    dataPaths: { type: 'array', items: text },
    plugins: { type: 'array', items: text },
    passes: text,
    data: datasetRecordSchema,
    models: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['file', 'inputs', 'outputs'],
        properties: { file: text, inputs: ports, outputs: ports },
      },
    },
    files: digestsSchema,
  },
} as const;

/**
 * @param model The model of the graph: some of its inputs, and its outputs in their order.
 * @param declared All inputs of the program.
 */
export function modelRecord(
  graph: KernelGraph,
  model: OnnxModel<OnnxDimension>,
  file: string,
  declared: readonly ProgramInput[],
): ModelRecord {
  const facts = new Map(
    declared
      .filter((input) => input.graph === graph.name)
      .map(({ name, meaning, source }) => {
        const isRandom = source.kind === 'random';
        return [name, { meaning, ...(isRandom && { distribution: source.distribution }) }];
      }),
  );
  const inputs = new Map(model.inputs.map(({ name, shape }) => [name, shape]));
  return {
    file,
    inputs: graph.inputs.flatMap(({ name, value, kind }) => {
      const shape = inputs.get(name);
      const { dtype } = typeOf(graph, value);
      return shape ? [{ name, dtype, shape, kind, ...facts.get(name) }] : [];
    }),
    outputs: graph.outputs.map((output, at) => {
      const { dtype, shape } = typeOf(graph, output.value);
      const own = model.outputs[at]?.shape ?? shape;
      return { name: outputName(output), dtype, shape: own, kind: output.kind };
    }),
  };
}
