import type { IncomingMessage } from 'node:http'
import { type Box, signBytes, signedBy } from '../../log/box.ts'
import { hashText, sha256 } from '../../log/bytes.ts'
import { smallBody } from '../bundle/body.ts'
import type { Nonces } from './proof.ts'

/**
 * Orders that the command line (`cocote meet`) gives to the server that already runs on the same
 * data folder: one program alone may write there. An order is an HTTP request; the command line
 * signs it (`ownHeaders`) and the server checks it (`readOwnOrder`).
 *
 * Law     Only from this machine, signed with this box’s own key over a nonce that is good once.
 *         Whoever has the key and the machine has everything already.
 */
export const OWN_PATH = '/facteur/rencontrer'
/** Units   bytes of an order. */
const LARGEST_ASKED = 16 * 1024

/** The signed bytes. */
const text = (box: string, nonce: string, body: Uint8Array): Buffer =>
  Buffer.from(`cocote-own\nPOST ${OWN_PATH}\n${box}\n${nonce}\n${hashText(sha256(body))}\n`, 'utf8')

/** The headers of an order: the server’s nonce, and the proof over the nonce and the whole body. */
export const ownHeaders = (
  box: Box,
  nonce: string,
  body: Uint8Array,
): Readonly<Record<string, string>> => ({
  'content-type': 'application/json',
  'content-length': String(body.length),
  'cocote-answers': nonce,
  'cocote-proof': signBytes(box, text(box.name, nonce, body)).toString('base64url'),
})

/** The body of an order, when this box’s own key signed it on this machine. Otherwise undefined. */
export async function readOwnOrder(
  box: Box,
  nonces: Nonces,
  request: IncomingMessage,
): Promise<string | undefined> {
  const { remoteAddress, localAddress } = request.socket
  if (
    remoteAddress === undefined ||
    remoteAddress !== localAddress ||
    request.headers.origin !== undefined
  )
    return undefined
  const [nonce, proof] = [
    String(request.headers['cocote-answers'] ?? ''),
    String(request.headers['cocote-proof'] ?? ''),
  ]
  if (!nonces.isFresh(nonce)) return undefined
  const body = await smallBody(request, LARGEST_ASKED)
  if (body === undefined) return undefined
  if (
    !signedBy(box.name, text(box.name, nonce, body), Buffer.from(proof, 'base64url')) ||
    !nonces.use(nonce)
  )
    return undefined
  return body.toString('utf8')
}
