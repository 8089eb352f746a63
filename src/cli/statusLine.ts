/** A terminal line that is rewritten in place, at most ten times a second. */

/** Milliseconds between two drawings. */
const interval = 100;

/** The members of an output stream that a status line uses. */
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

  /** Replaces the text; the drawing is delayed if the last one was less than a tenth of a second ago. */
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

  /** Prints a permanent line above the status. */
  leave(line: string): void {
    this.terminal.write(`\r\u001b[K${line}\n`);
    this.#draw();
  }

  /** Removes the status, if there is one. */
  clear(): void {
    if (this.#text === '') return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#text = '';
    this.terminal.write('\r\u001b[K');
  }

  #draw(): void {
    this.#drawnAt = performance.now();
    // A line that fills the last column would wrap, and could not be overwritten.
    const { columns = 0 } = this.terminal;
    // A terminal that has not been told its size has 0 columns.
    const room = (columns > 0 ? columns : 80) - 1;
    this.terminal.write(`\r\u001b[K${this.#text.slice(0, room)}`);
  }
}
