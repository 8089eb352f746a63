import { join } from 'node:path';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Tagged } from '../entries/tagged.js';
import type { Backbone } from '../evaluation/backbone.js';
import { joinPlanes, planesOf } from '../evaluation/planes.js';
import { readClassifier } from '../evaluation/savedClassifier.js';
import { specFromText } from '../language/load/load.js';
import { packageFolder } from '../packageFolder.js';
import type { JsonNode } from '../source/jsonTree.js';
import type { ClassifierSession } from '../train/classifierSession.js';

/** Form of the images that the built-in classifiers are trained on. */
const form = { shape: [28, 28, 1] as readonly number[], range: '-1,1' };

/** Data sets whose channels are images of another one, each with a class of its own. */
const stacks: Readonly<Record<string, string>> = { stackedMnist: 'mnist' };

/**
 * The classifier that comes with ganspec for a data set; undefined where there is none, or where options give its samples
 * another shape or range. One of a stack classifies each channel by itself.
 * @param prepare Compiles the spec of the classifier for these data.
 * @throws GanspecError GAN602, exit code 6, where its weights were changed.
 */
export async function openBuiltInClassifier(
  { type }: Tagged,
  data: DatasetDescription,
  prepare: (spec: JsonNode, data: DatasetDescription) => Promise<ClassifierSession>,
): Promise<Backbone | undefined> {
  const ofPlanes = stacks[type];
  const depth = ofPlanes === undefined ? 1 : (data.shape[2] ?? 1);
  if (data.shape.join() !== form.shape.with(2, depth).join()) return undefined;
  if (data.range?.join() !== form.range || !/^\w+$/.test(type)) return undefined;
  const saved = readClassifier(join(packageFolder, 'classifiers', ofPlanes ?? type));
  if (!saved) return undefined;
  const { record, spec, weights } = saved;
  const classes = data.classes === null ? null : Math.round(data.classes ** (1 / depth));
  const images = { ...data, shape: form.shape, classes };
  const session = await prepare(specFromText(spec, { file: record.name }).tree, images);
  await session.session.writeState(weights);
  const { name, sha256, accuracy } = record;
  return {
    ...{ name, sha256, accuracy: accuracy ** depth },
    gives: ['logits', 'features'],
    outputs: async (samples) =>
      depth === 1
        ? session.classify(samples)
        : joinPlanes(await session.classify(planesOf(samples, depth)), depth),
    dispose: () => session.dispose(),
  };
}
