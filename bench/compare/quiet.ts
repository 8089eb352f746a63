/** The machine is quiet where it multiplies matrices at this share of its best rate at least. */
export const quietShare = 0.8;
