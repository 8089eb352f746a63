/** Checks of initializers. */
import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { drawInto } from '../../random/draw.js';
import { formProblem } from '../../entries/distributionForms.js';
import { LayerShapeError } from '../../entries/layerShapeError.js';
import type { Example } from '../example.js';
import type { Check } from '../check.js';

const shapes: readonly Shape[] = [[1], [64], [12, 8], [3, 3, 4, 6]];

/** The shapes that an initializer accepts. @throws the initializer's error where it accepts none. */
function accepted({ entry, config }: Example<'initializer'>): readonly Shape[] {
  let refusal: unknown;
  const found = shapes.filter((shape) => {
    try {
      entry.distribution(shape, config);
      return true;
    } catch (error) {
      if (!(error instanceof LayerShapeError)) throw error;
      refusal = error;
      return false;
    }
  });
  if (found.length === 0) throw refusal;
  return found;
}

export const initializerChecks: readonly Check<Example<'initializer'>>[] = [
  {
    hook: 'distribution',
    claim: 'fills vectors, matrices and filters with finite numbers',
    fix: 'Return a distribution such as { kind: "normal", mean: 0, stddev: 0.02 }, with finite numbers for every shape.',
    run: (initializer) => {
      const { entry, config } = initializer;
      for (const shape of accepted(initializer)) {
        const distribution = entry.distribution(shape, config);
        const problem = formProblem(distribution);
        if (problem) return `it gives ${problem.found} in the shape [${shape.join(', ')}]`;
        const values = new Float32Array(sizeOf(shape)).fill(NaN);
        drawInto(values, distribution, shape, { seed: 1, stream: 'battery', step: 0 });
        const wrong = values.find((value) => !Number.isFinite(value));
        if (wrong !== undefined) {
          return `${JSON.stringify(distribution)} gives ${wrong} in the shape [${shape.join(', ')}]`;
        }
      }
      return undefined;
    },
  },
  {
    hook: 'distribution',
    claim: 'gives the same distribution for the same shape',
    fix: 'Compute the distribution from the shape and the options alone; ganspec draws the numbers.',
    run: (initializer) => {
      const { entry, config } = initializer;
      const all = (): string =>
        JSON.stringify(accepted(initializer).map((shape) => entry.distribution(shape, config)));
      const [first, second] = [all(), all()];
      return first === second ? undefined : `first ${first}, then ${second}`;
    },
  },
];
