import { describe, expect, it } from 'vitest';
import { defineActivation } from '../../src/entries/activation.js';
import { defineDataset } from '../../src/entries/dataset.js';
import { defineLayer } from '../../src/entries/layer.js';
import { defineLoss } from '../../src/entries/loss.js';
import { defineOptimizer } from '../../src/entries/optimizer.js';
import { definePenalty } from '../../src/entries/penalty.js';
import { named } from '../checks/support/odd.js';

const here = String.raw`\(at test/entries/complete\.test\.ts:\d+\)$`;

describe('a definition with keys that nothing reads', () => {
  const scores = { scores: 'logits', discriminatorLoss: () => 1, generatorLoss: () => 1 };

  it('is refused with the keys that there are', () => {
    const odd = { ...named('loss'), ...scores, statee: () => ({}), lipschitz: true };
    expect(() => defineLoss(odd as never)).toThrow(
      expect.objectContaining({
        code: 'GAN802',
        message: expect.stringMatching(
          new RegExp(
            `^defineLoss of "acme/odd" has keys that nothing reads: statee is no key of it; lipschitz is no key of it ${here}`,
          ),
        ) as string,
        hint: 'The keys of defineLoss: type, schema, scores, discriminatorLoss, generatorLoss, distance, needsLipschitz, separable, signed, idle, state.',
      }),
    );
  });

  it('may be an instance of a class, or a copy of an entry', () => {
    class Own {
      readonly margin = 1;
    }
    const instance = Object.assign(new Own(), named('loss'), scores);
    expect(defineLoss(instance as never)).toMatchObject({ type: 'acme/odd' });
    const copy = { ...defineLoss({ ...named('loss'), ...scores } as never) };
    expect(defineLoss({ ...copy, type: 'acme/copy' })).toMatchObject({ type: 'acme/copy' });
  });
});

describe('an incomplete definition', () => {
  it.each<[string, () => unknown, string]>([
    [
      'a loss',
      () => defineLoss({ ...named('loss'), generatorLoss: () => 1 } as never),
      'defineLoss of "acme/odd" is incomplete: scores is missing: "logits" or "reconstruction"; discriminatorLoss is missing: a function',
    ],
    [
      'a penalty',
      () => definePenalty(named('penalty') as never),
      'definePenalty of "acme/odd" is incomplete: perSample is missing: true or false',
    ],
    [
      'an activation',
      () => defineActivation({ ...named('activation'), apply: 'relu' } as never),
      'defineActivation of "acme/odd" is incomplete: apply is not a function; range is missing: a function',
    ],
    [
      'an optimizer',
      () => defineOptimizer({ ...named('optimizer'), slots: () => [] } as never),
      'defineOptimizer of "acme/odd" is incomplete: scalars is missing: a function; update is missing: a function',
    ],
    [
      'a data set without anything',
      () => defineDataset({} as never),
      'defineDataset is incomplete: type is missing: a text; schema is missing: an object; describe is missing: a function; open is missing: a function',
    ],
    [
      'a loss of nothing',
      () => (defineLoss as () => unknown)(),
      'defineLoss gets nothing, not a definition',
    ],
    [
      'a layer of a function',
      () => defineLayer((() => 1) as never),
      'defineLayer gets a function, not a definition',
    ],
  ])('names every missing key, with its line: %s', (_title, define, message) => {
    const literal = message.replaceAll(/[.()]/g, String.raw`\$&`);
    expect(define).toThrow(new RegExp(`^${literal} ${here}`));
  });
});
