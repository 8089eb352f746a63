import { InternalError } from '../../diagnostics/errors.js';
import { zeroTensor } from '../../ir/arrays.js';
import type { TensorData, TensorMap } from '../../ir/tensorType.js';
import type { StateSpec } from '../../program/program.js';
import { drawInto } from '../../random/draw.js';

/** First values of all state tensors: each is drawn from the stream `initial/<name>`, or copied from one before it. */
export function initialState(specs: readonly StateSpec[], seed: number): TensorMap {
  const state = new Map<string, TensorData>();
  for (const { name, initial, ...type } of specs) {
    const tensor = zeroTensor(type);
    if (initial.kind === 'copy') {
      const source = state.get(initial.of);
      if (!source) throw new InternalError(`${name} copies ${initial.of}, which is unknown`);
      tensor.data.set(source.data);
    } else {
      drawInto(tensor.data, initial, type.shape, { seed, stream: `initial/${name}`, step: 0 });
    }
    state.set(name, tensor);
  }
  return state;
}
