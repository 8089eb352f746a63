/** What `docs/errors.md` says about one code. */
export interface CodeEntry {
  /** The mistake in a few words. */
  readonly title: string;
  /** Why ganspec does not accept it, or what will go wrong. */
  readonly why: string;
  /** The way out. */
  readonly fix: string;
}

/** The codes of one stage. */
export type CodeTable = Readonly<Record<`GAN${number}`, CodeEntry>>;
