/** The engine of docs/engines.md, added to a copy of the repository as the page says. */
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { engineList } from '../../src/engines/list.js';
import type { EngineReport } from '../../src/index.js';

const root = join(import.meta.dirname, '../..');
const page = readFileSync(join(root, 'docs/engines.md'), 'utf8');
const [code = '', entry = ''] = ['engine', 'entry'].map(
  (mark) => new RegExp(`^\`\`\`ts ${mark}\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1],
);

/** The same under another name, on a library that is not installed. */
const absentCode = `import 'no-such-library';\n${code.replaceAll('plain', 'absent')}`;
const absentEntry = entry.replaceAll('plain', 'absent');

const listFile = 'src/engines/list.ts';
const list = readFileSync(join(root, listFile), 'utf8');
const endOfList = '] as const satisfies';

/** Every file that is written or changed to add the two engines. */
const added = new Map([
  ['src/engines/plain/plainEngine.ts', code],
  ['src/engines/absent/absentEngine.ts', absentCode],
  [listFile, list.replace(endOfList, entry + absentEntry + endOfList)],
]);

/** The names of the longer list. */
const names = [...engineList.map(({ name }) => name), 'plain', 'absent'];

let copy = '';
beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'ganspec-engine-'));
  for (const part of ['src', 'test/conformance', 'test/oracle', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, part), join(copy, part), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  for (const [file, text] of added) write(file, text);
});
afterAll(() => {
  rmSync(copy, { recursive: true });
});

/** Writes a file of the copy and returns its path. */
function write(file: string, text: string): string {
  const path = join(copy, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Runs a program of `node_modules` in the copy. */
function run(program: string, ...words: readonly string[]) {
  const options = { cwd: copy, encoding: 'utf8' } as const;
  return spawnSync(process.execPath, [join(root, 'node_modules', program), ...words], options);
}

it('takes a file of fewer than 80 lines and an entry in the list', () => {
  expect(code.split('\n').length).toBeLessThan(80);
  const changed = [...added.keys()].filter((file) => existsSync(join(root, file)));
  expect(changed).toEqual([listFile]);
});

it('has a name that the types know', () => {
  const use = write(
    'types.ts',
    `import type { EngineName } from './src/engines/list.js';
     export const names: readonly EngineName[] = ['onnx', 'plain', 'none'];`,
  );
  const config = ts.getParsedCommandLineOfConfigFile(join(copy, 'tsconfig.json'), undefined, {
    ...ts.sys,
    readDirectory: () => [],
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  });
  const program = ts.createProgram([use], config?.options ?? {});
  const mistakes = [use, join(copy, listFile), join(copy, 'src/engines/plain/plainEngine.ts')]
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(mistakes).toEqual([
    `Type '"none"' is not assignable to type '${names.map((name) => `"${name}"`).join(' | ')}'.`,
  ]);
});

it('is chosen by its name, offered by the command line, and reported by doctor', () => {
  write(
    'use.ts',
    `import { createProgram } from './src/cli/program.js';
     import { chooseEngine } from './src/engines/choose.js';
     console.log((await chooseEngine('plain')).reason);
     const [train] = createProgram().commands.filter((command) => command.name() === 'train');
     console.log(train.options.find(({ long }) => long === '--engine').argChoices.join());
     await createProgram().parseAsync(['doctor', '--json'], { from: 'user' });`,
  );
  const { stdout } = run('tsx/dist/cli.mjs', 'use.ts');
  const [reason, choices, ...doctor] = stdout.split('\n');
  expect([reason, choices]).toEqual([
    'plain was asked for: plain loops in float64, for reading',
    ['auto', ...names].join(),
  ]);
  const { engines } = JSON.parse(doctor.join('\n')) as { engines: readonly EngineReport[] };
  expect(engines.slice(-2)).toMatchObject([
    { name: 'plain', works: true, detail: 'plain loops in float64, for reading' },
    {
      name: 'absent',
      works: false,
      detail: expect.stringContaining("Cannot find package 'no-such-library'") as unknown,
      fix: 'It needs no library.',
    },
  ]);
});

it('passes the conformance suite, which skips an engine that does not load with the reason', () => {
  const results = join(copy, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${results}`];
  const words = ['run', 'test/conformance', '-t', '^(plain|absent) ', ...reporters];
  const { stderr, status } = run('vitest/vitest.mjs', ...words);
  const { testResults } = JSON.parse(readFileSync(results, 'utf8')) as {
    testResults: { assertionResults: { ancestorTitles: string[]; status: string }[] }[];
  };
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults);
  const states = (engine: string) =>
    new Set(tests.filter((one) => one.ancestorTitles[0] === engine).map((one) => one.status));
  expect({ status, plain: states('plain'), absent: states('absent') }).toEqual({
    status: 0,
    plain: new Set(['passed']),
    absent: new Set(['skipped']),
  });
  expect(stderr).toContain(
    "the engine absent is skipped: Error: Cannot find package 'no-such-library'",
  );
});
