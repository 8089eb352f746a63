/** Checks of what entries give to `context.random`, `context.constant` and `context.gradient`. */
import { dependence } from '../autodiff/dependence.js';
import type { ScheduledDistribution } from '../entries/config.js';
import { formProblem } from '../entries/distributionForms.js';
import { isShape } from '../entries/resultCheck.js';
import type { GanspecError } from '../diagnostics/errors.js';
import { sizeOf, type Shape } from '../ir/tensorType.js';
import type { Distribution } from '../random/distribution.js';
import type { Tensor } from '../tf.js';
import type { Recorder } from '../trace/record.js';
import { recordingError } from '../trace/recordingError.js';

/** Refuses random numbers without a name, a shape or a distribution. @throws GanspecError GAN814 */
export function checkRandom(
  { origin }: Recorder,
  name: unknown,
  shape: unknown,
  distribution: ScheduledDistribution,
): void {
  const call = `random(${typeof name === 'string' ? `"${name}"` : '…'}, shape, distribution)`;
  const wrong = (what: string, hint: string): GanspecError =>
    recordingError('misuse', origin, `${call} ${what}`, hint);
  if (typeof name !== 'string' || name === '') {
    throw wrong('has no name', 'Begin with a name, which is that of an input of the graph.');
  }
  if (!isShape(shape)) {
    throw wrong(`has the shape ${listText(shape)}`, 'Give a list of whole numbers from 1 on.');
  }
  const problem = formProblem(
    distribution,
    (kind, option) => kind === 'bernoulli' && option === 'probability',
  );
  if (!problem) return;
  const scaling = problem.found.endsWith('a tensor')
    ? ' Numbers that a schedule drives belong behind it: scale what it draws with tf.mul.'
    : '';
  throw wrong(`gets ${problem.found}`, `Write it as ${problem.forms}.${scaling}`);
}

/** Refuses random numbers of one name and two distributions. @throws GanspecError GAN814 */
export function checkSame(
  { origin }: Recorder,
  name: string,
  first: Distribution,
  second: Distribution,
): void {
  const [one, other] = [first, second].map((distribution) => JSON.stringify(distribution));
  if (one === other) return;
  throw recordingError(
    'misuse',
    origin,
    `the random numbers "${name}" have two distributions: ${one ?? ''} and ${other ?? ''}`,
    'Give random numbers of different distributions different names.',
  );
}

/** A tensor of fixed numbers in row-major order. @throws GanspecError GAN814 for other than as many numbers as the shape has. */
export function constantOf(recorder: Recorder, values: readonly number[], shape: Shape): Tensor {
  const hint = 'Give the numbers one after the other, row by row, and as many as the shape has.';
  const wrong = (what: string): GanspecError =>
    recordingError('misuse', recorder.origin, `constant(values, shape) ${what}`, hint);
  const isList =
    Array.isArray(shape) && shape.every((size) => Number.isSafeInteger(size) && size >= 0);
  if (!isList) throw wrong(`has the shape ${listText(shape)}`);
  const numbers: readonly unknown[] = Array.from(values);
  const other = numbers.find((value) => typeof value !== 'number');
  if (other !== undefined)
    throw wrong(`gets ${Array.isArray(other) ? 'lists' : typeof other} among its numbers`);
  if (numbers.length !== sizeOf(shape)) {
    throw wrong(`gets ${numbers.length} numbers for the shape [${shape.join(', ')}]`);
  }
  return recorder.constant({ dtype: 'float32', shape, data: Float32Array.from(values) });
}

/** Refuses a gradient that is zero whatever the numbers are. @throws GanspecError GAN814 */
export function checkGradient(recorder: Recorder, y: Tensor, x: Tensor): void {
  const found = dependence(recorder, y, x);
  if (found === 'differentiable') return;
  const call = `gradient(y, x) of y [${y.shape.join(', ')}] by x [${x.shape.join(', ')}] is 0 throughout`;
  const [reason, hint] =
    found === 'none'
      ? [
          'y is not computed from x',
          'Differentiate by the very tensor that y is computed from: gradient(discriminator(x), x).',
        ]
      : [
          'every way from x to y leads through stopGradient, a comparison or another function without derivative',
          "Let y be a smooth function of x; from the discriminator's loss no gradient flows into the generator.",
        ];
  throw recordingError('misuse', recorder.origin, `${call}: ${reason}`, hint);
}

function listText(shape: unknown): string {
  return Array.isArray(shape) ? `[${shape.map(String).join(', ')}]` : String(shape);
}
