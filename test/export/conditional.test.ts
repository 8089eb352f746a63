/** Compiled GANs with classes and codes in other programs: their models take the classes as an input. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { InferenceSession, Tensor } from 'onnxruntime-node';
import { afterAll, describe, expect, it } from 'vitest';
import type { ArtefactRecord } from '../../src/export/record.js';
import { createCompiler, openCompiled, type CompiledGan, type GanSpec } from '../../src/index.js';
import { describeGan, type GanDescription } from '../../src/export/description.js';
import { moduleProgram, moduleTypes } from '../../src/export/typedModule.js';
import { tensor } from '../conformance/tensors.js';
import { conditionalGans } from '../program/conditionalGans.js';
import { loadModel, predict } from './loadModel.js';

type Pets = GanDescription & { readonly classNames: readonly ['cats', 'dogs'] };

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true });
});

/** Compiles a GAN after two steps, and samples from it: three of class 1, and three of the classes in turn. */
async function compiled(spec: GanSpec) {
  const folder = mkdtempSync(join(tmpdir(), 'ganspec-conditional-'));
  folders.push(folder);
  const gan = createCompiler().compile(spec);
  const session = await gan.prepare({ engine: 'tfjs', seed: 5 });
  for (let step = 0; step < 2; step += 1) await session.iterate();
  await gan.compileTo(folder, { state: await session.readState() });
  return { folder, gan, session };
}

describe.each(Object.entries(conditionalGans))('a GAN with %s', (_way, spec) => {
  it('gives the same samples through its models', async () => {
    const { folder, gan, session } = await compiled(spec);
    const inputs = gan.program.inputs.filter(({ graph }) => graph === 'sample');
    const { models } = JSON.parse(
      readFileSync(join(folder, 'artefacts.json'), 'utf8'),
    ) as ArtefactRecord;
    const ports = models['sample']?.inputs ?? [];
    expect(ports.map(({ name, kind }) => [name, kind])).toEqual(
      inputs.map(({ name }) => [name, 'feed']),
    );
    const feeds = new Map(
      inputs.map(({ name, shape, source }) => {
        const [rows = 1, size = 1] = shape;
        const isOneHot = source.kind === 'random' && source.distribution.kind === 'oneHot';
        const numbers = Array.from({ length: rows * size }, (_, at) =>
          isOneHot ? Number(at % size === 1) : Math.sin(at + 1),
        );
        return [name, tensor('float32', shape, numbers)] as const;
      }),
    );
    const onnx = await InferenceSession.create(join(folder, 'sample.onnx'));
    const given = [...feeds].map(([name, { data, shape }]) => {
      return [name, new Tensor('float32', Float32Array.from(data), shape)] as const;
    });
    const { samples } = await onnx.run(Object.fromEntries(given));
    const [json, weights] = ['model.json', 'weights.bin'].map((file) =>
      readFileSync(join(folder, 'generator', file)),
    );
    const model = await loadModel(json?.toString() ?? '', weights ?? new Uint8Array());
    const { data, shape } = predict(model, feeds);
    model.dispose();
    expect(shape).toEqual(samples?.dims);
    const other = Array.from(samples?.data as Float32Array);
    data.forEach((value, at) => {
      expect(value).toBeCloseTo(other[at] ?? NaN, 5);
    });
    expect(data.some((value) => value !== 0)).toBe(true);
    await session.dispose();
    await onnx.release();
  });

  it('gives the same samples when it is opened again', async () => {
    const { folder, gan, session } = await compiled(spec);
    const again = await openCompiled(
      folder,
      describeGan(gan.spec.name, gan.program, gan.resolved.data.classList),
      {
        engine: 'tfjs',
        seed: 5,
      },
    );
    expect(await again.sample(3)).toEqual(await session.sample(3));
    const { classes } = again.description;
    if (classes !== null) {
      const [one, other] = [
        await again.sample(3, { label: 1 }),
        await again.sample(3, { label: 0 }),
      ];
      expect(one).toEqual(await session.sample(3, { label: 1 }));
      expect(one).not.toEqual(other);
    }
    await again.dispose();
    await session.dispose();
  });
});

it('describes the classes that samples can be asked of', () => {
  const classesOf = (spec: GanSpec) =>
    describeGan('a', createCompiler().compile(spec).program).classes;
  expect(Object.entries(conditionalGans).map(([way, spec]) => [way, classesOf(spec)])).toEqual([
    ['concat', 3],
    ['conditionalBatchNorm and projection', 2],
    ['an auxiliary classifier', 3],
    ['codes', null],
    ['layers that read labels', 3],
  ]);
});

it('describes the names of the classes, by which samples can be asked for', async () => {
  const spec: GanSpec = {
    data: { type: 'shapes', size: 8, channels: 1, shapes: ['circle', 'square'], count: 8 },
    latent: { dim: 1 },
    labels: { generator: 'concat' },
    generator: {
      layers: [
        { type: 'dense', units: 64, activation: 'tanh' },
        { type: 'reshape', shape: [8, 8, 1] },
      ],
    },
    discriminator: { layers: ['flatten', { type: 'dense', units: 1 }] },
    training: { batchSize: 2 },
  };
  const gan = createCompiler().compile(spec);
  const description = describeGan('a', gan.program, gan.resolved.data.classList);
  expect(description).toMatchObject({ classes: 2, classNames: ['circle', 'square'] });
  const head = { about: undefined, writtenBy: 'ganspec' };
  expect(moduleProgram(description, head)).toContain("  classNames: ['circle', 'square'],\n");
  const types = moduleTypes(description, head);
  expect(types).toContain("  readonly classNames: readonly ['circle', 'square'];\n");
  expect(types).toContain("export type ClassName = Description['classNames'][number];\n");
  const session = await gan.prepare({ engine: 'tfjs' });
  expect(await session.sample(2, { label: 'square' })).toEqual(
    await session.sample(2, { label: 1 }),
  );
  expect((await session.sample(3)).labels).toEqual(Int32Array.of(0, 1, 0));
  await session.dispose();
});

it('lets the compiler check the names of classes', () => {
  const open = (gan: CompiledGan<Pets>) => [
    gan.sample(1, { label: 'cats' }),
    gan.sample(1, { label: 1 }),
    // @ts-expect-error There is no such class.
    gan.sample(1, { label: 'birds' }),
  ];
  expect(open).toBeTypeOf('function');
});
