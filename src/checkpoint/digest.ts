/** What tells whether a file was changed since it was written. */
import { createHash } from 'node:crypto';

/** SHA-256 in hexadecimal. */
export function digestOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex');
}

/** Digest of each file, by its path. */
export function digestsOf(
  files: ReadonlyMap<string, string | Uint8Array>,
): Readonly<Record<string, string>> {
  return Object.fromEntries([...files].map(([file, content]) => [file, digestOf(content)]));
}
