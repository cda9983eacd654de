/** The Wi-Fi that a box opens, as papers and pages say it. Part of the contract (brick.ts). */

/**
 * Where a box is read on its own Wi-Fi: said « dix, dix, dix, dix ».
 *
 * Source  docs/decisions/0022-one-address.md.
 */
export const BOX_ADDRESS = '10.10.10.10'

/**
 * `wifi`: the name that the Wi-Fi bears; `address`: what is typed to read the page. `byHand`:
 * another machine opens it, or a person did in its settings: whether it asks for a password is not
 * known here.
 *
 * Units   `wifi`: 1 to 32 bytes of UTF-8 (IEEE 802.11).
 */
export type Hotspot = Readonly<{ wifi: string; address: string; byHand?: true }>

/**
 * What tells this box's certificate from another: `words`, to be said; `begins`, what a browser
 * shows of it (SHA-256, in pairs), of which these are the first twelve.
 */
export type Fingerprint = Readonly<{ words: string; begins: string }>

/** Units   bytes of UTF-8. Source: IEEE 802.11, the SSID element. */
export const LONGEST_WIFI = 32

/**
 * Whether a Wi-Fi may bear this name. A name with a sign that no one can see or type is nobody's.
 */
export const isWifiName = (name: string): boolean =>
  name !== '' &&
  new TextEncoder().encode(name).length <= LONGEST_WIFI &&
  !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)

/**
 * What a drawing holds for a telephone to join this Wi-Fi, open to all.
 *
 * Law     the five signs that part its fields are escaped: a name says itself, whatever it holds.
 * Source  the Wi-Fi network configuration of ZXing (*Barcode Contents*), which the cameras of
 *         Android (10 and later) and iOS (11 and later) read. The form of WPA3's chapter 7
 *         (percent-encoded) is newer, and for keys; an open network has none.
 */
export const wifiDrawing = (name: string): string =>
  `WIFI:T:nopass;S:${name.replace(/[\\;,":]/g, sign => `\\${sign}`)};;`
