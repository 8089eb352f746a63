import { join } from 'node:path';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Tagged } from '../entries/tagged.js';
import type { Backbone } from '../evaluation/backbone.js';
import { readClassifier } from '../evaluation/savedClassifier.js';
import { specFromText } from '../language/load/load.js';
import { packageFolder } from '../packageFolder.js';
import type { JsonNode } from '../source/jsonTree.js';
import type { ClassifierSession } from '../train/classifierSession.js';

/** Form of the images that the built-in classifiers are trained on. */
const form = { shape: '28,28,1', range: '-1,1' };

/**
 * The classifier that comes with ganspec for a data set; undefined where there is none, or where options give its samples
 * another shape or range.
 * @param prepare Compiles the spec of the classifier for these data.
 * @throws GanspecError GAN602, exit code 6, where its weights were changed.
 */
export async function openBuiltInClassifier(
  { type }: Tagged,
  { shape, range }: DatasetDescription,
  prepare: (spec: JsonNode) => Promise<ClassifierSession>,
): Promise<Backbone | undefined> {
  if (shape.join() !== form.shape || range?.join() !== form.range) return undefined;
  if (!/^\w+$/.test(type)) return undefined;
  const saved = readClassifier(join(packageFolder, 'classifiers', type));
  if (!saved) return undefined;
  const { record, spec, weights } = saved;
  const session = await prepare(specFromText(spec, { file: record.name }).tree);
  await session.session.writeState(weights);
  const { name, sha256, accuracy } = record;
  return {
    ...{ name, sha256, accuracy },
    gives: ['logits', 'features'],
    outputs: (samples) => session.classify(samples),
    dispose: () => session.dispose(),
  };
}
