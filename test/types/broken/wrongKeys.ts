/** Mistakes that the generated types catch, one per line that ends in a comment; compiled by `types.test.ts`. */
import type { GanSpec } from '../../../src/generated/spec.js';

export const topLevel = {
  generater: {}, // unknown key
} satisfies GanSpec;

export const option = {
  loss: { type: 'hinge', marginn: 1 }, // unknown option
} satisfies GanSpec;

export const tag = {
  loss: 'hing', // unknown name
} satisfies GanSpec;

export const missing = {
  generator: { layers: [{ type: 'dense' }] }, // no units
} satisfies GanSpec;

export const bare = {
  generator: { layers: ['dense'] }, // a bare name for a layer that needs units
} satisfies GanSpec;

export const schedule = {
  training: { batchSize: { type: 'linear', from: 1, to: 0, steps: 1 } }, // no schedulable option
} satisfies GanSpec;

export const text = {
  training: { batchSize: 'size' }, // an expression starts with "="
} satisfies GanSpec;

export const inList = {
  generator: { layers: [{ type: 'reshape', shape: [7, '7'] }] }, // a text in a list of numbers
} satisfies GanSpec;

export const notNumber = {
  training: { ema: { warmUp: '=1' } }, // an expression where no number stands
} satisfies GanSpec;
