/** Events read again from the lines of `events.jsonl`. */
import { damaged, formMistake } from '../checkpoint/recordFile.js';
import type { KeptEvent } from './events.js';

type EventType = KeptEvent['type'];

type EventOf<T extends EventType> = Extract<KeptEvent, { type: T }>;

/** JSON schemas of the keys beside `type` and `time`; a file has no `samples` of a `samples` event. */
type KeySchemas<T extends EventType> = Readonly<
  Record<Exclude<keyof EventOf<T>, 'type' | 'time' | (T extends 'samples' ? T : never)>, object>
>;

const text = { type: 'string' } as const;
const textOrNull = { type: ['string', 'null'] } as const;
const count = { type: 'integer', minimum: 0 } as const;
// A number that is not finite is null in JSON.
const number = { type: ['number', 'null'] } as const;
const metrics = { type: 'object', additionalProperties: number } as const;

const keys: { readonly [T in EventType]: KeySchemas<T> } = {
  start: {
    name: text,
    run: textOrNull,
    engine: text,
    engineReason: text,
    steps: count,
    batchSize: count,
    seed: count,
    noun: text,
  },
  resume: {
    run: textOrNull,
    checkpoint: text,
    step: count,
    steps: count,
    engine: text,
    engineReason: text,
    noun: text,
  },
  warning: { code: text, message: text, hint: text },
  step: { step: count, metrics, samples: count, imagesPerSecond: number },
  samples: { step: count, file: textOrNull, count },
  checkpoint: { step: count, file: text },
  evaluation: { step: count, metrics, seconds: number, isBest: { type: 'boolean' } },
  rollback: { code: text, message: text, from: count, step: count, rateFactor: number },
  end: {
    run: textOrNull,
    steps: count,
    imagesPerSecond: number,
    metrics,
    status: { enum: ['completed', 'interrupted'] },
  },
};

const optional = ['hint', 'noun'];

const schemaOf = (type: string, ofKeys: object): object => ({
  type: 'object',
  required: ['type', 'time', ...Object.keys(ofKeys).filter((key) => !optional.includes(key))],
  properties: { type: { const: type }, time: text, ...ofKeys },
});

const schemas = new Map(Object.entries(keys).map(([type, own]) => [type, schemaOf(type, own)]));

const anySchema = {
  type: 'object',
  required: ['type'],
  properties: { type: { enum: [...schemas.keys()] } },
} as const;

/**
 * Reads one line.
 * @param place File and line, for the error.
 * @throws GanspecError GAN610, exit code 6, where it is no event.
 */
export function parseEvent(line: Uint8Array, place: string): KeptEvent {
  let value: unknown;
  let json: string;
  try {
    json = utf8.decode(line);
    value = JSON.parse(json);
  } catch {
    throw damaged(place, 'it is no JSON');
  }
  const mistake = formMistake(value, anySchema) ?? formMistake(value, schemaFor(value));
  if (mistake) throw damaged(place, mistake.what.replace(/^the record/, 'the event'));
  // The schemas are those of the type. A long log is read in half the time without a function for each value.
  return (json.includes('null') ? JSON.parse(json, withNaN) : value) as KeptEvent;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** @param event Has a `type` that is known. */
function schemaFor(event: unknown): object {
  return schemas.get((event as KeptEvent).type) ?? anySchema;
}

/** Gives numbers back that JSON cannot express; `run` and `file` alone may be null. */
function withNaN(key: string, value: unknown): unknown {
  return value === null && key !== 'run' && key !== 'file' ? NaN : value;
}
