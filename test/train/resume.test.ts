/** The state of a session is complete: a new session with that state continues bit for bit. */
import { describe, expect, it } from 'vitest';
import { createCompiler, type GanSpec, type Session, type TensorMap } from '../../src/index.js';
import { resumedSpecs } from './resumedSpecs.js';

function prepare(spec: GanSpec, engine: 'onnx' | 'tfjs'): Promise<Session> {
  return createCompiler().compile(spec).prepare({ engine, seed: 5, threads: 1 });
}

/** Runs the steps of one iteration from one place in it to another. */
async function part(
  session: Session,
  plan: readonly { readonly step: Parameters<Session['run']>[0]; readonly times: number }[],
  from: number,
  to: number,
): Promise<void> {
  const steps = plan.flatMap(({ step, times }) => new Array<typeof step>(times).fill(step));
  for (const step of steps.slice(from, to)) await session.run(step);
}

async function endOf(session: Session): Promise<TensorMap> {
  await session.iterate();
  await session.iterate();
  const state = await session.readState();
  await session.dispose();
  return state;
}

describe.each(Object.entries(resumedSpecs))('a run with %s', (_name, spec) => {
  it.each(['onnx', 'tfjs'] as const)(
    'goes on from the middle bit for bit on %s',
    async (engine) => {
      const plan = createCompiler().compile(spec).program.iteration;
      const whole = await prepare(spec, engine);
      await whole.iterate();
      await whole.iterate();
      // In the middle of an iteration, and where gradients are added up in the middle of an update.
      await part(whole, plan, 0, 1);
      const half = await whole.readState();
      await part(whole, plan, 1, Infinity);
      const resumed = await prepare(spec, engine);
      await resumed.writeState(half);
      await part(resumed, plan, 1, Infinity);
      const end = await endOf(whole);
      expect(await endOf(resumed)).toEqual(end);
      expect(end).not.toEqual(half);
    },
  );

  it('gives the same numbers on both engines', async () => {
    const [onnx, tfjs] = [await prepare(spec, 'onnx'), await prepare(spec, 'tfjs')];
    await onnx.iterate();
    await tfjs.iterate();
    const [found, expected] = [await onnx.readState(), await tfjs.readState()];
    expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
    for (const [name, { data }] of expected) {
      const own = found.get(name)?.data ?? [];
      const differences = [...data].map((value, at) => Math.abs(value - (own[at] ?? NaN)));
      expect(Math.max(...differences), name).toBeLessThan(1e-4);
    }
    await onnx.dispose();
    await tfjs.dispose();
  });
});
