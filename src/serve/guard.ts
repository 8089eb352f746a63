/** The checks that every request passes before it is answered. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { exitCodes, GanspecError } from '../diagnostics/errors.js';

/** The parts of a request that are checked. */
type Asked = Pick<IncomingMessage, 'method' | 'headers'>;

/** A request that is not answered. */
export interface Refusal {
  readonly status: 403 | 405;
  readonly error: GanspecError;
}

/** Names of this machine's own network. */
const hosts = ['127.0.0.1', 'localhost'];

export class Guard {
  constructor(
    private readonly port: number,
    private readonly token: string,
  ) {}

  /** The cookie that the page brings its token by; cookies of one host are shared by its ports. */
  get cookie(): string {
    return `${this.#cookieName}=${this.token}; HttpOnly; SameSite=Strict; Path=/`;
  }

  /**
   * The reason for which a request is refused: another method than GET; a Host or Origin of elsewhere, which a page in the
   * browser would have that wants to read the runs; no token.
   * @param given The token in the address; null where it has none.
   * @returns Error GAN537; undefined where the request is fine.
   */
  refusal({ method, headers }: Asked, given: string | null): Refusal | undefined {
    const { host = '', origin } = headers;
    if (method !== 'GET') {
      return {
        status: 405,
        error: refused(`${method ?? ''} is not answered: the page only reads`),
      };
    }
    const own = hosts.map((name) => `${name}:${this.port}`);
    if (!own.includes(host)) {
      return {
        status: 403,
        error: refused(`the host "${host}" is not this server's, ${own[0] ?? ''}`),
      };
    }
    if (origin !== undefined && origin !== `http://${host}`) {
      return { status: 403, error: refused(`the page at "${origin}" may not read runs`) };
    }
    const tokens = given === null ? this.#cookies(headers.cookie) : [given];
    if (tokens.some((token) => isSame(token, this.token))) return undefined;
    const what = tokens.length === 0 ? 'the token is missing' : "the token is not this server's";
    return { status: 403, error: refused(what) };
  }

  get #cookieName(): string {
    return `ganspec-${this.port}`;
  }

  #cookies(header = ''): readonly string[] {
    const prefix = `${this.#cookieName}=`;
    return header
      .split('; ')
      .filter((cookie) => cookie.startsWith(prefix))
      .map((cookie) => cookie.slice(prefix.length));
  }
}

/** Compares in a time that tells nothing of the token. */
function isSame(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}

function refused(reason: string): GanspecError {
  return new GanspecError(
    'GAN537',
    exitCodes.usage,
    `request refused: ${reason}`,
    'Open the address that `ganspec serve` has printed, with its token.',
  );
}
