import { type Answer, type Browser, type Client, textOf, withForms } from '../support/browser.ts'

/** A browser without scripts, before a real server: it keeps its cookies and speaks French. */
type Uploading = Client &
  Readonly<{
    upload: (path: string, fields: Readonly<Record<string, string>>, file: File) => Promise<Answer>
  }>
export type Browsing = Browser & Uploading

export function browsing(address: string): Browsing {
  const cookies = new Map<string, string>()
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { origin: address, 'accept-language': 'fr', ...(cookie ? { cookie } : {}) }
    const answer = await fetch(address + path, { ...init, redirect: 'manual', headers })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      if (value === '' || /max-age=0(;|$)/i.test(line)) cookies.delete(name)
      else cookies.set(name, value)
    }
    const body = await answer.text()
    const location = (answer.headers.get('location') ?? '').replace(address, '')
    return { status: answer.status, body, text: textOf(body), location, headers: answer.headers }
  }
  return withForms<Uploading>({
    cookies,
    get: path => ask(path, {}),
    post: (path, input) => {
      const pairs = Object.entries(input).flatMap(([k, v]) =>
        typeof v === 'string' ? [[k, v]] : v.map(one => [k, one]),
      )
      return ask(path, { method: 'POST', body: new URLSearchParams(pairs) })
    },
    upload: (path, fields, file) => {
      const body = new FormData()
      for (const [name, value] of Object.entries(fields)) body.append(name, value)
      body.append('file', file)
      return ask(path, { method: 'POST', body })
    },
  })
}
