import { describe, expect, it } from 'vitest';
import { Guard } from '../../src/serve/guard.js';

const token = 'a'.repeat(48);
const guard = new Guard(4260, token);
const host = '127.0.0.1:4260';

/** The message of the refusal; undefined where there is none. */
function messageFor(
  headers: Readonly<Record<string, string>>,
  given: string | null = token,
  method = 'GET',
): string | undefined {
  return guard.refusal({ method, headers: { host, ...headers } }, given)?.error.message;
}

describe('Guard', () => {
  it.each([
    ['this machine by its number', {}],
    ['this machine by its name', { host: 'localhost:4260' }],
    ['the own origin', { origin: 'http://127.0.0.1:4260' }],
  ])('lets through a request for %s', (_, headers) => {
    expect(messageFor(headers)).toBe(undefined);
  });

  it('takes the token from its cookie, among others', () => {
    const cookie = `a=b; ganspec-4260=${token}`;
    expect(messageFor({ cookie }, null)).toBe(undefined);
    expect(guard.cookie).toBe(`ganspec-4260=${token}; HttpOnly; SameSite=Strict; Path=/`);
  });

  it.each([
    [
      { host: 'evil.example' },
      'request refused: the host "evil.example" is not this server\'s, 127.0.0.1:4260',
    ],
    [
      { host: '127.0.0.1:4261' },
      'request refused: the host "127.0.0.1:4261" is not this server\'s, 127.0.0.1:4260',
    ],
    [
      { origin: 'http://evil.example' },
      'request refused: the page at "http://evil.example" may not read runs',
    ],
    [{ origin: 'null' }, 'request refused: the page at "null" may not read runs'],
    [
      { origin: 'http://localhost:4260' },
      'request refused: the page at "http://localhost:4260" may not read runs',
    ],
  ])('refuses %j in spite of the token', (headers, message) => {
    expect(messageFor(headers)).toBe(message);
  });

  it('refuses a request without the token, or with another', () => {
    expect(messageFor({}, null)).toBe('request refused: the token is missing');
    expect(messageFor({}, '')).toBe("request refused: the token is not this server's");
    expect(messageFor({ cookie: `ganspec-4261=${token}` }, null)).toBe(
      'request refused: the token is missing',
    );
    expect(messageFor({ cookie: `ganspec-4260=${token}` }, 'b')).toBe(
      "request refused: the token is not this server's",
    );
  });

  it('refuses methods that could change something', () => {
    const refusal = guard.refusal({ method: 'POST', headers: { host } }, token);
    expect(refusal?.status).toBe(405);
    expect(refusal?.error).toMatchObject({
      code: 'GAN537',
      message: 'request refused: POST is not answered: the page only reads',
      hint: 'Open the address that `ganspec serve` has printed, with its token.',
    });
  });
});
