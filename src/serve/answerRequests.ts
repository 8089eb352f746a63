/** The answer to each request: a file of the page, a stream of events, or facts of a run. */
import { readFileSync } from 'node:fs';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { wholeNumberArgument } from '../diagnostics/arguments.js';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';
import { packageFolder } from '../packageFolder.js';
import { detailsOf } from './details.js';
import { streamList, streamRuns } from './eventStream.js';
import type { Guard } from './guard.js';
import type { LatentWalks } from './latentWalks.js';
import { noticeOf } from './noticeOf.js';
import type { RunDirectory } from './runDirectory.js';
import { sampleFileAt, type ServedFile } from './sampleFiles.js';

/** The files of the page, by their paths in its address. */
function pageFiles(): ReadonlyMap<string, ServedFile> {
  const file = (name: string, type: string): ServedFile => ({
    type: `${type}; charset=utf-8`,
    bytes: readFileSync(join(packageFolder, 'dist/serve/page', name)),
  });
  return new Map([
    ['/', file('index.html', 'text/html')],
    ['/main.js', file('main.js', 'text/javascript')],
    ['/page.css', file('page.css', 'text/css')],
  ]);
}

/** The page may load from this server alone, and nobody may put it into a page of theirs. */
const headers = {
  'Content-Security-Policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; media-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
};

/** Answers the requests that pass the guard. */
export function answerRequests(
  directory: RunDirectory,
  walks: LatentWalks,
  guard: Guard,
): RequestListener {
  const files = pageFiles();
  return (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const address = `http://localhost${request.url ?? '/'}`;
    const { pathname, searchParams } = URL.canParse(address) ? new URL(address) : nowhere;
    const refusal = guard.refusal(request, searchParams.get('token'));
    if (refusal) {
      sendError(response, refusal.status, refusal.error);
      return;
    }
    if (searchParams.has('token')) response.setHeader('Set-Cookie', guard.cookie);
    try {
      const file = files.get(pathname);
      if (file) send(response, file);
      else if (pathname === '/walk') sendWalk(searchParams, response, directory, walks);
      else route(pathname, searchParams, response, directory);
    } catch (error) {
      sendError(response, 404, error);
    }
  };
}

/** Stands for an address that is none. */
const nowhere = new URL('http://localhost/nowhere');

function route(
  path: string,
  query: URLSearchParams,
  response: ServerResponse,
  directory: RunDirectory,
): void {
  const run = query.get('run') ?? '';
  switch (path) {
    case '/runs':
      streamList(response, directory);
      return;
    case '/live':
      streamRuns(response, directory, query.getAll('run'));
      return;
    case '/details':
      sendJson(response, 200, detailsOf(directory.folderOf(run)));
      return;
    case '/samples': {
      const step = Number(query.get('step'));
      send(response, sampleFileAt(directory.folderOf(run), directory.liveRun(run), step));
      return;
    }
    default:
      throw new GanspecError(
        'GAN537',
        exitCodes.usage,
        `there is nothing at ${path}`,
        'Open the address that `ganspec serve` has printed.',
      );
  }
}

function send(response: ServerResponse, { type, bytes }: ServedFile): void {
  response.writeHead(200, { 'Content-Type': type, 'Content-Length': bytes.length }).end(bytes);
}

/** Sends an error as JSON; whoever opens an address by hand reads it, too. */
function sendError(response: ServerResponse, status: number, error: unknown): void {
  sendJson(response, status, noticeOf(error));
}

function sendJson(response: ServerResponse, status: number, answer: object): void {
  response
    .writeHead(status, { 'Content-Type': 'application/json; charset=utf-8' })
    .end(JSON.stringify(answer, null, 2));
}

/** Sends a walk once it is computed. */
function sendWalk(
  query: URLSearchParams,
  response: ServerResponse,
  directory: RunDirectory,
  walks: LatentWalks,
): void {
  const seed = (name: string): number => {
    const value = Number(query.get(name) ?? NaN);
    wholeNumberArgument(0)(`"${name}" of a walk`, value);
    return value;
  };
  const folder = directory.folderOf(query.get('run') ?? '');
  walks.of({ folder, from: seed('from'), to: seed('to') }).then(
    (walked) => {
      if ('notice' in walked) sendJson(response, 404, walked.notice);
      else sendJson(response, 200, walked.walk);
    },
    (error: unknown) => {
      sendError(response, 404, error);
    },
  );
}
