/** Reads and checks the header of a safetensors file, before any of it is used. */
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import type { Shape } from '../ir/tensorType.js';

/** One tensor of the header; `begin` and `end` count bytes from the end of the header. */
export interface HeaderEntry {
  readonly name: string;
  readonly dtype: string;
  readonly shape: Shape;
  readonly begin: number;
  readonly end: number;
}

/** The limit of Hugging Face's own reader. */
const longestHeader = 100_000_000;

/**
 * The tensors of a file in the order of their bytes, which they fill exactly: no gap, no overlap, nothing left over.
 * @throws GanspecError GAN600
 */
export function readHeader(
  bytes: Uint8Array,
  file: string,
): {
  readonly entries: readonly HeaderEntry[];
  readonly metadata: Readonly<Record<string, string>>;
  readonly dataStart: number;
} {
  const damaged = (what: string): GanspecError =>
    new GanspecError('GAN600', exitCodes.checkpoint, `${file}: damaged: ${what}`);
  const dataStart = headerEnd(bytes, damaged);
  const header = parse(bytes.subarray(8, dataStart), damaged);
  const entries = Object.entries(header)
    .filter(([name]) => name !== '__metadata__')
    .map(([name, value]) => {
      const entry = readEntry(name, value);
      if (!entry) throw damaged(`the header does not describe tensor "${name}"`);
      return entry;
    })
    .sort((a, b) => a.begin - b.begin || a.end - b.end);
  let end = 0;
  for (const entry of entries) {
    if (entry.begin !== end) {
      const fault = entry.begin < end ? 'overlaps the one before' : 'leaves a gap';
      throw damaged(`tensor "${entry.name}" ${fault}`);
    }
    end = entry.end;
  }
  const held = bytes.length - dataStart;
  if (held !== end) throw damaged(`the tensors take ${end} bytes, but the file holds ${held}`);
  return { entries, metadata: metadataIn(header), dataStart };
}

/** Members of the header's free text that are text. */
function metadataIn(header: object): Readonly<Record<string, string>> {
  const found: unknown = '__metadata__' in header ? header.__metadata__ : {};
  if (typeof found !== 'object' || found === null) return {};
  return Object.fromEntries(
    Object.entries(found).filter((pair): pair is [string, string] => typeof pair[1] === 'string'),
  );
}

function headerEnd(bytes: Uint8Array, damaged: (what: string) => GanspecError): number {
  if (bytes.length < 8) throw damaged(`only ${bytes.length} bytes long`);
  const length = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0, true);
  if (length > longestHeader) throw damaged(`says its header has ${length.toString()} bytes`);
  const end = 8 + Number(length);
  if (end > bytes.length) throw damaged('ends in its header');
  return end;
}

function parse(text: Uint8Array, damaged: (what: string) => GanspecError): object {
  let header: unknown;
  try {
    header = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(text));
  } catch {
    throw damaged('its header is not JSON');
  }
  if (typeof header !== 'object' || header === null) throw damaged('its header is no object');
  return header;
}

function readEntry(name: string, value: unknown): HeaderEntry | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('dtype' in value && 'shape' in value && 'data_offsets' in value)) return undefined;
  const { dtype, shape, data_offsets: offsets } = value;
  if (typeof dtype !== 'string' || !isSizes(shape) || !isSizes(offsets)) return undefined;
  const [begin, end] = offsets;
  if (begin === undefined || end === undefined || offsets.length !== 2 || end < begin) {
    return undefined;
  }
  return { name, dtype, shape, begin, end };
}

function isSizes(value: unknown): value is readonly number[] {
  return Array.isArray(value) && value.every((size) => Number.isSafeInteger(size) && size >= 0);
}
