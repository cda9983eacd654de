import type { Command } from '../../../contract/command.ts'
import { type Decision, type Draft, draft } from '../../../contract/decision.ts'
import { message, type Say } from '../../../contract/message.ts'
import type { Input } from '../../../core/form/input.ts'
import type { fr } from '../words/fr.ts'
import { one } from './commands.ts'
import { codeFor, formOf, isFormKind, keyedAt, subjectOf } from './forms.ts'
import { paperAnswer, paperForm } from './records.ts'

type Words = typeof fr
const say: Say<Words> = message
export const PAPERS = '/billets'
/** Lines keyed at once. */
export const ROWS = 10
const MOST_TYPED = 400

/**
 * A paper is prepared with its code, which is kept as the house keeps codes: typed in the search,
 * it opens where the paper is keyed.
 */
const prepare: Command<Words> = {
  name: 'prepare',
  path: PAPERS,
  who: 'keeper',
  decide: (input, read, at): Decision => {
    const kind = one(input, 'kind')
    if (!isFormKind(kind)) return { refused: say('sayKind'), field: 'kind' }
    const asked = subjectOf(one(input, 'about'))
    const about = read.called(asked.about) ? asked.about : ''
    const day = about === '' ? null : asked.day
    const asks = one(input, 'asks').slice(0, 300)
    if (kind === 'question' && asks === '' && about === '')
      return { refused: say('sayAsks'), field: 'asks' }
    if (kind === 'presence' && about === '' && asks === '')
      return { refused: say('sayAbout'), field: 'about' }
    const id = at.newId()
    const isSheet = kind === 'question' || kind === 'presence'
    const fields = {
      kind,
      madeOn: at.today,
      ...(isSheet ? { about: about || null, day, asks: asks || null } : {}),
    }
    const code: Draft = {
      type: 'code',
      record: at.newId(),
      fields: { ...codeFor(kind, read, at.newId), opens: id, at: keyedAt(kind, id) },
    }
    return {
      drafts: [draft(paperForm, id, fields), code],
      next: `${PAPERS}/${id}`,
      said: say('prepared'),
    }
  },
}

const ANSWERS = ['yes', 'maybe', 'no'] as const

function rowSaid(input: Input, row: number) {
  const said = (name: string): string => one(input, `${name}.${row}`).slice(0, MOST_TYPED)
  const answer = ANSWERS.find(value => value === said('answer'))
  return {
    name: said('name').slice(0, 100),
    ...(answer ? { answer } : {}),
    ...(said('saying') === '' ? {} : { saying: said('saying') }),
    ...(said('reach') === '' ? {} : { reach: said('reach').slice(0, 200) }),
    ...(said('tellMe') === '' ? {} : { tellMe: true }),
  }
}

/** Lines of a sheet, in the order of the paper; the page comes back empty for the rest. */
const keyLines: Command<Words> = {
  name: 'keyLines',
  path: `${PAPERS}/saisie`,
  who: 'keeper',
  private: true,
  decide: (input, read, at): Decision => {
    const form = formOf(read, one(input, 'id'))
    if (!form) return { refused: say('nothingThere') }
    const rows = Array.from({ length: ROWS }, (_, row) => rowSaid(input, row)).filter(
      row => row.name !== '',
    )
    if (rows.length === 0) return { refused: say('nothingKeyed'), field: 'name.0' }
    return {
      drafts: rows.map(row =>
        draft(paperAnswer, at.newId(), { form: form.id, ...row, on: at.today }),
      ),
      next: `${PAPERS}/${form.id}`,
      said: say('keyed', rows.length),
    }
  },
}

/** A photograph of what was written, beside what was keyed: it never leaves this box. */
const keepPhotos: Command<Words> = {
  name: 'keepPhotos',
  path: `${PAPERS}/photos`,
  who: 'keeper',
  photos: true,
  decide: (input, read, at): Decision => {
    const form = formOf(read, one(input, 'id'))
    if (!form) return { refused: say('nothingThere') }
    const checked = at.fields(paperForm, input, ['photos'], form)
    if ('refused' in checked) return checked
    return {
      drafts: [
        {
          type: paperForm.name,
          record: form.id,
          fields: { photos: checked.fields['photos'] ?? null },
        },
      ],
      next: `${PAPERS}/${form.id}`,
      said: say('photosKept'),
    }
  },
}

export const formCommands: readonly Command<Words>[] = [prepare, keyLines, keepPhotos]
