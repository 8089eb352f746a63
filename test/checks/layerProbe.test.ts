import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../src/checks/example.js';
import { layerProbes, oneOfEachCount, type LayerProbe } from '../../src/checks/layerProbe.js';
import { entryOf } from '../../src/entries/entryOf.js';
import { registry } from './support/complete.js';

/** The probes of the first example of a layer. */
function probesOf(type: string): readonly LayerProbe[] {
  const [example] = examplesOf('layer', entryOf(registry, 'layer', type), registry);
  return example ? layerProbes(example) : [];
}

const shapes = (probes: readonly LayerProbe[]) => probes.map(({ inputs }) => inputs);

describe('the inputs that a layer is tried on', () => {
  it('are alone and beside a condition of another size, where a condition may be left out', () => {
    expect(shapes(probesOf('batchNorm'))).toEqual([
      [[16]],
      [[16], [16]],
      [[16], [3]],
      [[4, 8]],
      [[4, 8], [3]],
      [[4, 2, 8]],
      [[4, 2, 8], [3]],
    ]);
  });

  it('are equal or of different sizes, two and three, where a layer joins them', () => {
    expect(shapes(probesOf('concat'))).toEqual([
      [[16], [16]],
      [[16], [3]],
      [[16], [16], [16]],
      [
        [4, 8],
        [4, 8],
      ],
      [
        [4, 8],
        [4, 8],
        [4, 8],
      ],
      [
        [4, 2, 8],
        [4, 2, 8],
      ],
      [
        [4, 2, 8],
        [4, 2, 8],
        [4, 2, 8],
      ],
    ]);
  });

  it.each([
    ['dense', [[[16]]]],
    ['batchNorm', [[[16]], [[16], [3]]]],
    ['modulatedConv2d', [[[4, 2, 8], [3]]]],
    [
      'add',
      [
        [[16], [16]],
        [[16], [16], [16]],
      ],
    ],
  ])('of %s are in a GAN once for each number of them', (type, wanted) => {
    expect(shapes(oneOfEachCount(probesOf(type)))).toEqual(wanted);
  });
});
