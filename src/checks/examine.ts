/** The battery: the same questions for every entry, built-in or from outside. */
import type { Entry, EntryOf, Kind } from '../entries/entry.js';
import type { Registry } from '../entries/registry.js';
import { examplesOf, type Example } from './example.js';
import { askAll, hintOf, type Answers, type Finding, type Question } from './finding.js';
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
    const [own, atWork] = await askHooks(name, entry.kind, entry, registry);
    // A hook that throws by itself throws in a GAN as well.
    const gans =
      own.threw || atWork.length === 0 ? [] : (await askAll(name, ganQuestions, atWork)).findings;
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

/** Puts the questions of a kind to the examples of an entry, and names the GANs that have them at work. */
type Examination<K extends Kind> = (
  name: string,
  examples: readonly Example<K>[],
) => Promise<Asked>;

/** The questions of each kind; one that has none is asked about its fragments alone. */
const examinations: { readonly [K in Kind]?: Examination<K> } = {
  activation: asking(activationQuestions),
  dataset: examineDataset,
  initializer: asking(initializerQuestions),
  layer: examineLayer,
  loss: asking(lossQuestions),
  optimizer: asking(optimizerQuestions),
  penalty: asking(penaltyQuestions),
  schedule: asking(scheduleQuestions),
};

async function askHooks<K extends Kind>(
  name: string,
  kind: K,
  entry: EntryOf[K],
  registry: Registry,
): Promise<Asked> {
  const examination: Examination<K> | undefined = examinations[kind];
  if (!examination) return [{ findings: [], threw: false }, []];
  return examination(name, examplesOf(kind, entry, registry));
}

/** An examination by questions alone, whose examples are at work in a GAN each. */
function asking<K extends Kind>(questions: readonly Question<Example<K>>[]): Examination<K> {
  return async (name, examples) => [
    await askAll(name, questions, examples),
    examples.map((example) => ({ title: example.title, gan: () => ganWith(example) })),
  ];
}

async function examineLayer(name: string, examples: readonly Example<'layer'>[]): Promise<Asked> {
  const probes = examples.map(layerProbes);
  // On inputs of one rank: engines do not care which.
  const atWork = probes.flatMap(oneOfEachCount).map((probe) => ({
    title: probe.title,
    gan: () => ganWithLayer(probe.options, probe),
  }));
  return [await askAll(name, layerQuestions, probes.flat()), atWork];
}

async function examineDataset(
  name: string,
  examples: readonly Example<'dataset'>[],
): Promise<Asked> {
  const atWork = examples.map((example) => ({
    ...example,
    gan: async () => {
      const data = await openedOnce(example);
      return data && ganWithData(example.options, data, example.registry);
    },
  }));
  return [await askAll(name, datasetQuestions, atWork), atWork];
}
