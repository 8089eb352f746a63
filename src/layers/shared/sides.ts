/** Option for the four sides of images: `[[top, bottom], [left, right]]`, or one number for all. */
type Sides = readonly [
  vertical: readonly [top: number, bottom: number],
  horizontal: readonly [left: number, right: number],
];

/** The option with all four sides written out. */
export function sidesOf(value: number | Sides): Sides {
  if (typeof value !== 'number') return value;
  return [
    [value, value],
    [value, value],
  ];
}
