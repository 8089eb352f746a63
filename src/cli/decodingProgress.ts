import type { DecodingReport } from '../index.js';
import { StatusLine, type Terminal } from './statusLine.js';

/** A live line with the count of files decoded; undefined where the stream is no terminal. */
export function decodingProgress(stream: Terminal): DecodingReport | undefined {
  if (stream.isTTY !== true) return undefined;
  const status = new StatusLine(stream);
  return (done, total) => {
    if (done === total) status.clear();
    else status.show(`decoding files: ${done.toLocaleString('en')}/${total.toLocaleString('en')}`);
  };
}
