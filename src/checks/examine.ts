/** Runs the checks of an entry, the same ones for built-ins and plugins. */
import type { Entry, EntryOf, Kind } from '../entries/entry.js';
import type { Registry } from '../entries/registry.js';
import { examplesOf, type Example } from './example.js';
import { runChecks, hintOf, type CheckResults, type CheckFinding, type Check } from './check.js';
import { layerProbes, oneOfEachCount } from './layerProbe.js';
import { activationChecks } from './kinds/activation.js';
import { datasetChecks, openedOnce } from './kinds/dataset.js';
import { fragmentChecks } from './fragmentChecks.js';
import { ganChecks, type AtWork } from './ganChecks.js';
import { initializerChecks } from './kinds/initializer.js';
import { layerChecks } from './kinds/layer.js';
import { lossChecks } from './kinds/loss.js';
import { metricChecks } from './kinds/metric.js';
import { optimizerChecks } from './kinds/optimizer.js';
import { penaltyChecks } from './kinds/penalty.js';
import { scheduleChecks } from './kinds/schedule.js';
import { ganWith, ganWithData, ganWithLayer } from './smallGan.js';
import { messageOf } from '../diagnostics/errors.js';

/**
 * Runs every check on an entry, with each of its examples. Errors of the entry become findings and are not thrown.
 * @param registry Holds the entry and the words that its examples use.
 */
export async function examine(entry: Entry, registry: Registry): Promise<readonly CheckFinding[]> {
  const name = `${entry.kind} "${entry.type}"`;
  const { findings: fragment } = await runChecks(name, fragmentChecks, [
    { title: 'its schema', entry, registry },
  ]);
  // With a wrong schema every hook would fail.
  if (fragment.some(({ ok }) => !ok)) return fragment;
  try {
    const [own, atWork] = await examineHooks(name, entry.kind, entry, registry);
    // A hook that throws by itself throws in a GAN as well.
    const gans =
      own.threw || atWork.length === 0 ? [] : (await runChecks(name, ganChecks, atWork)).findings;
    return [...fragment, ...own.findings, ...gans];
  } catch (error) {
    const claim = 'accepts the inputs that every entry of its kind is checked on';
    // The first check of a layer is of the shapes that it accepts.
    const hook = entry.kind === 'layer' ? 'outputShape' : 'schema';
    const detail = messageOf(error);
    const finding = { entry: name, hook, claim, ok: false, detail };
    return [...fragment, { ...finding, fix: hintOf(error) }];
  }
}

type Examined = readonly [own: CheckResults, atWork: readonly AtWork[]];

/** Runs the checks of a kind on the examples of an entry, and gives the GANs that use them. */
type Examination<K extends Kind> = (
  name: string,
  examples: readonly Example<K>[],
) => Promise<Examined>;

/** The checks of each kind; without any, only fragments are checked. */
const examinations: { readonly [K in Kind]?: Examination<K> } = {
  activation: checking(activationChecks),
  dataset: examineDataset,
  initializer: checking(initializerChecks),
  layer: examineLayer,
  loss: checking(lossChecks),
  metric: checking(metricChecks),
  optimizer: checking(optimizerChecks),
  penalty: checking(penaltyChecks),
  schedule: checking(scheduleChecks),
};

async function examineHooks<K extends Kind>(
  name: string,
  kind: K,
  entry: EntryOf[K],
  registry: Registry,
): Promise<Examined> {
  const examination: Examination<K> | undefined = examinations[kind];
  if (!examination) return [{ findings: [], threw: false }, []];
  return examination(name, examplesOf(kind, entry, registry));
}

/** Runs checks on the examples themselves, each of which is used in a GAN. */
function checking<K extends Kind>(checks: readonly Check<Example<K>>[]): Examination<K> {
  return async (name, examples) => [
    await runChecks(name, checks, examples),
    examples.map((example) => ({ title: example.title, gan: () => ganWith(example) })),
  ];
}

async function examineLayer(
  name: string,
  examples: readonly Example<'layer'>[],
): Promise<Examined> {
  const probes = examples.map(layerProbes);
  // One rank of inputs is enough for a comparison of engines.
  const atWork = probes.flatMap(oneOfEachCount).map((probe) => ({
    title: probe.title,
    gan: () => ganWithLayer(probe.options, probe),
  }));
  return [await runChecks(name, layerChecks, probes.flat()), atWork];
}

async function examineDataset(
  name: string,
  examples: readonly Example<'dataset'>[],
): Promise<Examined> {
  const atWork = examples.map((example) => ({
    ...example,
    gan: async () => {
      const data = await openedOnce(example);
      return data && ganWithData(example.options, data, example.registry);
    },
  }));
  return [await runChecks(name, datasetChecks, atWork), atWork];
}
