/**
 * The Wi-Fi that a box opens for the village, as papers and pages tell it: its name, the address of
 * the page on it, and the text of the QR code that joins it. Nothing here changes the radio.
 */

/**
 * The address of a box on its own Wi-Fi, said « dix, dix, dix, dix ».
 *
 * Source  docs/decisions/0022-one-address.md.
 */
export const BOX_ADDRESS = '10.10.10.10'

/**
 * The Wi-Fi of a box.
 *
 * Shape   `address`: what people type to read the page. `byHand`: another machine or a person set
 *         the Wi-Fi up, so its password, if any, is unknown here.
 * Units   `wifi`: its name, 1 to 32 bytes of UTF-8 (IEEE 802.11).
 */
export type Hotspot = Readonly<{ wifi: string; address: string; byHand?: true }>

/**
 * The fingerprint of this box’s certificate. `words`: to say aloud. `begins`: the first twelve
 * pairs of the SHA-256 that a browser shows.
 */
export type Fingerprint = Readonly<{ words: string; begins: string }>

/** Units   bytes of UTF-8. Source: IEEE 802.11, the SSID element. */
export const LONGEST_WIFI = 32

/** Whether a Wi-Fi may have this name: not empty, not too long, and without invisible signs. */
export const isWifiName = (name: string): boolean =>
  name !== '' &&
  new TextEncoder().encode(name).length <= LONGEST_WIFI &&
  !/[\p{Cc}\p{Zl}\p{Zp}]/u.test(name)

/**
 * The text of the QR code by which a telephone joins this open Wi-Fi.
 *
 * Law     The five signs that separate its fields are escaped, so that any name reads back as
 *         itself.
 * Source  the Wi-Fi network configuration of ZXing (*Barcode Contents*), which the cameras of
 *         Android (10 and later) and iOS (11 and later) read. The percent-encoded form of WPA3,
 *         chapter 7, is newer and made for keys; an open network has none.
 */
export const wifiDrawing = (name: string): string =>
  `WIFI:T:nopass;S:${name.replace(/[\\;,":]/g, sign => `\\${sign}`)};;`
