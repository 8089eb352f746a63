/** The target `tfjs`: networks as TensorFlow.js graph models. */
import { encodeGraphModel } from '../graphModel.js';
import { chosenNetworks, fixedBatchNotes } from './networks.js';
import { quantizedWeights } from './quantizedWeights.js';
import type { WriteTarget } from './target.js';

/** `generator/model.json` with `weights.bin`, and the same of the discriminator where it is asked for. */
export const tfjsFiles: WriteTarget = async (source, options) => {
  const networks = chosenNetworks(source, options).map(({ network, models }) => {
    return { network, file: `${network}/model.json`, ...models() };
  });
  const { quantized, facts, notes } = await quantizedWeights(source, options.quantize);
  const files = new Map<string, string | Uint8Array>();
  for (const { network, file, tensorflow } of networks) {
    const { model, weights } = encodeGraphModel(tensorflow, source.writtenBy, quantized);
    files.set(file, model).set(`${network}/weights.bin`, weights);
  }
  const ofBatches = fixedBatchNotes(networks, source.program.batchSize);
  return { files, facts, notes: [...ofBatches, ...notes] };
};
