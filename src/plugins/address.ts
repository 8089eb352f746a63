/** Finds the module of a plugin. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { isObject } from '../language/schema/mapSubschemas.js';

/**
 * Path of a module: a file where there is one of that name, else a package as code in `cwd` would find it.
 * @returns undefined where there is neither.
 */
export function pluginPath(fileOrPackage: string, cwd: string): string | undefined {
  const path = resolve(cwd, fileOrPackage);
  if (isFileName(fileOrPackage)) return existsSync(path) ? path : undefined;
  // A folder of that name is no module, but a package may be.
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return path;
  const { resolve: find } = createRequire(resolve(cwd, 'package.json'));
  try {
    return find(fileOrPackage);
  } catch {
    return importOnly(fileOrPackage, find.paths(fileOrPackage) ?? []);
  }
}

/** The address of a file for `import`. */
export function addressOf(path: string): string {
  return pathToFileURL(path).href;
}

/** True for a name that can only be that of a file. */
export function isFileName(name: string): boolean {
  return /^[./]/.test(name);
}

/** The main module of a package that is made for `import` alone, which `require` refuses to find. */
function importOnly(name: string, folders: readonly string[]): string | undefined {
  for (const folder of folders) {
    const home = join(folder, name);
    const manifest = join(home, 'package.json');
    if (!existsSync(manifest)) continue;
    const { exports }: { exports?: unknown } = JSON.parse(readFileSync(manifest, 'utf8')) as object;
    const main = importTarget(isObject(exports) && '.' in exports ? exports['.'] : exports);
    return main === undefined ? undefined : join(home, main);
  }
  return undefined;
}

/** The target for `import` among conditions, the first that applies, as Node takes it. */
function importTarget(exports: unknown): string | undefined {
  if (typeof exports === 'string') return exports;
  if (!isObject(exports)) return undefined;
  for (const [condition, target] of Object.entries(exports)) {
    if (!['import', 'node', 'default'].includes(condition)) continue;
    const found = importTarget(target);
    if (found !== undefined) return found;
  }
  return undefined;
}
