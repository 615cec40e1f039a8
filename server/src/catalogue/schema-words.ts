import { z } from 'zod'
import { sameInAll, type Said } from '#kernel/languages.ts'

/** In method syntax: what zod kept of an issue is all that its own words need, and its type asks for more. */
interface Locale {
  localeError(issue: object): { message: string } | string | undefined | null
}
const DE: Locale = z.locales.de()
const EN: Locale = z.locales.en()

/** What a schema finds wrong, in every language: in zod's own words, or in those that our schemas give beside a check. */
export function saidOf(issue: z.core.$ZodIssue, root: unknown): Said {
  const { message } = issue
  const given = { ...issue, input: valueAt(root, issue.path) }
  if (message === wordsOf(EN, given))
    return countSaid(issue) ?? { en: message, de: wordsOf(DE, given) ?? message }
  const german = germanOf(message)
  return german === undefined ? sameInAll(message) : { en: message, de: german }
}

/** How many of a list there are to be: zod tells it of arrays, and of `>=2 items`. */
function countSaid(issue: z.core.$ZodIssue): Said | undefined {
  if (issue.code === 'too_small' && issue.origin === 'array')
    return countWords('least', Number(issue.minimum))
  if (issue.code === 'too_big' && issue.origin === 'array') return countWords('most', Number(issue.maximum))
  return undefined
}

function countWords(bound: 'least' | 'most', count: number): Said {
  return {
    en: `expected at ${bound} ${count} item${count === 1 ? '' : 's'}`,
    de: `erwartet ${count === 1 ? 'wird' : 'werden'} ${bound === 'least' ? 'mindestens' : 'höchstens'} ${count} ${count === 1 ? 'Eintrag' : 'Einträge'}`,
  }
}

export function germanOf(message: string): string | undefined {
  const id = /^expected an id (\w+_…)$/.exec(message)
  if (id) return `erwartet wird eine Kennung ${id[1]}`
  const noun = /^expected the id of one of: (.*)$/.exec(message)
  if (noun) return `erwartet wird die Kennung von einem aus: ${noun[1]}`
  const twice = /^is changed by (\S+) already; put both into one change$/.exec(message)
  return twice ? `wird schon von ${twice[1]} geändert; fassen Sie beides zu einer Änderung` : GERMAN[message]
}

function wordsOf(locale: Locale, issue: object): string | undefined {
  const words = locale.localeError(issue)
  return typeof words === 'string' ? words : words?.message
}

function valueAt(root: unknown, path: readonly PropertyKey[]): unknown {
  let value = root
  for (const step of path)
    value = typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined
  return value
}

