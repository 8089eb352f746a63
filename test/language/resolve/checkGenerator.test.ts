import { describe, expect, it } from 'vitest';
import { expandText } from '../expand/expandText.js';
import { network, resolveText, ringSpec } from './resolveText.js';

const images = (layers: string): string => `{ "data": { "type": "noise", "shape": [28, 28, 1] },
"generator": { "layers": [
${layers}] },
"discriminator": { "layers": ["flatten", { "type": "dense", "units": 1 }] } }`;

describe('checkGenerator', () => {
  it('follows the sizes of an image that shrinks where it should grow, and names the layer type that was meant', () => {
    const { text } = resolveText(
      images(`{ "type": "dense", "units": 12544 },
{ "type": "reshape", "shape": [7, 7, 256] },
{ "type": "conv2dTranspose", "filters": 128, "kernelSize": 5, "strides": 1 },
"batchNorm",
{ "type": "conv2dTranspose", "filters": 64, "kernelSize": 5, "strides": 2 },
{ "type": "conv2d", "filters": 1, "kernelSize": 5, "strides": 2, "activation": "tanh" }`),
    );
    expect(text)
      .toBe(`spec.json:8:11 error GAN201: the generator yields 7×7×1 where noise is 28×28×1 (height and width go 7 → 7 → 14 → 7)
    8 | { "type": "conv2d", "filters": 1, "kernelSize": 5, "strides": 2, "activation": "tanh" }] },
      |           ^^^^^^^^
   note: spec.json:3:1 dense yields 12544
   note: spec.json:4:1 reshape yields 7×7×256
   note: spec.json:5:1 conv2dTranspose yields 7×7×128
   note: spec.json:7:1 conv2dTranspose yields 14×14×64
   note: spec.json:8:1 conv2d yields 7×7×1
   note: spec.json:1:11 noise is asked for here
   hint: "conv2dTranspose" was probably meant: this layer then goes 14 → 28, and the generator yields 28×28×1
`);
  });

  it('finds the stride that is missing', () => {
    const { text } = resolveText(
      images(`{ "type": "dense", "units": 98 },
{ "type": "reshape", "shape": [7, 7, 2] },
{ "type": "conv2dTranspose", "filters": 4, "kernelSize": 3, "strides": 2 },
{ "type": "conv2dTranspose", "filters": 1, "kernelSize": 3, "activation": "tanh" }`),
    );
    expect(text).toContain('spec.json:6:1 error GAN201: the generator yields 14×14×1');
    expect(text).toContain(
      'hint: "strides": 2 was probably meant: this layer then goes 14 → 28, and the generator yields 28×28×1\n',
    );
  });

  it('finds the number of channels that is wrong', () => {
    const { text } = resolveText(
      images(`{ "type": "dense", "units": 784 },
{ "type": "reshape", "shape": [28, 28, 1] },
{ "type": "conv2d", "filters": 3, "kernelSize": 3, "activation": "tanh" }`),
    );
    expect(text).toContain(
      'hint: "filters": 1 was probably meant: this layer then goes 28×28×1 → 28×28×1, and the generator yields 28×28×1\n',
    );
  });

  it('asks for a reshape where only that is missing', () => {
    const { text } = resolveText(images('{ "type": "dense", "units": 784, "activation": "tanh" }'));
    expect(text).toBe(`spec.json:3:1 error GAN201: the generator yields 784 where noise is 28×28×1
    3 | { "type": "dense", "units": 784, "activation": "tanh" }] },
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   note: spec.json:3:1 dense yields 784
   note: spec.json:1:11 noise is asked for here
   hint: end the generator with { "type": "reshape", "shape": [28, 28, 1] }
`);
  });

  it('says what is needed where no single change helps', () => {
    const { text } = resolveText(images('{ "type": "dense", "units": 10 }, "tanh"'));
    expect(text).toContain('hint: change the layers so that the last one yields 28×28×1\n');
  });

  it.each([
    ['sigmoid', '[0, 1]'],
    ['relu', '[0, ∞)'],
  ])('refuses %s where the data goes below zero', (activation, range) => {
    const { text } = resolveText(
      images(`{ "type": "dense", "units": 784, "activation": "${activation}" },
{ "type": "reshape", "shape": [28, 28, 1] }`),
    );
    expect(text).toContain(
      `spec.json:3:48 error GAN202: the generator's values lie in ${range} and can never fill the [-1, 1] of noise\n`,
    );
    expect(text).toContain(
      'hint: let this layer have "activation": "tanh", whose values fill [-1, 1]\n',
    );
  });

  it('looks through a layer that copies values for the one that bounds them', () => {
    const { text } = resolveText(
      images(`{ "type": "dense", "units": 784 },
"sigmoid",
{ "type": "reshape", "shape": [28, 28, 1] }`),
    );
    expect(text).toContain("spec.json:4:1 error GAN202: the generator's values lie in [0, 1]");
    expect(text).toContain('hint: put "tanh" in its place, whose values fill [-1, 1]\n');
  });

  it.each(['"batchNorm"', '{ "type": "residual", "layers": ["relu"] }', '"leakyReLU"'])(
    'asks for another layer where the last, %s, takes no activation',
    (last) => {
      const { text } = expandText(
        images(`{ "type": "dense", "units": 784 },
{ "type": "reshape", "shape": [28, 28, 1] },
${last}`),
      );
      expect(text).toContain('spec.json:5:');
      expect(text).toContain('hint: end the generator with "tanh", whose values fill [-1, 1]\n');
    },
  );

  it('warns of values without bounds where the data has bounds', () => {
    const { text, resolved } = resolveText(
      images(`{ "type": "dense", "units": 784 },
{ "type": "reshape", "shape": [28, 28, 1] }`),
    );
    expect(resolved).toBeDefined();
    expect(text)
      .toBe(`spec.json:3:1 warning GAN302: the generator's values are not bounded, but those of noise lie in [-1, 1]: the discriminator can tell them apart by size alone
    3 | { "type": "dense", "units": 784 },
      | ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   note: spec.json:1:11 noise is asked for here
   hint: let this layer have "activation": "tanh", whose values fill [-1, 1]
`);
  });

  it('warns of bounds where the data has none', () => {
    const { text, codes } = resolveText(
      ringSpec({ generator: network({ type: 'dense', units: 2 }, 'tanh') }),
    );
    expect(codes).toEqual(['GAN303']);
    expect(text).toContain(
      "the generator's values stay within [-1, 1], but those of ring have no bounds\n",
    );
  });
});
