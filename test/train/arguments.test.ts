/** Arguments of the API that callers in JavaScript may give in any type. */
import { spawnSync } from 'node:child_process';
import { existsSync, lstatSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as api from '../../src/index.js';
import {
  createCompiler,
  GanspecError,
  openRun,
  type Gan,
  type Samples,
  type Session,
} from '../../src/index.js';

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

/** The first event of a generator. */
function first(events: unknown): unknown {
  return (events as AsyncGenerator).next();
}

const gan: Gan = createCompiler().compile({ extends: 'ring', training: { batchSize: 4 } });
let session: Session;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-arguments-'));
  session = await gan.prepare();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
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

describe('feeds', () => {
  const real = new Float32Array(8);
  it.each<[given: unknown, message: string]>([
    [
      new Map([['real', real]]),
      'feeds are an object with numbers by name, not an object of type Map',
    ],
    [real, 'feeds are an object with numbers by name, not an object of type Float32Array'],
    [new Set(), 'feeds are an object with numbers by name, not an object of type Set'],
    [
      Promise.resolve({}),
      'feeds are an object with numbers by name, not an object of type Promise',
    ],
    [{ real: real.with(3, NaN) }, 'input "real" takes finite numbers of float32; number 3 is NaN'],
    [
      { real: [0, 0, 0, 0, 0, 0, 0, 1e39] },
      'input "real" takes finite numbers of float32; number 7 is Infinity',
    ],
  ])('are refused as %o', async (given, message) => {
    expect(await refusal(() => untyped(session)['run']?.('discriminator', given))).toBe(
      `GAN540, exit 2: ${message}`,
    );
  });
});

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
    [[1, new Map()], 'sample takes its options as an object, not an object of type Map'],
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
    [{ latent: BigInt64Array.of(1n) }, `${wrong} an object of type BigInt64Array`],
  ])('refuses the feeds %o', async (feeds, message) => {
    expect(await refusal(() => untyped(session)['run']?.('generator', feeds))).toBe(message);
  });

  it('refuses a step that does not exist', async () => {
    expect(await refusal(() => untyped(session)['run']?.('critic'))).toBe(
      'GAN505, exit 2: this GAN has no step "critic"',
    );
  });

  it('refuses other calls while one is under way, and goes on after it', async () => {
    const state = await session.readState();
    const first = session.run('generator');
    const calls = {
      run: () => session.run('generator'),
      sample: () => session.sample(1),
      readState: () => session.readState(),
      writeState: () => session.writeState(state),
    };
    for (const [method, call] of Object.entries(calls)) {
      expect(await refusal(call)).toBe(
        `GAN541, exit 2: ${method} was called while run of the same session is under way`,
      );
    }
    await first;
    expect(Object.keys(await session.run('generator'))).toContain('generatorLoss');
  });
});

describe('writeState', () => {
  it.each<[given: unknown, message: string]>([
    [null, 'the state must be a Map of tensors by name, not null'],
    [[], 'the state must be a Map of tensors by name, not a list'],
    [
      new Map([['training/step', null]]),
      'state tensor "training/step" must be an object with dtype, shape and data, not null',
    ],
    [
      new Map([['training/step', { dtype: 'int32', shape: [], data: [1] }]]),
      'state tensor "training/step" must be an object with dtype, shape and data, not an object',
    ],
  ])('refuses %o', async (state, message) => {
    expect(await refusal(() => untyped(session)['writeState']?.(state))).toBe(
      `GAN540, exit 2: ${message}`,
    );
  });
});

