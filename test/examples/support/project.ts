/** A user's project in a temporary folder, with the built ganspec; needs `npm run build`. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const root = join(import.meta.dirname, '../../..');
const tsc = join(root, 'node_modules/typescript/bin/tsc');

export interface Outcome {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export class Project {
  readonly folder = mkdtempSync(join(tmpdir(), 'ganspec-project-'));

  constructor() {
    mkdirSync(join(this.folder, 'node_modules/.bin'), { recursive: true });
    symlinkSync(root, join(this.folder, 'node_modules/ganspec'));
    symlinkSync(join(root, 'node_modules/@types'), join(this.folder, 'node_modules/@types'));
    // The place where npm installs it.
    const main = join(root, 'dist/cli/main.js');
    const command = `#!/bin/sh\nexec '${process.execPath}' '${main}' "$@"\n`;
    writeFileSync(join(this.folder, 'node_modules/.bin/ganspec'), command, { mode: 0o755 });
  }

  /** Runs Node in the project, or in a folder of it. */
  node(words: readonly string[], folder = '.'): Outcome {
    return this.#spawn(process.execPath, words, folder);
  }

  /** Runs the command line of ganspec. */
  ganspec(...words: string[]): Outcome {
    return this.node([join(root, 'dist/cli/main.js'), ...words]);
  }

  /** Runs a line of shell in which `npx ganspec` is that of this project. */
  shell(line: string): Outcome {
    return this.#spawn('sh', ['-c', line.replace(/^npx ganspec /, 'ganspec ')], '.');
  }

  /** Runs the TypeScript compiler. */
  tsc(words: readonly string[], folder = '.'): Outcome {
    return this.node([tsc, ...words], folder);
  }

  /** Adds a plugin of `examples/plugins/`, compiled. @returns Its folder. */
  example(name: string): string {
    const folder = join(this.folder, name);
    cpSync(join(root, 'examples/plugins', name), folder, { recursive: true });
    const { status, stdout } = this.tsc(['-p', 'tsconfig.build.json'], name);
    if (status !== 0) throw new Error(`${name} does not compile:\n${stdout}`);
    return folder;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  #spawn(command: string, words: readonly string[], folder: string): Outcome {
    const { status, stdout, stderr } = spawnSync(command, words, {
      cwd: join(this.folder, folder),
      encoding: 'utf8',
      env: {
        ...process.env,
        // A test runner inside another one would report to the outer one instead of standard output.
        NODE_TEST_CONTEXT: undefined,
        PATH: [
          join(this.folder, 'node_modules/.bin'),
          join(process.execPath, '..'),
          process.env['PATH'],
        ].join(delimiter),
      },
    });
    return { status, stdout, stderr };
  }
}
