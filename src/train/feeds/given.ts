/** Numbers that the caller of a step gives for some of its inputs. */
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { sizeOf, type DType, type TensorData } from '../../ir/tensorType.js';
import type { ProgramInput } from '../../program/program.js';

/** Numbers of one tensor without its name; a bare array takes the declared shape and dtype. */
export type Feed = TensorData | TensorData['data'] | readonly number[];
export type Feeds = Readonly<Record<string, Feed>>;

/**
 * The given feeds as tensors of the declared types. Arrays that have the type already are not copied.
 * @param declared Inputs of the graph by name.
 * @throws GanspecError GAN505 for a name that the graph does not have; GAN506 for another size or shape.
 */
export function givenTensors(
  graph: string,
  declared: ReadonlyMap<string, ProgramInput>,
  feeds: Feeds,
): Map<string, TensorData> {
  const tensors = new Map<string, TensorData>();
  for (const [name, feed] of Object.entries(feeds)) {
    const input = declared.get(name);
    if (!input) throw noSuchInput(graph, name, [...declared.keys()]);
    tensors.set(name, tensorOf(input, feed));
  }
  return tensors;
}

function tensorOf({ name, dtype, shape }: ProgramInput, feed: Feed): TensorData {
  const given = 'data' in feed ? feed : { data: feed, shape };
  const size = sizeOf(shape);
  if (given.data.length !== size || given.shape.join() !== shape.join()) {
    throw new GanspecError(
      'GAN506',
      exitCodes.usage,
      `input "${name}" takes ${size} numbers of shape [${shape.join(', ')}]; it was given ${given.data.length} of shape [${given.shape.join(', ')}]`,
      'Give all numbers in row-major order, the batch outermost.',
    );
  }
  return { dtype, shape, data: arrayOf[dtype](given.data) };
}

/** The numbers as the array of each dtype. */
const arrayOf: Readonly<
  Record<DType, (numbers: TensorData['data'] | readonly number[]) => TensorData['data']>
> = {
  float32: (numbers) => (numbers instanceof Float32Array ? numbers : Float32Array.from(numbers)),
  int32: (numbers) => (numbers instanceof Int32Array ? numbers : Int32Array.from(numbers)),
  bool: (numbers) => Uint8Array.from(numbers, (value) => (value === 0 ? 0 : 1)),
};

function noSuchInput(graph: string, name: string, names: readonly string[]): GanspecError {
  return new GanspecError(
    'GAN505',
    exitCodes.usage,
    `the ${graph} graph has no input "${name}"`,
    `Its inputs are ${names.join(', ')}.`,
  );
}
