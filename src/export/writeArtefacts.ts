/** Everything that `ganspec compile` writes. */
import { relative, resolve } from 'node:path';
import { digestsOf } from '../checkpoint/digest.js';
import { replaceFolder } from '../checkpoint/replaceFolder.js';
import { writeSafetensors } from '../checkpoint/safetensors.js';
import { InternalError } from '../diagnostics/errors.js';
import { encodeModel } from '../lowering/onnx/onnxModel.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import type { TensorFlowGraph } from '../lowering/tensorflow/tensorflowGraph.js';
import type { Program } from '../program/program.js';
import type { DatasetRecord } from '../entries/entries.js';
import { version } from '../version.js';
import { describeGan } from './description.js';
import { freezeGraph } from './frozenGraph.js';
import { encodeGraphModel } from './graphModel.js';
import { namedModel } from './namedModel.js';
import { artefactFiles, modelRecord, type ArtefactRecord } from './record.js';
import { moduleFile, typedModule } from './typedModule.js';

/** A compiled spec in all its forms. */
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

/** What was written. */
export interface Artefacts {
  /** Absolute. */
  readonly folder: string;
  /** Paths inside the folder, with slashes. */
  readonly files: readonly string[];
  /** Names that had to be mapped, one sentence each. */
  readonly notes: readonly string[];
}

/** Which network each graph without training stands for. */
const networkFolders: Readonly<Record<string, string>> = {
  sample: 'generator',
  score: 'discriminator',
};

/** Steps have `step` in their names, so that none is taken for a network. */
function modelFile(graph: string): string {
  if (graph in networkFolders) return `${graph}.onnx`;
  const [joint, ...form] = graph.split('_');
  return joint === 'joint' ? `${['step', ...form].join('_')}.onnx` : `step-${graph}.onnx`;
}

/** @throws GanspecError GAN530 where the folder holds something else; GAN511 where it cannot be written. */
export function writeArtefacts(source: ArtefactSource, out: string, force: boolean): Artefacts {
  const { name, program, state } = source;
  const writtenBy = `ganspec ${version}`;
  const models = new Map(program.graphs.map((graph) => [graph, modelFile(graph.name)]));
  const networks = Object.entries(networkFolders).map(([graph, folder]) => {
    return { folder, graph: freezeGraph(demand(program, graph), state) };
  });
  const description = describeGan(name, program);
  const files = new Map<string, string | Uint8Array>([
    [artefactFiles.spec, json(source.spec)],
    [artefactFiles.resolved, source.texts.resolved],
    [artefactFiles.steps, source.texts.passes],
    [artefactFiles.state, writeSafetensors(state)],
    [moduleFile(name), typedModule(description, source.description, writtenBy)],
  ]);
  for (const [graph, file] of models) files.set(file, encodeModel(namedModel(graph)));
  for (const { folder, graph } of networks) {
    const { model, weights } = encodeGraphModel(graph, writtenBy);
    files.set(`${folder}/model.json`, model).set(`${folder}/weights.bin`, weights);
  }
  const record: ArtefactRecord = {
    ganspec: version,
    name,
    seed: source.seed,
    baseDir: relative(resolve(out), resolve(source.baseDir)).replaceAll('\\', '/'),
    plugins: source.plugins,
    data: source.data,
    models: Object.fromEntries(
      [...models].map(([graph, file]) => [graph.name, modelRecord(graph, file, program.inputs)]),
    ),
    files: digestsOf(files),
  };
  files.set(artefactFiles.record, json(record));
  return {
    folder: replaceFolder(out, files, { record: artefactFiles.record, force }),
    files: [...files.keys()].sort(),
    notes: notesOf(name, networks),
  };
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

function demand({ graphs }: Program, name: string): KernelGraph {
  const graph = graphs.find((one) => one.name === name);
  if (!graph) throw new InternalError(`the program has no graph "${name}"`);
  return graph;
}

function json(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
