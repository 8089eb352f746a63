/** Lines of text with their classes: from the folders of their files, or from a label file. */
import { counted } from '../../diagnostics/counted.js';
import type { DatasetContext, DatasetWarning, SampleClass } from '../../entries/dataset.js';
import { classesOf, namedClasses, scarceClasses } from '../shared/classes.js';
import { classSource } from '../shared/classSource.js';
import { dataError, isFolder, readError } from '../shared/dataFile.js';
import { dataPath, locateData } from '../shared/dataPath.js';
import { fileClasses } from '../shared/fileClasses.js';
import { isText, notesOnData, startsWith, type WantedFiles } from '../shared/fileKinds.js';
import { findFiles } from '../shared/findFiles.js';
import { leftOutWarning, noFilesError } from '../shared/leftOut.js';
import { readLines } from './readLines.js';
import { readTextLines, type Text } from './textLines.js';

/** Names of texts that may be data, or notes on them. */
const otherTexts = /\.(?:text|md|csv|tsv|jsonl?|xml|html?|log)$/i;

/** Texts as a folder is searched for them. */
const wantedTexts: WantedFiles = {
  names: /(?<!(?:^|[\\/])(?:read[-_]?me|licen[cs]e|copying|notice|authors|changelog))\.txt$/i,
  kinds: [
    notesOnData,
    { name: 'PDF', isRead: false, fits: (head) => startsWith(head, '%PDF') },
    { name: 'zip, Word or EPUB', isRead: false, fits: (head) => startsWith(head, 'PK') },
    { name: 'gzip', isRead: false, fits: (head) => startsWith(head, '\x1f\x8b') },
    { name: 'other text', isRead: false, names: otherTexts, fits: isText },
  ],
};

/** Lines with their classes. */
export interface LabelledText extends Text {
  readonly labels: {
    readonly classes: readonly SampleClass[];
    readonly data: readonly number[];
  } | null;
  readonly warnings: readonly DatasetWarning[];
}

/** Location of the text, and how its lines are read. */
interface TextOptions {
  readonly file: string;
  readonly length: number;
  readonly alphabet: string | null;
  readonly labels: boolean | string;
  readonly limit: number | null;
}

/** Reads a file, or all .txt files of a folder. @throws errors of `readTextLines` and `fileClasses` */
export function readLabelledLines(config: TextOptions, context: DatasetContext): LabelledText {
  const { file, labels } = config;
  const location = locateData(context, file, 'file');
  const { path: source } = location;
  if (!isFolder(source)) {
    const lines = readTextLines(source, [source], config);
    if (typeof labels === 'boolean') return { ...lines, labels: null, warnings: [] };
    const classOf = lineClasses(lines, source, dataPath(context, labels, 'labels'));
    const { list, indices } = classesOf(classOf);
    const data = classOf.map((name) => indices.get(name) ?? 0);
    return { ...lines, labels: { classes: list, data }, warnings: scarceClasses(source, list) };
  }
  const found = findFiles(location, wantedTexts);
  const { unread, leftOut } = found;
  for (const { path, reason } of unread) throw readError(path, reason);
  if (found.files.length === 0) {
    const message = `${source}: holds no .txt file`;
    throw noFilesError('GAN414', message, { path: source, leftOut }, convertTexts);
  }
  const lines = readTextLines(source, found.files, config);
  const classes = fileClasses({ ...found, folder: source }, classSource(config, context));
  const warnings = [...leftOutWarning(source, found, convertTexts), ...classes.warnings];
  const { names } = classes;
  if (!names) return { ...lines, labels: null, warnings };
  const data = lines.places.map((place) => classes.labels[place.file] ?? 0);
  const { list } = namedClasses(names, null, data);
  return {
    ...lines,
    labels: { classes: list, data },
    warnings: [...warnings, ...scarceClasses(source, list)],
  };
}

function convertTexts(extensions: readonly string[]): string {
  return `Save the text of the ${extensions.join(', ')} files as .txt.`;
}

/** Class of each line of a text, from the line of the same number in a label file. @throws GanspecError GAN407 */
function lineClasses({ places }: Text, source: string, labelFile: string): readonly string[] {
  const labels = [...readLines(labelFile, 'GAN407')].map((line) => line.trim());
  const count = [...readLines(source, 'GAN414')].length;
  if (labels.length !== count) {
    throw dataError(
      'GAN407',
      `${labelFile}: has ${counted(labels.length, 'line')}, where ${source} has ${count}`,
      'Write the class of each line into the line of the same number, also for empty ones.',
    );
  }
  return places.map(({ line }) => {
    const label = labels[line - 1] ?? '';
    if (label !== '') return label;
    throw dataError('GAN407', `${labelFile}:${line}: is empty, where ${source} has a line`);
  });
}
