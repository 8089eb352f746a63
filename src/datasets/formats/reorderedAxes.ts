import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import type { Shape } from '../../ir/tensorType.js';

/**
 * Refuses an option `shape` that has the sizes of a sample in another order: numbers keep their order, so axes would be
 * mixed up.
 * @param found Shape of a sample in the file.
 * @throws GanspecError GAN430
 */
export function refuseReordered(file: string, found: Shape, asked: Shape): void {
  const [own, wanted] = [longAxes(found), longAxes(asked)];
  if (isEqual(own, wanted) || !isEqual(sorted(own), sorted(wanted))) return;
  throw new GanspecError(
    'GAN430',
    exitCodes.spec,
    `[${asked.join(', ')}] has the sizes of a sample of ${file}, [${found.join(', ')}], in another order: "shape" moves no numbers, so these axes would be mixed up`,
    wayOut(found, asked),
    '/data/shape',
  );
}

function wayOut(found: Shape, asked: Shape): string {
  const [first = 1, ...rest] = found;
  if (isEqual([...rest, first], asked)) {
    return 'remove "shape", and set "channelsFirst": true, which moves the first axis to the end';
  }
  if (isEqual([found.at(-1) ?? 1, ...found.slice(0, -1)], asked)) {
    return `remove "shape", and "channelsFirst" where it is set: samples [${found.join(', ')}] have their channels last already`;
  }
  return 'remove "shape"; to exchange axes, save numpy.transpose(array, …) with the order of all axes, from 0 for that of the samples';
}

/** Axes of more than one place; others move without the numbers. */
function longAxes(shape: Shape): Shape {
  return shape.filter((size) => size !== 1);
}

function sorted(shape: Shape): Shape {
  return shape.toSorted((a, b) => a - b);
}

function isEqual(a: Shape, b: Shape): boolean {
  return a.join() === b.join();
}
