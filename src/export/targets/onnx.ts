/** The target `onnx`: networks as ONNX models of standard operators. */
import { encodeModel } from '../../lowering/onnx/onnxModel.js';
import { modelRecord } from '../record.js';
import { chosenNetworks, fixedBatchNotes } from './networks.js';
import type { WriteTarget } from './target.js';

/** `generator.onnx`, and `discriminator.onnx` where it is asked for: weights inside, batches of every size. */
export const onnxFiles: WriteTarget = (source, options) => {
  const { inputs, batchSize } = source.program;
  const networks = chosenNetworks(source, options).map(({ network, graph, models }) => {
    return { network, graph, file: `${network}.onnx`, ...models() };
  });
  const records = networks.map(({ network, graph, onnx, file }) => {
    return [network, modelRecord(graph, onnx, file, inputs)] as const;
  });
  return {
    files: new Map(networks.map(({ file, onnx }) => [file, encodeModel(onnx)])),
    facts: { models: Object.fromEntries(records) },
    notes: fixedBatchNotes(networks, batchSize),
  };
};
