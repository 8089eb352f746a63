import type { DiagnosticJson, GanspecError } from '../index.js';

/** The diagnostics of a `SpecError`; any other error as one diagnostic at the start of the file. */
export async function diagnosticsOf(
  file: string,
  error: GanspecError,
): Promise<readonly DiagnosticJson[]> {
  const { diagnosticToJson, SpecError } = await import('../index.js');
  if (error instanceof SpecError) return error.diagnostics.map(diagnosticToJson);
  const { code, message, hint } = error;
  const place = { file, line: 1, column: 1, pointer: '' };
  return [{ code, severity: 'error', message, ...place, ...(hint !== undefined && { hint }) }];
}
