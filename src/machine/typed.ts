/**
 * What a person typed as a day and a time of the village: *2026-11-25* or *25/11/2026*, *14:32*,
 * *14 h 32* or *14h*. Undefined when it is none.
 *
 * Shape   an ISO text without zone.
 */
export function typedMoment(day: string, time: string): string | undefined {
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day.trim())
  const said = /^(\d{1,2})[/.\s](\d{1,2})[/.\s](\d{4})$/.exec(day.trim())
  const hour = /^(\d{1,2})\s*[:hH]\s*(\d{2})?$/.exec(time.trim())
  const [year, month, date] = iso ? iso.slice(1) : said ? [said[3], said[2], said[1]] : []
  if (year === undefined || !hour) return undefined
  const two = (text = '00'): string => text.padStart(2, '0')
  const text = `${year}-${two(month)}-${two(date)}T${two(hour[1])}:${two(hour[2])}`
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' }).toString({
      smallestUnit: 'minute',
    })
  } catch {
    return undefined
  }
}
