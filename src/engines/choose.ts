/** Loads the requested engine, and reports which engines load on this machine. */
import { availableParallelism } from 'node:os';
import { GanspecError, exitCodes, messageOf } from '../diagnostics/errors.js';
import type { Engine, EngineFacts, FallBack } from './engine.js';
import { npmPackage } from './npmPackage.js';
import { engineList, type EngineEntry, type EngineName, type EngineRequest } from './list.js';
import { timeTinyStep } from './tinyStep.js';

/** The engine chosen for a request. */
export interface EngineChoice {
  readonly name: EngineName;
  /** The reason for the choice, with library and device, in one sentence. */
  readonly reason: string;
  readonly facts: EngineFacts;
  /** The engine that `auto` would rather have taken, where it does not load, or the device that the engine does not find. */
  readonly missed?: FallBack;
}

/** State of an engine on this machine. */
export interface EngineReport extends EngineFacts {
  readonly name: EngineName;
  /** The most threads that a kernel takes here. */
  readonly threads: number;
  readonly works: boolean;
  /** The description, or the reason why the engine does not work here. */
  readonly detail: string;
  /** Time of a tiny step. */
  readonly milliseconds?: number;
  /** A full sentence: the remedy where the engine does not work. */
  readonly fix?: string;
}

/**
 * Loads the engine of this name, or for `auto` one that sees a GPU, else the first of the list that loads here. Those on other
 * devices than the CPU that `auto` never takes are loaded by name alone.
 *
 * @throws GanspecError (GAN522, or the engine's own) where the engine, or every engine, does not load.
 */
export async function chooseEngine(
  request: EngineRequest = 'auto',
): Promise<EngineChoice & { readonly engine: Engine }> {
  const list: readonly EngineEntry[] = engineList;
  const tried = list.filter(({ name, onRequest = false }) =>
    request === 'auto' ? !onRequest : request === name,
  );
  const missed: FallBack[] = [];
  if (request === 'auto') {
    for (const entry of tried) {
      try {
        const engine = await entry.loadOnGpu?.();
        if (engine) return choice(entry, engine, `${entry.name} sees a GPU`);
      } catch (error) {
        const message = `there is the driver of a GPU, but ${firstLine(error)}`;
        missed.push({ message, fix: fixOf(entry, error) });
      }
    }
  }
  for (const entry of tried) {
    const { name, load } = entry;
    try {
      const engine = await load();
      return choice(entry, engine, reasonFor(name, request, missed), missed[0]);
    } catch (error) {
      // The engine itself knows the way out.
      if (request === name && error instanceof GanspecError) throw error;
      const message = `the engine ${name} does not load: ${firstLine(error)}`;
      missed.push({ message, fix: fixOf(entry, error) });
    }
  }
  const [first] = missed;
  if (first) {
    const messages = missed.map(({ message }) => message).join('; ');
    throw new GanspecError('GAN522', exitCodes.usage, messages, first.fix);
  }
  const names = engineList.map(({ name }) => name).join(', ');
  throw new GanspecError(
    'GAN522',
    exitCodes.usage,
    `there is no engine named "${request}"`,
    `Engines: auto, ${names}.`,
  );
}

function choice(
  entry: EngineEntry,
  engine: Engine,
  why: string,
  missed?: FallBack,
): EngineChoice & { readonly engine: Engine } {
  const facts = engine.facts ?? ownFacts(entry);
  const { library, version, place, device } = facts;
  const named = [library, version, place].filter((word) => word !== undefined).join(' ');
  const fallBack = missed ?? engine.missed;
  return {
    // The list has no other names.
    name: entry.name as EngineName,
    engine,
    reason: `${why}: ${named} on the ${device}`,
    facts,
    ...(fallBack && { missed: fallBack }),
  };
}

/** Reports on every engine of the list, one after the other, so that none is timed beside another; for `ganspec doctor`. */
export async function describeEngines(): Promise<readonly EngineReport[]> {
  const reports: EngineReport[] = [];
  for (const entry of engineList) reports.push(await describe(entry));
  return reports;
}

async function describe(entry: EngineEntry): Promise<EngineReport> {
  // The list has no other names.
  const name = entry.name as EngineName;
  const threads = availableParallelism();
  try {
    const engine = await entry.load();
    const facts = { threads, ...(engine.facts ?? ownFacts(entry)) };
    const milliseconds = await timeTinyStep(engine);
    return { name, ...facts, works: true, detail: entry.description, milliseconds };
  } catch (error) {
    const facts = { threads, ...ownFacts(entry) };
    return { name, ...facts, works: false, detail: firstLine(error), fix: fixOf(entry, error) };
  }
}

/** The package of an entry, with its version and folder where it is installed. */
function ownFacts({ library, threads }: EngineEntry): EngineFacts {
  return { library, ...npmPackage(library), device: 'CPU', ...(threads && { threads }) };
}

function fixOf({ fix }: EngineEntry, error: unknown): string {
  return (error instanceof GanspecError ? error.hint : undefined) ?? fix;
}

function reasonFor(name: string, request: EngineRequest, missed: readonly FallBack[]): string {
  if (request === name) return `${name} was asked for`;
  const [first] = missed;
  if (first === undefined) return `${name} works here and is the fastest`;
  return `${name}, because ${first.message}`;
}

function firstLine(error: unknown): string {
  const message = messageOf(error);
  return message.split('\n')[0] ?? message;
}
