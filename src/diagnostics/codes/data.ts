/** Codes of data sets: GAN400 to GAN499. */
import type { CodeTable } from './code.js';

export const dataCodes = {
  GAN400: {
    title: 'Data set not found',
    why: 'ganspec never downloads anything while it works, so the files of a data set must be on this machine already.',
    fix: 'The hint lists every way to provide them, such as --data-dir, GANSPEC_DATA or a package to install.',
  },
  GAN401: {
    title: 'Data file cannot be read',
    why: 'The file is missing, is a folder, or the operating system refused to read it.',
    fix: 'Check the path and the permissions; a relative path starts at the folder of the spec.',
  },
  GAN402: {
    title: 'Not an IDX file of bytes',
    why: 'IDX files start with two zero bytes, the kind of number and the number of axes; ganspec reads unsigned bytes only, as in MNIST.',
    fix: 'Check that the path leads to the right file; labels and images are easily swapped. Convert other kinds of number to bytes.',
  },
  GAN403: {
    title: 'Data file shorter or longer than its header says',
    why: 'The axes in the header of the file ask for another number of bytes than the file holds, so it was cut off or damaged.',
    fix: 'Fetch or write the file again.',
  },
  GAN404: {
    title: 'Damaged gzip file',
    why: 'The compressed file breaks off or contains errors.',
    fix: 'Fetch the file again, or decompress it and look at it.',
  },
  GAN405: {
    title: 'Data file too large',
    why: 'The file would take more memory than there is for it, since it cannot be read by need (compressed files, tables and text), or one sample is too large, or decoded images have no room in their cache. Where the header of a compressed file asks for much, it is nearly always damaged.',
    fix: 'Decompress or split the file, make the samples smaller, or make room where the message says.',
  },
  GAN406: {
    title: 'Files of another data set',
    why: 'MNIST, Fashion-MNIST and CIFAR-10 have images of one size, a known number of them, and ten classes; these files differ.',
    fix: 'Fetch the original files, or read your own with the data set "idx" or "npy".',
  },
  GAN407: {
    title: 'Labels that do not fit the images',
    why: 'The label file must hold one whole number from 0 on for each sample, or a one-hot row; the numbers that occur are the classes.',
    fix: 'Give the label file that belongs to the samples.',
  },
  GAN408: {
    title: 'Path that leaves the folder of the spec',
    why: 'A spec names its data by paths inside its own folder, so that it works wherever the folder is moved, and a spec from elsewhere reads nothing else on this machine, not by a link either. Paths that you name yourself lead anywhere: one given with --set may be absolute or start with ~, the home folder; folders of --data-dir and GANSPEC_DATA may hold links.',
    fix: 'Put the data beside the spec. For data elsewhere, give the path with --set, or pass --data-dir or set GANSPEC_DATA, and write the path from there.',
  },
  GAN409: {
    title: 'No library to decode images',
    why: 'Images are decoded by the npm package sharp, which is optional and is not installed here or does not work on this machine.',
    fix: 'Run `npm install sharp` beside ganspec.',
  },
  GAN410: {
    title: 'Files left out',
    why: 'These files are damaged, cut off, of other formats than are read (files are recognised by their first bytes, whatever their names), or too large to be decoded safely, or these folders cannot be read. Training goes on without them. Text beside the data is passed over in silence.',
    fix: 'Convert, repair or remove them.',
  },
  GAN411: {
    title: 'Folder without usable images',
    why: 'The folder holds no PNG, JPEG, WebP, GIF, TIFF or AVIF file that can be decoded, or, where its sub-folders are the classes, an image that is in none of them.',
    fix: 'Check the path; give each class a sub-folder, or set "labels" to false.',
  },
  GAN412: {
    title: 'Not a NumPy file of numbers',
    why: 'ganspec reads .npy files of integers, floats or booleans in row-major order, with one sample for each place of the first axis, and only finite numbers.',
    fix: 'Save the array with numpy.save after numpy.ascontiguousarray, as float32 or uint8.',
  },
  GAN413: {
    title: 'Table that cannot be read',
    why: 'Every row needs as many fields as the first one, a column has values of one kind, numbers and dates can be read in one way only, and every column that the spec names must be there.',
    fix: 'Correct the line that the message names, or say with "header", "numeric", "categorical", "dates", "decimal", "dayFirst" or "exclude" how the table is meant.',
  },
  GAN414: {
    title: 'Text that cannot be read',
    why: 'The file must be UTF-8 and have lines that are not empty, with no other characters than those of "alphabet" where that is given.',
    fix: 'Correct the line that the message names, or leave "alphabet" out.',
  },
  GAN415: {
    title: 'Not a usable wav file',
    why: 'ganspec reads uncompressed wav files, integers of 8, 16, 24 or 32 bits or floats, all with the same sample rate.',
    fix: 'Convert the file that the message names, for example with `ffmpeg -i in.mp3 -ar 16000 out.wav`.',
  },
  GAN416: {
    title: 'Fewer samples than a batch',
    why: 'Damaged files were left out of the data set, and what is left does not fill one batch.',
    fix: 'Repair the files, or use a smaller training.batchSize.',
  },
  GAN417: {
    title: 'Bounds that do not fit the data',
    why: 'The bounds are the least and the greatest number of the data, which become the ends of their range; numbers outside would be cut off.',
    fix: 'Write `"bounds": [least, greatest]`, with the numbers that the message names.',
  },
  GAN418: {
    title: 'Data that have changed',
    why: 'Since the GAN was compiled or trained, the shape of a sample, the classes, or what the numbers of a sample stand for (the bounds of a column, an alphabet, a sample rate) have become others, so the weights no longer fit the data.',
    fix: 'Bring the files back as they were, or train anew. `ganspec sample` needs no data.',
  },
  GAN419: {
    title: 'Class without samples',
    why: 'Classes are the sub-folders that hold files, or the labels that occur, numbered in their natural order. A folder without files is no class, so those after it have smaller numbers; a class whose samples are all left out, or cut off by a limit, is one that training never shows, although samples of it are drawn.',
    fix: 'Add samples, or leave the class out.',
  },
  GAN420: {
    title: 'Data that use little of their range',
    why: 'Bytes stand for 0 to 255, and sound for -1 to 1. Data that stay within less than half of that, or within a twentieth of the "bounds" that the spec gives, were probably written on another scale, such as masks of 0 and 1; all samples then look nearly alike to both networks.',
    fix: 'Name the least and the greatest possible number with "bounds"; leave it as it is where the samples are meant to be faint.',
  },
  GAN421: {
    title: 'Mirror images of samples that are no images',
    why: '"flip" exchanges left and right, which only samples [height, width, channels] have.',
    fix: 'Remove "flip", or give the samples three axes.',
  },
  GAN422: {
    title: 'Data that are read by need',
    why: 'The samples take more than 2 GiB, which are not held in memory: each batch is read from the file while the step before it is computed. On a fast disk, or where the file fits into the memory that the system has left, training is as fast as from memory.',
    fix: 'Nothing needs to be done. To hold all in memory, set "limit", or make the samples smaller.',
  },
  GAN423: {
    title: 'Lines of a label file without a file',
    why: 'A label file may name files that are not in the folder of the data, or not under this name. Their classes are those of no sample.',
    fix: 'Add the files, correct their names, or remove the lines.',
  },
  GAN425: {
    title: 'Header row that was guessed',
    why: 'The spec does not say whether the first row has names. A row like those below is read as values, and its columns get names of their own; where all columns have words, nothing tells, and the row is taken for names.',
    fix: 'Set "header" to true or false.',
  },
  GAN426: {
    title: 'Missing values',
    why: 'Fields without a value (nothing, NA, NaN, null, None, ?, -) cannot be scaled, and a row without a class cannot be used. What the option "missing" did with them is told too, as it changes what the GAN learns.',
    fix: 'Set "missing", leave the column out with "exclude", or complete the file.',
  },
  GAN427: {
    title: 'Column that hardly describes its rows',
    why: 'A column that counts the rows, or has another word in nearly each of them, tells rows apart: a GAN would learn it by heart, and each word would be a number of a sample. Many categories make wide samples that train badly; words that differ in case only are different categories. Years of two digits are read as 1969 to 2068, 1.1999 as month and year, 1:50 as a time.',
    fix: 'Leave the column out with "exclude", keep it by naming it in "columns", "numeric", "dates" or "categorical", or divide its values into fewer.',
  },
  GAN428: {
    title: 'Label of a table that is not learned',
    why: 'The column that "label" names is no part of a sample. Where "labels" does not tell it to the networks either, the GAN learns rows without it, and generated rows have no class.',
    fix: 'Add "labels" to the spec, or leave "label" out of "data".',
  },
  GAN429: {
    title: 'Classes with hardly a sample each',
    why: 'The labels of nearly all samples differ. Both networks learn a class from its samples: of one sample they learn only that sample, by heart.',
    fix: 'Give labels that occur again and again, or leave "labels" out.',
  },
  GAN430: {
    title: 'Shape that the samples do not have',
    why: 'The option "shape" gives the numbers of a sample other axes; their number and their order stay the same. The own sizes of a sample in another order would mix up its axes.',
    fix: 'Write sizes whose product is the number that the message names; move channels with "channelsFirst".',
  },
  GAN431: {
    title: 'Folders that are hardly classes',
    why: 'Folders directly inside that of the data are the classes. Where these are named train, test or the like, the classes lie one folder deeper, and so they may where one folder holds all files; a single class tells a GAN nothing.',
    fix: 'Name the inner folder in "data", or set "labels" to false.',
  },
} as const satisfies CodeTable;