describe('a session that is closed while it runs', () => {
  it.each(['onnx', 'tfjs'] as const)('gives the results of the run on %s', async (engine) => {
    const [one, other] = [await gan.prepare({ engine }), await gan.prepare({ engine })];
    const results = one.run('discriminator');
    await one.dispose();
    expect(await results).toEqual(await other.run('discriminator'));
    await other.dispose();
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

const open = untyped({ ...api });
const opened = { ...untyped(createCompiler()), ...open };

describe('every public function', () => {
  const functions: readonly (readonly [string, (given: unknown) => unknown, string])[] = [
    ['read', (given) => opened['read']?.(given), 'name of read must be a text'],
    [
      'resume',
      (given) => first(untyped(gan)['resume']?.(given)),
      'folder of resume must be a text',
    ],
    [
      'compileTo',
      (given) => untyped(gan)['compileTo']?.(given),
      'folder of compileTo must be a text',
    ],
    ['hasSpec', (given) => open['hasSpec']?.(given), 'name of hasSpec must be a text'],
    ['nearest', (given) => open['nearest']?.(given, []), 'word of nearest must be a text'],
    [
      'nearest',
      (given) => open['nearest']?.('relu', given),
      'candidates of nearest must be a list of texts',
    ],
    ['openRun', (given) => open['openRun']?.(given), 'folder of openRun must be a text'],
    ['compileRun', (given) => open['compileRun']?.(given), 'folder of compileRun must be a text'],
    [
      'openCompiled',
      (given) => open['openCompiled']?.(given),
      'folder of openCompiled must be a path or a file URL',
    ],
    [
      'followRun',
      (given) => first(open['followRun']?.(given)),
      'folder of followRun must be a text',
    ],
    [
      'readRunState',
      (given) => open['readRunState']?.(given),
      'folder of readRunState must be a text',
    ],
    ['listRuns', (given) => open['listRuns']?.(given), 'folder of listRuns must be a text'],
    [
      'loadPlugins',
      (given) => open['loadPlugins']?.(given),
      'names of loadPlugins must be a list of texts',
    ],
    [
      'explain',
      (given) => untyped(gan)['explain']?.(given),
      `stage of explain must be one of ${api.stages.join(', ')}`,
    ],
    [
      'renderDiagnostics',
      (given) => open['renderDiagnostics']?.(given),
      'list of renderDiagnostics must be a list of diagnostics',
    ],
    [
      'exitCodeOf',
      (given) => open['exitCodeOf']?.(given),
      'list of exitCodeOf must be a list of diagnostics',
    ],
    [
      'diagnosticToJson',
      (given) => open['diagnosticToJson']?.(given),
      'argument of diagnosticToJson must be a diagnostic',
    ],
  ];

  it.each(functions)('refuses arguments of another type: %s', async (_name, call, message) => {
    const values: readonly (readonly [unknown, string])[] = [
      [null, 'null'],
      [7, '7'],
      [{}, 'an object'],
    ];
    for (const [given, words] of values) {
      expect(await refusal(() => call(given))).toBe(`GAN540, exit 2: ${message}, not ${words}`);
    }
  });
});

describe('samples', () => {
  const samples: Samples = { dtype: 'float32', shape: [2, 2], data: new Float32Array(4) };

  it.each(['', '.', '..', 'faces/', 'faces/.', 'faces/..'])(
    'are not saved as %j, which names no file',
    async (path) => {
      expect(await refusal(() => gan.save(samples, path))).toBe(
        `GAN540, exit 2: file of save must be a path that names a file, not "${path}"`,
      );
    },
  );

  it('are not saved, each in a file of its own, in a folder without a name', async () => {
    expect(await refusal(() => gan.saveEach(samples, ''))).toBe(
      'GAN540, exit 2: place of saveEach must be a path that is not empty, not ""',
    );
  });

  it('are not saved as a picture where a number is not finite', async () => {
    const odd = { ...samples, data: samples.data.with(1, NaN) };
    expect(await refusal(() => gan.save(odd, join(folder, 'odd.png')))).toBe(
      'GAN512, exit 2: samples with numbers that are not finite (NaN) are written as numbers only',
    );
    expect(await gan.save(odd, join(folder, 'odd.npy'))).toBe(join(folder, 'odd.npy'));
  });

  it('do not replace a pipe, a device or a link to nothing, and follow a link to a file', async () => {
    const at = (name: string): string => join(folder, name);
    spawnSync('mkfifo', [at('pipe.png')]);
    symlinkSync('/dev/full', at('full.png'));
    symlinkSync(at('none.png'), at('lost.png'));
    const refused = [at('pipe.png'), at('full.png'), '/dev/null', at('lost.png')];
    const reasons: string[] = [];
    for (const path of refused) reasons.push(await refusal(() => gan.save(samples, path)));
    const other = 'it is a pipe or a device';
    expect(reasons).toEqual(
      [other, other, other, 'it is a link to nothing'].map(
        (reason, i) => `GAN511, exit 2: ${refused[i] ?? ''}: cannot be written (${reason})`,
      ),
    );
    writeFileSync(at('file.png'), '');
    symlinkSync(at('file.png'), at('link.png'));
    await gan.save(samples, at('link.png'));
    expect(lstatSync(at('link.png')).isSymbolicLink()).toBe(true);
    expect(lstatSync(at('file.png')).size).toBeGreaterThan(0);
  });
});

describe('the factor of the learning rates', () => {
  it.each([NaN, -1, Infinity, null, 'x', [1]])('is not %o', async (factor) => {
    const words = Array.isArray(factor) ? 'a list' : JSON.stringify(factor);
    const shown = typeof factor === 'number' ? String(factor) : words;
    expect(
      await refusal(() => {
        Reflect.set(session, 'rateFactor', factor);
      }),
    ).toBe(
      `GAN540, exit 2: rateFactor of the session must be a finite number from 0 on, not ${shown}`,
    );
    expect(session.rateFactor).toBe(1);
  });
});

describe('the state of compileTo', () => {
  it('has every tensor of the GAN', async () => {
    const { state } = gan.program;
    const names = state.map(({ name }) => name);
    const place = join(folder, 'compiled');
    expect(await refusal(() => gan.compileTo(place, { state: new Map() }))).toBe(
      `GAN504, exit 2: the state lacks ${names.length} of ${names.length} tensors: ${names.slice(0, 3).join(', ')}, …`,
    );
    expect(existsSync(place)).toBe(false);
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
      'GAN540, exit 2: threads of prepare must be a whole number from 1 to 1024, not 0',
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
      () => first(untyped(gan)['train']?.({ step: 1 })),
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
      'an unknown option of openCompiled',
      () => open['openCompiled']?.('x', {}, { sed: 1 }),
      'GAN540, exit 2: openCompiled has no option "sed"',
    ],
    [
      'a seed of openCompiled',
      () => open['openCompiled']?.('x', {}, { seed: -1 }),
      'GAN540, exit 2: seed of openCompiled must be a whole number from 0 on, not -1',
    ],
    [
      'a compiler that is none',
      () => open['openCompiled']?.('x', {}, { compiler: {} }),
      'GAN540, exit 2: compiler of openCompiled must be a compiler of createCompiler, not an object',
    ],
    [
      'settings that are none',
      () => open['compileRun']?.('x', { set: 'training.steps=1' }),
      'GAN540, exit 2: set of compileRun must be a list of texts, not "training.steps=1"',
    ],
    [
      'a signal that is none',
      () => first(untyped(gan)['train']?.({ signal: {} })),
      'GAN540, exit 2: signal of train must be an AbortSignal, not an object',
    ],
    [
      'a folder that is none',
      () => first(untyped(gan)['train']?.({ out: 7 })),
      'GAN540, exit 2: out of train must be a path that is not empty, not 7',
    ],
    [
      'plugins that are none',
      () => open['createCompiler']?.({ plugins: {} }),
      'GAN540, exit 2: plugins of createCompiler must be a list, not an object',
    ],
    [
      'a record of data that is none',
      () => opened['compile']?.({ extends: 'ring' }, { data: { description: {} } }),
      'GAN540, exit 2: data of compile must be the record of a data set, as `data.json` of a run has it, not an object',
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

describe('options that the spec or the system cannot take', () => {
  it.each<[options: object, message: string]>([
    [{ out: '' }, 'out of train must be a path that is not empty, not ""'],
    [{ initFrom: '' }, 'initFrom of train must be a path that is not empty, not ""'],
    [{ steps: NaN }, 'steps of train must be a finite number, not NaN'],
    [{ threads: 1e6 }, 'threads of train must be a whole number from 1 to 1024, not 1000000'],
    [{ threads: 0 }, 'threads of train must be a whole number from 1 to 1024, not 0'],
  ])('are refused: %j', async (options, message) => {
    expect(await refusal(() => first(untyped(gan)['train']?.(options)))).toBe(
      `GAN540, exit 2: ${message}`,
    );
  });

  it('a spec with a getter that throws is refused', async () => {
    const spec = {
      get data(): never {
        throw new Error('no data');
      },
    };
    expect(await refusal(() => untyped(createCompiler())['compile']?.(spec))).toBe(
      'GAN117, exit 3: <object> the spec cannot be read: no data',
    );
  });
});
