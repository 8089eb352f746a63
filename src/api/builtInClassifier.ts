import { join } from 'node:path';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Tagged } from '../entries/tagged.js';
import type { Backbone } from '../evaluation/backbone.js';
import { modelImages, preprocessingText, type ModelImageForm } from '../evaluation/modelImages.js';
import { joinPlanes, planesOf } from '../evaluation/planes.js';
import { readClassifier } from '../evaluation/savedClassifier.js';
import type { SampleRows } from '../entries/metric.js';
import { specFromText } from '../language/load/load.js';
import { packageFolder } from '../packageFolder.js';
import type { JsonNode } from '../source/jsonTree.js';
import type { ClassifierSession } from '../train/classifierSession.js';

/** Form of the images that the built-in classifiers are trained on. */
const form = { height: 28, width: 28, channelsFirst: false, range: [-1, 1] } as const;

/** Data sets whose channels are images of another one, each with a class of its own. */
const stacks: Readonly<Record<string, string>> = { stackedMnist: 'mnist' };

/**
 * The classifier that comes with ganspec for a data set; undefined where there is none. Images of another size or range are
 * brought into its form; one of a stack classifies each channel by itself.
 * @param prepare Compiles the spec of the classifier for these data.
 * @throws GanspecError GAN602, exit code 6, where its weights were changed.
 */
export async function openBuiltInClassifier(
  { type }: Tagged,
  data: DatasetDescription,
  prepare: (spec: JsonNode, data: DatasetDescription) => Promise<ClassifierSession>,
): Promise<Backbone | undefined> {
  if (!/^\w+$/.test(type)) return undefined;
  const ofPlanes = stacks[type];
  const saved = readClassifier(join(packageFolder, 'classifiers', ofPlanes ?? type));
  if (!saved) return undefined;
  const { record, spec, weights } = saved;
  const { height, width, range } = form;
  const depth = ofPlanes === undefined ? 1 : 3;
  const classes = data.classes === null ? null : Math.round(data.classes ** (1 / depth));
  const images = { ...data, shape: [height, width, 1], range, classes };
  const session = await prepare(specFromText(spec, { file: record.name }).tree, images);
  await session.session.writeState(weights);
  const { name, sha256, accuracy } = record;
  const asTrained =
    data.shape.join() === [height, width, depth].join() && data.range?.join() === range.join();
  return {
    ...{ name, sha256, accuracy: accuracy ** depth },
    ...(!asTrained && { preprocessing: preprocessingText({ ...form, channels: depth }) }),
    gives: ['logits', 'features'],
    outputs: async (samples) => {
      const own = asTrained ? samples : inForm(samples, data, { ...form, channels: depth });
      return depth === 1
        ? session.classify(own)
        : joinPlanes(await session.classify(planesOf(own, depth)), depth);
    },
    dispose: () => session.dispose(),
  };
}

function inForm(samples: SampleRows, data: DatasetDescription, images: ModelImageForm): SampleRows {
  const { count } = samples;
  const numbers = modelImages(samples, { first: 0, count }, data, images);
  return { count, width: numbers.length / count, numbers };
}
