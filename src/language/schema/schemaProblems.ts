/** Validates the examples and defaults of fragments by the bundle that they have joined. */
import type { FragmentSchema, JsonSchema } from './fragment.js';
import { isObject } from './mapSubschemas.js';
import { newAjv } from './newAjv.js';
import { messageOf } from '../../diagnostics/errors.js';

const key = 'bundle';

// Compiling a bundle takes longer than all validation by it.
const validators = new WeakMap<JsonSchema, ReturnType<typeof newAjv>>();

/**
 * Reasons why a bundle does not compile, or why examples and defaults of fragments are invalid, in sentences.
 * @param bundle The schema that contains each fragment as a definition.
 */
export function schemaProblems(
  bundle: JsonSchema,
  fragments: readonly FragmentSchema[],
): readonly string[] {
  let ajv: ReturnType<typeof newAjv>;
  try {
    ajv = validators.get(bundle) ?? validatorOf(bundle);
  } catch (error) {
    return [`the schemas do not compile: ${messageOf(error)}`];
  }
  return fragments.flatMap(({ title, examples, properties }) => {
    const wrong = (value: unknown): string | undefined =>
      ajv.validate({ $ref: `${key}#/definitions/${title}` }, value)
        ? undefined
        : ajv.errorsText(ajv.errors, { dataVar: 'value' });
    const base = examples.find(isObject) ?? {};
    const tried = [
      ...examples.map((example, index) => ({ what: `example ${String(index)}`, value: example })),
      ...Object.entries(properties)
        .filter(([, option]) => option.default !== undefined)
        .map(([name, option]) => ({
          what: `the default of "${name}"`,
          value: { ...base, [name]: option.default },
        })),
    ];
    return tried.flatMap(({ what, value }) => {
      const problem = wrong(value);
      return problem === undefined ? [] : [`${title}: ${what} is not valid: ${problem}`];
    });
  });
}

function validatorOf(bundle: JsonSchema): ReturnType<typeof newAjv> {
  const ajv = newAjv();
  ajv.addSchema(bundle, key).getSchema(key);
  validators.set(bundle, ajv);
  return ajv;
}
