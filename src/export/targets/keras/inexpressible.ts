/** The reason why a layer has no form in Keras. */
export class Inexpressible extends Error {
  override readonly name = 'Inexpressible';
}

/** Options of a layer or an activation. */
export type Options = Readonly<Record<string, unknown>>;

/** An option that is one number. @throws Inexpressible where a schedule drives it. */
export function unscheduled(options: Options, name: string): number {
  const value = options[name];
  if (typeof value === 'number') return value;
  throw new Inexpressible(`its option "${name}" is driven by a schedule`);
}
