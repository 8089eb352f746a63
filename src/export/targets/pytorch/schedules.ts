/** Schedules as expressions of `schedules.py`. */
import type { Scheduled } from '../../../language/normalSpec.js';
import { literalOf, tuple } from './expression.js';
import { NoTorchForm } from './noTorchForm.js';

/** Images of an iteration and of the data set, by which schedules may be measured. */
export interface ImageClock {
  readonly batchSize: number;
  readonly count: number;
}

interface Point {
  readonly step: number;
  readonly value: number;
}

type Options = Readonly<Record<string, unknown>>;

/**
 * A number, or a call that makes its schedule.
 * @param pointer Of the option.
 * @throws NoTorchForm for the schedule of a plugin.
 */
export function scheduledText(value: Scheduled, clock: ImageClock, pointer: string): string {
  if (typeof value === 'number') return settingNumber(value);
  const options = value as Options;
  const of = (name: string): string => scheduledText(options[name] as Scheduled, clock, pointer);
  const rate = perStep(options['unit'], clock);
  const counted = rate === 1 ? [] : [`per_step=${rate}`];
  const line = (name: string, ...operands: readonly string[]): string =>
    `schedules.${name}(${[...operands, ...counted].join(', ')})`;
  switch (value.type as string) {
    case 'constant':
      return of('value');
    case 'linear':
    case 'cosine':
    case 'exponential':
    case 'cyclic':
      return line(value.type, of('from'), of('to'), of('steps'));
    case 'warmUp':
      return line('warm_up', of('from'), of('to'), of('steps'));
    case 'step':
      return line('decay', of('from'), of('factor'), of('every'));
    case 'piecewise': {
      const points = (options['points'] as readonly Point[]).toSorted((a, b) => a.step - b.step);
      const pairs = points.map((point) => `(${point.step}, ${settingNumber(point.value)})`);
      const isLinear = options['interpolation'] === 'linear';
      return line('piecewise', tuple(pairs), isLinear ? 'linear=True' : 'linear=False');
    }
    default:
      throw new NoTorchForm(`PyTorch has no schedule "${value.type}"`, pointer);
  }
}

function perStep(unit: unknown, { batchSize, count }: ImageClock): number {
  if (unit === 'images') return batchSize;
  return unit === 'epochs' ? batchSize / count : 1;
}

/** A number of float64, which settings keep as the spec has it. */
export function settingNumber(value: number): string {
  if (Number.isFinite(value)) {
    const text = String(value);
    return text;
  }
  return literalOf(value).text;
}
