/** The two networks that play against each other. */
export const players = ['generator', 'discriminator'] as const;

export type Player = (typeof players)[number];
