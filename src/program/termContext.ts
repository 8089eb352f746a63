/** The context of a loss or a penalty in a graph, but for the networks. */
import type { LossContext } from '../entries/loss.js';
import { declaredState } from '../entries/termContext.js';
import { checkRandom } from './contextArguments.js';
import type { GraphScope } from './graphScope.js';
import { asScalar } from './scalar.js';

/** A loss or a penalty whose context is made. */
export interface Term {
  /** First part of the names of its state, reports and random inputs. */
  readonly prefix: string;
  /** Name of the term in the meaning of its random inputs. */
  readonly called: string;
  /** Names of its state. */
  readonly names: readonly string[];
  readonly updatesState: boolean;
}

/** Declares the state of a term, and gives it access to that, to reports and to random numbers. */
export function termContext(
  scope: GraphScope,
  { prefix, called, names, ...term }: Term,
): LossContext {
  return {
    state: declaredState(
      Object.fromEntries(
        names.map((name) => [
          name,
          asScalar(scope.state(`${prefix}/${name}`), `${prefix}/${name}`),
        ]),
      ),
    ),
    update: (name, value) => {
      if (term.updatesState) scope.setState(`${prefix}/${name}`, value);
    },
    report: (name, value) => {
      scope.result(`${prefix}/${name}`, asScalar(value, `${prefix}/${name}`));
    },
    stopGradient: (x) => scope.recorder.stopGradient(x),
    constant: (values, shape) => scope.constant(values, shape),
    random: (name, shape, distribution) => {
      checkRandom(scope.recorder, name, shape, distribution);
      const meaning = `random numbers "${name}" of ${called}`;
      return scope.random(`${prefix}/${name}`, shape, distribution, meaning);
    },
  };
}
