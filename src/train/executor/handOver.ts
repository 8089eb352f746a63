/** Tensors on their way to another thread: memory is handed over, or copied once where it is still needed here. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf, type TensorData, type TensorMap } from '../../ir/tensorType.js';

/** Tensors, and the memory that a message takes along with them. */
export interface HandOver {
  readonly tensors: TensorMap;
  readonly memory: readonly ArrayBuffer[];
}

/**
 * Prepares tensors for a message.
 * @param isSpent True for names of tensors whose memory is not needed here again.
 * @throws GanspecError GAN506 where the memory of a tensor has been given to another thread.
 */
export function handOver(
  tensors: TensorMap,
  isSpent: (name: string) => boolean = () => true,
): HandOver {
  const leaving = new Map<string, TensorData>();
  const memory = new Set<ArrayBuffer>();
  for (const [name, tensor] of tensors) {
    if (tensor.data.length !== sizeOf(tensor.shape)) throw gone(name);
    const isWhole = tensor.data.byteLength === tensor.data.buffer.byteLength;
    const data = isSpent(name) && isWhole ? tensor.data : tensor.data.slice();
    leaving.set(name, { ...tensor, data });
    if (data.buffer instanceof ArrayBuffer) memory.add(data.buffer);
  }
  return { tensors: leaving, memory: [...memory] };
}

function gone(name: string): GanspecError {
  return new GanspecError(
    'GAN506',
    exitCodes.usage,
    `the numbers of "${name}" are gone: their memory was transferred to another thread`,
    'Transfer a copy: a data set or a caller that gives an array leaves it to the run.',
  );
}
