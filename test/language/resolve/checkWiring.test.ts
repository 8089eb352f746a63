import { describe, expect, it } from 'vitest';
import { dot } from '../../../src/layers/dot.js';
import { network, resolveText, ringSpec } from './resolveText.js';

const withLayers = (layers: string): string => `{ "data": "ring",
"generator": { "layers": [
${layers}
{ "type": "dense", "units": 2 }] },
"discriminator": { "layers": [{ "type": "dense", "units": 1 }] } }`;

describe('checkWiring', () => {
  it('refuses two layers of one name', () => {
    const { text } = resolveText(
      withLayers(`{ "type": "dense", "units": 4, "name": "a" },
{ "type": "dense", "units": 4, "name": "a" },`),
    );
    expect(text).toBe(`spec.json:4:40 error GAN210: two layers of the generator are called "a"
    4 | { "type": "dense", "units": 4, "name": "a" },
      |                                        ^^^
   note: spec.json:3:1 layer 1 has the name already
   hint: give one of them another name
`);
  });

  it('refuses the name of the input itself', () => {
    const { text } = resolveText(withLayers('{ "type": "flatten", "name": "input" },'));
    expect(text)
      .toBe(`spec.json:3:30 error GAN210: "input" stands for the input of the generator itself
    3 | { "type": "flatten", "name": "input" },
      |                              ^^^^^^^
   hint: give the layer another name
`);
  });

  it('lets layers have names that objects of JavaScript have', () => {
    const names = ['toString', 'valueOf', 'hasOwnProperty', 'constructor'];
    const layers = names.map((name) => `{ "type": "dense", "units": 4, "name": "${name}" },`);
    expect(resolveText(withLayers(layers.join('\n'))).text).toBe('');
  });

  it('suggests the nearest name for one that does not exist', () => {
    const { text } = resolveText(
      withLayers(`{ "type": "dense", "units": 4, "name": "stem" },
{ "type": "flatten", "input": "stemm" },`),
    );
    expect(text).toBe(`spec.json:4:31 error GAN211: no layer of the generator is called "stemm"
    4 | { "type": "flatten", "input": "stemm" },
      |                               ^^^^^^^
   hint: did you mean "stem"?
`);
  });

  it('lists the names where none is near', () => {
    const { text } = resolveText(withLayers('{ "type": "flatten", "input": "elsewhere" },'));
    expect(text).toContain('   hint: the names before it are "input"\n');
  });

  it('refuses to read a layer that comes later', () => {
    const { text } = resolveText(
      withLayers(`{ "type": "flatten", "input": "late" },
{ "type": "dense", "units": 4, "name": "late" },`),
    );
    expect(text).toBe(`spec.json:3:31 error GAN212: "flatten_0" reads "late", which comes later
    3 | { "type": "flatten", "input": "late" },
      |                               ^^^^^^
   note: spec.json:4:1 "late" is here
   hint: a layer reads layers that stand before it: move one of the two
`);
  });

  it('refuses one input for a layer that joins, and two for one that does not', () => {
    const { codes, text } = resolveText(
      withLayers(`"flatten",
"add",
{ "type": "flatten", "input": ["input", "flatten_0"] },`),
    );
    expect(codes).toEqual(['GAN213', 'GAN213']);
    expect(text).toContain('error GAN213: add joins two or more layers, but reads 1\n');
    expect(text).toContain('error GAN213: flatten reads one layer, but is given 2\n');
  });

  it('says how many layers one joins at most', () => {
    const schema = { ...dot.schema, properties: { type: { const: 'acme/blend' } } };
    const blend = { ...dot, type: 'acme/blend', schema, inputCount: { min: 2, max: 3 } };
    const layer = { type: 'acme/blend', input: ['input', 'input', 'input', 'input'] };
    const discriminator = network(layer, { type: 'dense', units: 1 });
    const { text } = resolveText(ringSpec({ discriminator }), { plugins: [blend] });
    expect(text).toContain('error GAN213: acme/blend joins two to 3 layers, but is given 4\n');
  });

  it('warns of a layer that nobody reads', () => {
    const { text, resolved } = resolveText(
      withLayers(`"flatten",
{ "type": "dense", "units": 4, "input": "input" },`),
    );
    expect(resolved).toBeDefined();
    expect(text).toBe(`spec.json:3:1 warning GAN301: no layer reads "flatten_0"
    3 | "flatten",
      | ^^^^^^^^^
   hint: remove it, or name it in the "input" of a later layer
`);
  });

  it('refuses a condition where none is read, and two where one is', () => {
    const { text } = resolveText(
      withLayers(`{ "type": "batchNorm", "input": ["input", "input", "input"] },
{ "type": "adaptiveInstanceNorm", "input": "input" },`),
    );
    expect(text)
      .toBe(`spec.json:3:33 error GAN213: batchNorm reads one layer, or a layer and a condition, but is given 3
    3 | { "type": "batchNorm", "input": ["input", "input", "input"] },
      |                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: name the layer, then the condition, as in "input": ["conv2d_0", "dense_0"]
spec.json:4:44 error GAN213: adaptiveInstanceNorm reads a layer and a condition, but reads 1
    4 | { "type": "adaptiveInstanceNorm", "input": "input" },
      |                                            ^^^^^^^
   hint: name the layer, then the condition, as in "input": ["conv2d_0", "dense_0"]
`);
  });

  it('counts a layer as read that a penalty or the heads of labels name', () => {
    const spec = (rest: object) =>
      ringSpec({
        generator: network(
          { type: 'dense', units: 3, name: 'aside' },
          { type: 'dense', units: 2, input: 'input' },
        ),
        discriminator: network(
          { type: 'dense', units: 3, name: 'trunk' },
          { type: 'dense', units: 1, input: 'input' },
        ),
        ...rest,
      });
    const styles = { type: 'pathLength', layer: 'aside' };
    expect(resolveText(spec({ penalties: [styles] })).codes).toEqual(['GAN301']);
    const heads = {
      labels: { generator: 'concat', discriminator: 'auxiliary', features: 'trunk' },
    };
    expect(resolveText(spec({ penalties: [styles], ...heads })).text).toBe('');
    const matching = { type: 'featureMatching', layer: 'trunk' };
    expect(resolveText(spec({ penalties: [styles, matching] })).text).toBe('');
  });
});
