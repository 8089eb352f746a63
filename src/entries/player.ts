/** The two networks that play against each other. */
export type Player = 'generator' | 'discriminator';
