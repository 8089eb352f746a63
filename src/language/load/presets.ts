/** The presets: specs that come with ganspec. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../packageFolder.js';

/** Presets folder of this installation. */
export const presetsDir = join(packageFolder, 'presets');

/** One preset. */
export interface Preset {
  readonly name: string;
  /** One sentence. */
  readonly description: string;
  /** Absolute path. */
  readonly file: string;
}

/** All presets of this installation, sorted by name. */
export function listPresets(): readonly Preset[] {
  return presetNames(presetsDir).map((name) => {
    const file = join(presetsDir, `${name}.json`);
    const { description = '' } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly description?: string;
    };
    return { name, description, file };
  });
}

/** Sorted names of the presets in a folder. */
export function presetNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Path of a preset, or undefined if the folder has none of this name. */
export function presetPath(folder: string, name: string): string | undefined {
  return presetNames(folder).includes(name) ? join(folder, `${name}.json`) : undefined;
}

/** True for a name written as a path, false for one that may be a preset's. */
export function isSpecPath(name: string): boolean {
  return /[/\\]|\.jsonc?$/.test(name);
}
