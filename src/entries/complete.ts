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
  better: ['"lower" or "higher"', (value) => value === 'lower' || value === 'higher'],
  perSample: ['true or false', (value) => typeof value === 'boolean'],
};

/** Keys that a copy of an entry has beside those of its definition. */
const keysOfEntries = ['kind', 'origin', 'module'];

/**
 * Refuses a definition that lacks keys, has other values than they take, or keys that nothing would read.
 * @param maker The define function, as in `defineLoss`.
 * @param needed The keys needed beside `type` and `schema`.
 * @param optional The keys that it may have.
 * @throws GanspecError GAN802 that names all of them, and the line of the definition.
 */
export function requireComplete(
  maker: string,
  definition: unknown,
  needed: readonly string[],
  optional: readonly string[] = [],
): asserts definition is object {
  const required = ['type', 'schema', ...needed];
  if (!isObject(definition)) {
    const given = definition === undefined ? 'nothing' : resultInWords(definition);
    throw new GanspecError(
      'GAN802',
      exitCodes.spec,
      `${maker} gets ${given}, not a definition${atPlace(new Error())}`,
      `Call ${maker} with an object that has ${required.join(', ')}.`,
    );
  }
  const valueOf = (key: string): unknown => definition[key];
  const missing = required.flatMap((key) => {
    const [what, holds] = demands[key] ?? hook;
    const value = valueOf(key);
    if (holds(value)) return [];
    return [value === undefined ? `${key} is missing: ${what}` : `${key} is not ${what}`];
  });
  const keys = [...required, ...optional];
  const unknown = unknownKeys(definition, keys).map((key) => `${key} is no key of it`);
  const problems = [...missing, ...unknown];
  if (problems.length === 0) return;
  const type = valueOf('type');
  const of = typeof type === 'string' ? ` of "${type}"` : '';
  const fault = missing.length > 0 ? 'is incomplete' : 'has keys that nothing reads';
  throw new GanspecError(
    'GAN802',
    exitCodes.spec,
    `${maker}${of} ${fault}: ${problems.join('; ')}${atPlace(new Error())}`,
    unknown.length > 0
      ? `The keys of ${maker}: ${keys.join(', ')}.`
      : `Give ${maker} every key that docs/plugins.md calls needed.`,
  );
}

/** The keys of a plain object that are none of these; an instance of a class may have keys for itself. */
function unknownKeys(definition: object, keys: readonly string[]): readonly string[] {
  if (Object.getPrototypeOf(definition) !== Object.prototype) return [];
  const known = [...keys, ...keysOfEntries];
  return Object.keys(definition).filter((key) => !known.includes(key));
}
