import { describe, expect, it } from 'vitest';
import { network, resolveText, ringSpec } from './resolveText.js';

const head = `{ "data": "ring",
"generator": { "layers": [{ "type": "dense", "units": 2 }] },
`;

describe('advise', () => {
  it('warns of batch norm under a penalty on each sample', () => {
    const { text } = resolveText(`${head}"discriminator": { "layers": [
{ "type": "dense", "units": 8 },
"batchNorm",
{ "type": "dense", "units": 1 }] },
"penalties": ["gradientPenalty"] }`);
    expect(text).toBe(
      `spec.json:7:15 warning GAN311: gradientPenalty looks at each sample alone, but layer 2 (batchNorm) mixes the samples of a batch
    7 | "penalties": ["gradientPenalty"] }
      |               ^^^^^^^^^^^^^^^^^
   note: spec.json:5:1 layer 2 is here
   hint: use layerNorm in the discriminator (arXiv:1704.00028, section 4)
`,
    );
  });

  it('offers no norm in place of a layer that is none', () => {
    const { text } = resolveText(
      ringSpec({
        discriminator: network('minibatchDiscrimination', { type: 'dense', units: 1 }),
        penalties: ['r1'],
      }),
    );
    expect(text).toContain(
      'warning GAN311: r1 looks at each sample alone, but layer 1 (minibatchDiscrimination) mixes the samples of a batch\n',
    );
    expect(text).toContain(
      'hint: remove it, or live with it: StyleGAN2 has minibatchStdDev beside R1 (arXiv:1912.04958)\n',
    );
  });

  it('has nothing against batch norm in the generator under that penalty', () => {
    const { text } = resolveText(
      ringSpec({
        generator: network('batchNorm', { type: 'dense', units: 2 }),
        penalties: ['gradientPenalty'],
      }),
    );
    expect(text).toBe('');
  });

  it('warns of a Wasserstein loss that nothing limits', () => {
    const { text } =
      resolveText(`${head}"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
"loss": "wasserstein" }`);
    expect(text).toBe(
      `spec.json:4:9 warning GAN305: the loss "wasserstein" needs a discriminator with a limited Lipschitz constant, and no penalty limits it: its scores will grow without end
    4 | "loss": "wasserstein" }
      |         ^^^^^^^^^^^^^
   hint: add "gradientPenalty" or "weightClip" to "penalties", or "spectralNorm": true to each of its layers with weights
`,
    );
  });

  it('takes neither weight decay nor one normalized layer of two for a limit', () => {
    const warning = 'warning GAN305: the loss "wasserstein"';
    const one = '{ "type": "dense", "units": 1 }';
    const normalized = '{ "type": "dense", "units": 1, "spectralNorm": true }';
    const textOf = (layers: string, penalties: string): string =>
      resolveText(
        `${head}"discriminator": { "layers": [${layers}] }, "penalties": [${penalties}],
"loss": "wasserstein" }`,
      ).text;
    expect(textOf(one, '"weightDecay"')).toContain(warning);
    expect(textOf(`${normalized}, ${one}`, '')).toContain(warning);
    expect(textOf(normalized, '')).toBe('');
  });

  it('asks for no limit on an embedding of the class, which only shifts what a layer reads', () => {
    const discriminator = network({ type: 'dense', units: 1, spectralNorm: true });
    const labels = { discriminator: 'concat', embedding: 4 };
    const { text } = resolveText(ringSpec({ discriminator, labels, loss: 'wasserstein' }));
    expect(text).not.toContain('GAN305');
  });

  it('warns of weight clipping beside a gradient penalty', () => {
    const { text } =
      resolveText(`${head}"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
"penalties": [
"weightClip",
"gradientPenalty"] }`);
    expect(text).toBe(
      `spec.json:5:1 warning GAN306: weightClip and gradientPenalty both limit the Lipschitz constant of the discriminator, and work against each other
    5 | "weightClip",
      | ^^^^^^^^^^^^
   note: spec.json:6:1 gradientPenalty is here
   hint: remove weightClip: gradientPenalty does its work without it
`,
    );
  });

  it('warns of momentum under weight clipping', () => {
    const { text } =
      resolveText(`${head}"discriminator": { "layers": [{ "type": "dense", "units": 1 }] },
"loss": "wasserstein", "penalties": ["weightClip"],
"optimizers": { "discriminator": { "type": "adam", "beta1": 0.5 } } }`);
    expect(text).toBe(
      `spec.json:5:61 warning GAN307: a discriminator under weightClip trains unsteadily with momentum (beta1 0.5)
    5 | "optimizers": { "discriminator": { "type": "adam", "beta1": 0.5 } } }
      |                                                             ^^^
   note: spec.json:4:38 weightClip is here
   hint: use "rmsProp", or a beta1 of 0 (arXiv:1701.07875, section 4)
`,
    );
  });

  it('has nothing against the settings of the paper', () => {
    const { text } = resolveText(
      ringSpec({
        loss: 'wasserstein',
        penalties: ['weightClip'],
        optimizers: { discriminator: 'rmsProp' },
      }),
    );
    expect(text).toBe('');
  });
});
