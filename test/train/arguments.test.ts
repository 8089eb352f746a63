/** Arguments of the API that callers in JavaScript may give in any type. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCompiler, GanspecError, openRun, type Gan, type Session } from '../../src/index.js';

/** The same value, with a type that takes any argument. */
function untyped(value: object): Readonly<Record<string, (...given: unknown[]) => unknown>> {
  const names = (one: object): string[] =>
    one === Object.prototype
      ? []
      : [...Object.getOwnPropertyNames(one), ...names(Object.getPrototypeOf(one) as object)];
  const given = value as Readonly<Record<string, (...given: unknown[]) => unknown>>;
  return Object.fromEntries(
    [...new Set(names(value))].map((name) => [name, (...all) => given[name]?.apply(value, all)]),
  );
}

const gan: Gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 4 } });
let session: Session;
beforeAll(async () => {
  session = await gan.prepare();
});
afterAll(async () => {
  await session.dispose();
});

async function refusal(action: () => unknown): Promise<string> {
  try {
    await action();
  } catch (error) {
    if (error instanceof GanspecError)
      return `${error.code}, exit ${error.exitCode}: ${error.message}`;
    return String(error);
  }
  return 'nothing was refused';
}

describe('sample', () => {
  it.each<[given: readonly unknown[], message: string]>([
    [[-1], 'count of sample must be a whole number from 1 on, not -1'],
    [[0], 'count of sample must be a whole number from 1 on, not 0'],
    [[1.5], 'count of sample must be a whole number from 1 on, not 1.5'],
    [[NaN], 'count of sample must be a whole number from 1 on, not NaN'],
    [[Infinity], 'count of sample must be a whole number from 1 on, not Infinity'],
    [['4'], 'count of sample must be a whole number from 1 on, not "4"'],
    [[undefined], 'count of sample must be a whole number from 1 on, not undefined'],
    [[1, null], 'sample takes its options as an object, not null'],
    [[1, 7], 'sample takes its options as an object, not 7'],
    [[1, { sed: 1 }], 'sample has no option "sed"'],
    [[1, { seed: -1 }], 'seed of sample must be a whole number from 0 on, not -1'],
    [[1, { seed: 0.5 }], 'seed of sample must be a whole number from 0 on, not 0.5'],
  ])('refuses %j', async (given, message) => {
    expect(await refusal(() => untyped(session)['sample']?.(...given))).toBe(
      `GAN540, exit 2: ${message}`,
    );
  });

  it('refuses a class of a GAN without classes', async () => {
    expect(await refusal(() => session.sample(1, { label: -1 }))).toMatch(/^GAN514, exit 2: /);
  });
});

describe('run', () => {
  const wrong = 'GAN540, exit 2: input "latent" takes a flat list of numbers, not';
  it.each<[given: unknown, message: string]>([
    [null, 'GAN540, exit 2: feeds are an object with numbers by name, not null'],
    [[1], 'GAN540, exit 2: feeds are an object with numbers by name, not a list'],
    [{ latent: null }, `${wrong} null`],
    [{ latent: '1' }, `${wrong} "1"`],
    [{ latent: [[1, 2]] }, `${wrong} a list`],
    [{ latent: {} }, `${wrong} an object`],
    [{ latent: { data: null, shape: [1] } }, `${wrong} null`],
    [{ latent: BigInt64Array.of(1n) }, `${wrong} an object`],
  ])('refuses the feeds %o', async (feeds, message) => {
    expect(await refusal(() => untyped(session)['run']?.('generator', feeds))).toBe(message);
  });

  it('refuses a step that does not exist', async () => {
    expect(await refusal(() => untyped(session)['run']?.('critic'))).toBe(
      'GAN505, exit 2: this GAN has no step "critic"',
    );
  });

  it('refuses a second step while one is under way, and goes on after it', async () => {
    const first = session.run('generator');
    expect(await refusal(() => session.run('generator'))).toBe(
      'GAN541, exit 2: run was called while run of the same session is under way',
    );
    expect(await refusal(() => session.sample(1))).toBe(
      'GAN541, exit 2: sample was called while run of the same session is under way',
    );
    await first;
    expect(Object.keys(await session.run('generator'))).toContain('generatorLoss');
  });
});

describe('a closed session', () => {
  it.each<[string, (closed: Session) => Promise<unknown>]>([
    ['run', (closed) => closed.run('generator')],
    ['sample', (closed) => closed.sample(1)],
    ['readState', (closed) => closed.readState()],
    ['writeState', (closed) => closed.writeState(new Map())],
  ])('refuses %s, and may be closed again', async (method, use) => {
    const closed = await gan.prepare();
    await closed.dispose();
    await closed.dispose();
    expect(await refusal(() => use(closed))).toBe(
      `GAN541, exit 2: ${method} was called after dispose: the session has freed its engine`,
    );
  });
});

describe('options', () => {
  it.each<[string, () => unknown, string]>([
    [
      'an engine that does not exist',
      () => untyped(gan)['prepare']?.({ engine: 'cuda' }),
      'GAN522, exit 2: there is no engine named "cuda"',
    ],
    [
      'a seed below 0',
      () => gan.prepare({ seed: -1 }),
      'GAN540, exit 2: seed of prepare must be a whole number from 0 on, not -1',
    ],
    [
      'no threads',
      () => gan.prepare({ threads: 0 }),
      'GAN540, exit 2: threads of prepare must be a whole number from 1 on, not 0',
    ],
    [
      'an unknown option of prepare',
      () => untyped(gan)['prepare']?.({ sed: 1 }),
      'GAN540, exit 2: prepare has no option "sed"',
    ],
    [
      'no options of prepare',
      () => untyped(gan)['prepare']?.(null),
      'GAN540, exit 2: prepare takes its options as an object, not null',
    ],
    [
      'an unknown option of train',
      () => (untyped(gan)['train']?.({ step: 1 }) as AsyncGenerator).next(),
      'GAN540, exit 2: train has no option "step"',
    ],
    [
      'an unknown option of compileTo',
      () => untyped(gan)['compileTo']?.('x', { sed: 1 }),
      'GAN540, exit 2: compileTo has no option "sed"',
    ],
    [
      'an unknown option of openRun',
      () => openRun('x', { compilr: 1 } as object),
      'GAN540, exit 2: openRun has no option "compilr"',
    ],
    [
      'an unknown option of createCompiler',
      () => createCompiler({ plugin: [] } as object),
      'GAN540, exit 2: createCompiler has no option "plugin"',
    ],
  ])('are refused: %s', async (_, action, message) => {
    expect(await refusal(action)).toBe(message);
  });
});
