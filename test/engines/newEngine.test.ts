/** The engine of docs/engines.md, added to a copy of the repository as the page says. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import ts from 'typescript';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isGenerated } from '../../codegen/banner.js';
import { engineList } from '../../src/engines/list.js';
import type { EngineReport } from '../../src/index.js';
import { RepositoryCopy, type Outcome } from '../codegen/repositoryCopy.js';

const page = readFileSync(join(import.meta.dirname, '../../docs/engines.md'), 'utf8');
const [code = '', entry = ''] = ['engine', 'entry'].map(
  (mark) => new RegExp(`^\`\`\`ts ${mark}\n(.*?)^\`\`\`$`, 'ms').exec(page)?.[1],
);

const engineFile = 'src/engines/plain/plainEngine.ts';
const listFile = 'src/engines/list.ts';
const referencePage = 'docs/reference/engines.md';

/** The names of the list with `plain` and `absent`, the same engine on a library that is not installed. */
const names = [...engineList.map(({ name }) => name), 'plain', 'absent'];

let copy: RepositoryCopy;
let before: ReadonlyMap<string, string>;
/** The copy after `plain` alone was added and the generated files were written anew. */
let after: ReadonlyMap<string, string>;

beforeAll(() => {
  copy = new RepositoryCopy();
  before = copy.files();
  write(engineFile, code);
  append(entry);
  const codegen = copy.tsx('codegen/main.ts');
  expect(codegen).toEqual({ status: 0, stdout: `${referencePage}\n`, stderr: '' });
  after = copy.files();
  const absent = code.replaceAll('plain', 'absent');
  write('src/engines/absent/absentEngine.ts', `import 'no-such-library';\n${absent}`);
  append(entry.replaceAll('plain', 'absent'));
}, 60_000);
afterAll(() => {
  copy.remove();
});

/** Writes a file of the copy and returns its path. */
function write(file: string, text: string): string {
  const path = join(copy.root, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

/** Adds an entry at the end of the list of engines. */
function append(text: string): void {
  const end = '] as const satisfies';
  const list = readFileSync(join(copy.root, listFile), 'utf8');
  write(
    listFile,
    list.replace(end, () => text + end),
  );
}

it('is a file of fewer than 80 lines and an entry in the list; only the reference page changes with them', () => {
  const changed = [...after].filter(([file, text]) => before.get(file) !== text);
  expect(changed.map(([file]) => file).sort()).toEqual([referencePage, listFile, engineFile]);
  expect(isGenerated(after.get(referencePage) ?? '')).toBe(true);
  expect(code.split('\n').length).toBeLessThan(80);
  const linesOf = (files: ReadonlyMap<string, string>) => files.get(listFile)?.split('\n') ?? [];
  const lines = entry.trimEnd().split('\n');
  expect(linesOf(after)).toHaveLength(linesOf(before).length + lines.length);
  expect(after.get(listFile)).toContain(entry);
});

it('keeps the rules of imports, which refuse an engine that imports the oracle', () => {
  const cruise = (): Outcome =>
    copy.node(
      'node_modules/dependency-cruiser/bin/dependency-cruise.mjs',
      ...['--config', '.dependency-cruiser.cjs', dirname(engineFile)],
    );
  expect(cruise()).toMatchObject({ status: 0, stderr: '' });
  write(engineFile, `import '../../oracle/interpret.js';\n${code}`);
  const { status, stdout } = cruise();
  write(engineFile, code);
  expect(status).toBe(1);
  expect(stdout).toContain(`engines-knows-only: ${engineFile} → src/oracle/interpret.ts`);
});

it('has a name that the types know', () => {
  const use = write(
    'types.ts',
    `import type { EngineName } from './src/engines/list.js';
     export const names: readonly EngineName[] = ['onnx', 'plain', 'none'];`,
  );
  const config = ts.getParsedCommandLineOfConfigFile(join(copy.root, 'tsconfig.json'), undefined, {
    ...ts.sys,
    readDirectory: () => [],
    onUnRecoverableConfigFileDiagnostic: () => undefined,
  });
  const program = ts.createProgram([use], config?.options ?? {});
  const mistakes = [use, join(copy.root, listFile), join(copy.root, engineFile)]
    .flatMap((file) => ts.getPreEmitDiagnostics(program, program.getSourceFile(file)))
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
  expect(mistakes).toEqual([
    `Type '"none"' is not assignable to type '${names.map((name) => `"${name}"`).join(' | ')}'.`,
  ]);
});

it('is chosen by its name, offered by the command line, listed in the reference, reported by doctor', () => {
  expect(after.get(referencePage)?.replace(/ +/g, ' ')).toContain(
    '\n| `plain` | `@tensorflow/tfjs-backend-cpu` | TensorFlow.js with the state in plain arrays |\n',
  );
  write(
    'use.ts',
    `import { createProgram } from './src/cli/program.js';
     import { chooseEngine } from './src/engines/choose.js';
     console.log((await chooseEngine('plain')).reason);
     const [train] = createProgram().commands.filter((command) => command.name() === 'train');
     console.log(train.options.find(({ long }) => long === '--engine').argChoices.join());
     await createProgram().parseAsync(['doctor', '--json'], { from: 'user' });`,
  );
  const { stdout } = copy.tsx('use.ts');
  const [reason, choices, ...doctor] = stdout.split('\n');
  expect([reason, choices]).toEqual([
    expect.stringMatching(
      /^plain was asked for: @tensorflow\/tfjs-backend-cpu 4\.22\.0 in .*tfjs-backend-cpu on the CPU$/,
    ),
    ['auto', ...names.filter((name) => !name.includes(':'))].join(),
  ]);
  const { engines } = JSON.parse(doctor.join('\n')) as { engines: readonly EngineReport[] };
  expect(engines.slice(-2)).toMatchObject([
    { name: 'plain', works: true, detail: 'TensorFlow.js with the state in plain arrays' },
    {
      name: 'absent',
      works: false,
      detail: expect.stringContaining("Cannot find package 'no-such-library'") as unknown,
      fix: 'Reinstall with `npm install @tensorflow/tfjs-backend-cpu@4.22.0`.',
    },
  ]);
});

it('passes the conformance suite, which skips an engine that does not load with the reason', () => {
  const results = join(copy.root, 'results.json');
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile=${results}`];
  const words = ['run', 'test/conformance', '-t', '^(plain|absent) ', ...reporters];
  const { stderr, status } = copy.node('node_modules/vitest/vitest.mjs', ...words);
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
