/** MRBS over HTTP, as people ask it, and its database, to see what stands. */

export type Entry = Readonly<{
  id: number
  start_time: number
  end_time: number
  room_id: number
  create_by: string
  name: string
}>

/** Days `YYYY-MM-DD`, times `HH:MM`. A series goes on each week until its last day. */
export type Wish = Readonly<{
  room: number | readonly number[]
  on: string
  at?: string
  endsOn?: string
  until?: string
  weeklyUntil?: string
  skip?: boolean
  title?: string
}>

type Fields = Readonly<Record<string, string | number | readonly number[]>>

export class Site {
  readonly address: string
  readonly #look: string
  /** The area where no rule is set. */
  #plain: number | undefined
  #keeper: Person | undefined
  #made = 0

  constructor(address: string, look: string) {
    this.address = address
    this.#look = look
  }

  async rows<Row>(sql: string, ...of: readonly (string | number)[]): Promise<readonly Row[]> {
    const answer = await fetch(this.#look, { method: 'POST', body: JSON.stringify({ sql, of }) })
    const text = await answer.text()
    if (!answer.ok) throw new Error(`${sql}: ${text.slice(0, 300)}`)
    return JSON.parse(text)
  }

  /** An area that the keeper makes, with such rules. */
  async area(rules: Readonly<Record<string, number>> = {}): Promise<number> {
    const id = await this.#added({ type: 'area' }, 'SELECT id FROM mrbs_area WHERE area_name = ?')
    for (const [name, value] of Object.entries(rules))
      await this.rows(`UPDATE mrbs_area SET ${name} = ? WHERE id = ?`, value, id)
    return id
  }

  async room(area?: number): Promise<number> {
    this.#plain ??= await this.area()
    const asks = { type: 'room', area: area ?? this.#plain, capacity: 0 }
    const of = { description: '', room_admin_email: '' }
    return this.#added({ ...asks, ...of }, 'SELECT id FROM mrbs_room WHERE room_name = ?')
  }

  standing(...rooms: readonly number[]): Promise<readonly Entry[]> {
    const within = rooms.map(() => '?').join(',')
    const sql = `SELECT * FROM mrbs_entry WHERE room_id IN (${within}) ORDER BY start_time`
    return this.rows<Entry>(sql, ...rooms)
  }

  async person(name: string): Promise<Person> {
    const person = new Person(this, name)
    await person.enter()
    return person
  }

  async #added(fields: Fields, found: string): Promise<number> {
    this.#keeper ??= await this.person('keeper')
    const name = `Made ${++this.#made}`
    await this.#keeper.post('add.php', { ...fields, name })
    const [row] = await this.rows<Readonly<{ id: number }>>(found, name)
    if (row === undefined) throw new Error(`MRBS adds no ${fields['type']}`)
    return row.id
  }
}

export class Person {
  readonly #site: Site
  readonly name: string
  readonly #cookies = new Map<string, string>()
  #token = ''

  constructor(site: Site, name: string) {
    this.#site = site
    this.name = name
  }

  async enter(): Promise<void> {
    await this.#get('admin.php')
    const asks = { action: 'SetName', username: this.name, password: this.name }
    await this.post('admin.php', { ...asks, target_url: 'admin.php' })
    const page = await this.#get('admin.php')
    if (!page.includes(this.name)) throw new Error(`${this.name} cannot come in`)
  }

  /** Whether it was taken. */
  async book(wish: Wish): Promise<boolean> {
    return (await this.post('edit_entry_handler.php', this.#asked(wish))).status === 302
  }

  /** What the form says while it is being filled in. */
  async saidFree(wish: Wish): Promise<boolean> {
    const { commit: _, ...asks } = this.#asked(wish)
    const { text } = await this.post('edit_entry_handler.php', asks, true)
    return Boolean(JSON.parse(text).valid_booking)
  }

  /** Changes a booking, or its whole series, by the form that MRBS shows for it. */
  async change(entry: Entry, wish: Omit<Wish, 'room'>, series = false): Promise<boolean> {
    const page = await this.#get(`edit_entry.php?id=${entry.id}${series ? '&edit_series=1' : ''}`)
    const [form = ''] = /<form[^>]*action="edit_entry_handler.php[\s\S]*?<\/form>/.exec(page) ?? []
    const asks = { ...hiddenIn(form), ...this.#asked({ room: entry.room_id, ...wish }) }
    return (await this.post('edit_entry_handler.php', asks)).status === 302
  }

  /** This booking alone, even of a series. */
  async cancel(entry: Entry): Promise<void> {
    await this.post('del_entry.php', { id: entry.id, series: 0 })
  }

  async post(
    path: string,
    fields: Fields,
    byScript = false,
  ): Promise<Readonly<{ status: number; text: string }>> {
    const body = new URLSearchParams({ csrf_token: this.#token })
    for (const [name, value] of Object.entries(fields))
      if (typeof value === 'object') for (const one of value) body.append(`${name}[]`, String(one))
      else body.set(name, String(value))
    body.set('csrf_token', this.#token)
    const answer = await fetch(`${this.#site.address}/${path}`, {
      method: 'POST',
      body,
      redirect: 'manual',
      headers: { cookie: this.#cookie, ...(byScript && { 'x-requested-with': 'XMLHttpRequest' }) },
    })
    return { status: answer.status, text: await this.#kept(answer) }
  }

  async #get(path: string): Promise<string> {
    const headers = { cookie: this.#cookie }
    return this.#kept(await fetch(`${this.#site.address}/${path}`, { headers }))
  }

  get #cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async #kept(answer: Response): Promise<string> {
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      if (name !== undefined && value !== undefined) this.#cookies.set(name, value)
    }
    const text = await answer.text()
    this.#token = hiddenIn(text)['csrf_token'] ?? this.#token
    return text
  }

  #asked({ room, on, at = '08:00', endsOn = on, until = '18:00', ...wish }: Wish): Fields {
    return {
      ...{ name: wish.title ?? `For ${this.name}`, create_by: this.name, type: 'I', commit: '1' },
      ...{ start_date: on, start_seconds: seconds(at), end_date: endsOn, rep_type: 0 },
      ...{
        end_seconds: seconds(until),
        rooms: [room].flat(),
        returl: 'index.php',
        description: '',
      },
      ...(wish.skip === true && { skip: 1 }),
      ...(wish.weeklyUntil !== undefined && {
        ...{ rep_type: 2, rep_interval: 1, rep_end_date: wish.weeklyUntil },
      }),
    }
  }
}

const seconds = (time: string): number => {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return (hours * 60 + minutes) * 60
}

function hiddenIn(page: string): Readonly<Record<string, string>> {
  const inputs = page.matchAll(/<input\b[^>]*\btype="hidden"[^>]*>/g)
  const named = [...inputs].map(([input]) => [said(input, 'name'), said(input, 'value')] as const)
  return Object.fromEntries(named.filter(([name]) => name !== '' && !name.endsWith('[]')))
}
const said = (input: string, name: string): string =>
  new RegExp(`\\b${name}="([^"]*)"`).exec(input)?.[1]?.replaceAll('&amp;', '&') ?? ''
