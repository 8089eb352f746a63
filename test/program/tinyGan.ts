/** Networks small enough to work out by hand, and sessions whose state can be read and written as plain lists. */
import {
  createCompiler,
  type EngineName,
  type Entry,
  type Gan,
  type GanSpec,
  type Session,
} from '../../src/index.js';

/** Two points make a batch; z is one number. G(z) = z · kernel + bias, D(x) = x · kernel + bias. Plain descent at rate 1. */
export function tinySpec(changes: Partial<GanSpec> = {}): GanSpec {
  const { training, ...others } = changes;
  return {
    data: { type: 'ring', count: 16 },
    latent: { dim: 1 },
    generator: { layers: [{ type: 'dense', units: 2 }] },
    discriminator: { layers: [{ type: 'dense', units: 1 }] },
    loss: 'wasserstein',
    optimizers: {
      generator: { type: 'sgd', learningRate: 1 },
      discriminator: { type: 'sgd', learningRate: 1 },
    },
    training: { batchSize: 2, steps: 3, ...training },
    monitor: { sampleCount: 4 },
    ...others,
  };
}

export function compileTiny(changes: Partial<GanSpec> = {}, plugins: readonly Entry[] = []): Gan {
  return createCompiler({ plugins }).compile(tinySpec(changes));
}

/** A session in which every parameter of the first dense layers is zero but for the given ones. */
export async function prepareTiny(
  changes: Partial<GanSpec> = {},
  state: Readonly<Record<string, readonly number[]>> = {},
  plugins: readonly Entry[] = [],
  engine: EngineName = 'tfjs',
): Promise<Session> {
  const session = await compileTiny(changes, plugins).prepare({ engine, seed: 1, threads: 1 });
  await write(session, {
    'generator/dense_0/kernel': [0, 0],
    'generator/dense_0/bias': [0, 0],
    'discriminator/dense_0/kernel': [0, 0],
    'discriminator/dense_0/bias': [0],
    ...state,
  });
  return session;
}

/** Replaces state tensors by name. */
async function write(
  session: Session,
  values: Readonly<Record<string, readonly number[]>>,
): Promise<void> {
  const state = await session.readState();
  const written = Object.entries(values).map(([name, numbers]) => {
    const tensor = state.get(name);
    if (!tensor) throw new Error(`no state tensor ${name}`);
    return [name, { ...tensor, data: Float32Array.from(numbers) }] as const;
  });
  await session.writeState(new Map(written));
}

/** The numbers of one state tensor. */
export async function read(session: Session, name: string): Promise<readonly number[]> {
  const tensor = (await session.readState()).get(name);
  if (!tensor) throw new Error(`no state tensor ${name}`);
  return [...tensor.data];
}

/** Expects two lists to agree to five places. */
export function rounded(numbers: readonly number[]): readonly number[] {
  return numbers.map((value) => Math.round(value * 1e5) / 1e5 + 0);
}
