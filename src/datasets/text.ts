import { schemas, type TextDataset } from '../generated/datasets.js';
import { defineDataset, type DatasetDescription, type EncodedSamples } from '../entries/dataset.js';
import type { HostConfig } from '../entries/config.js';
import { checkRecipe } from './shared/checkRecipe.js';
import { labelReader } from './shared/labelReader.js';
import { argMax } from './tables/column.js';
import { readLabelledLines, type LabelledText } from './formats/labelledLines.js';

type Options = HostConfig<TextDataset>;

/**
 * Lines of text files as one-hot characters `[length, 1 + size of the alphabet]`; index 0 means no character.
 * @source Gulrajani et al. 2017, arXiv:1704.00028, section 5.3, whose language model reads 32 characters
 */
export const text = defineDataset<TextDataset, Pick<LabelledText, 'alphabet'>>({
  type: 'text',
  schema: schemas.text,
  describe: (config, context) => describe(readLabelledLines(config, context), config),
  outline: ({ alphabet, length }) =>
    alphabet === null ? undefined : { shape: [length, 1 + alphabet.length], range: [0, 1] },
  open(config, context) {
    const found = readLabelledLines(config, context);
    const { length } = config;
    const { alphabet, data, labels } = found;
    const vocabulary = 1 + alphabet.length;
    return {
      ...describe(found, config),
      read(indices, out) {
        out.fill(0);
        for (let i = 0; i < indices.length; i++) {
          const start = (indices[i] ?? 0) * length;
          for (let j = 0; j < length; j++) {
            out[(i * length + j) * vocabulary + (data[start + j] ?? 0)] = 1;
          }
        }
      },
      ...(labels && { readLabels: labelReader(labels.data) }),
      noun: 'texts',
      recipe: { alphabet },
    };
  },
  encode: (samples, { length }, { alphabet }) => encode(samples, alphabet, length),
});

function describe(
  { alphabet, count, labels, warnings }: LabelledText,
  { length }: Options,
): DatasetDescription {
  return {
    shape: [length, 1 + alphabet.length],
    range: [0, 1],
    form: 'text',
    count,
    classes: labels?.classes.length ?? null,
    ...(labels && { classList: labels.classes }),
    ...(warnings.length > 0 && { warnings }),
  };
}

/** Encodes samples as one line of text each: the character with the largest value at every position, none for index 0. */
function encode(
  samples: Float32Array,
  alphabet: readonly string[],
  length: number,
): EncodedSamples {
  const vocabulary = 1 + alphabet.length;
  checkRecipe(samples.length, length * vocabulary);
  const characters = Array.from({ length: samples.length / vocabulary }, (_, i) => {
    const scores = samples.subarray(i * vocabulary, (i + 1) * vocabulary);
    return alphabet[argMax(scores) - 1] ?? '';
  });
  const lines = Array.from({ length: characters.length / length }, (_, i) =>
    characters.slice(i * length, (i + 1) * length).join(''),
  );
  return { extension: 'txt', bytes: Buffer.from(`${lines.join('\n')}\n`) };
}
