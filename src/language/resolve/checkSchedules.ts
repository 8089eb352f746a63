/** Whether the numbers that schedules give stay within the bounds of the options they drive. */
import { schema as ganSchema } from '../../generated/gan.js';
import type { DatasetDescription } from '../../entries/dataset.js';
import { kinds } from '../../entries/entry.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { clockOf, scheduleOf } from '../schedule.js';
import { pointerTo } from '../../source/pointer.js';
import type { NormalSpec, Scheduled } from '../normalSpec.js';
import { boundsInWords } from '../validate/words.js';
import type { RuleContext } from './resolveContext.js';
import { countText } from './quantityText.js';
import { stepsForEach, stepsToTry } from './stepsToTry.js';

/** Evaluates every schedule of the spec at the steps where it may leave its bounds. */
export function checkSchedules(
  spec: NormalSpec,
  data: DatasetDescription,
  context: RuleContext,
): void {
  const clock = clockOf(spec, data);
  const { steps } = spec.training;
  const found: Parameters<Visitor>[] = [];
  visit(spec, ganSchema, [], context, (...place) => found.push(place));
  const most = stepsForEach(found.map(([schedule]) => schedule));
  for (const [schedule, schema, pointer] of found) {
    const valueAt = scheduleOf(schedule, context.registry, clock);
    const outside = stepsToTry(schedule, { steps, most, clock }).find(
      (step) => !isWithin(valueAt(step), schema),
    );
    if (outside === undefined) continue;
    context.report.error(
      'GAN208',
      pointer,
      `this schedule gives ${Number(valueAt(outside).toPrecision(6))} at step ${countText(outside)}, but the number must be ${boundsText(schema)}`,
      {
        hint: `change it so that it stays ${boundsText(schema)} for all ${countText(steps)} steps`,
      },
    );
  }
}

type Visitor = (schedule: Scheduled, schema: JsonSchema, pointer: string) => void;

/** Walks a normal value beside its schema, in the dialect of fragments, down to each schedule. */
function visit(
  value: unknown,
  schema: JsonSchema,
  path: readonly (string | number)[],
  context: RuleContext,
  visitor: Visitor,
): void {
  const into = (inner: unknown): void => {
    if (isObject(inner)) visit(value, inner, path, context, visitor);
  };
  if (Array.isArray(value)) {
    const { items } = schema;
    if (isObject(items)) {
      value.forEach((item, index) => {
        visit(item, items, [...path, index], context, visitor);
      });
    }
    return;
  }
  if (!isObject(value)) return;
  if (schema['schedulable'] === true) {
    visitor(value as unknown as Scheduled, schema, pointerTo(path));
    return;
  }
  const kind = kinds.find((known) => known === schema['entry']);
  if (kind) into(context.registry.get(kind, String(value['type']))?.schema);
  for (const list of [schema['allOf'], schema['anyOf']]) {
    if (Array.isArray(list)) list.forEach(into);
  }
  into(referred(schema['$ref']));
  const { properties } = schema;
  if (!isObject(properties)) return;
  for (const [key, inner] of Object.entries(properties)) {
    if (isObject(inner)) visit(value[key], inner, [...path, key], context, visitor);
  }
}

function referred(reference: unknown): unknown {
  if (typeof reference !== 'string') return undefined;
  const { definitions } = ganSchema;
  const name = reference.replace('#/definitions/', '');
  return isObject(definitions) ? definitions[name] : undefined;
}

interface Bound {
  readonly keyword: string;
  readonly allows: (value: number, limit: number) => boolean;
}

const bounds: readonly Bound[] = [
  { keyword: 'minimum', allows: (value, limit) => value >= limit },
  { keyword: 'exclusiveMinimum', allows: (value, limit) => value > limit },
  { keyword: 'maximum', allows: (value, limit) => value <= limit },
  { keyword: 'exclusiveMaximum', allows: (value, limit) => value < limit },
];

function isWithin(value: number, schema: JsonSchema): boolean {
  return (
    Number.isFinite(value) &&
    bounds.every(({ keyword, allows }) => {
      const limit = schema[keyword];
      return typeof limit !== 'number' || allows(value, limit);
    })
  );
}

function boundsText(schema: JsonSchema): string {
  return boundsInWords(schema) || 'finite';
}
