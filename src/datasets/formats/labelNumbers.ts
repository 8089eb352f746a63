import { sizeOf } from '../../ir/tensorType.js';
import { dataError } from '../shared/dataFile.js';
import { listText } from '../shared/listText.js';
import type { NpyArray } from './readNpy.js';

/**
 * One label for each sample from an array of whole numbers `[count]` or `[count, 1]`, or of rows `[count, classes]` that
 * are one-hot: 1 at the label, 0 elsewhere.
 * @param samples File of the samples, for messages.
 * @throws GanspecError GAN407
 */
export function labelNumbers(array: NpyArray, count: number, samples: string): Int32Array {
  const { file, shape } = array;
  const [rows = 0, classes = 1] = shape;
  if (rows !== count || shape.length > 2) {
    throw dataError(
      'GAN407',
      `${file}: holds [${shape.join(', ')}] labels for the ${count} samples of ${samples}`,
    );
  }
  const numbers = new Float64Array(sizeOf(shape));
  array.read(0, numbers);
  return classes === 1 ? wholeNumbers(file, numbers) : placesOfOne(file, numbers, classes);
}

/** Whole numbers from 0 on, or the two labels -1 and 1. */
function wholeNumbers(file: string, numbers: Float64Array): Int32Array {
  const labels = Int32Array.from(numbers);
  const total = numbers.length;
  const broken = labels.findIndex((label, i) => label !== numbers[i]);
  if (broken >= 0) {
    const count = labels.filter((label, i) => label !== numbers[i]).length;
    throw dataError(
      'GAN407',
      `${file}: label ${broken} is ${numbers[broken] ?? NaN}, no whole number (${count} of ${total})`,
      'Save whole numbers: numpy.unique(array, return_inverse=True)[1] makes a class of each value that occurs.',
    );
  }
  const negative = labels.findIndex((label) => label < 0);
  if (negative < 0 || labels.every((label) => label === -1 || label === 1)) return labels;
  const count = labels.filter((label) => label < 0).length;
  throw dataError(
    'GAN407',
    `${file}: label ${negative} is ${labels[negative] ?? NaN}, and ${count} of ${total} are negative`,
    'Where they mark samples without a class, leave these out: save samples[labels >= 0] and labels[labels >= 0]. Where they are classes, save numpy.unique(labels, return_inverse=True)[1].',
  );
}

function placesOfOne(file: string, numbers: Float64Array, classes: number): Int32Array {
  return Int32Array.from({ length: numbers.length / classes }, (_, row) => {
    const values = numbers.subarray(row * classes, (row + 1) * classes);
    const label = values.indexOf(1);
    if (label >= 0 && values.every((value, i) => value === (i === label ? 1 : 0))) return label;
    throw dataError(
      'GAN407',
      `${file}: row ${row} of ${classes} numbers is not one-hot, [${listText([...values].map(String))}]`,
      'Save one class number for each sample, such as numpy.argmax(array, axis=1).',
    );
  });
}
