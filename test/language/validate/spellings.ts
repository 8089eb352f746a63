/** Hints for spellings from other libraries, as a spec that is written with one of them gets them. */
import { DiagnosticSink } from '../../../src/diagnostics/sink.js';
import type { Kind } from '../../../src/entries/entry.js';
import type { Registry } from '../../../src/entries/registry.js';
import { specFromObject } from '../../../src/language/load/load.js';
import { validate } from '../../../src/language/validate/validate.js';

type Json = Record<string, unknown>;

/** Objects of the spec below that keys are written in. */
const places: Readonly<Record<string, (spec: Spec) => Json>> = {
  top: (spec) => spec,
  loss: ({ loss }) => loss,
  latent: ({ latent }) => latent,
  training: ({ training }) => training,
  monitor: ({ monitor }) => monitor,
  adam: ({ optimizers }) => optimizers.generator,
  gp: ({ penalties }) => penalties[0],
  G0: ({ generator }) => generator.layers[0],
  reshape: ({ generator }) => generator.layers[1],
  bn: ({ generator }) => generator.layers[2],
  conv: ({ discriminator }) => discriminator.layers[0],
  leaky: ({ discriminator }) => discriminator.layers[1],
  dropout: ({ discriminator }) => discriminator.layers[2],
};

type Spec = ReturnType<typeof newSpec>;

function newSpec() {
  return {
    data: { type: 'mnist' } as unknown,
    latent: { dim: 8 } as Json,
    generator: {
      layers: [
        { type: 'dense', units: 49 },
        { type: 'reshape', shape: [7, 7, 1] },
        { type: 'batchNorm' },
      ] as [Json, Json, Json],
    },
    discriminator: {
      layers: [
        { type: 'conv2d', filters: 8, kernelSize: 3 },
        { type: 'leakyReLU' },
        { type: 'dropout', rate: 0.5 },
      ] as [Json, Json, Json],
    },
    loss: { type: 'hinge' } as Json,
    penalties: [{ type: 'gradientPenalty' }] as [Json],
    optimizers: { generator: { type: 'adam', learningRate: 0.001 } as Json },
    training: { steps: 100, batchSize: 64 } as Json,
    monitor: {} as Json,
  };
}

const writeWord: Readonly<Record<string, (spec: Spec, word: string) => void>> = {
  layer: ({ generator }, word) => (generator.layers[0] = { type: word }),
  activation: ({ generator }, word) => (generator.layers[0]['activation'] = word),
  initializer: ({ generator }, word) => (generator.layers[0]['kernelInitializer'] = word),
  loss: (spec, word) => (spec.loss = { type: word }),
  penalty: ({ penalties }, word) => (penalties[0] = { type: word }),
  optimizer: ({ optimizers }, word) => (optimizers.generator = { type: word, learningRate: 0.1 }),
  schedule: ({ optimizers }, word) => (optimizers.generator['learningRate'] = { type: word }),
  dataset: (spec, word) => (spec.data = word),
};

/** The hint for a word of a kind; undefined where the spec has no mistake in it. */
export function hintForWord(registry: Registry, kind: Kind, word: string): string | undefined {
  const spec = newSpec();
  writeWord[kind]?.(spec, word);
  return hintOf(registry, spec, (message) => message.includes(`"${word}"`));
}

/** The hint for a key in one of the places above. @param options Of that object, instead of its own. */
export function hintForKey(
  registry: Registry,
  place: string,
  key: string,
  value: unknown,
  options: Json = {},
): string | undefined {
  const spec = newSpec();
  const object = places[place]?.(spec);
  if (!object) throw new Error(`no place ${place}`);
  Object.assign(object, options, { [key]: value });
  return hintOf(registry, spec, (message) => message.includes(`"${key}"`));
}

/** The first name of the language in a hint that says what was meant; undefined for a list of all words. */
export function nameIn(hint: string | undefined): string | undefined {
  const found =
    /^(?:did you mean|here it is(?: called)?) "([^"]+)"/.exec(hint ?? '') ??
    /^its place is ([A-Za-z]+)/.exec(hint ?? '') ??
    /write \{ "type": "[a-z]+", "[a-z]+": "([^"]+)"/.exec(hint ?? '');
  return found?.[1];
}

function hintOf(
  registry: Registry,
  spec: Json,
  isMeant: (message: string) => boolean,
): string | undefined {
  const { tree } = specFromObject(spec, { file: 'gan.json' });
  const sink = new DiagnosticSink(tree);
  validate(tree, registry, sink, { datasets: { baseDir: '.', dataDir: undefined, seed: 0 } });
  return sink.list.find(({ message }) => isMeant(message))?.hint;
}
