/**
 * The pictures of the help, as `npm run help:pictures` took them.
 *
 * Shape   `shown`: the fingerprint of the words and elements that the picture shows. `hash`: the
 *         SHA-256 of its file, by which a print names it.
 * Units   `width`, `height`: pixels.
 */
export type HelpPicture = Readonly<{
  width: number
  height: number
  shown: string
  hash: string
}>

export const PICTURES: Readonly<Record<string, HelpPicture>> = {
  open: {
    width: 633,
    height: 598,
    shown: '7d9477e7bc8ab2d9',
    hash: '630eba2576ebffc3fffeb49de7f30dedfa7b0c79b293b26dd959e4c6d85c8f92',
  },
  reading: {
    width: 633,
    height: 352,
    shown: 'b7df4dec0b9730b9',
    hash: '84428e8e8bdce1423167b9bcb32930d956b1bab3ef7dcc43b9e9f77014be0ee2',
  },
  show: {
    width: 633,
    height: 267,
    shown: 'eade83fa19c7d95b',
    hash: '4d8cb063912982cd45985e9cc281b520c2b1d458462b26dff24990706cc3a68d',
  },
  keeping: {
    width: 633,
    height: 819,
    shown: '236bfec9741e6457',
    hash: '27ded0aead3584cf9b770273aa654baaa1c67a494bb5c227b03d494af9cf74d6',
  },
  'taken-off': {
    width: 640,
    height: 345,
    shown: '4e33b3b590cbed90',
    hash: 'c9dacfd54b9e02201689afc4056b5935fe2a687a875efe01babea380871e2d84',
  },
  boxes: {
    width: 633,
    height: 432,
    shown: '10375d1873b3d7e5',
    hash: '3324cb25f541a43d4eb3f619c5245fd7322c317dc08fa9fa392cff12b6e829aa',
  },
}
