export declare const cues: () => readonly (readonly [
  kind: string,
  words: string,
  example: string,
])[]
