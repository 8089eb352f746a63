/** A copy of the repository, for tests that change its sources. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const repository = join(import.meta.dirname, '../..');
const parts = [
  ...['codegen', 'docs', 'presets', 'schema', 'src', '.dependency-cruiser.cjs'],
  ...['test/checks', 'test/conformance', 'test/oracle'],
  ...[
    'package.json',
    'tsconfig.json',
    'tsconfig.build.json',
    'vitest.config.ts',
    'test/temporaryFolder.ts',
  ],
];

/** The outcome of a command. */
export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class RepositoryCopy {
  readonly root = mkdtempSync(join(tmpdir(), 'ganspec-copy-'));

  constructor() {
    for (const path of parts) {
      cpSync(join(repository, path), join(this.root, path), { recursive: true });
    }
    symlinkSync(join(repository, 'node_modules'), join(this.root, 'node_modules'));
  }

  /** Runs Node in the copy. */
  node(...words: string[]): Outcome {
    const { status, stdout, stderr } = spawnSync(process.execPath, words, {
      cwd: this.root,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '1', VITEST: undefined },
    });
    return { status, stdout, stderr };
  }

  /** Runs a TypeScript file of the copy. */
  tsx(...words: string[]): Outcome {
    return this.node('--import', import.meta.resolve('tsx'), ...words);
  }

  /** The text of every file, the linked packages left out. */
  files(): ReadonlyMap<string, string> {
    const found = readdirSync(this.root, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !entry.parentPath.includes('node_modules'))
      .map((entry) => relative(this.root, join(entry.parentPath, entry.name)));
    return new Map(found.map((path) => [path, readFileSync(join(this.root, path), 'utf8')]));
  }

  remove(): void {
    rmSync(this.root, { recursive: true });
  }
}
