/** The battery: the same questions for every entry, built-in or from outside. */
import type { Entry, Kind } from '../entries/entry.js';
import type { Registry } from '../entries/registry.js';
import { examplesOf, type Example } from './example.js';
import { askAll, hintOf, type Answers, type Finding } from './finding.js';
import { layerProbes, oneOfEachCount } from './layerProbe.js';
import { activationQuestions } from './questions/activation.js';
import { datasetQuestions, openedOnce } from './questions/dataset.js';
import { fragmentQuestions } from './questions/fragment.js';
import { ganQuestions, type AtWork } from './questions/gan.js';
import { initializerQuestions } from './questions/initializer.js';
import { layerQuestions } from './questions/layer.js';
import { lossQuestions } from './questions/loss.js';
import { optimizerQuestions } from './questions/optimizer.js';
import { penaltyQuestions } from './questions/penalty.js';
import { scheduleQuestions } from './questions/schedule.js';
import { ganWith, ganWithData, ganWithLayer } from './smallGan.js';

/**
 * Puts every question to an entry, with each of its examples. Nothing that the entry does is thrown: it becomes a finding.
 * @param registry Holds the entry and the words that its examples use.
 */
export async function examine(entry: Entry, registry: Registry): Promise<readonly Finding[]> {
  const name = `${entry.kind} "${entry.type}"`;
  const { findings: fragment } = await askAll(name, fragmentQuestions, [
    { title: 'its schema', entry, registry },
  ]);
  // Options that do not come out right would only make every hook fail.
  if (fragment.some(({ ok }) => !ok)) return fragment;
  try {
    const [own, atWork] = await askHooks(name, entry, registry);
    // A hook that throws by itself throws in a GAN as well.
    const gans = own.threw ? [] : (await askAll(name, ganQuestions, atWork)).findings;
    return [...fragment, ...own.findings, ...gans];
  } catch (error) {
    const question = 'accepts what every entry of its kind is tried on';
    // Of a layer, the shapes that it accepts are tried first.
    const hook = entry.kind === 'layer' ? 'outputShape' : 'schema';
    const detail = error instanceof Error ? error.message : String(error);
    const finding = { entry: name, hook, question, ok: false, detail };
    return [...fragment, { ...finding, fix: hintOf(error) }];
  }
}

type Asked = readonly [own: Answers, atWork: readonly AtWork[]];

/** The questions of the entry's kind, and its examples at work. */
async function askHooks(name: string, entry: Entry, registry: Registry): Promise<Asked> {
  switch (entry.kind) {
    case 'layer': {
      const probes = examplesOf(entry.kind, entry, registry).map(layerProbes);
      // On inputs of one rank: engines do not care which.
      const atWork = probes.flatMap(oneOfEachCount).map((probe) => ({
        title: probe.title,
        gan: () => ganWithLayer(probe.options, probe),
      }));
      return [await askAll(name, layerQuestions, probes.flat()), atWork];
    }
    case 'dataset': {
      const examples = examplesOf(entry.kind, entry, registry).map((example) => ({
        ...example,
        gan: async () => {
          const data = await openedOnce(example);
          return data && ganWithData(example.options, data, registry);
        },
      }));
      return [await askAll(name, datasetQuestions, examples), examples];
    }
    case 'activation':
      return ask(name, activationQuestions, examplesOf(entry.kind, entry, registry));
    case 'initializer':
      return ask(name, initializerQuestions, examplesOf(entry.kind, entry, registry));
    case 'loss':
      return ask(name, lossQuestions, examplesOf(entry.kind, entry, registry));
    case 'penalty':
      return ask(name, penaltyQuestions, examplesOf(entry.kind, entry, registry));
    case 'optimizer':
      return ask(name, optimizerQuestions, examplesOf(entry.kind, entry, registry));
    case 'schedule':
      return ask(name, scheduleQuestions, examplesOf(entry.kind, entry, registry));
  }
}

async function ask<K extends Exclude<Kind, 'layer' | 'dataset'>>(
  name: string,
  questions: Parameters<typeof askAll<Example<K>>>[1],
  examples: readonly Example<K>[],
): Promise<Asked> {
  const own = await askAll(name, questions, examples);
  return [own, examples.map((example) => ({ title: example.title, gan: () => ganWith(example) }))];
}
