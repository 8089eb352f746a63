import { expect, it } from 'vitest';
import { createCompiler } from '../../../src/index.js';

const spec = {
  extends: 'ring',
  parameters: { width: 8 },
  blocks: {
    body: { parameters: { units: 4 }, layers: [{ type: 'dense', units: '=units' }, 'tanh'] },
  },
  generator: {
    layers: [
      { type: 'block', name: 'first', block: 'body', with: { units: '=width' } },
      { type: 'repeat', times: 2, layers: [{ type: 'dense', units: 4 }] },
      {
        type: 'residual',
        layers: [{ type: 'dense', units: 4, activation: { type: 'leakyReLU', alpha: 0.1 } }],
        shortcut: [{ type: 'dense', name: 'short', units: 4, input: 'input' }],
      },
      { type: 'dense', units: 2 },
    ],
  },
  penalties: [{ type: 'r1', name: 'flat', weight: 1, every: 2 }],
  optimizers: {
    generator: { type: 'adam', learningRate: { type: 'linear', from: 1, to: 0, steps: 9 } },
  },
};

/** Copies of a value, each with one value inside it, or the whole, replaced. */
function replaced(value: unknown, by: unknown): readonly unknown[] {
  if (typeof value !== 'object' || value === null) return [by];
  const inside = Object.entries(value).flatMap(([key, inner]) =>
    replaced(inner, by).map((changed) => {
      if (!Array.isArray(value)) return { ...value, [key]: changed };
      return value.map((item: unknown, index) => (String(index) === key ? changed : item));
    }),
  );
  return [by, ...inside];
}

it('text that begins with = ends in a verdict, whichever value of a spec it replaces', () => {
  const compiler = createCompiler<object>();
  expect(compiler.check(spec).diagnostics).toEqual([]);
  const [, ...cases] = ['=1', '=unknown', '=x y', '='].flatMap((text) => replaced(spec, text));
  expect(cases.length).toBeGreaterThan(150);
  for (const changed of cases) {
    const { valid, diagnostics } = compiler.check(changed as object);
    expect(valid, JSON.stringify(changed)).toBe(
      diagnostics.every(({ severity }) => severity !== 'error'),
    );
  }
});
