/**
 * The pictures of the help, as `npm run help:pictures` took them.
 *
 * Shape   `shown`: the fingerprint of the words and elements that the picture shows.
 * Units   `width`, `height`: pixels.
 */
export type HelpPicture = Readonly<{ width: number; height: number; shown: string }>

export const PICTURES: Readonly<Record<string, HelpPicture>> = {
  open: { width: 633, height: 598, shown: '7d9477e7bc8ab2d9' },
  reading: { width: 633, height: 352, shown: 'd9016a1c8b1a016b' },
  show: { width: 633, height: 267, shown: '8549e9ce8f4d256f' },
  keeping: { width: 633, height: 819, shown: '236bfec9741e6457' },
  'taken-off': { width: 640, height: 345, shown: '4e33b3b590cbed90' },
  boxes: { width: 633, height: 432, shown: '10375d1873b3d7e5' },
}
