import { describe, expect, it } from 'vitest';
import { resolveText } from './resolveText.js';

const withDiscriminator = (layers: string, loss = 'nonSaturating'): string => `{ "data": "ring",
"generator": { "layers": [{ "type": "dense", "units": 2 }] },
"discriminator": { "layers": [${layers}] },
"loss": "${loss}" }`;

describe('checkDiscriminator', () => {
  it('refuses more than one score', () => {
    const { text } = resolveText(withDiscriminator('{ "type": "dense", "units": 3 }'));
    expect(text).toBe(
      `spec.json:3:59 error GAN203: the discriminator yields 3 where one score per sample is needed
    3 | "discriminator": { "layers": [{ "type": "dense", "units": 3 }] },
      |                                                           ^
   hint: let its last layer be { "type": "dense", "units": 1 }
`,
    );
  });

  it.each([
    [
      '{ "type": "reshape", "shape": [1, 2, 1] }',
      'end it with "flatten" and { "type": "dense", "units": 1 }, or set training.patchScores to true, which takes the mean over all patches as PatchGAN does',
    ],
    [
      '{ "type": "dense", "units": 1 }, { "type": "reshape", "shape": [1, 1] }',
      'add "flatten" at the end',
    ],
  ])('says how %s becomes one score', (layers, hint) => {
    expect(resolveText(withDiscriminator(layers)).text).toContain(`hint: ${hint}\n`);
  });

  it('refuses a sigmoid before a loss that takes raw scores', () => {
    const { text } = resolveText(
      withDiscriminator('{ "type": "dense", "units": 1, "activation": "sigmoid" }'),
    );
    expect(text).toBe(
      `spec.json:3:76 error GAN205: the discriminator ends in values between 0 and 1, but the loss "nonSaturating" takes raw scores
    3 | "discriminator": { "layers": [{ "type": "dense", "units": 1, "activation": "sigmoid" }] },
      |                                                                            ^^^^^^^^^
   hint: remove the sigmoid: what a loss needs of it, it applies itself
`,
    );
  });

  it('finds the sigmoid as a layer of its own', () => {
    const { text } = resolveText(
      withDiscriminator('{ "type": "dense", "units": 1 }, "sigmoid", "flatten"', 'hinge'),
    );
    expect(text).toContain('spec.json:3:64 error GAN205:');
  });

  it.each([
    ['{ "type": "dense", "units": 1, "activation": "softmax" }', 'remove the softmax'],
    ['{ "type": "dense", "units": 1 }, "gumbelSoftmax"', 'remove the gumbelSoftmax'],
  ])('names what squashes scores: %s', (layers, hint) => {
    const { text } = resolveText(withDiscriminator(layers));
    expect(text).toContain(`hint: ${hint}: what a loss needs of it, it applies itself\n`);
  });

  it('warns of scores that have bounds', () => {
    const { text, resolved } = resolveText(
      withDiscriminator('{ "type": "dense", "units": 1, "activation": "relu" }'),
    );
    expect(resolved).toBeDefined();
    expect(text).toContain(
      "spec.json:3:76 warning GAN304: the discriminator's scores are held within [0, ∞)\n",
    );
  });
});
