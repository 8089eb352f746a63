/** The names of a new entry: type, title, constant and files. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { unionName } from '../language/schema/bundleFragments.js';
import type { Kind } from '../entries/entry.js';

export interface EntryNames {
  /** The tag: `acme/softplus`. */
  readonly type: string;
  /** Of its type: `AcmeSoftplusLoss`. */
  readonly title: string;
  /** Of the exported constant: `softplusLoss`. */
  readonly constant: string;
  /** Of its files, without an ending: `softplus`. */
  readonly stem: string;
  /** A sentence for each name that was changed. */
  readonly notes: readonly string[];
}

/** File names that Windows reserves for devices. */
const devices = /^(?:con|prn|aux|nul|com\d|lpt\d)$/i;

/**
 * Names for a plugin's entry.
 * @param asked `author/name`; characters that a tag cannot have are dropped or replaced, and a note says so.
 * @throws GanspecError GAN850 where no tag can be made of it.
 */
export function pluginNames(kind: Kind, asked: string): EntryNames {
  const parts = asked.split('/');
  const [author, name] = [kebabCase(parts[0] ?? ''), camelCase(parts[1] ?? '')];
  if (parts.length !== 2 || author === '' || name === '') {
    throw new GanspecError(
      'GAN850',
      exitCodes.usage,
      `"${asked}" cannot be the type of a plugin's entry, which has the form "author/name"`,
      `give both, as in: ganspec new ${kind} acme/${name || camelCase(asked) || 'mine'}`,
    );
  }
  const type = `${author}/${name}`;
  const suffix = unionName(kind);
  const stem = devices.test(name) ? `${name}${suffix}` : name;
  return {
    type,
    stem,
    title: typeName(camelCase(author), name, suffix),
    constant: constantName(name, suffix),
    notes: [
      ...(type === asked ? [] : [`"${asked}" becomes the type "${type}"`]),
      ...(stem === name ? [] : [`"${name}" cannot be a file's name everywhere; "${stem}" is used`]),
    ],
  };
}

/**
 * Names for a built-in entry, whose stem, constant and tag are the same.
 * @throws GanspecError GAN850 where no name can be made of it.
 */
export function builtInNames(kind: Kind, asked: string): EntryNames {
  const name = camelCase(asked);
  if (asked.includes('/') || name === '' || devices.test(name) || reserved.has(name)) {
    throw new GanspecError(
      'GAN850',
      exitCodes.usage,
      `"${asked}" cannot be the type of a built-in entry`,
      'give a name of letters and digits that JavaScript and file systems leave free',
    );
  }
  const notes = name === asked ? [] : [`"${asked}" becomes the type "${name}"`];
  return {
    type: name,
    stem: name,
    title: typeName('', name, unionName(kind)),
    constant: name,
    notes,
  };
}

/** Words that cannot name a constant. */
const reserved = new Set(
  'await break case catch class const continue debugger default delete do else enum export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof var void while with yield'.split(
    ' ',
  ),
);

function typeName(author: string, name: string, suffix: string): string {
  const whole = `${upperFirst(author)}${upperFirst(withoutSuffix(name, suffix))}${suffix}`;
  return /^[A-Z]/.test(whole) ? whole : `The${whole}`;
}

function constantName(name: string, suffix: string): string {
  const stem = withoutSuffix(name, suffix);
  return stem === '' ? name : `${stem.charAt(0).toLowerCase()}${stem.slice(1)}${suffix}`;
}

/** The name without the kind, where it ends in it: `softplus` of `softplusLoss`. */
function withoutSuffix(name: string, suffix: string): string {
  return name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}

function kebabCase(text: string): string {
  return words(text).join('-').toLowerCase();
}

/** The words joined, each but the first with a capital; a name does not start with a digit. */
function camelCase(text: string): string {
  const [first = '', ...others] = words(text);
  const joined = [first, ...others.map(upperFirst)].join('');
  return /^\d/.test(joined) ? `the${joined}` : joined;
}

/** The parts of a text that consist of letters and digits; accents are dropped. */
function words(text: string): string[] {
  const plain = text.normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
