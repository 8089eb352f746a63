/** A user's model of images as a backbone of metrics. */
import type { DatasetDescription } from '../entries/dataset.js';
import type { SampleRows } from '../entries/metric.js';
import type { Backbone } from './backbone.js';
import { modelImages, preprocessingText, type ModelImageForm } from './modelImages.js';

/** A model that reads images and gives one tensor. */
export interface ImageModel {
  readonly name: string;
  /** SHA-256 of its file. */
  readonly sha256: string;
  /** Name of the tensor. */
  readonly layer: string;
  readonly form: ModelImageForm;
  /** The tensor of a batch of images in the model's form, with its shape. */
  run(
    images: Float32Array,
    count: number,
  ): Promise<{ data: Float32Array; shape: readonly number[] }>;
  dispose(): Promise<void>;
}

const batch = 32;

/** The backbone that compares the model's tensor, averaged over rows and columns where it has them. */
export function imageBackbone(model: ImageModel, data: DatasetDescription): Backbone {
  const { name, sha256, layer, form } = model;
  const outputs = async (samples: SampleRows) => {
    const parts: Float32Array[] = [];
    for (let first = 0; first < samples.count; first += batch) {
      const count = Math.min(batch, samples.count - first);
      const images = modelImages(samples, { first, count }, data, form);
      const { data: numbers, shape } = await model.run(images, count);
      parts.push(averagedOverSpace(numbers, shape, form.channelsFirst));
    }
    const all = new Float32Array(parts.reduce((sum, part) => sum + part.length, 0));
    parts.reduce((at, part) => {
      all.set(part, at);
      return at + part.length;
    }, 0);
    return {
      features: { count: samples.count, width: all.length / samples.count, numbers: all },
    };
  };
  return {
    ...{ name, sha256, layer },
    preprocessing: preprocessingText(form),
    gives: ['features'],
    outputs,
    dispose: () => model.dispose(),
  };
}

/** One row for each image: the mean over rows and columns of a tensor that has them, else all its numbers. */
function averagedOverSpace(
  numbers: Float32Array,
  shape: readonly number[],
  channelsFirst: boolean,
): Float32Array {
  if (shape.length !== 4) return numbers;
  const [count = 0, ...axes] = shape;
  const [channels = 0, ...space] = channelsFirst ? axes : [axes.at(-1) ?? 0, ...axes.slice(0, -1)];
  const places = space.reduce((product, size) => product * size, 1);
  const out = new Float32Array(count * channels);
  const step = channelsFirst ? 1 : channels;
  for (let row = 0; row < count * channels; row += 1) {
    const [image, channel] = [Math.floor(row / channels), row % channels];
    const start = image * channels * places + (channelsFirst ? channel * places : channel);
    let sum = 0;
    for (let place = 0; place < places; place += 1) sum += numbers[start + place * step] ?? 0;
    out[row] = sum / places;
  }
  return out;
}
