/** Digests, by which a change of a written file is detected. */
import { createHash } from 'node:crypto';

/** SHA-256 of files, by their paths in a folder. */
export type Digests = Readonly<Record<string, string>>;

/** JSON schema of `Digests`. */
export const digestsSchema = {
  type: 'object',
  additionalProperties: { type: 'string', pattern: '^[0-9a-f]{64}$' },
} as const;

/** SHA-256 in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Digest of each file, by its path. */
export function digestsOf(files: ReadonlyMap<string, string | Uint8Array>): Digests {
  return Object.fromEntries([...files].map(([file, content]) => [file, digestOf(content)]));
}
