/** Packages of npm that are installed beside ganspec. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { EngineFacts } from './engine.js';

/** Version and folder of a package; nothing where it is not installed. */
export function npmPackage(name: string): Pick<EngineFacts, 'version' | 'place'> {
  try {
    const require = createRequire(import.meta.url);
    const manifest = `${name}/package.json`;
    const { version } = require(manifest) as { readonly version: string };
    return { version, place: `in ${dirname(require.resolve(manifest))}` };
  } catch {
    return {};
  }
}
