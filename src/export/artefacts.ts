/** The files of a compiled GAN: models of its graphs, its weights, its spec, and a typed module. */
import { jsonText } from '../checkpoint/jsonText.js';
import { writeSafetensors } from '../checkpoint/safetensors.js';
import type { DatasetContext, DatasetRecord } from '../entries/dataset.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import { encodeModel } from '../lowering/onnx/onnxModel.js';
import type { Program } from '../program/program.js';
import { describeGan } from './description.js';
import { encodeGraphModel } from './graphModel.js';
import { namedModel } from './namedModel.js';
import { networkModels, type NetworkModels, type NetworkSource } from './networkModels.js';
import { artefactFiles, modelRecord, type ModelRecord } from './record.js';
import { moduleFiles, moduleProgram, moduleTypes } from './typedModule.js';

/** A compiled GAN with its weights. */
export interface ArtefactSource extends Omit<DatasetContext, 'seed' | 'decoding'> {
  readonly name: string;
  readonly description: string | undefined;
  /** The merged spec as it was written. */
  readonly spec: unknown;
  /** Texts of two stages of `gan.explain`. */
  readonly texts: { readonly resolved: string; readonly passes: string };
  readonly program: Program;
  readonly networks: readonly NetworkSource[];
  readonly plugins: readonly string[];
  /** The passes over the graphs. */
  readonly passes: string;
  readonly seed: number;
  readonly data: DatasetRecord;
  readonly state: TensorMap;
}

/** File contents with the data of the record and the notes for the user. */
export interface ArtefactContents {
  /** By path inside the folder, with slashes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The ONNX model of each graph. */
  readonly models: Readonly<Record<string, ModelRecord>>;
  /** Names that had to be changed, one sentence each. */
  readonly notes: readonly string[];
}

/** @param writtenBy Name and version of this program. */
export function artefactsOf(source: ArtefactSource, writtenBy: string): ArtefactContents {
  const { name, program, state } = source;
  const networks = source.networks.map((network) => {
    return { ...network, ...networkModels(network, state) };
  });
  const description = describeGan(name, program, source.data.description.classList);
  const module = moduleFiles(name);
  const head = { about: source.description, writtenBy };
  const files = new Map<string, string | Uint8Array>([
    [artefactFiles.spec, jsonText(source.spec)],
    [artefactFiles.resolved, source.texts.resolved],
    [artefactFiles.steps, source.texts.passes],
    [artefactFiles.state, writeSafetensors(state)],
    [module.program, moduleProgram(description, head)],
    [module.types, moduleTypes(description, head)],
    [artefactFiles.package, jsonText({ type: 'module' })],
  ]);
  const onnx = program.graphs.map((graph) => {
    const network = networks.find((each) => each.name === graph.name);
    return { graph, model: network?.onnx ?? namedModel(graph), file: modelFile(graph, !network) };
  });
  for (const { file, model } of onnx) files.set(file, encodeModel(model));
  for (const { network, tensorflow } of networks) {
    const { model, weights } = encodeGraphModel(tensorflow, writtenBy);
    files.set(`${network}/model.json`, model).set(`${network}/weights.bin`, weights);
  }
  const models = onnx.map(({ graph, model, file }) => {
    return [graph.name, modelRecord(graph, model, file, program.inputs)] as const;
  });
  return { files, models: Object.fromEntries(models), notes: notesOf(source, networks) };
}

/** Steps have `step` in their names, so that none is taken for a network. */
function modelFile({ name }: KernelGraph, isStep: boolean): string {
  if (!isStep) return `${name}.onnx`;
  const [joint, ...form] = name.split('_');
  return joint === 'joint' ? `${['step', ...form].join('_')}.onnx` : `step-${name}.onnx`;
}

function notesOf(
  { name, program: { batchSize } }: ArtefactSource,
  networks: readonly (NetworkSource & NetworkModels)[],
): readonly string[] {
  const { program: file } = moduleFiles(name);
  const renamed = file.startsWith(name)
    ? []
    : [`"${name}" is no file name on every system: the module is ${file}`];
  const nodes = networks.flatMap(({ network, tensorflow }) =>
    [...tensorflow.renamed].map(
      ([key, node]) => `"${key}" is called "${node}" in ${network}/model.json`,
    ),
  );
  const fixed = networks.flatMap(({ name: graph, network, fixedBy }) =>
    fixedBy === undefined
      ? []
      : [
          `${network}/model.json and ${graph}.onnx take ${batchSize} samples at a time, the batch size of the spec: ${fixedBy}`,
        ],
  );
  return [...renamed, ...nodes, ...fixed];
}
