/** Classes of files: the folders that they are in, or the lines of a label file. */
import { relative, sep } from 'node:path';
import type { DatasetWarning } from '../../entries/dataset.js';
import { namesInFile, readLabelFile } from './labelFile.js';
import { listText } from './listText.js';
import { naturalOrder } from './naturalOrder.js';

/** Files of a folder that may have classes. */
interface ClassedFiles {
  readonly folder: string;
  readonly files: readonly string[];
  /** All sub-folders. */
  readonly folders: readonly string[];
}

export interface FileClasses {
  /** Names from class 0 on; null where files have no classes. */
  readonly names: readonly string[] | null;
  /** Class of each file; 0 without classes. */
  readonly labels: readonly number[];
  /** A file outside the sub-folders, where there are some: then there are no classes. */
  readonly stray?: string;
  /** Doubts about the folders, or the lines of the label file. */
  readonly warnings: readonly DatasetWarning[];
}

/**
 * Classes of files.
 * @param from True for the direct sub-folders, false for no classes, else the path of a label file with a file and its
 * class in each line.
 * @throws GanspecError GAN407 for a label file that does not fit
 */
export function fileClasses(found: ClassedFiles, from: boolean | string): FileClasses {
  if (typeof from === 'string') {
    const { names, warnings } = namesInFile(found, readLabelFile(from));
    return { ...numbered(found, names), warnings };
  }
  const { folder, files, folders } = found;
  const paths = files.map((path) => relative(folder, path).split(sep));
  const tops = paths.map(([first = '', ...rest]) => (rest.length === 0 ? undefined : first));
  const names = tops.filter((name) => name !== undefined);
  const none = { names: null, labels: files.map(() => 0), warnings: [] };
  if (!from || names.length === 0) return none;
  const stray = files[tops.indexOf(undefined)];
  if (stray !== undefined) return { ...none, stray, warnings: noClassesWarning(folder, stray) };
  const inside = folders.map((path) => relative(folder, path));
  const empty = inside.filter((name) => !name.includes(sep) && !names.includes(name));
  const classes = numbered(found, names);
  const isNested = paths.some(({ length }) => length > 2);
  return {
    ...classes,
    warnings: [
      ...emptyWarning(folder, empty.sort()),
      ...partsWarning(folder, classes.names, isNested),
    ],
  };
}

function numbered(
  { files }: ClassedFiles,
  classOf: readonly string[],
): { readonly names: readonly string[]; readonly labels: readonly number[] } {
  const names = [...new Set(classOf)].sort(naturalOrder);
  const indices = new Map(names.map((name, index) => [name, index]));
  return { names, labels: files.map((_, i) => indices.get(classOf[i] ?? '') ?? 0) };
}

function noClassesWarning(folder: string, stray: string): readonly DatasetWarning[] {
  return [
    {
      code: 'GAN419',
      message: `${folder}: its sub-folders are no classes, since ${stray} is in none of them`,
      hint: 'Move it into the folder of its class, or set "labels" to false if there are none.',
    },
  ];
}

function emptyWarning(folder: string, empty: readonly string[]): readonly DatasetWarning[] {
  if (empty.length === 0) return [];
  const names = listText(empty.map((name) => JSON.stringify(name)));
  return [
    {
      code: 'GAN419',
      message: `${folder}: folders that are no classes, since no file of the data is in them: ${names}`,
      hint: 'Add files to these folders, or remove them.',
    },
  ];
}

/** Names of the parts that data sets are divided into. */
const partNames =
  /^(?:train(?:ing)?|test(?:ing)?|val(?:id(?:ation)?)?|dev|eval(?:uation)?|extra|hold-?out|un-?labell?ed)(?:[-_ ]?(?:data|set|images|\d+))?$/i;

/** Warning of folders that are hardly classes: the parts of a data set, or one that holds all files. */
function partsWarning(
  folder: string,
  classes: readonly string[],
  isNested: boolean,
): readonly DatasetWarning[] {
  const areParts = classes.every((name) => partNames.test(name));
  if (!areParts && classes.length > 1) return [];
  const names = listText(classes.map((name) => JSON.stringify(name)));
  const holds = isNested ? 'holds all other folders' : 'holds all files';
  const seem = areParts ? 'seem to be parts of a data set' : holds;
  const taken = classes.length === 1 ? 'is the only class' : 'are the classes';
  const part = classes.find((name) => /^train/i.test(name)) ?? classes[0] ?? '';
  const inside = isNested ? 'the folders in it are then the classes' : 'its files alone are read';
  return [
    {
      code: 'GAN431',
      message: `${folder}: ${names} ${taken}, but ${seem}`,
      hint: `Let the path in "data" end in "/${part}": ${inside}. To take all files without classes, set "labels" to false.`,
    },
  ];
}
