/** Updates and reports of a loss or a penalty as results of a graph. */
import type { Tensor } from '../tf.js';
import type { RecordedOutput } from '../trace/record.js';
import { scalarOf } from './contexts.js';

/** Updates or reports as results `<prefix>/<name>`. */
export function noted(
  prefix: 'state' | 'report',
  notes: ReadonlyMap<string, Tensor>,
): readonly RecordedOutput[] {
  return [...notes].map(([name, tensor]) => ({
    name: `${prefix}/${name}`,
    kind: 'result',
    tensor: scalarOf(tensor),
  }));
}

/** Numbers of the results `<prefix>/<name>` by name; undefined where there are none. */
export function notesIn(
  prefix: 'state' | 'report',
  results: ReadonlyMap<string, ArrayLike<number>>,
): Readonly<Record<string, number>> | undefined {
  const found = [...results].flatMap(([name, numbers]) =>
    name.startsWith(`${prefix}/`)
      ? [[name.slice(prefix.length + 1), numbers[0] ?? NaN] as const]
      : [],
  );
  return found.length > 0 ? Object.fromEntries(found) : undefined;
}
