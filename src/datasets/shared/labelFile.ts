/** Label files: a file and its class in each line. */
import { basename, extname, relative, sep } from 'node:path';
import { counted } from '../../diagnostics/counted.js';
import type { GanspecError } from '../../diagnostics/errors.js';
import type { DatasetWarning } from '../../entries/dataset.js';
import { readLines } from '../formats/readLines.js';
import { dataError } from './dataFile.js';
import { listText } from './listText.js';

/** Lines of a label file by the name of their file. */
export interface LabelFile {
  readonly file: string;
  readonly lines: ReadonlyMap<string, { readonly label: string; readonly line: number }>;
}

/** @throws GanspecError GAN407 for a line of another form, and for two classes of one file */
export function readLabelFile(file: string): LabelFile {
  const lines = new Map<string, { label: string; line: number }>();
  let line = 0;
  for (const text of readLines(file, 'GAN407')) {
    line += 1;
    if (text.trim() === '') continue;
    const fields = fieldsOf(text);
    const [written = '', label = '', ...others] = fields;
    if (label === '' || others.length > 0) {
      throw dataError(
        'GAN407',
        `${file}:${line}: has ${counted(fields.length, 'field')}, where a line has a file and its class`,
        'Write lines such as "cats/tom.png,cat".',
      );
    }
    const name = written.replaceAll('\\', '/').replace(/^(?:\.\/)+/, '');
    const known = lines.get(name);
    if (known && known.label !== label) throw twoClasses(file, name, [known, { label, line }]);
    lines.set(name, { label, line });
  }
  return { file, lines };
}

/** Fields of a line without the quotes around them; separators between two quotes are part of a field. */
function fieldsOf(text: string): readonly string[] {
  const parts = text.split('"');
  const areClosed = parts.length % 2 === 1;
  const mark = '\0';
  return parts
    .map((part, i) => (areClosed && i % 2 === 1 ? part : part.replaceAll(/[,;\t]/g, mark)))
    .join('')
    .split(mark)
    .map((field) => field.trim());
}

function twoClasses(
  file: string,
  name: string,
  lines: readonly { readonly label: string; readonly line: number }[],
): GanspecError {
  const texts = lines.map(({ label, line }) => `${JSON.stringify(label)} in line ${line}`);
  const areSwapped = extname(name) === '' && lines.every(({ label }) => extname(label) !== '');
  return dataError(
    'GAN407',
    `${file}: gives ${name} two classes: ${texts.join(', ')}`,
    areSwapped
      ? `Write the file first, then its class: "${lines[0]?.label ?? ''},${name}".`
      : 'Keep the line with the right class.',
  );
}

/**
 * Class of each file by its line in a label file, which names its path or its name; a first line without either is a
 * heading.
 * @throws GanspecError GAN407 for a file without a line
 */
export function namesInFile(
  { folder, files }: { readonly folder: string; readonly files: readonly string[] },
  { file, lines }: LabelFile,
): { readonly names: readonly string[]; readonly warnings: readonly DatasetWarning[] } {
  const used = new Set<string>();
  const names = files.map((path) => {
    const inside = relative(folder, path).replaceAll(sep, '/');
    const keys = [...new Set([inside, basename(path)])].filter((key) => lines.has(key));
    for (const key of keys) used.add(key);
    const found = keys.flatMap((key) => lines.get(key) ?? []);
    if (new Set(found.map(({ label }) => label)).size > 1) throw twoClasses(file, inside, found);
    return found[0]?.label;
  });
  const missing = files.filter((_, i) => names[i] === undefined);
  if (missing.length > 0) {
    throw dataError(
      'GAN407',
      `${file}: names no class of ${missing.length} of ${counted(files.length, 'file')}: ${listText(missing)}`,
      `Add a line for each, with its path from ${folder} and its class, or move it away.`,
    );
  }
  const isHeading = (name: string): boolean => lines.get(name)?.line === 1 && extname(name) === '';
  const strangers = [...lines.keys()].filter((name) => !used.has(name) && !isHeading(name));
  return {
    names: names.filter((name) => name !== undefined),
    warnings: strangerWarning(folder, strangers),
  };
}

/** Warning of lines without a file. */
function strangerWarning(folder: string, strangers: readonly string[]): readonly DatasetWarning[] {
  if (strangers.length === 0) return [];
  const are = strangers.length === 1 ? 'is' : 'are';
  return [
    {
      code: 'GAN423',
      message: `${folder}: ${counted(strangers.length, 'file')} that the label file names ${are} not there: ${listText(strangers)}`,
      hint: 'Add these files, or remove their lines; a path starts at the folder of the data.',
    },
  ];
}
