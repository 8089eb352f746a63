import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');

/** TypeScript errors of one file under the settings of the repository, as `line: code`. */
function mistakes(file: string): readonly string[] {
  const path = join(root, 'tsconfig.json');
  const { options } = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, (name) => readFileSync(name, 'utf8')).config,
    ts.sys,
    root,
  );
  const program = ts.createProgram([join(root, file)], options);
  return ts.getPreEmitDiagnostics(program).map(({ file: source, start, code }) => {
    const line =
      source === undefined ? 0 : ts.getLineAndCharacterOfPosition(source, start ?? 0).line;
    return `${String(line + 1)}: TS${String(code)}`;
  });
}

it('accepts specs written with the generated types', () => {
  expect(mistakes('test/types/compiles.ts')).toEqual([]);
});

it('rejects a wrong key, a wrong name, a missing option, a misplaced schedule and a misplaced text', () => {
  // TS2561 and TS2820 are the codes of "did you mean", for a key and for a value.
  expect(mistakes('test/types/broken/wrongKeys.ts')).toEqual([
    '5: TS2561',
    '9: TS2561',
    '13: TS2820',
    '17: TS2322',
    '21: TS2322',
    '25: TS2322',
    '29: TS2322',
    '33: TS2322',
    '37: TS2322',
  ]);
});
