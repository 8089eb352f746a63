/** Codes of data sets: GAN400 to GAN499. */
import type { CodeTable } from './code.js';

export const dataCodes = {
  GAN400: {
    title: 'data set not found',
    why: 'ganspec never downloads anything while it works, so the files of a data set must be on this machine already.',
    fix: 'The hint lists every way to provide them, such as --data-dir, GANSPEC_DATA or a package to install.',
  },
  GAN401: {
    title: 'data file cannot be read',
    why: 'The file is missing, is a folder, or the operating system refused to read it.',
    fix: 'Check the path and the permissions; a relative path starts at the folder of the spec.',
  },
  GAN402: {
    title: 'not an IDX file of bytes',
    why: 'IDX files start with two zero bytes, the kind of number and the number of axes; ganspec reads unsigned bytes only, as in MNIST.',
    fix: 'Check that the path leads to the right file; labels and images are easily swapped. Convert other kinds of number to bytes.',
  },
  GAN403: {
    title: 'data file shorter or longer than it says',
    why: 'The axes in the header of the file ask for another number of bytes than the file holds, so it was cut off or damaged.',
    fix: 'Fetch or write the file again.',
  },
  GAN404: {
    title: 'damaged gzip file',
    why: 'The compressed file breaks off or contains errors.',
    fix: 'Fetch the file again, or decompress it and look at it.',
  },
  GAN405: {
    title: 'data file too large',
    why: 'The header of the file asks for more than 2 GiB, which is nearly always damage, and would have to fit in memory.',
    fix: 'Split the file.',
  },
  GAN406: {
    title: 'not the data set it should be',
    why: 'MNIST and Fashion-MNIST have images of 28 by 28, a known number of them, and ten classes; these files differ.',
    fix: 'Fetch the original files, or read your own with the data set "idx".',
  },
  GAN407: {
    title: 'labels that do not fit the images',
    why: 'The label file must hold one number for each image.',
    fix: 'Give the label file that belongs to the image file.',
  },
} as const satisfies CodeTable;
