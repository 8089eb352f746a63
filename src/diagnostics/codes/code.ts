/** The section of `docs/errors.md` on one code. */
export interface CodeEntry {
  /** The mistake in a few words. */
  readonly title: string;
  /** The reason for an error, or the consequences of a warning. */
  readonly why: string;
  /** The way out. */
  readonly fix: string;
}

/** The codes of one stage. */
export type CodeTable = Readonly<Record<`GAN${number}`, CodeEntry>>;
