/** A peer at work in a process of its own: it computes only while it has its turn. */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';

/** A peer that cannot start, stops or takes too long. */
export class WorkerFailure extends Error {}

export interface Turn {
  /** Of each step. */
  readonly milliseconds: readonly number[];
  /** Peak of the resident memory so far. */
  readonly peakBytes: number;
}

interface FirstAnswer {
  readonly version: string;
  readonly parameters: readonly number[];
}

const secondsToStart = 240;
const secondsOfTurn = 60;

export class Worker {
  readonly #process: ChildProcessByStdio<Writable, Readable, Readable>;
  readonly #lines: AsyncIterator<string>;
  #errors = '';

  private constructor([program = '', ...options]: readonly string[]) {
    this.#process = spawn(program, options, { stdio: ['pipe', 'pipe', 'pipe'] });
    this.#process.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#errors = (this.#errors + text).slice(-10_000);
    });
    const fail = ({ message }: Error): void => {
      this.#errors += `\n${message}`;
    };
    this.#process.on('error', fail);
    // A worker that has ended takes no more lines; its missing answer tells.
    this.#process.stdin.on('error', () => undefined);
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  /**
   * Starts a process and waits for its first step.
   * @param expected Numbers of parameters that its networks must have, if they are known.
   * @returns The worker, its version, the trained parameters of its networks, and the seconds from the start to the end of
   *   the first step.
   * @throws WorkerFailure
   */
  static async start(command: readonly string[], expected?: readonly number[]) {
    const start = performance.now();
    const worker = new Worker(command);
    const { version, parameters } = await worker.#answer<FirstAnswer>(secondsToStart);
    const [own, other] = [parameters, expected ?? parameters].map((counts) => counts.join(' and '));
    if (own !== other) {
      worker.stop();
      throw new WorkerFailure(`its networks have ${own} parameters instead of ${other}`);
    }
    return { worker, version, parameters, firstStepSeconds: (performance.now() - start) / 1000 };
  }

  /**
   * Lets it train for a few steps.
   * @throws WorkerFailure
   */
  turn(steps: number): Promise<Turn> {
    this.#process.stdin.write(`${steps}\n`);
    return this.#answer<Turn>(secondsOfTurn);
  }

  stop(): void {
    this.#process.kill();
  }

  /** The object in its next line. */
  async #answer<T>(seconds: number): Promise<T> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<'late'>((resolve) => {
      timer = setTimeout(resolve, 1000 * seconds, 'late');
    });
    const line = await Promise.race([this.#lines.next(), late]);
    clearTimeout(timer);
    if (line === 'late') {
      this.stop();
      throw new WorkerFailure(`no answer within ${seconds} seconds`);
    }
    if (line.done) throw new WorkerFailure(reason(this.#errors));
    // The protocol that bench/peers/turns.py describes.
    return JSON.parse(line.value) as T;
  }
}

/** The line that names an error, the last of a traceback. */
function reason(errors: string): string {
  const lines = errors.split('\n').filter((line) => line.trim() !== '');
  return (
    lines.findLast((line) => /^[\w.]*(Error|Exception)\b/.test(line)) ?? lines.at(-1) ?? 'it ended'
  );
}
