import { encode } from 'uqr'
import { type Html, html } from '../contract/html.ts'

/**
 * Light modules around, as the standard asks. Source: ISO/IEC 18004, quiet zone of four modules.
 */
const QUIET = 4

/**
 * A QR code as SVG, black on white whatever the page's colours: a phone reads it on paper too.
 * `label` says where it leads.
 */
export function qr(text: string, label: string): Html {
  const { data, size } = encode(text, { ecc: 'M', border: QUIET })
  const path = data
    .flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    .join('')
  return html`
    <svg
      class="qr"
      viewBox="0 0 ${size} ${size}"
      role="img"
      aria-label="${label}"
      shape-rendering="crispEdges"
    >
      <rect width="${size}" height="${size}" fill="#fff"/>
      <path d="${path}" fill="#000"/>
    </svg>
  `
}

/** The same as a drawing that stands alone, out of its page: for paper. */
export const qrAlone = (text: string, label: string): string =>
  qr(text, label).html.replace('<svg ', '<svg xmlns="http://www.w3.org/2000/svg" ')
