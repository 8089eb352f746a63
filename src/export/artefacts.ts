/** The files of a compiled GAN: models of its graphs, its weights, its spec, and a typed module. */
import { jsonText } from '../checkpoint/jsonText.js';
import { writeSafetensors } from '../checkpoint/safetensors.js';
import { InternalError } from '../diagnostics/errors.js';
import type { DatasetRecord } from '../entries/dataset.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import { encodeModel } from '../lowering/onnx/onnxModel.js';
import type { TensorFlowGraph } from '../lowering/tensorflow/tensorflowGraph.js';
import { inferenceGraphs, type Program } from '../program/program.js';
import { describeGan } from './description.js';
import { freezeGraph } from './frozenGraph.js';
import { encodeGraphModel } from './graphModel.js';
import { namedModel } from './namedModel.js';
import { artefactFiles, modelRecord, type ModelRecord } from './record.js';
import { moduleFile, typedModule } from './typedModule.js';

/** A compiled GAN with its weights. */
export interface ArtefactSource {
  readonly name: string;
  readonly description: string | undefined;
  /** The merged spec as it was written. */
  readonly spec: unknown;
  /** Texts of two stages of `gan.explain`. */
  readonly texts: { readonly resolved: string; readonly passes: string };
  readonly program: Program;
  readonly baseDir: string;
  readonly plugins: readonly string[];
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
  const networks = inferenceGraphs.map(({ name: graph, network }) => {
    return { folder: network, graph: freezeGraph(graphNamed(program, graph), state) };
  });
  const description = describeGan(name, program, source.data.description.classList);
  const files = new Map<string, string | Uint8Array>([
    [artefactFiles.spec, jsonText(source.spec)],
    [artefactFiles.resolved, source.texts.resolved],
    [artefactFiles.steps, source.texts.passes],
    [artefactFiles.state, writeSafetensors(state)],
    [moduleFile(name), typedModule(description, source.description, writtenBy)],
  ]);
  for (const graph of program.graphs) {
    files.set(modelFile(graph.name), encodeModel(namedModel(graph)));
  }
  for (const { folder, graph } of networks) {
    const { model, weights } = encodeGraphModel(graph, writtenBy);
    files.set(`${folder}/model.json`, model).set(`${folder}/weights.bin`, weights);
  }
  const models = program.graphs.map((graph) => {
    return [graph.name, modelRecord(graph, modelFile(graph.name), program.inputs)] as const;
  });
  return { files, models: Object.fromEntries(models), notes: notesOf(name, networks) };
}

/** Steps have `step` in their names, so that none is taken for a network. */
function modelFile(graph: string): string {
  if (inferenceGraphs.some(({ name }) => name === graph)) return `${graph}.onnx`;
  const [joint, ...form] = graph.split('_');
  return joint === 'joint' ? `${['step', ...form].join('_')}.onnx` : `step-${graph}.onnx`;
}

function notesOf(
  name: string,
  networks: readonly { readonly folder: string; readonly graph: TensorFlowGraph }[],
): readonly string[] {
  const file = moduleFile(name);
  const renamed = file.startsWith(name)
    ? []
    : [`"${name}" is no file name on every system: the module is ${file}`];
  const nodes = networks.flatMap(({ folder, graph }) =>
    [...graph.renamed].map(([key, node]) => `"${key}" is called "${node}" in ${folder}/model.json`),
  );
  return [...renamed, ...nodes];
}

function graphNamed({ graphs }: Program, name: string): KernelGraph {
  const graph = graphs.find((one) => one.name === name);
  if (!graph) throw new InternalError(`the program has no graph "${name}"`);
  return graph;
}
