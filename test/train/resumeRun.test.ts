/** Runs that go on from a checkpoint, in the training thread and on disk. */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  compileRun,
  compilerOfRun,
  createCompiler,
  openRun,
  type Gan,
  type GanSpec,
  type ResumeOptions,
  type TrainEvent,
  type TrainOptions,
} from '../../src/index.js';
import { digestOf } from '../../src/checkpoint/digest.js';
import { sealedText } from '../../src/checkpoint/recordFile.js';
import { version } from '../../src/version.js';
import { loadedEngines } from '../conformance/engines.js';
import { resumedSpecs } from './resumedSpecs.js';

const parent = mkdtempSync(join(tmpdir(), 'ganspec-resume-'));
const newFolder = (): string => join(mkdtempSync(join(parent, 'run-')), 'run');

const monitor: GanSpec['monitor'] = {
  logEvery: 2,
  sampleEvery: 3,
  sampleCount: 2,
  checkpoint: { every: 2, keep: 9 },
};
const steps = 7;

async function collect(events: AsyncIterable<TrainEvent>): Promise<readonly TrainEvent[]> {
  const all: TrainEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
}

const train = (gan: Gan, options: TrainOptions): Promise<readonly TrainEvent[]> =>
  collect(gan.train({ steps, threads: 1, ...options }));
const resume = (gan: Gan, run: string, options: ResumeOptions = {}): ReturnType<typeof collect> =>
  collect(gan.resume(run, { steps, ...options }));

/** Stops a run before an update, counted from 0. */
function before(update: number): AbortSignal {
  let asked = -1;
  const signal = {
    get aborted() {
      asked += 1;
      return asked >= update;
    },
  };
  // The run looks at nothing else of a signal, once before every update.
  return signal as AbortSignal;
}

const stateIn = (run: string): Buffer => readFileSync(join(run, 'state.safetensors'));

/** The events of a run without those that tell of its interruptions and its pace. */
function eventsIn(run: string): readonly unknown[] {
  return readFileSync(join(run, 'events.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, unknown>)
    .filter(({ type }) => type === 'step' || type === 'samples' || type === 'end')
    .map(({ time, imagesPerSecond, run: folder, ...event }) => {
      expect(typeof time).toBe('string');
      expect([typeof imagesPerSecond, typeof folder]).not.toContain('object');
      return event;
    });
}

const changed = 'not the file that was written: its SHA-256 differs from the one in the record';
const recorded = ', though the record of the folder has it';

const remove = (path: string): void => {
  rmSync(path, { recursive: true });
};
const file = (path: string): void => {
  rmSync(path, { recursive: true });
  writeFileSync(path, '');
};
const folder = (path: string): void => {
  rmSync(path);
  mkdirSync(path);
};
/** Leaves two lines of a log and the start of the third. */
const cutInLine = (path: string): void => {
  const [first = '', second = ''] = readFileSync(path, 'utf8').split('\n');
  truncateSync(path, first.length + second.length + 12);
};
/** Puts bytes before the second line of a log. */
const insert = (log: Buffer, bytes: Uint8Array): Buffer => {
  const second = log.indexOf('\n') + 1;
  return Buffer.concat([log.subarray(0, second), bytes, log.subarray(second)]);
};
const pipe = (path: string): void => {
  rmSync(path);
  execFileSync('mkfifo', [path]);
};
const proto = (path: string): void => {
  writeFileSync(path, '{"__proto__":1}');
};
const edited = (path: string): void => {
  writeFileSync(path, readFileSync(path, 'utf8').replace('"batchSize": 4', '"batchSize": 2'));
};

/** The files of a run, with the digests of those that can be read at once. */
const digestsIn = (run: string): readonly string[] =>
  readdirSync(run, { recursive: true, withFileTypes: true })
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return entry.isFile() ? `${path} ${digestOf(readFileSync(path))}` : path;
    })
    .sort();

