/** Specs in which random search found a fault of ganspec, each by the code it gets now. */
export const foundByFuzzing: readonly {
  readonly name: string;
  readonly text: string;
  readonly set?: readonly string[];
  readonly code: string;
}[] = [];
