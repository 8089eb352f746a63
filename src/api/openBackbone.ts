/** A user's ONNX file as the backbone of metrics. */
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { digestOf } from '../checkpoint/digest.js';
import { exitCodes, GanspecError, messageOf } from '../diagnostics/errors.js';
import type { ForeignInput, ForeignModel } from '../engines/onnx/foreignModel.js';
import type { DatasetDescription } from '../entries/dataset.js';
import type { Backbone } from '../evaluation/backbone.js';
import { imageBackbone } from '../evaluation/imageBackbone.js';
import type { ModelImageForm } from '../evaluation/modelImages.js';

/** An ONNX model of images, and how it is used. */
export interface BackboneOptions {
  /** Path of the ONNX file. */
  readonly file: string;
  /** The tensor that is compared: an output, or one inside; default: the first output. */
  readonly layer?: string;
  /** Values of black and white in its images, a pair. Default: −1 and 1. */
  readonly range?: readonly number[];
  /** Rows and columns of its images, where the model leaves them open. */
  readonly size?: number;
}

/** @throws GanspecError GAN543 where the file is no such model, or the samples are no images. */
export async function openBackbone(
  { file, layer, range = [-1, 1], size }: BackboneOptions,
  data: DatasetDescription,
): Promise<Backbone> {
  const refuse = (reason: string, hint: string): GanspecError =>
    new GanspecError('GAN543', exitCodes.usage, `the backbone ${file} ${reason}`, hint);
  const channels = data.shape[2];
  if (data.shape.length !== 3 || (channels !== 1 && channels !== 3)) {
    throw refuse(
      `reads images, and samples have the shape [${data.shape.join(', ')}]`,
      'Measure without it: every data set has metrics that need no model.',
    );
  }
  const bytes = readModel(file, refuse);
  const model = await open(bytes, layer, refuse);
  try {
    const form = formOf(model, range, size, refuse);
    const output = layer ?? model.outputs[0] ?? '';
    return imageBackbone(
      {
        ...{ name: basename(file), sha256: digestOf(bytes), layer: output, form },
        run: async (images, count) => {
          const { height, width, channels: depth, channelsFirst } = form;
          const shape = channelsFirst
            ? [count, depth, height, width]
            : [count, height, width, depth];
          const result = await model
            .run({ data: images, shape }, output)
            .catch((error: unknown) => {
              throw refuse(`fails: ${messageOf(error)}`, 'Try it in onnxruntime by itself.');
            });
          if (result.data instanceof Float32Array && result.shape[0] === count) {
            return { data: result.data, shape: result.shape };
          }
          throw refuse(
            `gives for ${count} images a tensor "${output}" of shape [${result.shape.join(', ')}], not one row of float32 for each`,
            'Name another tensor with --layer.',
          );
        },
        dispose: () => model.dispose(),
      },
      data,
    );
  } catch (error) {
    await model.dispose();
    throw error;
  }
}

type Refuse = (reason: string, hint: string) => GanspecError;

function readModel(file: string, refuse: Refuse): Uint8Array {
  try {
    return readFileSync(file);
  } catch (error) {
    throw refuse(`cannot be read: ${messageOf(error)}`, 'Give the path of an ONNX file.');
  }
}

/** A tensor inside becomes an output only where no output has its name. */
async function open(
  bytes: Uint8Array,
  layer: string | undefined,
  refuse: Refuse,
): Promise<ForeignModel> {
  const { openForeignModel } = await import('../engines/onnx/foreignModel.js');
  try {
    const model = await openForeignModel(bytes);
    if (layer === undefined || model.outputs.includes(layer)) return model;
    await model.dispose();
  } catch (error) {
    throw refuse(`is no model that onnxruntime runs: ${messageOf(error)}`, 'Give an ONNX file.');
  }
  try {
    return await openForeignModel(bytes, layer);
  } catch {
    throw refuse(
      `has no tensor "${layer}"`,
      'Programs such as Netron show the tensors of a model by name.',
    );
  }
}

function formOf(
  { inputs }: ForeignModel,
  range: readonly number[],
  size: number | undefined,
  refuse: Refuse,
): ModelImageForm {
  const [input, ...others] = inputs;
  const axes = input && others.length === 0 && input.type === 'float32' ? axesOf(input) : undefined;
  if (!axes) {
    const found = inputs.map(({ name, type, shape }) => `${name}: ${type} [${shape.join(', ')}]`);
    throw refuse(
      `reads ${found.join('; ') || 'nothing'}, not one batch of images [batch, channels, height, width] or [batch, height, width, channels] of float32 with 1 or 3 channels`,
      'Export it with an input of that form.',
    );
  }
  const [height, width] = [axes.height, axes.width].map((own) =>
    typeof own === 'number' && own > 0 ? own : size,
  );
  if (height === undefined || width === undefined) {
    throw refuse('leaves the size of its images open', 'Give it with --size, such as --size 299.');
  }
  const [black = NaN, white = NaN, ...more] = range;
  if (!(black < white) || more.length > 0) {
    throw refuse(
      `cannot have images with values from ${range.join(' to ')}`,
      'Give --range the values of black and white, such as 0,1.',
    );
  }
  const { channels, channelsFirst } = axes;
  return { height, width, channels, channelsFirst, range: [black, white] };
}

/** The axes of a batch of images; undefined where the tensor is none. */
function axesOf({ shape }: ForeignInput) {
  const [, first, second, third] = shape;
  if (shape.length !== 4 || first === undefined || second === undefined) return undefined;
  const isDepth = (axis: unknown): axis is 1 | 3 => axis === 1 || axis === 3;
  if (isDepth(first)) {
    return { channels: first, channelsFirst: true, height: second, width: third };
  }
  if (isDepth(third)) {
    return { channels: third, channelsFirst: false, height: first, width: second };
  }
  return undefined;
}
