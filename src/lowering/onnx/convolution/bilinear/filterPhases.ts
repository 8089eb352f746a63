/** The transform of a filter read backwards, phase by phase: a tap meets the rows of its own phase only. */
import type { BilinearForm, Matrix } from '../../../convolution/bilinearForm.js';

export interface FilterPhases {
  /** Rows of each phase: as many as the phase with the most taps has. */
  readonly most: number;
  /** `[phases · most, rows of the form]`; zeros where a phase has fewer taps. */
  readonly matrix: Matrix;
  /** The row of each tap. */
  readonly places: Int32Array;
}

export function filterPhases({ x, w, phases, tapPhases }: BilinearForm): FilterPhases {
  const taps = Array.from({ length: phases }, (_, phase) =>
    tapPhases.flatMap((own, tap) => (own === phase ? [tap] : [])),
  );
  const most = Math.max(...taps.map((own) => own.length));
  const places = new Int32Array(tapPhases.length);
  const matrix = taps.flatMap((own, phase) =>
    Array.from({ length: most }, (_, at) => {
      const tap = own[at];
      if (tap === undefined) return x.map(() => 0);
      places[tap] = phase * most + at;
      return x.map((_row, row) => w[row * phases + phase]?.[tap] ?? 0);
    }),
  );
  return { most, matrix, places };
}
