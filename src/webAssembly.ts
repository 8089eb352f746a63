/** The global `WebAssembly`, which Node's own types lack. */

/** A memory that modules and JavaScript share. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
}

/** Bytes of a page, in which memories are counted, and the most pages of a memory. */
const pageBytes = 65536;
const maxPages = 65536;

interface WebAssemblyApi {
  readonly Module: new (bytes: Uint8Array<ArrayBuffer>) => object;
  readonly Instance: new (
    module: object,
    imports?: Readonly<Record<string, object>>,
  ) => { readonly exports: unknown };
  /** @throws RangeError where the address space does not suffice. */
  readonly Memory: new (pages: {
    readonly initial: number;
    readonly maximum: number;
  }) => WasmMemory;
}

export const { WebAssembly: webAssembly } = globalThis as unknown as {
  readonly WebAssembly: WebAssemblyApi;
};

/** A memory of zeros; undefined where it would be larger than 4 GiB, or than the address space that is left. */
export function allocateWasm(bytes: number): WasmMemory | undefined {
  const pages = Math.ceil(bytes / pageBytes);
  if (pages > maxPages) return undefined;
  try {
    return new webAssembly.Memory({ initial: pages, maximum: pages });
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}
