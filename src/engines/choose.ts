/** Loads the requested engine, and reports which engines load on this machine. */
import { createRequire } from 'node:module';
import { GanspecError, exitCodes, messageOf } from '../diagnostics/errors.js';
import type { Engine } from './engine.js';
import { engineList, type EngineName, type EngineRequest } from './list.js';

/** The engine chosen for a request. */
export interface EngineChoice {
  readonly name: EngineName;
  /** The reason for the choice, in one sentence. */
  readonly reason: string;
}

/** State of an engine on this machine. */
export interface EngineReport {
  readonly name: EngineName;
  /** The package that it runs on. */
  readonly library: string;
  /** The library's version, where it is installed. */
  readonly version?: string;
  readonly works: boolean;
  /** The description, or the reason why the engine does not load here. */
  readonly detail: string;
  /** A full sentence: the remedy where the engine does not load. */
  readonly fix?: string;
}

/**
 * Loads the engine of this name, or for `auto` the first that loads here.
 *
 * @throws GanspecError (GAN522, or the engine's own) where the engine, or every engine, does not load.
 */
export async function chooseEngine(
  request: EngineRequest = 'auto',
): Promise<EngineChoice & { readonly engine: Engine }> {
  const tried = engineList.filter(({ name }) => request === 'auto' || request === name);
  const failures: string[] = [];
  for (const { name, description, load } of tried) {
    try {
      const engine = await load();
      return { name, engine, reason: reasonFor(name, request, description, failures) };
    } catch (error) {
      // The engine itself knows the way out.
      if (request === name && error instanceof GanspecError) throw error;
      failures.push(`the engine ${name} does not load: ${firstLine(error)}`);
    }
  }
  const [first] = tried;
  if (first) throw new GanspecError('GAN522', exitCodes.usage, failures.join('; '), first.fix);
  const names = engineList.map(({ name }) => name).join(', ');
  throw new GanspecError(
    'GAN522',
    exitCodes.usage,
    `there is no engine named "${request}"`,
    `Engines: auto, ${names}.`,
  );
}

/** Reports on every engine of the list, for `ganspec doctor`. */
export function describeEngines(): Promise<readonly EngineReport[]> {
  return Promise.all(engineList.map(describe));
}

async function describe({
  name,
  library,
  description,
  fix,
  load,
}: (typeof engineList)[number]): Promise<EngineReport> {
  const version = versionOf(library);
  const known = { name, library, ...(version !== undefined && { version }) };
  try {
    await load();
    return { ...known, works: true, detail: description };
  } catch (error) {
    const hint = error instanceof GanspecError ? error.hint : undefined;
    return { ...known, works: false, detail: firstLine(error), fix: hint ?? fix };
  }
}

function reasonFor(
  name: EngineName,
  request: EngineRequest,
  description: string,
  failures: readonly string[],
): string {
  if (request === name) return `${name} was asked for: ${description}`;
  const [failure] = failures;
  if (failure === undefined) return `${name} works here and is the fastest: ${description}`;
  return `${name} (${description}), because ${failure}`;
}

function versionOf(library: string): string | undefined {
  try {
    const manifest: unknown = createRequire(import.meta.url)(`${library}/package.json`);
    const isManifest = typeof manifest === 'object' && manifest !== null && 'version' in manifest;
    return isManifest && typeof manifest.version === 'string' ? manifest.version : undefined;
  } catch {
    return undefined;
  }
}

function firstLine(error: unknown): string {
  const message = messageOf(error);
  return message.split('\n')[0] ?? message;
}
