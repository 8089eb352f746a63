/** One line of a terminal that is written over and over, at most ten times a second. */

const interval = 100;

/** The part of an output stream that a status line needs. */
export interface Terminal {
  readonly isTTY?: boolean;
  readonly columns?: number;
  write(text: string): unknown;
}

export class StatusLine {
  #text = '';
  #drawnAt = -Infinity;
  #timer: NodeJS.Timeout | undefined;

  constructor(private readonly terminal: Terminal) {}

  /** Shows this text from now on; where the last drawing was less than a tenth of a second ago, a little later. */
  show(text: string): void {
    this.#text = text;
    if (this.#timer) return;
    const wait = this.#drawnAt + interval - performance.now();
    if (wait <= 0) this.#draw();
    else {
      this.#timer = setTimeout(() => {
        this.#timer = undefined;
        this.#draw();
      }, wait);
      this.#timer.unref();
    }
  }

  /** Leaves a line that stays, above the status. */
  leave(line: string): void {
    this.terminal.write(`\r\u001b[K${line}\n`);
    this.#draw();
  }

  /** Takes the status away. */
  clear(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#text = '';
    this.terminal.write('\r\u001b[K');
  }

  #draw(): void {
    this.#drawnAt = performance.now();
    // A line that fills the last column would wrap, and could not be written over.
    const room = (this.terminal.columns ?? 80) - 1;
    this.terminal.write(`\r\u001b[K${this.#text.slice(0, room)}`);
  }
}
