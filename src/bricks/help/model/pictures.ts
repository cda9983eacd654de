/**
 * The pictures of the help, as `npm run help:pictures` took them.
 *
 * Shape   `shown`: the fingerprint of the words and elements that the picture shows.
 * Units   `width`, `height`: pixels.
 */
export type HelpPicture = Readonly<{ width: number; height: number; shown: string }>

export const PICTURES: Readonly<Record<string, HelpPicture>> = {
  open: { width: 633, height: 606, shown: '7d9477e7bc8ab2d9' },
  reading: { width: 633, height: 360, shown: 'd9016a1c8b1a016b' },
  show: { width: 633, height: 157, shown: 'd94fd7ebb160962e' },
  keeping: { width: 633, height: 803, shown: '0b67805407e8f43f' },
  'taken-off': { width: 640, height: 353, shown: '4e33b3b590cbed90' },
  boxes: { width: 633, height: 440, shown: '10375d1873b3d7e5' },
}
