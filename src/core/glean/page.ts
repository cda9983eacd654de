/** A meeting page as people write it: lines with their place in the text. */
export type GleanPage = Readonly<{ text: string }>
