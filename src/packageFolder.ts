/** The folder in which this package is installed. */
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

/**
 * Absolute path of the folder with package.json, presets/ and dist/. Found by the package's own name,
 * because a module of src/ and the bundle that it became lie at different depths.
 */
export const packageFolder = dirname(
  createRequire(import.meta.url).resolve('ganspec/package.json'),
);
