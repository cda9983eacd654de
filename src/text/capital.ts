/** A text with a capital for its first letter: *Samedi 5 décembre*. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