describe.each([
  'lazy penalties',
  'gradient accumulation',
  'extra-gradient',
  'several updates of both',
  'a balance',
  'an adapted augmentation',
])('a run with %s', (name) => {
  it('ends with the state and the events of one that was never stopped', async () => {
    const gan = createCompiler().compile({ ...resumedSpecs[name], monitor });
    const [whole, stopped] = [newFolder(), newFolder()];
    await train(gan, { out: whole });
    await train(gan, { out: stopped, signal: before(5) });
    await resume(gan, stopped);
    expect(stateIn(stopped).equals(stateIn(whole))).toBe(true);
    expect(eventsIn(stopped)).toEqual(eventsIn(whole));
  });
});

describe('a run', () => {
  const gan = createCompiler().compile({ ...resumedSpecs['reused latents'], monitor });
  let whole = '';
  beforeAll(async () => {
    whole = newFolder();
    await train(gan, { out: whole });
  });
  /** A copy of the whole run. */
  const copy = (): string => {
    const run = newFolder();
    cpSync(whole, run, { recursive: true });
    return run;
  };
  const checkpoints = (run: string): readonly string[] =>
    readdirSync(join(run, 'checkpoints')).sort();

  it('keeps checkpoints as its monitor says, and that of its end', () => {
    expect(checkpoints(whole)).toEqual([
      'step-000002',
      'step-000004',
      'step-000006',
      'step-000007',
    ]);
    expect(existsSync(join(whole, 'lock.json'))).toBe(false);
  });

  it('is trained longer, to the state of a run that was longer from the start', async () => {
    const [longer, run] = [newFolder(), copy()];
    await train(gan, { out: longer, steps: 9 });
    const events = await collect((await openRun(run)).train({ steps: 9 }));
    expect(events[0]).toMatchObject({ type: 'resume', step: 7, steps: 9, engine: 'onnx' });
    expect(stateIn(run).equals(stateIn(longer))).toBe(true);
    expect(JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'))).toMatchObject({
      status: 'completed',
      steps: 9,
      resumed: [{ step: 7, engine: 'onnx', changes: ['training.steps: 7 → 9'] }],
    });
  });

  it('goes on from an earlier checkpoint, and sets later ones aside', async () => {
    const run = copy();
    await resume(gan, run, { from: 4 });
    expect(stateIn(run).equals(stateIn(whole))).toBe(true);
    expect(eventsIn(run)).toEqual(eventsIn(whole));
    expect(checkpoints(run)).toEqual([
      'step-000002',
      'step-000004',
      'step-000006',
      'step-000006.aside',
      'step-000007',
      'step-000007.aside',
    ]);
  });

  it('goes on from the checkpoint before a damaged one, which it names and leaves', async () => {
    const run = copy();
    rmSync(join(run, 'checkpoints/step-000007'), { recursive: true });
    const damaged = join(run, 'checkpoints/step-000006/state.safetensors');
    writeFileSync(damaged, 'nothing');
    const events = await resume(gan, run);
    expect(events[1]).toMatchObject({
      type: 'warning',
      code: 'GAN602',
      message: `a newer checkpoint is not used, nor removed: ${damaged}: 7 bytes long, not ${readFileSync(join(whole, 'checkpoints/step-000006/state.safetensors')).length} as written`,
    });
    expect(stateIn(run).equals(stateIn(whole))).toBe(true);
    expect(readFileSync(join(run, 'checkpoints/step-000006.aside/state.safetensors'), 'utf8')).toBe(
      'nothing',
    );
  });

  it('that has done all its iterations has nothing left to do', async () => {
    await expect(resume(gan, whole)).rejects.toMatchObject({
      code: 'GAN609',
      exitCode: 2,
      message: `the run in ${whole} has done 7 iterations already, and is to have 7`,
    });
  });

  it('says so where it goes on with other threads or on another engine', async () => {
    const message =
      ': from here on, numbers agree with those of the uninterrupted run within rounding, not bit for bit';
    const run = copy();
    const threads = await resume(gan, run, { steps: 8, threads: 2 });
    expect(threads[1]).toMatchObject({
      code: 'GAN517',
      message: `the threads of a kernel were 1 and are 2 now${message}`,
    });
    const engine = await resume(gan, run, { steps: 9, engine: 'tfjs' });
    expect(engine[1]).toMatchObject({
      code: 'GAN517',
      message: `the engine was onnx and is tfjs now${message}`,
    });
    expect(JSON.parse(readFileSync(join(run, 'run.json'), 'utf8'))).toMatchObject({
      engine: 'onnx',
      engineFacts: { library: 'onnxruntime-node', threads: 1 },
      resumed: [
        { engine: 'onnx', engineFacts: { library: 'onnxruntime-node', threads: 2 } },
        { engine: 'tfjs', engineFacts: { library: '@tensorflow/tfjs-backend-cpu', threads: 1 } },
      ],
    });
  });

  it('says so where it goes on with other passes, with which it is opened from then on', async () => {
    const run = copy();
    const compiler = await compilerOfRun(run, { passes: '-moveScales' });
    const events = await resume(compileRun(run, { compiler }), run, { steps: 8 });
    expect(events[1]).toMatchObject({
      code: 'GAN517',
      message:
        'the passes over the graphs were all and are -moveScales now: from here on, numbers agree with those of the uninterrupted run within rounding, not bit for bit',
    });
    const opened = await openRun(run);
    expect(opened.record.passes).toBe('-moveScales');
    const names = new Set(opened.gan.passes().map(({ pass }) => pass));
    expect(names.has('deadNodes') && !names.has('moveScales')).toBe(true);
    await opened.dispose();
    expect(
      (await resume(compileRun(run), run, { steps: 9 })).map(({ type }) => type),
    ).not.toContain('warning');
  });

  it.each(loadedEngines)('agrees on the engine %s within rounding', async (engine) => {
    const [run, longer] = [copy(), newFolder()];
    await train(gan, { out: longer, steps: 9 });
    await resume(gan, run, { steps: 9, engine });
    const [here, there] = await Promise.all(
      [run, longer].map(async (folder) => {
        const opened = await openRun(folder);
        const state = await opened.session.readState();
        await opened.dispose();
        return state;
      }),
    );
    for (const [name, { data }] of here ?? []) {
      const other = there?.get(name)?.data ?? [];
      data.forEach((value, index) => {
        expect(Math.abs(value - (other[index] ?? NaN)), name).toBeLessThan(1e-3);
      });
    }
  });

  it('of a changed spec is refused with the keys, unless they are let through', async () => {
    const run = copy();
    const changed = compileRun(run, {
      set: ['training.batchSize=2', 'training.seed=3', 'monitor.logEvery=1'],
    });
    await expect(resume(changed, run, { steps: 9 })).rejects.toMatchObject({
      code: 'GAN605',
      exitCode: 2,
      message: `the spec is not that of the run in ${run}: training.batchSize: 4 → 2; training.seed: 0 → 3`,
      hint: 'Go on with the spec of the run, or let the changes through with --allow-change training.batchSize --allow-change training.seed (allowChanges); or start a new run from these weights with --init-from.',
    });
    await expect(
      resume(changed, run, { steps: 9, allowChanges: ['training.batchSize', 'nonsense'] }),
    ).rejects.toMatchObject({
      code: 'GAN605',
      exitCode: 2,
      message: 'changes are to be allowed of "nonsense", which the spec does not have',
      hint: 'The keys that differ are training.batchSize; training.steps; training.seed; monitor.logEvery.',
    });
    const allowChanges = ['training'];
    await resume(changed, run, { steps: 9, allowChanges });
    const record = readFileSync(join(run, 'run.json'), 'utf8');
    expect(JSON.parse(record)).toMatchObject({
      seed: 3,
      resumed: [
        {
          changes: [
            'training.batchSize: 4 → 2',
            'training.steps: 7 → 9',
            'training.seed: 0 → 3',
            'monitor.logEvery: 2 → 1',
          ],
        },
      ],
    });
    // It is the spec of the run from now on.
    await resume(compileRun(run), run, { steps: 10 });
  });

  it.each<
    [damage: string, file: string, act: (path: string) => void, code: string, reason: string]
  >([
    ['an edited spec', 'spec.json', edited, 'GAN602', changed],
    [
      'a spec of nothing but __proto__',
      'spec.json',
      proto,
      'GAN602',
      `:1:2: ${changed} (no record has this key)`,
    ],
    ['no spec', 'spec.json', remove, 'GAN602', `missing${recorded}`],
    ['a pipe for its spec', 'spec.json', pipe, 'GAN602', `a pipe, not a file${recorded}`],
    ['an edited resolved spec', 'resolved.json', edited, 'GAN602', changed],
    [
      'no record',
      'run.json',
      remove,
      'GAN610',
      'damaged: it is missing, though the folder has resolved.json and events.jsonl and checkpoints of a run',
    ],
    [
      'a file for its checkpoints',
      'checkpoints',
      file,
      'GAN610',
      'damaged: it is a file, not a folder',
    ],
    ['a pipe for its events', 'events.jsonl', pipe, 'GAN610', 'damaged: a pipe, not a file'],
    ['a folder for its events', 'events.jsonl', folder, 'GAN610', 'damaged: a folder, not a file'],
  ])('with %s is damaged, and nothing in it is touched', async (_, name, act, code, reason) => {
    const run = copy();
    const path = join(run, name);
    act(path);
    const before = digestsIn(run);
    const error = {
      code,
      exitCode: 6,
      message: `${path}${reason.startsWith(':') ? '' : ': '}${reason}`,
    };
    await expect(resume(gan, run, { steps: 9 })).rejects.toMatchObject(error);
    const isOfSpec = name === 'spec.json' || name === 'resolved.json' || name === 'run.json';
    if (isOfSpec) expect(() => compileRun(run)).toThrow(expect.objectContaining(error));
    expect(digestsIn(run)).toEqual(before);
  });

  it.each<[monitors: object, what: string]>([
    [{ health: 5 }, '/health must be object'],
    [{ log: { a: null } }, "/log must have required property 'sums'"],
    [{ checkpoint: [{ step: -1, runs: 0 }] }, '/checkpoint/0/step must be >= 0'],
    [
      { health: { rollbacks: 0, rules: [['saturation', { seen: null, memory: 'x' }]] } },
      '/health/rules/0/0 must be equal to constant',
    ],
  ])(
    'whose newest checkpoint has the memories %j goes on from the one before',
    async (monitors, what) => {
      const run = copy();
      const name = 'checkpoints/step-000007';
      const manifest = join(run, name, 'manifest.json');
      const { sha256, ...facts } = JSON.parse(readFileSync(manifest, 'utf8')) as { sha256: string };
      writeFileSync(manifest, sealedText({ ...facts, monitors }));
      expect(sha256).toMatch(/^[0-9a-f]{64}$/);
      const events = await resume(gan, run, { steps: 8 });
      expect(events[0]).toMatchObject({ type: 'resume', step: 6 });
      expect(events[1]).toMatchObject({
        code: 'GAN610',
        message: `a newer checkpoint is not used, nor removed: ${join(run, name)}: damaged: its memories of the monitors: ${what}`,
      });
    },
  );

  it.each<[damage: string, act: (path: string) => void, linesKept: number]>([
    ['removed', remove, 0],
    ['emptied', file, 0],
    ['cut within a line', cutInLine, 2],
  ])('whose events were %s goes on, and says how many are lost', async (_, act, linesKept) => {
    const run = copy();
    const path = join(run, 'events.jsonl');
    const manifest = readFileSync(join(run, 'checkpoints/step-000007/manifest.json'), 'utf8');
    const { events: length } = JSON.parse(manifest) as { readonly events: number };
    const kept = readFileSync(path, 'utf8')
      .split('\n')
      .slice(0, linesKept)
      .map((line) => `${line}\n`)
      .join('');
    act(path);
    const events = await resume(gan, run, { steps: 8 });
    expect(events[1]).toMatchObject({
      type: 'warning',
      code: 'GAN611',
      message: `events of the run are lost: events.jsonl had ${length} bytes at the checkpoint, of which the last ${length - kept.length} are gone`,
      hint: 'Training does not depend on them; the events up to here can only come from a copy of the folder.',
    });
    const log = readFileSync(path, 'utf8');
    expect(log.startsWith(`${kept}{"time":`)).toBe(true);
    expect(JSON.parse(log.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      type: 'end',
      steps: 8,
    });
  });

  it.each<[damage: string, act: (bytes: Buffer) => Buffer, line: number, what: string]>([
    [
      'a flipped bit',
      (log) => Buffer.from(log.map((byte, i) => (i === 0 ? byte ^ 1 : byte))),
      1,
      'it is no JSON',
    ],
    ['a line of garbage', (log) => insert(log, Buffer.from('%\n')), 2, 'it is no JSON'],
    [
      'an event more',
      (log) => insert(log, Buffer.from('{"type":"checkpoint","time":"","step":0,"file":""}\n')),
      13,
      'it does not end where it did',
    ],
  ])('whose events were damaged by %s goes on, and names the line', async (_, act, line, what) => {
    const run = copy();
    const path = join(run, 'events.jsonl');
    writeFileSync(path, act(readFileSync(path)));
    const events = await resume(gan, run, { steps: 8 });
    expect(events[1]).toMatchObject({
      type: 'warning',
      code: 'GAN611',
      message: `a line of the run's events is damaged: ${path}:${line}: ${what}`,
      hint: 'Training does not depend on them; the events up to here can only come from a copy of the folder.',
    });
    expect(events.at(-1)).toMatchObject({ type: 'end', steps: 8 });
  });

  it('in use is refused', async () => {
    const run = copy();
    for await (const event of gan.resume(run, { steps: 9 })) {
      if (event.type !== 'resume') continue;
      await expect(resume(gan, run, { steps: 9 })).rejects.toMatchObject({ code: 'GAN516' });
      await expect(train(gan, { out: run })).rejects.toMatchObject({ code: 'GAN510' });
    }
    expect(existsSync(join(run, 'lock.json'))).toBe(false);
  });

  it('whose data have another number of samples is refused', async () => {
    const run = copy();
    const changed = compileRun(run, { set: ['data.count=24'] });
    await expect(
      resume(changed, run, { steps: 9, allowChanges: ['data.count'] }),
    ).rejects.toMatchObject({
      code: 'GAN418',
      exitCode: 4,
      message: 'the data have changed since the checkpoint: they have 24 samples, not 20',
    });
  });

  it('has one event for each checkpoint, and pictures again where their folder was removed', async () => {
    const run = newFolder();
    await train(gan, { out: run, steps: 4 });
    rmSync(join(run, 'samples'), { recursive: true });
    await resume(gan, run);
    const events = readFileSync(join(run, 'events.jsonl'), 'utf8').trimEnd().split('\n');
    const checkpoints = events.flatMap((line) => {
      const { type, step } = JSON.parse(line) as { readonly type: string; readonly step: number };
      return type === 'checkpoint' ? [step] : [];
    });
    expect(checkpoints).toEqual([2, 4, 6, 7]);
    expect(readdirSync(join(run, 'samples'))).toContain('step-000006.png');
  });

  it('of a spec whose tensors have other shapes is refused, changes let through or not', async () => {
    const run = copy();
    const changed = compileRun(run, { set: ['latent.dim=5'] });
    await expect(
      resume(changed, run, { steps: 9, allowChanges: ['latent'] }),
    ).rejects.toMatchObject({
      code: 'GAN605',
      message: expect.stringMatching(
        /^the changed spec has other tensors than the state of the run in .*: generator\/dense_0\/kernel is f32\[5,\d+\] here and f32\[\d+,\d+\] there/,
      ) as string,
    });
  });

  it('whose data have another number somewhere is refused', async () => {
    const folder = mkdtempSync(join(parent, 'table-'));
    const [spec, table] = [join(folder, 'spec.json'), join(folder, 'table.csv')];
    const rows = Array.from({ length: 40 }, (_, i) => `${i / 2},${-i}`);
    writeFileSync(table, ['a,b', ...rows].join('\n'));
    const layers = [{ type: 'dense', units: 2 }];
    const text = {
      data: { type: 'csv', file: 'table.csv' },
      latent: { dim: 2 },
      generator: { layers },
      discriminator: { layers: [{ type: 'dense', units: 1 }] },
      training: { batchSize: 4 },
    };
    writeFileSync(spec, JSON.stringify(text));
    const compiler = createCompiler();
    const run = join(folder, 'run');
    await train(compiler.compile(compiler.read(spec)), { out: run });
    writeFileSync(table, ['a,b', ...rows].join('\n').replace('10,-20', '10.25,-20'));
    await expect(resume(compileRun(run), run, { steps: 9 })).rejects.toMatchObject({
      code: 'GAN418',
      exitCode: 4,
      message:
        'the data have changed since the checkpoint: numbers or classes of samples are others',
    });
  });

  it('that was killed gives samples of its newest checkpoint', async () => {
    const run = newFolder();
    const events = gan.train({ out: run, steps, threads: 1 });
    for await (const event of events) {
      if (event.type === 'checkpoint' && event.step === 4) {
        const killed = join(parent, 'killed');
        cpSync(run, killed, { recursive: true });
        const opened = await openRun(killed);
        expect(opened.record.status).toBe('running');
        expect(opened.session.step).toBe(4);
        await opened.dispose();
      }
    }
  });
});

