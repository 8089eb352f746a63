/** A run folder as it is at the moment, while somebody looks at it. */
import { statSync } from 'node:fs';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { AppendedLines } from '../runs/appendedLines.js';
import type { Notice, RunParts } from './answers.js';
import { eventsOf, headOf } from './head.js';
import { noticeOf } from './noticeOf.js';
import { RunHistory, type HistoryParts } from './runHistory.js';

/** Milliseconds between two looks into the folder. */
const interval = 1000;

/** Milliseconds of reading at a time, after which other requests have their turn. */
const slice = 25;

/** Called with the parts of a run after each look; those that are as they were are the same objects. */
type Listener = (parts: RunParts) => void;

export class LiveRun {
  readonly #events: string;
  readonly #lines: AppendedLines;
  readonly #listeners = new Set<Listener>();
  #history = new RunHistory();
  /** The parts that the events make, as they were told last; undefined once there are new events. */
  #told: HistoryParts | undefined;
  #fault: Notice | null = null;
  #isLooking = false;
  #isReading = false;

  constructor(private readonly folder: string) {
    this.#events = eventsOf(folder);
    this.#lines = new AppendedLines(this.#events, () => {
      this.#history = new RunHistory();
      this.#told = undefined;
    });
  }

  /** Calls the listener soon, and then again and again. @returns A function that ends this. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    if (this.#isLooking) listener(this.#parts());
    else void this.#look();
    return () => this.#listeners.delete(listener);
  }

  /** Path of the samples of a step inside the run folder; undefined where none are known. */
  sampleFileOf(step: number): string | undefined {
    return this.#history.sampleFileOf(step);
  }

  async #look(): Promise<void> {
    this.#isLooking = true;
    while (this.#listeners.size > 0) {
      await this.#read();
      this.#tell();
      await setTimeout(interval);
    }
    this.#isLooking = false;
  }

  /** Reads the events that have come since. */
  async #read(): Promise<void> {
    let [told, begun] = [performance.now(), performance.now()];
    this.#isReading = true;
    try {
      for (const { number, bytes } of this.#lines.take()) {
        this.#told = undefined;
        this.#history.addLine(bytes, `${this.#events}:${number}`);
        if (performance.now() - begun < slice) continue;
        if (performance.now() - told > interval) {
          this.#tell();
          told = performance.now();
        }
        await setImmediate();
        begun = performance.now();
      }
      this.#fault = null;
    } catch (error) {
      this.#fault = noticeOf(error);
    }
    this.#isReading = false;
  }

  #tell(): void {
    const parts = this.#parts();
    for (const listener of [...this.#listeners]) listener(parts);
  }

  #parts(): RunParts {
    this.#told ??= this.#history.parts();
    try {
      const head = headOf(this.folder, this.#history, this.#share());
      return { ...this.#told, head, fault: this.#fault };
    } catch (error) {
      return { ...this.#told, head: null, fault: noticeOf(error) };
    }
  }

  /** Share of the events that is read. */
  #share(): number {
    const size = statSync(this.#events, { throwIfNoEntry: false })?.size ?? 0;
    return this.#isReading && size > 0 ? Math.min(1, this.#lines.end / size) : 1;
  }
}
