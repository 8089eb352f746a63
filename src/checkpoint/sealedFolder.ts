/**
 * Folders that are written once, as a whole, and read only if nothing in them has changed since:
 *
 *   manifest.json    facts about the content, with the length and the SHA-256 of each file, and a SHA-256 of its own
 *   <files>
 */
import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { digestOf, digestsOf, type Digests } from './digest.js';
import { readRegularFile } from './readFile.js';
import { readSealedRecord, sealedText } from './recordFile.js';
import { diskError, flushFolder, writeFileAtomically, writeThrough } from './writeFile.js';

const manifestFile = 'manifest.json';

/** Facts of one kind of folder, as JSON. */
export type Facts = Readonly<Record<string, unknown>>;

/** A folder whose manifest is whole. */
export interface SealedFolder {
  readonly facts: Facts;
  /** SHA-256 of its files. */
  readonly digests: Digests;
  /** @throws GanspecError GAN602, exit code 6, where the file is missing or differs from the one that was written. */
  read(file: string): Uint8Array;
}

/**
 * Writes beside the folder, flushes all of it to the disk, then renames: the name never stands for half of the content.
 * @param path Must not exist, in a folder that does.
 * @returns SHA-256 of the files.
 * @throws GanspecError GAN511; what was written beside the folder is removed.
 */
export function writeSealedFolder(
  path: string,
  files: ReadonlyMap<string, Uint8Array>,
  facts: Facts,
): Digests {
  const beside = `${path}.${randomUUID().slice(0, 8)}.tmp`;
  const digests = digestsOf(files);
  const list = [...files].map(([file, { byteLength: bytes }]) => {
    return [file, { bytes, sha256: digests[file] }] as const;
  });
  try {
    mkdirSync(beside);
    for (const [file, content] of files) writeThrough(join(beside, file), content);
    const manifest = sealedText({ ...facts, files: Object.fromEntries(list) });
    writeThrough(join(beside, manifestFile), manifest);
    flushFolder(beside);
    renameSync(beside, path);
    flushFolder(dirname(path));
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw diskError(error, path);
  }
  return digests;
}

/**
 * Replaces some facts of such a folder, at one stroke; its files stay.
 * @param schema Made by `manifestSchema`.
 * @throws GanspecError GAN610, exit code 6, where the manifest is missing or damaged; GAN511
 */
export function replaceFacts(path: string, schema: object, changes: Facts): void {
  const manifest = join(path, manifestFile);
  // The schema asks for an object.
  const record = readSealedRecord(manifest, schema) as Facts;
  writeFileAtomically(manifest, sealedText({ ...record, ...changes }));
}

/** True for a folder with a manifest, whole or damaged. */
export function isSealedFolder(path: string): boolean {
  return existsSync(join(path, manifestFile));
}

/**
 * Reads the manifest of such a folder.
 * @param schema Made by `manifestSchema`.
 * @throws GanspecError GAN610, exit code 6, where it is missing or damaged.
 */
export function readSealedFolder(path: string, schema: object): SealedFolder {
  const manifest = readSealedRecord(join(path, manifestFile), schema);
  // Those are the schemas of the type.
  const { files, ...facts } = manifest as Facts & { readonly files: FileList };
  const list = new Map(Object.entries(files));
  return {
    facts,
    digests: Object.fromEntries([...list].map(([file, { sha256 }]) => [file, sha256])),
    read: (file) => readListed(join(path, file), list.get(file)),
  };
}

/** JSON schema of a manifest. @param facts That of its facts. */
export function manifestSchema(facts: object): object {
  return {
    allOf: [facts, { type: 'object', required: ['files'], properties: { files: filesSchema } }],
  };
}

/** Length and digest of each file. */
type FileList = Readonly<Record<string, ListedFile>>;

interface ListedFile {
  readonly bytes: number;
  readonly sha256: string;
}

const filesSchema = {
  type: 'object',
  additionalProperties: {
    type: 'object',
    required: ['bytes', 'sha256'],
    properties: { bytes: { type: 'integer', minimum: 0 }, sha256: { type: 'string' } },
  },
} as const;

function readListed(path: string, written: ListedFile | undefined): Uint8Array {
  if (!written) throw damaged(path, 'the manifest of the folder does not list it');
  const bytes = readRegularFile(path, (reason) => damaged(path, reason));
  if (bytes.length !== written.bytes) {
    throw damaged(path, `${bytes.length} bytes long, not ${written.bytes} as written`);
  }
  if (digestOf(bytes) === written.sha256) return bytes;
  throw damaged(path, 'not the file that was written: its SHA-256 differs');
}

function damaged(place: string, reason: string): GanspecError {
  return new GanspecError(
    'GAN602',
    exitCodes.checkpoint,
    `${place}: ${reason}`,
    'Restore the folder from a copy, or use an earlier checkpoint; a changed file is never used in silence.',
  );
}