describe('a new run', () => {
  const gan = createCompiler().compile({ ...resumedSpecs['lazy penalties'], monitor });
  let first = '';
  beforeAll(async () => {
    first = newFolder();
    await train(gan, { out: first, steps: 3 });
  });
  const started = async (one: Gan, initFrom: string): Promise<readonly TrainEvent[]> => {
    const out = newFolder();
    const events = await train(one, { out, steps: 1, initFrom, signal: before(0) });
    const [before_, after] = await Promise.all([openRun(first), openRun(out)]);
    const [old, now] = await Promise.all([before_.session.readState(), after.session.readState()]);
    const taken = [...now.keys()].filter((name) => {
      const isWeight = /^(generator|discriminator)\//.test(name);
      return isWeight && Buffer.compare(bytesOf(old, name), bytesOf(now, name)) === 0;
    });
    expect(taken).toContain('generator/dense_0/kernel');
    expect(now.get('training/step')?.data[0]).toBe(0);
    await before_.dispose();
    await after.dispose();
    return events;
  };

  it('starts with the weights of a run or a checkpoint', async () => {
    expect((await started(gan, first)).filter(({ type }) => type === 'warning')).toEqual([]);
    await started(gan, join(first, 'checkpoints/step-000003'));
  });

  it('refuses a checkpoint of a newer version', async () => {
    const newer = join(newFolder(), 'step-000003');
    cpSync(join(first, 'checkpoints/step-000003'), newer, { recursive: true });
    const manifest = join(newer, 'manifest.json');
    const { sha256, ...facts } = JSON.parse(readFileSync(manifest, 'utf8')) as { sha256: string };
    expect(sha256).toMatch(/^[0-9a-f]{64}$/);
    writeFileSync(manifest, sealedText({ ...facts, format: 2, ganspec: '9.0.0' }));
    await expect(train(gan, { initFrom: newer })).rejects.toMatchObject({
      code: 'GAN606',
      exitCode: 6,
      message: `${newer}: written in format 2 by ganspec 9.0.0; this version, ${version}, reads format 1`,
    });
  });

  it('lists the weights whose names or shapes differ', async () => {
    const wider = createCompiler().compile({
      ...resumedSpecs['lazy penalties'],
      discriminator: {
        layers: [{ type: 'dense', units: 5 }, 'dropout', { type: 'dense', units: 1 }],
      },
    });
    const [warning] = (await started(wider, first)).filter(({ type }) => type === 'warning');
    expect(warning).toMatchObject({
      code: 'GAN518',
      message: expect.stringContaining(
        'discriminator/dense_0/kernel is f32[2,5] here and f32[2,4] there',
      ) as unknown,
    });
  });

  it('refuses a folder whose weights all differ, and one that holds no run', async () => {
    const other = createCompiler().compile(
      '{ "extends": "ring", "generator": { "layers": [{ "type": "dense", "name": "other", "units": 2 }] }, "discriminator": { "layers": [{ "type": "dense", "name": "another", "units": 1 }] } }',
    );
    await expect(train(other, { initFrom: first })).rejects.toMatchObject({
      code: 'GAN608',
      exitCode: 2,
    });
    await expect(train(gan, { initFrom: parent })).rejects.toMatchObject({ code: 'GAN513' });
  });
});

function bytesOf(
  state: ReadonlyMap<string, { readonly data: ArrayBufferView }>,
  name: string,
): Uint8Array {
  const data = state.get(name)?.data;
  return data ? new Uint8Array(data.buffer, data.byteOffset, data.byteLength) : new Uint8Array();
}
