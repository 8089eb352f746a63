/** The presets: specs that come with ganspec. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { textArgument } from '../../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../../diagnostics/errors.js';
import { packageFolder } from '../../packageFolder.js';
import { spellingHint } from '../nearest.js';

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

/** The text of a preset, for editing: its `$schema` is that of the installed package. @throws GanspecError GAN110 where there is none of this name. */
export function presetText(name: string): string {
  textArgument('name of presetText', name);
  const path = presetPath(presetsDir, name);
  if (path !== undefined) {
    return readFileSync(path, 'utf8').replace('"../schema/', '"./node_modules/ganspec/schema/');
  }
  const names = presetNames(presetsDir);
  const hint = spellingHint(name, names) ?? `the presets are ${names.join(', ')}`;
  throw new GanspecError('GAN110', exitCodes.spec, `there is no preset "${name}"`, hint);
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
