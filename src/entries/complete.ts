import { atPlace } from '../diagnostics/codePlace.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { isObject } from '../language/schema/mapSubschemas.js';
import { resultInWords } from './resultCheck.js';

/** The type of a key's value in words, and its test. */
type Demand = readonly [what: string, holds: (value: unknown) => boolean];

const hook: Demand = ['a function', (value) => typeof value === 'function'];

/** Demands on keys other than hooks. */
const demands: Readonly<Record<string, Demand>> = {
  type: ['a text', (value) => typeof value === 'string'],
  schema: ['an object', (value) => typeof value === 'object' && value !== null],
  scores: [
    '"logits" or "reconstruction"',
    (value) => value === 'logits' || value === 'reconstruction',
  ],
  perSample: ['true or false', (value) => typeof value === 'boolean'],
};

/**
 * Refuses a definition that lacks keys, or has other values than they take.
 * @param maker The define function, as in `defineLoss`.
 * @param keys The keys needed beside `type` and `schema`.
 * @throws GanspecError GAN802 that names all of them, and the line of the definition.
 */
export function requireComplete(
  maker: string,
  definition: unknown,
  keys: readonly string[],
): asserts definition is object {
  if (!isObject(definition)) {
    const given = definition === undefined ? 'nothing' : resultInWords(definition);
    throw new GanspecError(
      'GAN802',
      exitCodes.spec,
      `${maker} gets ${given}, not a definition${atPlace(new Error())}`,
      `Call ${maker} with an object that has ${['type', 'schema', ...keys].join(', ')}.`,
    );
  }
  const valueOf = (key: string): unknown => definition[key];
  const problems = ['type', 'schema', ...keys].flatMap((key) => {
    const [what, holds] = demands[key] ?? hook;
    const value = valueOf(key);
    if (holds(value)) return [];
    return [value === undefined ? `${key} is missing: ${what}` : `${key} is not ${what}`];
  });
  if (problems.length === 0) return;
  const type = valueOf('type');
  const of = typeof type === 'string' ? ` of "${type}"` : '';
  throw new GanspecError(
    'GAN802',
    exitCodes.spec,
    `${maker}${of} is incomplete: ${problems.join('; ')}${atPlace(new Error())}`,
    `Give ${maker} every key that docs/plugins.md calls needed.`,
  );
}
