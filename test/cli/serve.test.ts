/** `ganspec serve`; needs `npm run build`. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { serveRuns } from '../../src/index.js';
import { runInProcess } from './runInProcess.js';

const main = join(import.meta.dirname, '../../dist/cli/main.js');
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ganspec-serve-'));
  vi.stubEnv('XDG_CACHE_HOME', join(folder, '.cache'));
});
afterAll(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true });
});

describe('ganspec serve', () => {
  it('prints its address, answers there, and ends by Ctrl-C though pages are open', async () => {
    const child = spawn(process.execPath, [main, 'serve', folder, '--port', '0']);
    const [[line], [note]] = (await Promise.all([
      once(child.stdout, 'data'),
      once(child.stderr, 'data'),
    ])) as [Buffer[], Buffer[]];
    expect(String(note)).toContain(`note: there are no runs in ${folder} yet`);
    const address = String(line).trimEnd();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[0-9a-f]{48}$/);
    const url = new URL('/runs', address);
    url.search = new URL(address).search;
    const { status, body } = await fetch(url);
    expect(status).toBe(200);
    child.kill('SIGINT');
    const [code] = (await once(child, 'exit')) as [number];
    expect(code).toBe(130);
    await expect(body?.getReader().closed).rejects.toThrow();
  });

  it('says which port is in use', async () => {
    const server = await serveRuns(folder, { port: 0 });
    const { port } = new URL(server.url);
    const { code, stdout, stderr } = await runInProcess(['serve', folder, '--port', port], folder);
    await server.close();
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr)
      .toBe(`error GAN535: port ${port} of 127.0.0.1 cannot be used: another program uses it
  hint: Take another one, as in --port 4261, or --port 0 for any that is free. If it is an earlier \`ganspec serve\`, its page is still there.
`);
  });
});
