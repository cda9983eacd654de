/** Each line: a kind, the words, an example, parted by colons between spaces. */
export declare const cues: () => readonly string[]
