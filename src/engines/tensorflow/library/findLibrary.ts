/** The places where TensorFlow's library may lie on a machine. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { exitCodes, GanspecError } from '../../../diagnostics/errors.js';
import { gpuMark, installedFolder } from './installedFolder.js';
import { libraryHint, unusable } from './libraryError.js';

/** A library and the place that it comes from. */
export interface FoundLibrary {
  readonly path: string;
  /** A phrase. */
  readonly source: string;
  /** True for a build for GPUs; false also where that is not known. */
  readonly isForGpus: boolean;
}

type FileNames = Partial<Record<NodeJS.Platform, readonly string[]>>;

/** Names of the library's file, those of Python's package first. */
const fileNames: FileNames = {
  linux: ['libtensorflow_cc.so.2', 'libtensorflow.so.2'],
  darwin: ['libtensorflow_cc.2.dylib', 'libtensorflow.2.dylib'],
  win32: ['tensorflow.dll'],
};

/** Names of the file that the library needs beside it. */
const companions: Partial<Record<NodeJS.Platform, string>> = {
  linux: 'libtensorflow_framework.so.2',
  darwin: 'libtensorflow_framework.2.dylib',
};

const gpuPackage = '@tensorflow/tfjs-node-gpu';

/** The variable with the folder or the file of a library, which goes before all other places. */
const variable = 'GANSPEC_TENSORFLOW';

/**
 * The first library: of the variable, of a package for Node, of `ganspec engine install`, of Python.
 * @throws GanspecError (GAN524) where there is none, or none where the variable says.
 */
export function findLibrary(): FoundLibrary {
  const given = process.env[variable] ?? '';
  if (given !== '') return givenLibrary(given);
  for (const { source, folder } of places) {
    const path = libraryIn(folder());
    if (path !== undefined) return { path, source, isForGpus: isForGpus(path, source) };
  }
  throw new GanspecError(
    'GAN524',
    exitCodes.usage,
    "there is no library of TensorFlow: GANSPEC_TENSORFLOW is not set, and neither @tensorflow/tfjs-node-gpu, @tensorflow/tfjs-node, ganspec's folder of engines nor Python has one",
    libraryHint(),
  );
}

function isForGpus(path: string, source: string): boolean {
  return source === gpuPackage || existsSync(join(dirname(path), gpuMark));
}

/** The files that a library consists of. */
export function filesOf(path: string): readonly string[] {
  const companion = join(dirname(path), companions[process.platform] ?? '');
  return companions[process.platform] !== undefined && existsSync(companion)
    ? [companion, path]
    : [path];
}

/** The library in a folder. */
function libraryIn(folder: string | undefined): string | undefined {
  if (folder === undefined) return undefined;
  const names = fileNames[process.platform] ?? [];
  return names.map((name) => join(folder, name)).find((path) => existsSync(path));
}

function givenLibrary(given: string): FoundLibrary {
  // A path without a folder would be looked for in those of the system.
  const place = resolve(given);
  const isFile = statSync(place, { throwIfNoEntry: false })?.isFile() ?? false;
  const path = isFile ? place : libraryIn(place);
  if (path !== undefined) return { path, source: variable, isForGpus: isForGpus(path, variable) };
  const names = (fileNames[process.platform] ?? []).join(' or ');
  throw unusable(given, `of ${variable} is no file, and no folder with ${names}`);
}

const places: readonly { readonly source: string; readonly folder: () => string | undefined }[] = [
  ...[gpuPackage, '@tensorflow/tfjs-node'].map((name) => ({
    source: name,
    folder: () => folderOfPackage(name),
  })),
  { source: 'ganspec engine install', folder: installedFolder },
  { source: "Python's package tensorflow", folder: folderOfPython },
];

function folderOfPackage(name: string): string | undefined {
  try {
    const manifest = createRequire(import.meta.url).resolve(`${name}/package.json`);
    return join(dirname(manifest), 'deps', 'lib');
  } catch {
    return undefined;
  }
}

const pythonQuestion = `
import importlib.util
print(importlib.util.find_spec('tensorflow').submodule_search_locations[0])
`;

/** The folder of Python's package, found without importing it. */
function folderOfPython(): string | undefined {
  for (const python of ['python3', 'python']) {
    try {
      const answer = execFileSync(python, ['-c', pythonQuestion], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        timeout: 10_000,
      });
      return answer.trim();
    } catch {
      // No such program, or no such package.
    }
  }
  return undefined;
}
