import { readNpy } from '../datasets/formats/readNpy.js';
import { pathArgument } from '../diagnostics/arguments.js';
import { sizeOf } from '../ir/tensorType.js';

/**
 * The numbers of a file of numpy, one row after the other, such as latent vectors.
 * @param file Ends in `.npy`.
 * @throws GanspecError with exit code 4 for a file that is missing or damaged.
 */
export function readNumbers(file: string): Float32Array {
  pathArgument('file of readNumbers', file);
  const { shape, read } = readNpy(file);
  const numbers = new Float64Array(sizeOf(shape));
  read(0, numbers);
  return Float32Array.from(numbers);
}
