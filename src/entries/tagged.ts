/** Options of an entry as the pipeline hands them on: an object with its tag. */
export interface Tagged {
  readonly type: string;
}

/** The same options in the type generated from the entry's schema, which validation has checked them against. */
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller knows the type that validation has proved
export function known<C>(config: Tagged): C {
  return config as C;
}
