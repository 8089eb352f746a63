/** Limit on the bytes that are read. It exceeds the limit of a spec, so that longer text gets the error of an oversized spec. */
const maxBytes = 2 ** 21;

/** Standard input as text, cut off soon after the limit. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > maxBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
