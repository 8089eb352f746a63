/** TensorFlow's library in this process: its functions, as koffi calls them. */
import { devNull } from 'node:os';
import koffi, { type LibraryHandle, type TypeObject } from 'koffi';
import { messageOf } from '../../../diagnostics/errors.js';
import { loadForGood } from '../../loadForGood.js';
import { cFunctions, type CApi, type CType } from './cFunctions.js';
import { unusable } from './libraryError.js';

const types: Readonly<Record<CType, TypeObject | string>> = {
  void: 'void',
  pointer: 'void *',
  int: 'int',
  int64_t: 'int64_t',
  size_t: 'size_t',
  float: 'float',
  uint8_t: 'uint8_t',
  str: 'str',
  output: koffi.struct({ oper: 'void *', index: 'int' }),
};

/** By the path of the library; the process keeps one that it has loaded. */
const loaded = new Map<string, CApi>();

/**
 * Loads the library of this path.
 * @throws GanspecError (GAN524) where the operating system does not load it, or where it lacks a function.
 */
export function loadLibrary(path: string): CApi {
  const known = loaded.get(path);
  if (known) return known;
  const library = open(path);
  const names = Object.keys(cFunctions) as readonly (keyof typeof cFunctions)[];
  const functions = names.map((name) => [name, functionOf(library, name, path)] as const);
  // One function for each signature of the table, with the types that the table derives from it.
  const api = Object.fromEntries(functions) as unknown as CApi;
  loaded.set(path, api);
  return api;
}

function open(path: string): LibraryHandle {
  try {
    return quietly(() => loadForGood(koffi.load, path));
  } catch (error) {
    throw unusable(path, `does not load: ${messageOf(error)}`);
  }
}

function functionOf(library: LibraryHandle, name: keyof typeof cFunctions, path: string): unknown {
  const [result, parameters] = cFunctions[name];
  try {
    return library.func(
      name,
      types[result],
      parameters.map((type) => types[type]),
    );
  } catch {
    throw unusable(path, `has no function ${name}: it is no TensorFlow 2, or a damaged one`);
  }
}

/** Loads while standard error leads nowhere: the library greets there, whatever level of its log is asked for. */
function quietly<T>(load: () => T): T {
  if (!['linux', 'darwin'].includes(process.platform)) return load();
  const system = koffi.load(null);
  const open = system.func('open', 'int', ['str', 'int']) as (
    path: string,
    flags: number,
  ) => number;
  const duplicate = system.func('dup', 'int', ['int']) as (file: number) => number;
  const replace = system.func('dup2', 'int', ['int', 'int']) as (
    from: number,
    to: number,
  ) => number;
  const close = system.func('close', 'int', ['int']) as (file: number) => number;
  const [own, nowhere] = [duplicate(2), open(devNull, 1)];
  replace(nowhere, 2);
  try {
    return load();
  } finally {
    replace(own, 2);
    close(own);
    close(nowhere);
  }
}
