/**
 * The binary format of WebAssembly, as far as loops need it.
 *
 * @source WebAssembly Core Specification 2.0, chapter 5 (binary format)
 */

/** The bytes of a module or of its parts. */
export type WasmCode = readonly number[];

/** A function without results that is exported under its name. */
export interface WasmFunction {
  readonly name: string;
  /** The number of parameters, which are all i32. */
  readonly parameters: number;
  /** The numbers of further variables: i32 first, then v128. */
  readonly variables: { readonly i32: number; readonly v128: number };
  readonly body: WasmCode;
}

const type = { i32: 0x7f, v128: 0x7b } as const;
const section = { type: 1, import: 2, function: 3, export: 7, code: 10 } as const;
const end = 0x0b;

/** An unsigned number in LEB128. */
export function unsigned(value: number): WasmCode {
  const bytes: number[] = [];
  let rest = value;
  do {
    const low = rest % 128;
    rest = Math.floor(rest / 128);
    bytes.push(rest === 0 ? low : low + 128);
  } while (rest > 0);
  return bytes;
}

/** A module of functions that work on the memory imported as `env.memory`. */
export function moduleBytes(functions: readonly WasmFunction[]): Uint8Array<ArrayBuffer> {
  const signature = ({ parameters }: WasmFunction): WasmCode => [
    0x60,
    ...list(Array.from({ length: parameters }, () => [type.i32])),
    ...list([]),
  ];
  const memory = [...text('env'), ...text('memory'), 0x02, 0x00, 0x00];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00],
    ...sectionOf(section.type, list(functions.map(signature))),
    ...sectionOf(section.import, list([memory])),
    ...sectionOf(section.function, list(functions.map((_, index) => unsigned(index)))),
    ...sectionOf(
      section.export,
      list(functions.map(({ name }, index) => [...text(name), 0x00, ...unsigned(index)])),
    ),
    ...sectionOf(section.code, list(functions.map(codeOf))),
  ]);
}

function codeOf({ variables, body }: WasmFunction): WasmCode {
  const groups = [
    [...unsigned(variables.i32), type.i32],
    [...unsigned(variables.v128), type.v128],
  ];
  const code = [...list(groups), ...body, end];
  return [...unsigned(code.length), ...code];
}

function sectionOf(id: number, content: WasmCode): WasmCode {
  return [id, ...unsigned(content.length), ...content];
}

function list(items: readonly WasmCode[]): WasmCode {
  return [...unsigned(items.length), ...items.flat()];
}

function text(value: string): WasmCode {
  const bytes = Buffer.from(value, 'utf8');
  return [...unsigned(bytes.length), ...bytes];
}
