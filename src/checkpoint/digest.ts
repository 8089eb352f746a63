/** Digests, by which a change of a written file is detected. */
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
