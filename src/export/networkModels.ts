/** A network in inference mode as models that other programs run: weights inside, and batches of every size. */
import { InternalError } from '../diagnostics/errors.js';
import type { KernelGraph } from '../ir/kernelGraph.js';
import type { TensorMap } from '../ir/tensorType.js';
import { portableDialect } from '../lowering/onnx/lowerToOnnx.js';
import type { OnnxDimension, OnnxModel } from '../lowering/onnx/onnxModel.js';
import { lowerToTensorFlow } from '../lowering/tensorflow/lowerToTensorFlow.js';
import type { TensorFlowGraph } from '../lowering/tensorflow/tensorflowGraph.js';
import type { InferenceGraph } from '../program/program.js';
import { freezeOnnx, freezeTensorFlow } from './frozen.js';
import { namedModel } from './namedModel.js';
import { openOnnx } from './openBatch/openOnnx.js';
import { openTensorFlow } from './openBatch/openTensorFlow.js';
import { batchSizes, type Pair } from './openBatch/sizes.js';
import { whereSamplesMeet } from './openBatch/whereSamplesMeet.js';

/** A network of a GAN. */
export interface NetworkSource extends InferenceGraph {
  /** Samples that it takes as one: 1, or the number in a pack. */
  readonly unit: number;
  /** Its layers, of which a note may name one. */
  readonly layers: readonly { readonly name: string; readonly pointer: string }[];
  /** Its graph for batches of the spec's size. */
  readonly graph: KernelGraph;
  /** Its graph for batches of another size. */
  readonly graphFor: (batchSize: number) => KernelGraph;
}

/** The models of a network. */
interface Lowered {
  readonly onnx: OnnxModel<OnnxDimension>;
  readonly tensorflow: TensorFlowGraph;
}

export interface NetworkModels extends Lowered {
  /** The reason why batches have the size of the spec; undefined where they may have any. */
  readonly fixedBy?: string;
}

/**
 * @param state Has every state input of the graph.
 * @param scheduled Numbers in the place of inputs that schedules drive; by default these remain inputs.
 */
export function networkModels(
  source: NetworkSource,
  state: TensorMap,
  scheduled: TensorMap = new Map(),
): NetworkModels {
  const opened = openModels(source);
  const { onnx, tensorflow } = 'fixedBy' in opened ? lower(source.graph) : opened;
  const weights = new Map([...weightsOf(source.graph, state), ...scheduled]);
  return {
    ...('fixedBy' in opened && opened),
    onnx: freezeOnnx(onnx, weights),
    tensorflow: freezeTensorFlow(tensorflow, weights),
  };
}

/** The models for batches of every size, or the reason why there are none. */
function openModels(source: NetworkSource): Lowered | { readonly fixedBy: string } {
  const sizes = batchSizes(source.unit);
  const [few, many] = sizes.counts;
  const graphs: Pair<KernelGraph> = [
    source.graphFor(few * source.unit),
    source.graphFor(many * source.unit),
  ];
  const meeting = whereSamplesMeet(graphs, sizes);
  if (meeting !== undefined) {
    const layer = source.layers.find(({ pointer }) => pointer === meeting);
    return { fixedBy: `${layer?.name ?? 'it'} compares the samples of a batch` };
  }
  const [first, second] = [lower(graphs[0]), lower(graphs[1])];
  const onnx = openOnnx([first.onnx, second.onnx], sizes);
  const tensorflow = openTensorFlow([first.tensorflow, second.tensorflow], sizes);
  if (!onnx || !tensorflow) return { fixedBy: 'its graph has another form at other batch sizes' };
  return { onnx, tensorflow };
}

/** Both forms of a graph, with its results alone as outputs. */
function lower(whole: KernelGraph): {
  readonly onnx: OnnxModel;
  readonly tensorflow: TensorFlowGraph;
} {
  const graph = { ...whole, outputs: whole.outputs.filter(({ kind }) => kind === 'result') };
  return { onnx: namedModel(graph, portableDialect), tensorflow: lowerToTensorFlow(graph) };
}

function weightsOf(graph: KernelGraph, state: TensorMap): TensorMap {
  return new Map(
    graph.inputs
      .filter(({ kind }) => kind === 'state')
      .map(({ name }) => {
        const tensor = state.get(name);
        if (tensor) return [name, tensor] as const;
        throw new InternalError(`graph ${graph.name} reads "${name}", which the state lacks`);
      }),
  );
}
