/** Training options (accumulation, packing, clipping, averages) against numbers that PyTorch computed in float64; see torch_training.py. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec } from '../../src/index.js';
import { sizeOf } from '../../src/ir/tensorType.js';

interface Expected {
  readonly losses: readonly Readonly<Record<string, number>>[];
  readonly state: Readonly<Record<string, readonly number[]>>;
}

function read(file: string): unknown {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

/** Same as in torch_training.py. */
function wave(size: number, phase: number, scale = 1): Float32Array {
  return Float32Array.from({ length: size }, (_, i) => scale * Math.sin(phase + 0.7 * i));
}

describe.each(['onnx', 'tfjs'] as const)('three accumulated updates on %s', (engine) => {
  it('with packing, noise, top-k, a lazy penalty, clipping and a moving average agree with PyTorch', async () => {
    const expected = read('./training.expected.json') as Expected;
    const gan = createCompiler().compile(read('./training.json') as GanSpec);
    const session = await gan.prepare({ engine, seed: 1, threads: 1 });
    const initial = await session.readState();
    const parameters = Object.keys(expected.state).filter((name) => !name.startsWith('ema/'));
    const started = parameters.flatMap((name, index) => {
      const tensor = initial.get(name);
      if (!tensor) throw new Error(`no state tensor ${name}`);
      const waved = { ...tensor, data: wave(sizeOf(tensor.shape), index, 0.8) };
      const copies = name.startsWith('generator/') ? [[`ema/${name}`, waved] as const] : [];
      return [[name, waved] as const, ...copies];
    });
    await session.writeState(new Map(started));

    const losses: Readonly<Record<string, number>>[] = [];
    for (let update = 0; update < 3; update += 1) {
      for (const batch of [0, 1]) {
        const phase = update + 0.1 * batch;
        losses.push(
          await session.run('discriminator', {
            real: wave(8, phase),
            latent: wave(8, phase + 0.3),
            'discriminator/noise': wave(16, phase + 0.6),
          }),
        );
      }
      for (const batch of [0, 1]) {
        const phase = update + 0.1 * batch + 0.5;
        const latent = wave(8, phase + 0.3);
        losses.push(
          await session.run('generator', { latent, 'discriminator/noise': wave(8, phase + 0.6) }),
        );
      }
    }
    expected.losses.forEach((loss, run) => {
      for (const [name, value] of Object.entries(loss)) {
        expect(losses[run]?.[name], `${name} of run ${run}`).toBeCloseTo(value, 5);
      }
    });
    const state = await session.readState();
    for (const [name, values] of Object.entries(expected.state)) {
      const found = state.get(name)?.data ?? [];
      expect(found).toHaveLength(values.length);
      values.forEach((value, at) => {
        expect(found[at], `${name}[${at}]`).toBeCloseTo(value, 5);
      });
    }
    await session.dispose();
  });
});
