/** An exported project in float64 against the float64 interpreter: five iterations within 1e-9. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSafetensors } from '../../../src/checkpoint/safetensors.js';
import { createCompiler, type Gan, type GanSpec } from '../../../src/index.js';
import { interpret } from '../../../src/oracle/interpret.js';
import { buildProgram } from '../../../src/program/buildProgram.js';
import { graphOf } from '../../../src/program/stepGraphs.js';
import { readFileSync } from 'node:fs';
import { lacksTorch, runPython } from './python.js';
import { exportRecorded, iterations } from './recorded.js';

const root = mkdtempSync(join(tmpdir(), 'ganspec-float64-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

/** Every number of the spec is one of float32, so that the text of it in Python is the very number of the graphs. */
const optimizer = {
  type: 'adam',
  learningRate: 2 ** -8,
  beta1: 0.5,
  beta2: 0.75,
  epsilon: 2 ** -14,
} as const;
const spec: GanSpec = {
  data: { type: 'noise', shape: [8, 8, 1], count: 64 },
  latent: { dim: 4 },
  generator: {
    layers: [
      { type: 'dense', units: 32 },
      { type: 'batchNorm', epsilon: 2 ** -8, momentum: 0.75 },
      { type: 'leakyReLU', alpha: 0.25 },
      { type: 'reshape', shape: [4, 4, 2] },
      { type: 'conv2dTranspose', filters: 1, kernelSize: 5, strides: 2, activation: 'tanh' },
    ],
  },
  discriminator: {
    layers: [
      { type: 'conv2d', filters: 4, kernelSize: 5, strides: 2, spectralNorm: true },
      { type: 'activation', activation: 'swish' },
      { type: 'dropout', rate: 0.25 },
      'flatten',
      { type: 'dense', units: 1 },
    ],
  },
  loss: 'nonSaturating',
  penalties: [
    { type: 'gradientPenalty', weight: 4 },
    { type: 'r1', weight: 0.5, every: 2 },
  ],
  optimizers: {
    generator: {
      ...optimizer,
      learningRate: { type: 'linear', from: 2 ** -6, to: 2 ** -8, steps: 4 },
    },
    discriminator: optimizer,
  },
  training: {
    batchSize: 4,
    discriminatorSteps: 2,
    ema: { decay: 0.75 },
    gradientClip: { limit: 0.5 },
  },
};

/** The state after the recorded runs, in float64. */
function stateInFloat64(gan: Gan, folder: string): ReadonlyMap<string, Float64Array> {
  const { registry } = createCompiler();
  const { program, scalars } = buildProgram(gan.resolved, registry, (graph) => graph);
  const read = (name: string) => readSafetensors(readFileSync(join(folder, name)), name);
  const recorded = read('equality.safetensors');
  let state: ReadonlyMap<string, Float64Array> = new Map(
    [...read('state.safetensors')].map(([name, { data }]) => [name, Float64Array.from(data)]),
  );
  const runs = new Map(program.iteration.map(({ step }) => [step, 0]));
  for (let step = 0; step < iterations; step += 1) {
    for (const plan of program.iteration) {
      for (let time = 0; time < plan.times; time += 1) {
        const run = runs.get(plan.step) ?? 0;
        const { name } = graphOf(plan, run);
        const graph = program.graphs.find((each) => each.name === name);
        if (!graph) throw new Error(`no graph ${name}`);
        const update = Math.floor(run / plan.accumulation);
        const feeds = graph.inputs
          .filter(({ kind }) => kind === 'feed')
          .map(({ name: input }) => {
            const number = scalars.get(name)?.get(input)?.({ step, update });
            const given = recorded.get(`feeds/${plan.step}/${run}/${input}`);
            return [
              input,
              Float64Array.from(number === undefined ? (given?.data ?? []) : [number]),
            ] as const;
          });
        const outputs = interpret(graph, new Map([...state, ...feeds]));
        const changed = graph.outputs.filter(({ kind }) => kind === 'state');
        state = new Map([
          ...state,
          ...changed.map(({ name: own }) => [own, outputs.get(own) ?? new Float64Array()] as const),
        ]);
        runs.set(plan.step, run + 1);
      }
    }
  }
  return state;
}

const compared = `
import json, sys, torch
sys.path.insert(0, ".")
torch.set_default_dtype(torch.float64)
import checkpoint, settings
from step import Trainer
from test_equality import FOLDER, Recording, distance
trainer = Trainer(torch.device("cpu"), settings.BATCH)
checkpoint.load(trainer, FOLDER / "state.safetensors")
Recording().replay(trainer)
expected = json.load(open("expected.json"))
state = checkpoint.state_of(trainer)
print(json.dumps({name: distance(state[name], torch.tensor(expected[name])) for name in state}))
`;

describe.skipIf(lacksTorch !== undefined)(
  `in PyTorch${lacksTorch ? `: ${lacksTorch}` : ''}`,
  () => {
    it('five iterations in float64 end within 1e-9', async () => {
      const gan = createCompiler().compile(spec);
      const folder = join(root, 'project');
      await exportRecorded(gan, folder);
      const expected = Object.fromEntries(
        [...stateInFloat64(gan, folder)].map(([name, numbers]) => [name, Array.from(numbers)]),
      );
      writeFileSync(join(folder, 'expected.json'), JSON.stringify(expected));
      const printed = runPython(['-c', compared], folder);
      const distances = Object.entries(JSON.parse(printed) as Record<string, number>);
      expect(distances.length).toBeGreaterThan(30);
      expect(distances.filter(([, distance]) => !(distance < 1e-9))).toEqual([]);
    }, 300_000);
  },
);
