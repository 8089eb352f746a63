/** A look at the file of a native library before the operating system maps it: a damaged one would end the process. */
import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import { messageOf } from '../../../diagnostics/errors.js';
import { unusable } from './libraryError.js';

/** The beginning of a library's file. */
interface Header {
  readonly bytes: DataView;
  /** Bytes of the whole file. */
  readonly length: number;
}

/** Processors by their numbers in the formats of libraries. */
type Processors = Readonly<Record<number, NodeJS.Architecture>>;

/** @source System V ABI, `e_machine` */
const inElf: Processors = { 0x03: 'ia32', 0x28: 'arm', 0x3e: 'x64', 0xb7: 'arm64' };
/** @source mach-o/loader.h, `cputype` */
const inMachO: Processors = { 0x01000007: 'x64', 0x0100000c: 'arm64' };

/** @throws GanspecError (GAN524) where the file is no whole library for this processor. */
export function inspectLibrary(path: string): void {
  const header = readHeader(path);
  const built = header.length < 64 ? undefined : (elf(header) ?? machO(header) ?? portable(header));
  if (!built) throw unusable(path, 'is no native library');
  if (built.platform !== process.platform || built.processor !== process.arch) {
    const own = `${process.platform} ${process.arch}`;
    throw unusable(path, `is for ${built.platform} ${built.processor}, and this is ${own}`);
  }
  if (built.bytes > header.length) {
    throw unusable(path, `is truncated: it has ${header.length} of ${built.bytes} bytes`);
  }
}

function readHeader(path: string): Header {
  try {
    const file = openSync(path, 'r');
    try {
      const bytes = new DataView(new ArrayBuffer(4096));
      readSync(file, bytes, 0, bytes.byteLength, 0);
      return { bytes, length: fstatSync(file).size };
    } finally {
      closeSync(file);
    }
  } catch (error) {
    throw unusable(path, `cannot be read: ${messageOf(error)}`);
  }
}

interface Build {
  readonly platform: NodeJS.Platform;
  readonly processor: string;
  /** Bytes that the file must have. */
  readonly bytes: number;
}

/** The format of Linux, whose last part is the table of sections. @source System V ABI, ELF header */
function elf({ bytes }: Header): Build | undefined {
  if (bytes.getUint32(0) !== 0x7f454c46) return undefined;
  const sections = Number(bytes.getBigUint64(0x28, true));
  return {
    platform: 'linux',
    processor: inElf[bytes.getUint16(0x12, true)] ?? 'on another processor',
    bytes: sections + bytes.getUint16(0x3a, true) * bytes.getUint16(0x3c, true),
  };
}

/** The format of macOS: the end of the last segment. @source mach-o/loader.h */
function machO({ bytes }: Header): Build | undefined {
  if (bytes.getUint32(0, true) !== 0xfeedfacf) return undefined;
  const segment = 0x19;
  let end = 0;
  let at = 32;
  for (let command = 0; command < bytes.getUint32(16, true); command += 1) {
    if (at + 56 > bytes.byteLength) break;
    if (bytes.getUint32(at, true) === segment) {
      const [offset, size] = [bytes.getBigUint64(at + 40, true), bytes.getBigUint64(at + 48, true)];
      end = Math.max(end, Number(offset + size));
    }
    at += bytes.getUint32(at + 4, true);
  }
  const processor = inMachO[bytes.getUint32(4, true)] ?? 'on another processor';
  return { platform: 'darwin', processor, bytes: end };
}

/** The format of Windows. @source PE format, COFF header */
function portable({ bytes }: Header): Build | undefined {
  if (bytes.getUint16(0) !== 0x4d5a) return undefined;
  const at = bytes.getUint32(0x3c, true);
  const machine = at + 6 > bytes.byteLength ? 0 : bytes.getUint16(at + 4, true);
  const names: Processors = { 0x8664: 'x64', 0xaa64: 'arm64' };
  return { platform: 'win32', processor: names[machine] ?? 'on another processor', bytes: 0 };
}
