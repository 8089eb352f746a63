/** Ajv's errors, of which one mistake makes many → one finding for each mistake. */
import type { ErrorObject } from 'ajv';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { explain } from './explain.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import { flatList } from './flatList.js';
import { isAboutValue, isMisfit, mustBe } from './mustBe.js';

/** Keywords whose errors only repeat that something inside them failed. */
const combining = ['anyOf', 'oneOf', 'allOf', 'if', 'propertyNames'];

/**
 * Each choice (`anyOf`) that a value did not match has left its own errors. Those of choices for another kind of value
 * are dropped, unless the value fits none: then they make one finding together.
 */
export function findings(errors: readonly ErrorObject[], context: ExplainContext): Finding[] {
  const real = errors.filter(
    (error) =>
      !combining.includes(error.keyword) && !isEcho(error) && !isMisspelt(error, errors, context),
  );
  const isName = (error: ErrorObject): boolean =>
    error.keyword === 'enum' &&
    !isMisfit(error) &&
    isObject(error.parentSchema) &&
    context.vocabulary.kindOfUnion(error.parentSchema) !== undefined;
  const aboutValue = real.filter((error) => isAboutValue(error) && !isName(error));
  const others = real.filter((error) => !isAboutValue(error) || isName(error));
  const values = [...new Set(aboutValue.map(({ instancePath }) => instancePath))].flatMap(
    (place) => {
      const here = aboutValue.filter(({ instancePath }) => instancePath === place);
      const fitting = here.filter((error) => !isMisfit(error));
      if (fitting.length > 0) return [mustBe(fitting, context)];
      const fitsElse =
        others.some(({ instancePath }) => instancePath === place) ||
        real.some(({ instancePath }) => instancePath.startsWith(`${place}/`));
      return fitsElse ? [] : [mustBe(here, context)];
    },
  );
  const flat = errors
    .filter(({ keyword }) => keyword === 'anyOf' || keyword === 'oneOf')
    .flatMap((error) => flatList(error, errors) ?? []);
  const rest = [...values, ...others.map((error) => explain(error, context))].filter(
    (finding) => !flat.some(({ pointer }) => `${finding.pointer}/`.startsWith(`${pointer}/`)),
  );
  return withoutDoubles([...flat, ...rest]);
}

/** True for a missing tag, which `required` reports already. */
function isEcho({ keyword, params }: ErrorObject): boolean {
  return keyword === 'discriminator' && params['tagValue'] === undefined;
}

/** True for a missing key that is present but misspelt: the unknown key is reported instead. */
function isMisspelt(
  { keyword, instancePath, params }: ErrorObject,
  all: readonly ErrorObject[],
  { vocabulary }: ExplainContext,
): boolean {
  if (keyword !== 'required') return false;
  return all.some((other) => {
    if (other.keyword !== 'additionalProperties' || other.instancePath !== instancePath)
      return false;
    const schema: JsonSchema = isObject(other.parentSchema) ? other.parentSchema : {};
    const options = vocabulary.options(schema);
    const key = String(other.params['additionalProperty']);
    const meant = options.find(key).map(({ word }) => word);
    return [...meant, options.near(key)].includes(String(params['missingProperty']));
  });
}

function withoutDoubles(list: readonly Finding[]): Finding[] {
  const byText = new Map(list.map((finding) => [`${finding.pointer} ${finding.message}`, finding]));
  return [...byText.values()];
}
