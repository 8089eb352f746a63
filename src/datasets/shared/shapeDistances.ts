/**
 * Signed distance of a point from the edge of a shape around the origin, negative inside. Each shape is inscribed in a
 * circle of radius r; y points downwards, lengths are in pixels. Exact inside the shapes except near the concave corners
 * of the cross; a lower bound outside.
 */
type Distance = (x: number, y: number, r: number) => number;

/** Signed distance functions of the shapes that can be drawn. */
export const shapeDistances = {
  circle: (x, y, r) => Math.hypot(x, y) - r,
  square: (x, y, r) => Math.max(Math.abs(x), Math.abs(y)) - r * Math.SQRT1_2,
  /** Base at the bottom; intersection of three half planes at distance r/2 from the centre. */
  triangle: (x, y, r) => Math.max(y, (Math.sqrt(3) / 2) * Math.abs(x) - y / 2) - r / 2,
  diamond: (x, y, r) => (Math.abs(x) + Math.abs(y) - r) * Math.SQRT1_2,
  /** Two bars of width 2r/3. */
  cross: (x, y, r) => {
    const [across, along] = [r / 3, (r * Math.sqrt(8)) / 3];
    const bar = (u: number, v: number): number =>
      Math.max(Math.abs(u) - along, Math.abs(v) - across);
    return Math.min(bar(x, y), bar(y, x));
  },
  /** Ring of width r/2. */
  ring: (x, y, r) => Math.abs(Math.hypot(x, y) - 0.75 * r) - r / 4,
} as const satisfies Readonly<Record<string, Distance>>;

export type ShapeName = keyof typeof shapeDistances;
