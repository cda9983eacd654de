import { createHmac } from 'node:crypto'
import { sameText } from '../../files/local.ts'

/** Signs a text with the box’s own secret, so that a browser can only give it back unchanged. */
export function signText(secret: Buffer, purpose: string, text: string): string {
  const body = Buffer.from(text, 'utf8').toString('base64url')
  return `${body}.${mac(secret, purpose, body)}`
}

export function readSigned(secret: Buffer, purpose: string, sealed: string): string | undefined {
  const [body = '', tag = ''] = sealed.split('.')
  return sameText(tag, mac(secret, purpose, body))
    ? Buffer.from(body, 'base64url').toString('utf8')
    : undefined
}

/** A name under which somebody is known again, and that says nothing of who they are. */
export const opaqueName = (secret: Buffer, purpose: string, text: string): string =>
  mac(secret, purpose, text)

const mac = (secret: Buffer, purpose: string, body: string): string =>
  createHmac('sha256', secret).update(`${purpose}\n${body}`).digest('base64url')
