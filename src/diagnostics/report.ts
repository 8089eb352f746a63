/** Interface through which stages of the pipeline report errors and warnings. */

/** Optional parts of a report. */
export interface ReportExtra {
  /** The way out, as a full sentence; a function where finding it takes time, which is called only if it is shown. */
  readonly hint?: string | (() => string);
  readonly notes?: readonly { readonly message: string; readonly pointer?: string }[];
  /** Underline the key rather than the value. */
  readonly at?: 'key' | 'value';
}

/** Receives errors and warnings; their place in the text follows from the pointer. */
export interface Report {
  /**
   * @param code Such as `GAN102`; see `docs/errors.md`.
   * @param pointer JSON Pointer of the offending value; if nothing is there, the nearest ancestor is used.
   */
  error(code: string, pointer: string, message: string, extra?: ReportExtra): void;
  warning(code: string, pointer: string, message: string, extra?: ReportExtra): void;
}
