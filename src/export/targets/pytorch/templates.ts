/** Files of the project that are the same in every one, and `step.py`, of which a part is. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../../packageFolder.js';

const templateFolder = join(packageFolder, 'templates', 'pytorch');

/** A file as it is in the package. */
export function templateText(name: string): string {
  return readFileSync(join(templateFolder, name), 'utf8');
}

/** The files that are the same in every project. */
export function templates(): ReadonlyMap<string, string> {
  const names = readdirSync(templateFolder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'step.py')
    .map(({ name }) => name);
  return new Map(names.map((name) => [name, templateText(name)]));
}
