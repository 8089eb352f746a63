/** Successive values of a parameter against numbers that PyTorch computed in float64; see torch_optimizers.py. */
import { readFileSync } from 'node:fs';
import { describe, it } from 'vitest';
import { entryOf } from '../../src/entries/entryOf.js';
import { registry } from '../checks/support/complete.js';
import { expectNumbers } from '../checks/support/cpu.js';
import { parameterPath } from '../checks/support/entryUse.js';

interface Expected {
  readonly start: number;
  readonly gradients: readonly number[];
  readonly cases: readonly {
    readonly options: Readonly<Record<string, unknown>> & { readonly type: string };
    readonly path: readonly number[];
  }[];
}

const file = new URL('./optimizers.expected.json', import.meta.url);
const { start, gradients, cases } = JSON.parse(readFileSync(file, 'utf8')) as Expected;

describe('five steps agree with PyTorch', () => {
  it.each(cases)('$options', ({ options, path }) => {
    const optimizer = entryOf(registry, 'optimizer', options.type);
    expectNumbers(parameterPath(optimizer, options, gradients, start), path, 6);
  });
});
