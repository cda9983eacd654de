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
    height: 276,
    shown: 'eade83fa19c7d95b',
    hash: '7e3444b9c185a98a0610566e2f6729b22541aecb6a823fb448f00f9695523e56',
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
    hash: '2f4ecd9b6e9afec6bf383894af7be01662bdb0c70b5c410fc34373885a18eac6',
  },
  boxes: {
    width: 633,
    height: 432,
    shown: '10375d1873b3d7e5',
    hash: '8ed083881926193d74b342187a1aba492b00f0749ce70ffdf64ad1649036bdb0',
  },
}
