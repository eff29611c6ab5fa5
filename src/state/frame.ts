/** A frame at 60 pictures a second, in ms. */
export const frame = 1000 / 60;
