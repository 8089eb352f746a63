/** Bounds of scheduled options, checked at every step that may leave them. */
import type { DatasetDescription } from '../../entries/dataset.js';
import type { Registry } from '../../entries/registry.js';
import { languageOf } from '../language.js';
import { placesAlong } from '../schema/along.js';
import { isObject } from '../schema/mapSubschemas.js';
import type { JsonSchema } from '../schema/fragment.js';
import { takesNumbers } from '../schema/withExpressions.js';
import { clockOf, scheduleOf } from '../schedule.js';
import type { NormalSpec, Scheduled } from '../normalSpec.js';
import { boundsInWords } from '../validate/words.js';
import type { RuleContext } from './resolveContext.js';
import { countText } from './quantityText.js';
import { stepsForEach, stepsToTry } from './stepsToTry.js';

/** Reports schedules whose numbers leave the bounds of their options. */
export function checkSchedules(
  spec: NormalSpec,
  data: DatasetDescription,
  context: RuleContext,
): void {
  const clock = clockOf(spec, data);
  const { steps } = spec.training;
  const found = schedulesIn(spec, context.registry);
  const maxCount = stepsForEach(found.map(({ schedule }) => schedule));
  for (const { schedule, schema, pointer } of found) {
    const valueAt = scheduleOf(schedule, context.registry, clock);
    const outside = stepsToTry(schedule, { steps, maxCount, clock }).find(
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

/** A schedule, and the schema of the number that it drives. */
interface Driven {
  readonly schedule: Scheduled;
  readonly schema: JsonSchema;
  readonly pointer: string;
}

/** The schedules of a spec; not those among the options of another, whose values it bounds. */
function schedulesIn(spec: NormalSpec, registry: Registry): readonly Driven[] {
  const { schema, definitions } = languageOf(registry);
  const found: Driven[] = [];
  for (const { value, pointer, choices } of placesAlong(spec, schema, definitions)) {
    const number = choices.find(takesNumbers);
    if (!number || !isObject(value) || isInside(pointer, found.at(-1)?.pointer)) continue;
    // An object in the place of a number is a schedule, in a valid spec.
    found.push({ schedule: value as unknown as Scheduled, schema: number, pointer });
  }
  return found;
}

function isInside(pointer: string, outer: string | undefined): boolean {
  return outer !== undefined && pointer.startsWith(`${outer}/`);
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
