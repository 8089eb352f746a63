/**
 * The C functions of onnxruntime's library. Importing this file loads the library, which lies in onnxruntime's package for
 * Node; the JavaScript of that package would copy every output of a run.
 */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import koffi from 'koffi';
import { loadForGood } from '../loadForGood.js';

/** The address of an object that the library made. */
export type Handle = bigint;

/**
 * Each function's place in the library's table, which is the same in every version, and its type. Functions that return
 * `void *` return a status: null, or an error.
 * @source onnxruntime_c_api.h, `struct OrtApi`.
 */
const table = {
  getErrorMessage: [2, 'const char *(void *status)'],
  createEnv: [3, 'void *(int logLevel, const char *name, _Out_ void **environment)'],
  createSessionFromArray: [
    8,
    'void *(void *environment, const void *model, size_t bytes, void *options, _Out_ void **session)',
  ],
  createSessionOptions: [10, 'void *(_Out_ void **options)'],
  disableMemPattern: [17, 'void *(void *options)'],
  setIntraOpNumThreads: [24, 'void *(void *options, int threads)'],
  createTensorWithData: [
    49,
    'void *(void *memory, void *data, size_t bytes, const int64_t *shape, size_t rank, int type, _Out_ void **value)',
  ],
  createMemoryInfo: [
    68,
    'void *(const char *name, int allocator, int device, int kind, _Out_ void **memory)',
  ],
  createCpuMemoryInfo: [69, 'void *(int allocator, int kind, _Out_ void **memory)'],
  allocatorFree: [76, 'void *(void *allocator, void *address)'],
  getAllocatorWithDefaultOptions: [78, 'void *(_Out_ void **allocator)'],
  releaseMemoryInfo: [94, 'void (void *memory)'],
  releaseStatus: [93, 'void (void *status)'],
  releaseSession: [95, 'void (void *session)'],
  releaseValue: [96, 'void (void *value)'],
  releaseSessionOptions: [100, 'void (void *options)'],
  addSessionConfigEntry: [130, 'void *(void *options, const char *key, const char *value)'],
  runWithBinding: [133, 'void *(void *session, void *runOptions, void *binding)'],
  createIoBinding: [134, 'void *(void *session, _Out_ void **binding)'],
  releaseIoBinding: [135, 'void (void *binding)'],
  bindInput: [136, 'void *(void *binding, const char *name, void *value)'],
  bindOutput: [137, 'void *(void *binding, const char *name, void *value)'],
  bindOutputToDevice: [138, 'void *(void *binding, const char *name, void *memory)'],
  getBoundOutputValues: [
    140,
    'void *(void *binding, void *allocator, _Out_ void **values, _Out_ size_t *count)',
  ],
  createAndRegisterAllocator: [144, 'void *(void *environment, void *memory, void *arenaSettings)'],
  appendCudaProvider: [204, 'void *(void *options, void *settings)'],
  createCudaSettings: [205, 'void *(_Out_ void **settings)'],
  releaseCudaSettings: [207, 'void (void *settings)'],
  appendProvider: [
    216,
    'void *(void *options, const char *name, const char **keys, const char **values, size_t count)',
  ],
} as const;

type Runtime = Readonly<Record<keyof typeof table, (...values: readonly unknown[]) => unknown>>;

export const runtime = openLibrary(libraryFile());

/** Calls a function of the library. @throws Error with the library's message where it reports one. */
export function call(
  name: Exclude<keyof typeof table, `release${string}` | 'getErrorMessage'>,
  ...values: readonly unknown[]
): void {
  const status = runtime[name](...values);
  if (status === null) return;
  const message = String(runtime.getErrorMessage(status));
  runtime.releaseStatus(status);
  throw new Error(message);
}

/** Calls a function whose last argument is the place of the object that it makes. @returns That object. @throws Error as `call`. */
export function make(name: Parameters<typeof call>[0], ...values: readonly unknown[]): Handle {
  const place: [Handle | null] = [null];
  call(name, ...values, place);
  if (place[0] === null) throw new Error(`onnxruntime made nothing in ${name}`);
  return place[0];
}

/** The outputs of a binding, in the order in which they were bound; each is to be released. */
export function boundOutputs(binding: Handle): readonly Handle[] {
  const allocator = make('getAllocatorWithDefaultOptions');
  const [values, count]: [[Handle | null], [number | bigint]] = [[null], [0]];
  call('getBoundOutputValues', binding, allocator, values, count);
  if (values[0] === null) return [];
  const handles = koffi.decode(values[0], 'void *', Number(count[0])) as readonly Handle[];
  call('allocatorFree', allocator, values[0]);
  return handles;
}

/** @throws Error where the file is no library for this machine. */
function openLibrary(file: string): Runtime {
  const library = loadForGood(koffi.load, file);
  // The first member of the structure that it returns is the function for the table of a version.
  const base: unknown = library.func('void *OrtGetApiBase()')();
  const getTable = koffi.decode(
    koffi.decode(base, 'void *'),
    koffi.proto('void *(uint32_t version)'),
  ) as (version: number) => unknown;
  const length = Math.max(...Object.values(table).map(([place]) => place)) + 1;
  const addresses = koffi.decode(getTable(1), 'void *', length) as readonly unknown[];
  const functions = Object.entries(table).map(([name, [place, type]]) => [
    name,
    koffi.decode(addresses[place], koffi.proto(type)) as unknown,
  ]);
  return Object.fromEntries(functions) as Runtime;
}

function libraryFile(): string {
  const { platform, arch } = process;
  const root = dirname(createRequire(import.meta.url).resolve('onnxruntime-node/package.json'));
  const names: Partial<Record<NodeJS.Platform, string>> = {
    darwin: 'libonnxruntime.1.dylib',
    win32: 'onnxruntime.dll',
  };
  return join(root, 'bin', 'napi-v6', platform, arch, names[platform] ?? 'libonnxruntime.so.1');
}
