/** The gradient of an image from those of the cells that its tiles read: cells that several tiles read are added up. */
import { InternalError } from '../../../../diagnostics/errors.js';
import { concatRows, placeRows } from '../../gatherRows.js';
import type { OnnxBuilder, OnnxValue } from '../../onnxBuilder.js';
import type { BilinearForm } from '../../../convolution/bilinearForm.js';

/** Cells of the image, each with its input positions by phase and the rows that hold its gradients. */
interface Cell {
  readonly positions: Int32Array;
  readonly rows: number[];
}

/**
 * @param take Gives gradients of cells by `tile · cells + cell`: `[batch, rows, phases · channels]`.
 * @param positions Positions of an image.
 * @returns `[batch, positions, channels]`
 */
export function addOverlaps(
  take: (rows: Int32Array) => OnnxValue,
  form: BilinearForm,
  positions: number,
  onnx: OnnxBuilder,
): OnnxValue {
  const groups = byReaders(cellsOf(form, positions)).map((cells) => {
    const parts = Array.from({ length: cells[0]?.rows.length ?? 0 }, (_, reader) =>
      take(Int32Array.from(cells, ({ rows }) => rows[reader] ?? 0)),
    );
    return { cells, sum: parts.reduce((sum, part) => onnx.elementwise('Add', [sum, part])) };
  });
  const sums = concatRows(
    groups.map(({ sum }) => sum),
    onnx,
  );
  const cells = groups.flatMap((group) => group.cells);
  const [batch, , width] = sums.shape;
  if (batch === undefined || width === undefined) {
    throw new InternalError(`sums of cells have three axes, got [${sums.shape.join()}]`);
  }
  const phased = onnx.reshape(sums, [batch, cells.length * form.phases, width / form.phases]);
  const order = Int32Array.from(cells.flatMap((cell) => [...cell.positions]));
  return placeRows(phased, order, positions, onnx);
}

/** Cells with any position, in the order in which tiles read them. */
function cellsOf({ sources, phases }: BilinearForm, positions: number): readonly Cell[] {
  const cells = new Map<string, Cell>();
  for (let row = 0; row * phases < sources.length; row++) {
    const own = sources.subarray(row * phases, (row + 1) * phases);
    if (own.every((position) => position === positions)) continue;
    const cell = cells.get(own.join()) ?? { positions: own, rows: [] };
    cells.set(own.join(), cell);
    cell.rows.push(row);
  }
  return [...cells.values()];
}

/** The cells by the number of tiles that read them. */
function byReaders(cells: readonly Cell[]): readonly (readonly Cell[])[] {
  const most = Math.max(...cells.map(({ rows }) => rows.length));
  return Array.from({ length: most }, (_, at) =>
    cells.filter(({ rows }) => rows.length === at + 1),
  ).filter((group) => group.length > 0);
}
