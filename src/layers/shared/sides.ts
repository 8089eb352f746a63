/** An option for the four sides of images: `[[top, bottom], [left, right]]`; one number stands for all. */
type Sides = readonly [
  vertical: readonly [top: number, bottom: number],
  horizontal: readonly [left: number, right: number],
];

/** The option in its long form. */
export function sidesOf(value: number | Sides): Sides {
  if (typeof value !== 'number') return value;
  return [
    [value, value],
    [value, value],
  ];
}