/** The words of our own checks; in-german.test.ts finds one that is missing here. */
const GERMAN: Record<string, string> = {
  'write something here': 'schreiben Sie hier etwas',
  'one line only, without tabs': 'nur eine Zeile, ohne Tabulatoren',
  'expected a day from 1900-01-01 to 2199-12-31': 'erwartet wird ein Tag vom 1900-01-01 bis zum 2199-12-31',
  'expected a currency of ISO 4217, such as USD or EUR':
    'erwartet wird eine Währung nach ISO 4217, etwa USD oder EUR',
  'expected the id of an entity or of a holder':
    'erwartet wird die Kennung einer Gesellschaft oder eines Eigentümers',
  'six digits, or a recovery code of ten characters':
    'sechs Ziffern oder ein Wiederherstellungscode von zehn Zeichen',
  'expected an e-mail address, such as ada@example.com':
    'erwartet wird eine E-Mail-Adresse, etwa ada@example.com',
  'expected a number such as 1200 or -12.50': 'erwartet wird eine Zahl wie 1200 oder -12.50',
  'expected a web address that begins with http:// or https://':
    'erwartet wird eine Webadresse, die mit http:// oder https:// beginnt',
  'expected a yearly rate such as 0.06': 'erwartet wird ein Jahreszins wie 0.06',
  'expected a month such as 2026-03': 'erwartet wird ein Monat wie 2026-03',
  'expected a decimal such as 1200.50': 'erwartet wird eine Dezimalzahl wie 1200.50',
  'expected a rate above 0 such as 1.0842': 'erwartet wird ein Kurs über 0, etwa 1.0842',
  'expected a percentage such as 5 or 7.5': 'erwartet wird ein Prozentsatz wie 5 oder 7.5',
  'expected a decimal such as -1200.50': 'erwartet wird eine Dezimalzahl wie -1200.50',
  'expected letters, digits, points and dashes':
    'erwartet werden Buchstaben, Ziffern, Punkte und Bindestriche',
  'expected an instant from 1900 to 2199': 'erwartet wird ein Zeitpunkt von 1900 bis 2199',
  'expected small letters, digits and dashes': 'erwartet werden Kleinbuchstaben, Ziffern und Bindestriche',
  'at least 10 characters': 'mindestens 10 Zeichen',
  'at most 200 characters': 'höchstens 200 Zeichen',
  'expected the name of a time zone, such as Europe/Berlin':
    'erwartet wird der Name einer Zeitzone, etwa Europe/Berlin',
  'expected a time zone of the tz database, such as Europe/Berlin':
    'erwartet wird eine Zeitzone der tz-Datenbank, etwa Europe/Berlin',
  'expected three capital letters (ISO 4217), such as EUR':
    'erwartet werden drei Großbuchstaben (ISO 4217), etwa EUR',
  'expected an active code of ISO 4217, such as EUR':
    'erwartet wird ein gültiger Code nach ISO 4217, etwa EUR',
  'expected a code of ISO 4217, such as EUR': 'erwartet wird ein Code nach ISO 4217, etwa EUR',
  'expected owner, admin, finance, operator, analyst, auditor or the id of a role':
    'erwartet wird owner, admin, finance, operator, analyst, auditor oder die Kennung einer Rolle',
  'expected the id of an entity, a category or a business':
    'erwartet wird die Kennung einer Gesellschaft, einer Kategorie oder eines Unternehmens',
  'write module.action, as in businesses.read, or a pattern such as *.read':
    'schreiben Sie modul.aktion wie in businesses.read, oder ein Muster wie *.read',
  'expected an instant in UTC, such as 2026-01-31T12:00:00Z':
    'erwartet wird ein Zeitpunkt in UTC, etwa 2026-01-31T12:00:00Z',
  'expected an instant in UTC, such as 2026-11-24T06:00:00Z':
    'erwartet wird ein Zeitpunkt in UTC, etwa 2026-11-24T06:00:00Z',
  'expected a year from 1000 on': 'erwartet wird ein Jahr ab 1000',
  'say why, so that they can do better': 'sagen Sie, warum, damit es besser gemacht werden kann',
  'name either an operation or a risk': 'nennen Sie entweder eine Operation oder ein Risiko',
  'expected 18 digits at most': 'erwartet werden höchstens 18 Ziffern',
  'expected an EIN such as 12-3456789, with a prefix that the IRS gives out':
    'erwartet wird eine EIN wie 12-3456789, mit einem Präfix, das die IRS vergibt',
  'expected a LEI of 20 characters whose check digits are right (ISO 17442)':
    'erwartet wird ein LEI mit 20 Zeichen und richtigen Prüfziffern (ISO 17442)',
  'expected a month and a day, such as 12-31 or 03-31':
    'erwartet werden Monat und Tag, etwa 12-31 oder 03-31',
  'expected a percentage from 0 to 100 with at most six decimals':
    'erwartet wird ein Prozentsatz von 0 bis 100 mit höchstens sechs Nachkommastellen',
  'expected a day from 1800-01-01 to 2199-12-31': 'erwartet wird ein Tag vom 1800-01-01 bis zum 2199-12-31',
  'expected base64url without padding (RFC 4648)': 'erwartet wird base64url ohne Auffüllung (RFC 4648)',
  'expected a kind such as "comments.mentioned"': 'erwartet wird eine Art wie „comments.mentioned“',
  'name either an entity or a holder': 'nennen Sie entweder eine Gesellschaft oder einen Eigentümer',
  'expected a type such as "businesses.business-created", or "businesses.*"':
    'erwartet wird eine Art wie „businesses.business-created“ oder „businesses.*“',
}
