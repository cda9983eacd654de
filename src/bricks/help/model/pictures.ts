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
    hash: '243bfab6ed4d896964e02402c5e1203a3785405166551a7a2715d79e99f1295c',
  },
  show: {
    width: 633,
    height: 276,
    shown: 'eade83fa19c7d95b',
    hash: '7e3444b9c185a98a0610566e2f6729b22541aecb6a823fb448f00f9695523e56',
  },
  keeping: {
    width: 633,
    height: 790,
    shown: '5d15ecc5248f9a00',
    hash: '55ea4b6c8c3f6c9649a8badc78f4703ac152bb4e56bb8ccbda1f5280bd6f884d',
  },
  'taken-off': {
    width: 640,
    height: 338,
    shown: '4e33b3b590cbed90',
    hash: 'bbadd1b684a52dde325ee9600f322519e417bf880c98a3b465c2501bbb12a968',
  },
  boxes: {
    width: 633,
    height: 432,
    shown: '10375d1873b3d7e5',
    hash: '29e7bb919f560fd09ebb00d68e09c6f6bf5030046a02f026b5990f8295afba2d',
  },
}
