/** The path of a file or a folder in the place of a data set, as `"data": "./photos"`. */
import type { JsonMember, JsonNode } from '../../source/jsonTree.js';
import { pointerTo } from '../../source/pointer.js';
import { textNode } from '../expand/nodes.js';
import type { ExplainContext } from './explainContext.js';
import type { Finding } from './finding.js';
import type { Vocabulary } from './vocabulary.js';

/** Options that hold the path of the data. */
const pathOptions = ['folder', 'file', 'images', 'path'];
/** Endings of archives, of images for the most part. */
const archives = /\.(?:zip|tar|tgz|tar\.gz|rar|7z)$/i;
/** Endings of files that Python programs read. */
const pythonFiles = /\.(?:npz|h5|hdf5|mat|pkl|pickle|pth?|parquet|tfrecords?|arrow|feather)$/i;
/** A path that leads out of the folder of the spec. */
const outside = /^(?:\.\.|~|[a-z]:)?[\\/]/i;

type PathFinding = Pick<Finding, 'message' | 'hint' | 'correction'>;

/** The data set that reads such a path, chosen by its ending; undefined for a text that is no path. */
export function pathForm(path: string, { vocabulary }: ExplainContext): PathFinding | undefined {
  const message = `data must be a data set, received the path ${JSON.stringify(path)}`;
  if (/^[a-z]{2,}:\/\//i.test(path)) {
    return {
      message: `data must be a data set, received the address ${JSON.stringify(path)}`,
      hint: `download it first: data are read from files, as in ${entryText('imageFolder', 'folder', 'photos', vocabulary)}`,
    };
  }
  if (archives.test(path)) {
    const folder = path.replace(archives, '');
    return {
      message,
      hint: `unpack it, then write "data": ${entryText('imageFolder', 'folder', folder, vocabulary)}`,
    };
  }
  if (pythonFiles.test(path)) {
    const file = path.replace(pythonFiles, '.npy');
    return {
      message,
      hint: `write its array with numpy.save, then "data": ${entryText('npy', 'file', file, vocabulary)}`,
    };
  }
  const form = datasetOfPath(path, vocabulary);
  if (!form) return undefined;
  const { type, option } = form;
  if (outside.test(path)) return { message, hint: outsideHint(path, type, option, vocabulary) };
  return {
    message,
    hint: `write "data": ${entryText(type, option, path, vocabulary)}`,
    correction: () => ({
      kind: 'replace',
      by: (node) => entryNode(node, type, option),
      inside: [pointerTo([option])],
    }),
  };
}

/** The type of data set that reads a path, and its option for it. */
export function datasetOfPath(
  path: string,
  vocabulary: Vocabulary,
): { readonly type: string; readonly option: string } | undefined {
  const ending = /[.-](ubyte)(?:\.gz)?$|\.([a-z][a-z0-9]{1,4})(?:\.gz)?$/i.exec(path);
  const isIdx = ending?.[1] !== undefined;
  // A name with one slash may be a data set of a plugin.
  const isPath = /^(?:\.{1,2}|~|[a-z]:)?[\\/]|[\\/]$|[\\/].*[\\/]/i.test(path);
  const last = /[\\/]([^\\/]+)$/.exec(path)?.[1];
  const name = isIdx ? 'idx' : (ending?.[2] ?? (isPath ? 'folder' : last));
  const [meant] = name === undefined ? [] : vocabulary.words('dataset').find([name]);
  const required = meant && vocabulary.fragment('dataset', meant.word)?.required;
  const option = required && pathOptions.find((one) => required.includes(one));
  return option === undefined ? undefined : { type: meant?.word ?? '', option };
}

/** An entry with the options that must be given. */
function entryText(type: string, option: string, path: string, vocabulary: Vocabulary): string {
  const required = vocabulary.fragment('dataset', type)?.required ?? [];
  const others = required.filter((name) => name !== 'type' && name !== option);
  const members = [
    `"type": "${type}"`,
    `"${option}": ${JSON.stringify(path)}`,
    ...others.map((name) => `"${name}": …`),
  ];
  return `{ ${members.join(', ')} }`;
}

function outsideHint(path: string, type: string, option: string, vocabulary: Vocabulary): string {
  const plain = path.replace(/[\\/]+$/, '');
  const [, folder = '', name = plain] = /^(.*)[\\/]([^\\/]+)$/.exec(plain) ?? [];
  const form = entryText(type, option, name, vocabulary);
  return `write "data": ${form}, and name the folder that it lies in with --data-dir ${folder === '' ? '/' : folder}`;
}

function entryNode(node: JsonNode, type: string, option: string): JsonNode {
  const key = node.range;
  const members = new Map<string, JsonMember>([
    ['type', { key, value: textNode(type, key) }],
    [option, { key, value: node }],
  ]);
  return { kind: 'object', range: key, members };
}
