/** Training steps against numbers that PyTorch computed in float64; see torch_reference.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec, type Session, type TensorMap } from '../../src/index.js';
import { sizeOf } from '../../src/ir/tensorType.js';

interface Expected {
  readonly losses: readonly Readonly<Record<string, number>>[];
  readonly state: Readonly<Record<string, readonly number[]>>;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

const batch = 4;

/** Same as `wave` in torch_reference.py: offset + scale · sin(phase + 0.7 i). */
function wave(size: number, phase: number, scale = 1, offset = 0): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => offset + scale * Math.sin(phase + 0.7 * i));
}

/** Same as `initial_state` in torch_reference.py; names are in the order of its tables. */
async function startAsTorch(session: Session, names: readonly string[]): Promise<void> {
  const state = await session.readState();
  const written = names.map((name, index) => {
    const tensor = state.get(name);
    if (!tensor) throw new Error(`no state tensor ${name}`);
    const size = sizeOf(tensor.shape);
    const data = name.endsWith('movingMean')
      ? new Float32Array(size)
      : name.endsWith('movingVariance')
        ? new Float32Array(size).fill(1)
        : wave(size, index, 0.3, name.endsWith('gamma') ? 1 : 0);
    return [name, { ...tensor, data }] as const;
  });
  await session.writeState(new Map(written));
}

/** The largest |a − b| / (|b| + 1e-3) over all tensors that PyTorch reports. */
function largestDifference(state: TensorMap, expected: Expected['state']): number {
  const differences = Object.entries(expected).flatMap(([name, values]) => {
    const found = state.get(name)?.data;
    expect(found).toHaveLength(values.length);
    return values.map(
      (value, i) => Math.abs((found?.[i] ?? NaN) - value) / (Math.abs(value) + 1e-3),
    );
  });
  return differences.reduce((largest, one) => Math.max(largest, one), 0);
}

async function prepare(
  spec: unknown,
  engine: 'onnx' | 'tfjs',
  expected: Expected,
): Promise<Session> {
  const gan = createCompiler().compile(spec as GanSpec);
  const session = await gan.prepare({ engine, seed: 1 });
  await startAsTorch(session, Object.keys(expected.state));
  return session;
}

// Three steps of Adam: float32 rounding of a gradient g moves its parameter by about rate · 1e-6 / |g| relative to the step.
const tolerance = 1e-3;

describe.each(['onnx', 'tfjs'] as const)('on the %s engine', (engine) => {
  it.each(['simultaneous', 'alternating'] as const)(
    'three %s DCGAN steps agree with PyTorch',
    async (update) => {
      const expected = read(`./dcgan.${update}.expected.json`) as Expected;
      const spec = read('./dcgan.json') as GanSpec;
      const session = await prepare(
        { ...spec, training: { ...spec.training, update } },
        engine,
        expected,
      );
      for (const [step, losses] of expected.losses.entries()) {
        const feeds = { real: wave(batch * 256, 100 + step), latent: wave(batch * 5, 200 + step) };
        const metrics =
          update === 'simultaneous'
            ? await session.run('joint', feeds)
            : {
                ...(await session.run('discriminator', feeds)),
                ...(await session.run('generator', { latent: wave(batch * 5, 300 + step) })),
              };
        for (const [name, value] of Object.entries(losses)) {
          expect(metrics[name]).toBeCloseTo(value, 5);
        }
      }
      expect(largestDifference(await session.readState(), expected.state)).toBeLessThan(tolerance);
      await session.dispose();
    },
  );

  it('three WGAN-GP iterations with two critic updates each agree with PyTorch', async () => {
    const expected = read('./wgan-gp.expected.json') as Expected;
    const session = await prepare(read('./wgan-gp.json'), engine, expected);
    for (const [step, losses] of expected.losses.entries()) {
      let metrics: Readonly<Record<string, number>> = {};
      for (const index of [2 * step, 2 * step + 1]) {
        metrics = await session.run('discriminator', {
          real: wave(batch * 126, 100 + index),
          latent: wave(batch * 5, 200 + index),
          'gradientPenalty/mix': wave(batch, 400 + index, 0.5, 0.5),
        });
      }
      metrics = {
        ...metrics,
        ...(await session.run('generator', { latent: wave(batch * 5, 300 + step) })),
      };
      for (const [name, value] of Object.entries(losses)) {
        expect(metrics[name]).toBeCloseTo(value, 5);
      }
    }
    expect(largestDifference(await session.readState(), expected.state)).toBeLessThan(tolerance);
    await session.dispose();
  });
});
