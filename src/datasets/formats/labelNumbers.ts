import { sizeOf, type Shape } from '../../ir/tensorType.js';
import { counted } from '../../diagnostics/counted.js';
import { dataError } from '../shared/dataFile.js';
import { listText } from '../shared/listText.js';

/** Array of a label file. */
export interface LabelArray {
  readonly file: string;
  readonly shape: Shape;
  /** Reads all its numbers, in row-major order. */
  readonly numbers: () => Float64Array;
}

/**
 * One label for each sample from an array of as many whole numbers, or of rows `[count, classes]` that are one-hot: 1 at
 * the label, 0 elsewhere.
 * @param samples File of the samples, for messages.
 * @throws GanspecError GAN407
 */
export function labelNumbers(array: LabelArray, count: number, samples: string): Int32Array {
  const { file, shape, numbers } = array;
  if (sizeOf(shape) === count) return wholeNumbers(file, numbers());
  const [rows = 0, classes = 1] = shape;
  if (rows === count && shape.length === 2) return placesOfOne(file, numbers(), classes);
  const held =
    shape.length === 1 ? counted(rows, 'label') : `an array [${shape.join(', ')}], not labels,`;
  throw dataError(
    'GAN407',
    `${file}: holds ${held} for the ${counted(count, 'sample')} of ${samples}`,
    labelsHint(array, count, samples),
  );
}

/** The way out for an array whose shape is not that of labels. */
function labelsHint({ file, shape }: LabelArray, count: number, samples: string): string {
  if (file === samples) return 'This is the file of the samples; name that of their labels.';
  if (shape.length === 2 && shape[1] === count) {
    return 'Its columns seem to be the samples: save array.T.';
  }
  if (shape.length === 1) {
    return 'Name the labels of these samples, one for each and in their order: both files of the training part, or both of the test part.';
  }
  return 'Name a file with one class number for each sample, or with one-hot rows.';
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
    const [what, hint] = wrongRow(values);
    throw dataError(
      'GAN407',
      `${file}: row ${row} of ${classes} numbers is not one-hot${what}, [${listText([...values].map(String))}]`,
      hint,
    );
  });
}

/** Fault of a row that is not one-hot, as an addition to that, and the way out. */
function wrongRow(values: Float64Array): readonly [what: string, hint: string] {
  const ones = values.filter((value) => value === 1).length;
  if (!values.every((value) => value === 0 || value === 1)) {
    return ['', 'Save one class number for each sample, such as numpy.argmax(array, axis=1).'];
  }
  return ones === 0
    ? [
        ' and names no class',
        'Leave out samples without a class: save samples[labels.any(axis=1)] and labels[labels.any(axis=1)].',
      ]
    : [
        ` but names ${ones} classes`,
        'A sample has one class: save one column, such as array[:, 0], or a class for each row that occurs, numpy.unique(array, axis=0, return_inverse=True)[1].',
      ];
}
