/**
 * A text with its own quotation marks turned into inner ones, so that it may stand between
 * guillemets: *Nadia : « je vends ma scie »* is quoted *« Nadia : “je vends ma scie” »*.
 *
 * Law     quoting twice changes nothing more.
 * Source  Lexique des règles typographiques en usage à l'Imprimerie nationale, *guillemets*.
 */
export const quotable = (text: string): string =>
  text.replace(/«[\s\u00a0\u202f]?/g, '“').replace(/[\s\u00a0\u202f]?»/g, '”')
