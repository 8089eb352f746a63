/** The list of engines, in the order in which `auto` tries them. Reading it loads no engine and no library. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { Engine } from './engine.js';
import type { LibraryInstaller } from './libraryInstaller.js';
import { mayHaveGpu } from './mayHaveGpu.js';
import { disableTelemetry } from './telemetry.js';

export interface EngineEntry {
  readonly name: string;
  /** The package that the engine runs on. */
  readonly library: string;
  /** The most threads that a kernel takes; absent where it is as many as are asked for. */
  readonly threads?: number;
  /** A phrase for users on the library and its speed. */
  readonly description: string;
  /** A full sentence: the remedy where the engine does not load. */
  readonly fix: string;
  /** Loads the engine and its library. */
  readonly load: () => Promise<Engine>;
  /**
   * Loads the engine where it sees a GPU, for which `auto` prefers it; undefined where there is none.
   * @throws Error where there is one that it cannot use.
   */
  readonly loadOnGpu?: () => Promise<Engine | undefined>;
  /** True for one that `auto` never takes. */
  readonly onRequest?: boolean;
  /** Prepares the process before a thread is started that uses the engine. */
  readonly beforeThreads?: () => Promise<void>;
  /** Installs the library, where `ganspec engine install` can. */
  readonly installer?: () => Promise<LibraryInstaller>;
}

async function prepareOnnx(): Promise<void> {
  disableTelemetry();
  (await import('./onnx/flushDenormals.js')).flushDenormals();
}

async function onDevice(name: 'webgpu' | 'cuda'): Promise<Engine> {
  disableTelemetry();
  const [{ deviceEngine }, { deviceProviders }] = await Promise.all([
    import('./onnx/device/deviceEngine.js'),
    import('./onnx/device/provider.js'),
  ]);
  return deviceEngine(deviceProviders[name]);
}

export const engineList = [
  {
    name: 'onnx',
    library: 'onnxruntime-node',
    description: 'onnxruntime on the CPU',
    fix: 'Reinstall with `npm install onnxruntime-node@1.30.0 koffi@3.3.4`; their binaries are for Linux (glibc) and Windows on x64 and arm64, and macOS on arm64.',
    load: async () => {
      disableTelemetry();
      return (await import('./onnx/onnxEngine.js')).onnxEngine;
    },
    beforeThreads: prepareOnnx,
  },
  {
    name: 'tensorflow',
    library: 'TensorFlow',
    description: "TensorFlow's own library, on the CPU or a GPU (experimental)",
    fix: 'Install a library with `ganspec engine install tensorflow`.',
    load: async () => (await import('./tensorflow/tensorflowEngine.js')).tensorflowEngine(),
    loadOnGpu: async () => {
      if (!mayHaveGpu()) return undefined;
      const { noGpu, tensorflowEngine } = await import('./tensorflow/tensorflowEngine.js');
      const engine = tensorflowEngine();
      if (engine.facts.device === 'GPU') return engine;
      throw noGpu();
    },
    beforeThreads: async () => {
      (await import('./tensorflow/quietLog.js')).quietLog();
    },
    installer: async () => (await import('./tensorflow/install/installer.js')).installerOf(),
  },
  {
    name: 'tfjs',
    library: '@tensorflow/tfjs-backend-cpu',
    threads: 1,
    description: 'TensorFlow.js in plain JavaScript, a hundred times slower',
    fix: 'Reinstall with `npm install @tensorflow/tfjs-core@4.22.0 @tensorflow/tfjs-backend-cpu@4.22.0`.',
    load: async () => (await import('./tfjs/tfjsEngine.js')).tfjsEngine,
  },
  {
    name: 'onnx:webgpu',
    library: 'onnxruntime-node',
    description: 'onnxruntime on a GPU by WebGPU (experimental)',
    fix: 'Train with `--provider cpu`.',
    load: async () => onDevice('webgpu'),
    onRequest: true,
    beforeThreads: prepareOnnx,
  },
  {
    name: 'onnx:cuda',
    library: 'onnxruntime-node',
    description: 'onnxruntime on a GPU by CUDA (experimental)',
    fix: 'Train with `--provider cpu`.',
    load: async () => onDevice('cuda'),
    onRequest: true,
    beforeThreads: prepareOnnx,
  },
] as const satisfies readonly EngineEntry[];

export type EngineName = (typeof engineList)[number]['name'];

/** An engine by its name, or `auto` for one on a GPU, else the first of the list that loads. */
export type EngineRequest = 'auto' | EngineName;

/** Prepares the process before a thread is started that uses these engines. */
export async function beforeThreads(request: EngineRequest = 'auto'): Promise<void> {
  const entries: readonly EngineEntry[] = engineList;
  for (const entry of entries.filter(({ name }) => request === 'auto' || request === name)) {
    // An engine that does not load is reported by the thread that is to use it.
    await entry.beforeThreads?.().catch(() => undefined);
  }
}

/**
 * The installer of an engine's library.
 * @throws GanspecError (GAN525) for an engine that comes whole with ganspec.
 */
export async function engineInstaller(name: EngineName): Promise<LibraryInstaller> {
  const entries: readonly EngineEntry[] = engineList;
  const installer = await entries.find((entry) => entry.name === name)?.installer?.();
  if (installer) return installer;
  throw new GanspecError(
    'GAN525',
    exitCodes.usage,
    `ganspec installs no library for the engine ${name}`,
    '`ganspec doctor` names the fix where it does not work.',
  );
}
