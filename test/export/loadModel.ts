/** Graph models as a program gets them that knows nothing of ganspec: by tfjs-converter, on the `cpu` backend of tfjs-core. */
import '@tensorflow/tfjs-backend-cpu';
import { loadGraphModel, type GraphModel } from '@tensorflow/tfjs-converter';
import { io, setBackend, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { TensorData } from '../../src/ir/tensorType.js';

/** Loads a model from the text of its `model.json` and the bytes of its `weights.bin`. */
export async function loadModel(model: string, weights: Uint8Array): Promise<GraphModel> {
  await setBackend('cpu');
  const json = JSON.parse(model) as io.ModelJSON;
  return loadGraphModel({
    load: () =>
      io.getModelArtifactsForJSON(json, (manifest) =>
        Promise.resolve([io.getWeightSpecs(manifest), Uint8Array.from(weights).buffer]),
      ),
  });
}

/** One result of a model. */
export function predict(
  model: GraphModel,
  feeds: ReadonlyMap<string, TensorData>,
): { readonly shape: readonly number[]; readonly dtype: string; readonly data: number[] } {
  const inputs = Object.fromEntries(
    [...feeds].map(([name, { data, shape, dtype }]) => [name, tensor(data, [...shape], dtype)]),
  );
  // The models have one result each, for which predict gives no list.
  const result = model.predict(inputs) as Tensor;
  const { shape, dtype } = result;
  const data = [...result.dataSync()];
  result.dispose();
  for (const input of Object.values(inputs)) input.dispose();
  return { shape, dtype, data };
}
