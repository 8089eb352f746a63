/** Answers that go on: server-sent events, of which each is sent where it differs from the last one of its kind. */
import type { ServerResponse } from 'node:http';
import { GanspecError } from '../diagnostics/errors.js';
import { partNames, type PartName, type RunsAnswer } from './answers.js';
import { noticeOf } from './noticeOf.js';
import type { RunDirectory } from './runDirectory.js';

/** Milliseconds between two looks at the list of runs; more where a look takes long. */
const interval = 1000;

/** Milliseconds after which a silent connection sends a sign of life, by which a browser that is gone is noticed. */
const silence = 15_000;

/** An open answer. */
class EventStream {
  readonly #sent = new Map<string, { readonly source: unknown; readonly text: string }>();

  constructor(private readonly response: ServerResponse) {
    response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });
    response.flushHeaders();
    const alive = setInterval(() => response.write(':\n\n'), silence);
    this.onClose(() => {
      clearInterval(alive);
    });
  }

  onClose(action: () => void): void {
    this.response.on('close', action);
  }

  /**
   * Sends an answer unless it is the one that was sent last under this key. A slow reader misses those in between.
   * @param source The object that it is made of; while this is the same, so is the answer.
   */
  send(event: string, key: string, answer: object, source: unknown): void {
    const last = this.#sent.get(key);
    if (last?.source === source || this.response.writableNeedDrain) return;
    const text = JSON.stringify(answer);
    this.#sent.set(key, { source, text });
    if (last?.text !== text) this.response.write(`event: ${event}\ndata: ${text}\n\n`);
  }
}

/** Sends the list of runs whenever it changes. */
export function streamList(response: ServerResponse, directory: RunDirectory): void {
  const stream = new EventStream(response);
  let timer: NodeJS.Timeout;
  const look = (): void => {
    const begun = performance.now();
    const answer: RunsAnswer = directory.list();
    stream.send('runs', 'runs', answer, answer);
    timer = setTimeout(look, Math.max(interval, 10 * (performance.now() - begun)));
  };
  look();
  stream.onClose(() => {
    clearTimeout(timer);
  });
}

/** Sends the parts of runs whenever they change. */
export function streamRuns(
  response: ServerResponse,
  directory: RunDirectory,
  names: readonly string[],
): void {
  const stream = new EventStream(response);
  for (const path of names) {
    const send = (part: PartName, value: unknown): void => {
      stream.send('part', `${part} ${path}`, { path, part, value }, value);
    };
    try {
      const end = directory.liveRun(path).listen((parts) => {
        for (const part of partNames) send(part, parts[part]);
      });
      stream.onClose(end);
    } catch (error) {
      if (!(error instanceof GanspecError)) throw error;
      send('fault', noticeOf(error));
    }
  }
}
