/** A native library in this process. */
interface NativeLibrary {
  func(definition: string): (...values: readonly unknown[]) => unknown;
}

/** Flags of `dlopen`: load at once, and never unload. */
const flags: Partial<Record<NodeJS.Platform, number>> = { linux: 0x1002, darwin: 0x82 };

/**
 * Loads a native library until the end of the process: it is opened a second time, for good. koffi closes one when its handle
 * is collected or its thread ends, while addresses of functions, and threads of the library, are still in use.
 * @param load koffi's function, for which null is the process itself.
 * @throws Error where the operating system does not load it.
 */
export function loadForGood<L extends NativeLibrary>(
  load: (path: string | null) => L,
  path: string,
): L {
  const library = load(path);
  const kept = flags[process.platform];
  if (process.platform === 'win32') {
    load('kernel32.dll').func('void *__stdcall LoadLibraryW(const char16_t *file)')(path);
  } else if (kept !== undefined) {
    load(null).func('void *dlopen(const char *file, int flags)')(path, kept);
  }
  return library;
}
