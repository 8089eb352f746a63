/** Where the stages of the pipeline leave what they have to say; the place is found from the pointer. */

export interface ReportExtra {
  /** A full sentence: the way out. */
  readonly hint?: string;
  readonly notes?: readonly { readonly message: string; readonly pointer?: string }[];
  /** Underline the key rather than the value. */
  readonly at?: 'key' | 'value';
}

export interface Report {
  /**
   * @param code Such as `GAN102`; see `docs/errors.md`.
   * @param pointer JSON Pointer of the offending value; a pointer to nothing falls back to the nearest ancestor that exists.
   */
  error(code: string, pointer: string, message: string, extra?: ReportExtra): void;
  warning(code: string, pointer: string, message: string, extra?: ReportExtra): void;
}
