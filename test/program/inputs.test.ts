import { describe, expect, it } from 'vitest';
import type { GanSpec, ProgramInput } from '../../src/index.js';
import { typeText } from '../../src/ir/tensorType.js';
import { compileTiny } from './tinyGan.js';

/** Inputs of the graphs of an iteration as lines: graph, name, type, and where the numbers come from. */
function inputsOf(changes: Partial<GanSpec>): readonly string[] {
  return compileTiny(changes)
    .program.inputs.filter(({ graph }) => graph !== 'sample' && graph !== 'score')
    .map((input) => `${input.graph} ${input.name} ${typeText(input)} ${sourceOf(input)}`);
}

function sourceOf({ source }: ProgramInput): string {
  if (source.kind === 'data') return `data ${source.field}`;
  if (source.kind === 'scalar') return 'scalar';
  return `${source.distribution.kind} ${source.stream}`;
}

/** The lines that plain descent always brings. */
const descent = (graph: string, network: string): readonly string[] =>
  ['momentum', 'velocityRate', 'gradientRate'].map(
    (name) => `${graph} optimizer/${network}/${name} f32[] scalar`,
  );

const alternating = {
  latent: 'discriminator latent f32[2,1] normal discriminator/latent',
  real: 'discriminator real f32[2,2] data samples',
  generatorLatent: 'generator latent f32[2,1] normal generator/latent',
};

describe('inputs of the step graphs', () => {
  it('are latents, a batch and the numbers of the optimizer in an alternating update', () => {
    expect(inputsOf({})).toEqual([
      alternating.real,
      alternating.latent,
      ...descent('discriminator', 'discriminator'),
      alternating.generatorLatent,
      ...descent('generator', 'generator'),
    ]);
  });

  it('are shared by both networks in a simultaneous update', () => {
    expect(inputsOf({ training: { update: 'simultaneous' } })).toEqual([
      'joint real f32[2,2] data samples',
      'joint latent f32[2,1] normal joint/latent',
      ...descent('joint', 'discriminator'),
      ...descent('joint', 'generator'),
    ]);
  });

  it('hold uniform latents where the spec asks for them', () => {
    const { inputs } = compileTiny({ latent: { dim: 1, distribution: 'uniform' } }).program;
    expect(inputs.find(({ name }) => name === 'latent')?.source).toEqual({
      kind: 'random',
      stream: 'discriminator/latent',
      distribution: { kind: 'uniform', low: -1, high: 1 },
    });
  });

  it('hold the mixing factors of a gradient penalty, under its name', () => {
    const inputs = inputsOf({
      discriminator: { layers: [{ type: 'dense', units: 1, activation: 'softplus' }] },
      penalties: [{ type: 'gradientPenalty', name: 'steepness' }],
    });
    expect(inputs).toContain(
      'discriminator steepness/mix f32[2,1] uniform discriminator/steepness/mix',
    );
  });

  it('leave out what a graph does not need: the gradient of a linear discriminator is the same at every mixture', () => {
    const inputs = inputsOf({ penalties: ['gradientPenalty'] });
    expect(inputs.filter((line) => line.includes('mix'))).toEqual([]);
  });

  const dropout: GanSpec['discriminator'] = {
    layers: [{ type: 'dense', units: 3 }, 'dropout', { type: 'dense', units: 1 }],
  };

  it('hold one dropout mask for real and generated samples together', () => {
    const inputs = inputsOf({ discriminator: dropout });
    expect(inputs).toContain(
      'discriminator discriminator/dropout_0/keep bool[4,3] bernoulli discriminator/discriminator/dropout_0/keep',
    );
    expect(inputs).toContain(
      'generator discriminator/dropout_0/keep bool[2,3] bernoulli generator/discriminator/dropout_0/keep',
    );
    expect(inputs.filter((line) => line.includes('keep'))).toHaveLength(2);
  });

  it('hold a mask of its own for the pass of a penalty', () => {
    expect(inputsOf({ discriminator: dropout, penalties: ['r1'] })).toContain(
      'discriminator r1/discriminator/dropout_0/keep bool[2,3] bernoulli discriminator/r1/discriminator/dropout_0/keep',
    );
  });

  it('hold noise for real and generated samples together', () => {
    const inputs = inputsOf({ training: { instanceNoise: 0.1 } });
    expect(inputs).toContain(
      'discriminator discriminator/noise f32[4,2] normal discriminator/discriminator/noise',
    );
    expect(inputs).toContain(
      'generator discriminator/noise f32[2,2] normal generator/discriminator/noise',
    );
  });

  it('are told in words', () => {
    const { inputs } = compileTiny({
      discriminator: dropout,
      training: { instanceNoise: 0.1, ema: {} },
    }).program;
    const meanings = new Map(
      inputs.map(({ graph, name, meaning }) => [`${graph} ${name}`, meaning]),
    );
    expect(Object.fromEntries(meanings)).toMatchObject({
      'discriminator latent': 'latent vectors, one row a sample',
      'discriminator real': 'a batch of the data set',
      'discriminator discriminator/dropout_0/keep':
        'random numbers "keep" of layer dropout_0 in the discriminator; real samples first, then generated ones',
      'generator discriminator/dropout_0/keep':
        'random numbers "keep" of layer dropout_0 in the discriminator',
      'discriminator discriminator/noise':
        'instance noise of unit deviation; real samples first, then generated ones',
      'generator discriminator/noise': 'instance noise of unit deviation',
      'discriminator optimizer/discriminator/momentum':
        "momentum of the discriminator's sgd for this update",
      'generator ema/decay': 'decay of the averaged generator',
    });
  });
});

describe('inputs of the graphs at rest', () => {
  it('are latents for samples and a batch for scores, without masks and noise', () => {
    const { inputs } = compileTiny({
      discriminator: { layers: ['dropout', { type: 'dense', units: 1 }] },
      training: { instanceNoise: 0.1 },
    }).program;
    const atRest = inputs.filter(({ graph }) => graph === 'sample' || graph === 'score');
    expect(atRest.map((input) => `${input.graph} ${input.name} ${typeText(input)}`)).toEqual([
      'sample latent f32[2,1]',
      'score real f32[2,2]',
    ]);
  });
});
