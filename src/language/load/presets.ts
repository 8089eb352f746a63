/** The specs that come with ganspec. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { packageFolder } from '../../packageFolder.js';

/** Folder of the presets of this installation. */
export const presetsDir = join(packageFolder, 'presets');

/** A spec that comes with ganspec. */
export interface Preset {
  readonly name: string;
  /** One sentence for people. */
  readonly description: string;
  /** Absolute path. */
  readonly file: string;
}

/** All presets of this installation, by name. */
export function listPresets(): readonly Preset[] {
  return presetNames(presetsDir).map((name) => {
    const file = join(presetsDir, `${name}.json`);
    const { description = '' } = JSON.parse(readFileSync(file, 'utf8')) as {
      readonly description?: string;
    };
    return { name, description, file };
  });
}

/** Names of all presets of a folder, sorted. */
export function presetNames(folder: string): readonly string[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => file.slice(0, -'.json'.length))
    .sort();
}

/** Where a preset is, if there is one of this name. */
export function presetPath(folder: string, name: string): string | undefined {
  return presetNames(folder).includes(name) ? join(folder, `${name}.json`) : undefined;
}

/** Whether a name is written as a path rather than as the name of a preset. */
export function isPath(name: string): boolean {
  return /[/\\]|\.jsonc?$/.test(name);
}
