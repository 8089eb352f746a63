/** Which engine runs, and why; engines are imported only when they are asked for. */
import { createRequire } from 'node:module';
import { GanspecError, exitCodes } from '../diagnostics/errors.js';
import type { Engine, EngineName } from './engine.js';

/** An engine and one sentence that says why it was taken. */
export interface EngineChoice {
  readonly engine: Engine;
  readonly reason: string;
}

/** Whether an engine works on this machine. */
export interface EngineReport {
  readonly name: EngineName;
  /** The library that it runs on. */
  readonly library: string;
  /** The library's version, where it is installed. */
  readonly version?: string;
  readonly works: boolean;
  /** What it is, or why it does not work here. */
  readonly detail: string;
  /** A full sentence: what makes it work. */
  readonly fix?: string;
}

interface Candidate {
  readonly library: string;
  readonly about: string;
  readonly fix: string;
  readonly load: () => Promise<Engine>;
}

/** In the order in which `auto` tries them. */
const candidates: Readonly<Record<EngineName, Candidate>> = {
  onnx: {
    library: 'onnxruntime-node',
    about: 'onnxruntime on the CPU',
    fix: 'Reinstall with `npm install onnxruntime-node@1.30.0`; its binaries are for Linux (glibc) and Windows on x64 and arm64, and macOS on arm64.',
    load: async () => (await import('./onnx/onnxEngine.js')).onnxEngine,
  },
  tfjs: {
    library: '@tensorflow/tfjs-backend-cpu',
    about: 'TensorFlow.js in plain JavaScript, a hundred times slower',
    fix: 'Reinstall with `npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0`.',
    load: async () => (await import('./tfjs/tfjsEngine.js')).tfjsEngine,
  },
};

const engineNames: readonly EngineName[] = ['onnx', 'tfjs'];

/**
 * The engine of this name, or for `auto` the first that works here.
 *
 * @throws GanspecError (GAN522) where the engine, or every engine, does not load.
 */
export async function chooseEngine(wanted: 'auto' | EngineName): Promise<EngineChoice> {
  const tried = wanted === 'auto' ? engineNames : [wanted];
  const failures: string[] = [];
  for (const name of tried) {
    const { about, load } = candidates[name];
    try {
      const engine = await load();
      return { engine, reason: reasonFor(name, wanted, about, failures) };
    } catch (error) {
      failures.push(`the engine ${name} does not load: ${firstLine(error)}`);
    }
  }
  const fix = candidates[tried[0] ?? 'onnx'].fix;
  throw new GanspecError('GAN522', exitCodes.usage, failures.join('; '), fix);
}

/** Every engine, for `ganspec doctor`. */
export function describeEngines(): Promise<readonly EngineReport[]> {
  return Promise.all(engineNames.map(describe));
}

async function describe(name: EngineName): Promise<EngineReport> {
  const { library, about, fix, load } = candidates[name];
  const version = versionOf(library);
  const known = { name, library, ...(version === undefined ? {} : { version }) };
  try {
    await load();
    return { ...known, works: true, detail: about };
  } catch (error) {
    return { ...known, works: false, detail: firstLine(error), fix };
  }
}

function reasonFor(
  name: EngineName,
  wanted: 'auto' | EngineName,
  about: string,
  failures: readonly string[],
): string {
  if (wanted === name) return `${name} was asked for: ${about}`;
  const [failure] = failures;
  if (failure === undefined) return `${name} works here and is the fastest: ${about}`;
  return `${name} (${about}), because ${failure}`;
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
  const message = error instanceof Error ? error.message : String(error);
  return message.split('\n')[0] ?? message;
}
