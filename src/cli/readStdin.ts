/** The longest text that is read: more than any spec may have, so that the reader of specs refuses it in its own words. */
const mostBytes = 2 ** 21;

/** All of standard input as text, or as much of it as shows that it is too long. */
export async function readStdin(): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of process.stdin as AsyncIterable<Buffer>) {
    chunks.push(chunk);
    bytes += chunk.length;
    if (bytes > mostBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8');
}
